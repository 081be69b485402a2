/*
 * A part of the facade: a draft from a post.  Like a document it lives in an arena of its own.
 */
#include "facade.h"
#include "handout_draft.h"
#include "font/font.h"
#include "import/import.h"

_Static_assert((int)HANDOUT_MARKUP_HTML == MARKUP_HTML
                   && (int)HANDOUT_MARKUP_MARKDOWN == MARKUP_MARKDOWN
                   && (int)HANDOUT_MARKUP_TEXT == MARKUP_TEXT,
               "the public enum and the importer's have the same order");

struct handout_draft {
    struct arena *arena;
    struct diags diags;
    struct handout_diagnostics shown;
    struct import import;
    bool made;
};

struct import_work {
    const struct handout_env *env;
    const struct handout_input *post;
    const struct handout_read_options *options;
    enum handout_markup markup;
    struct arena *arena;
    struct handout_draft *draft;
};

static bool import_input(struct handout_draft *draft, const struct import_work *work)
{
    struct charset charset = {fonts_has, work->env->fonts, NULL};
    struct source *source = &draft->import.source;
    *source = (struct source){str_of(work->post->name), {work->post->bytes, work->post->length}};
    if (source->text.len <= HANDOUT_POST_MAX)
        return import_post(draft->arena, &draft->diags, &charset, (enum markup)work->markup,
                           &draft->import);
    diag_add(&draft->diags, DIAG_TOO_LARGE, (struct place){.source = source}, STR("16 MiB"));
    return false;
}

static void import_all(void *context)
{
    struct import_work *work = context;
    struct handout_draft *draft = ARENA_NEW(work->arena, struct handout_draft);
    draft->arena = work->arena;
    diags_init(&draft->diags, draft->arena, work->options->strict);
    work->draft = draft;
    draft->made = import_input(draft, work);
    draft->shown = show_diagnostics(draft->arena, &draft->diags, NULL);
}

struct handout_draft *handout_import(const struct handout_env *env,
                                     const struct handout_input *post, enum handout_markup markup,
                                     const struct handout_read_options *options)
{
    struct handout_read_options usual;
    handout_read_options_init(&usual);
    options = options ? options : &usual;
    struct import_work work = {env, post, options, markup, open_arena(options), NULL};
    if (!work.arena || arena_try(work.arena, import_all, &work))
        return work.draft;
    if (work.draft)
        handout_draft_free(work.draft);
    else
        arena_free(work.arena);
    return NULL;
}

void handout_draft_free(struct handout_draft *draft)
{
    if (!draft)
        return;
    import_close(&draft->import);
    arena_free(draft->arena);
}

struct handout_diagnostics handout_draft_diagnostics(const struct handout_draft *draft)
{
    return draft ? draft->shown : (struct handout_diagnostics){NULL, 0, 0};
}

const char *handout_draft_id(const struct handout_draft *draft)
{
    return draft && draft->made ? draft->import.id.ptr : "";
}

const char *handout_draft_article(const struct handout_draft *draft)
{
    return draft && draft->made ? draft->import.article.ptr : NULL;
}

const char *handout_draft_clinic(const struct handout_draft *draft)
{
    return draft && draft->import.clinic.len ? draft->import.clinic.ptr : NULL;
}
