/*
 * The facade's first phase: from the bytes of two files to a document, and the fonts, pictures and
 * characters that it needs.
 */
#include "facade.h"
#include "lend.h"
#include "read/labels_foreign.h"
#include "read/labels_lent.h"
#include "read/labels_read.h"

struct read_work {
    const struct handout_env *env;
    struct handout_context *context; /* NULL: none */
    const struct handout_input *article, *clinic;
    const struct handout_read_options *options;
    const struct handout_font_source *source; /* NULL: there is none */
    struct arena *arena;
    struct handout_document *document;
    struct demand demand; /* of the last reading */
};

static struct source make_source(const struct handout_input *input)
{
    return (struct source){str_of(input->name), {input->bytes, input->length}};
}

static bool has_size(struct handout_document *document, const struct source *source)
{
    bool large = source->text.len > HANDOUT_INPUT_MAX;
    if (large)
        diag_add(&document->diags, DIAG_TOO_LARGE, whole_file(source), STR("1 MiB"));
    return !large;
}

static void read_files(struct handout_document *document, struct read_work *work)
{
    struct demand *demand = &work->demand;
    struct charset charset = {demand_has, &demand, demand_at_hand};
    struct article *article = &document->article;
    struct clinic *clinic = &document->clinic;
    article->source = make_source(work->article);
    if (has_size(document, &article->source))
        article_read(document->arena, &document->diags, &charset, article,
                     &document->article_tree);
    labels_read(document->arena, article->language, &document->labels);
    labels_keep_printable(document->arena, &charset, &document->labels);
    document->has_clinic = work->clinic != NULL;
    if (document->has_clinic) {
        clinic->source = make_source(work->clinic);
        if (has_size(document, &clinic->source))
            clinic_read(document->arena, &document->diags, &charset, &document->labels, clinic,
                        &document->clinic_tree);
    }
    diags_weigh(&document->diags, &clinic->rules);
    read_check_together(&document->diags, article, clinic_of(document), today_of(document));
}

/* Composing says what is needed besides text, and layout needs it. What the files lack was said
 * by then; what is said of a good document only, such as its language, comes behind it. */
static void compose_and_load(struct handout_document *document)
{
    struct assets assets = {document->arena, &document->diags, &document->loaded,
                            &document->options, &document->clinic};
    struct sheet *sheet =
        compose(document->arena, &document->article, clinic_of(document), &document->labels);
    assets_load_figures(&assets, sheet);
    assets_load_fonts(&assets, document->env->fonts, &document->own);
    document->readable = document->diags.faults == 0;
    if (!document->readable)
        return;
    labels_tell_lent(&document->diags, &document->article, &document->clinic, &document->labels);
    labels_tell_foreign(&document->diags, &document->clinic, document->article.language,
                        &document->labels);
    document->accent = assets_accent(&assets, sheet->accent);
    document->sheet = sheet;
}

/* @param fonts  whose characters may be printed. */
static void read_with(struct handout_document *document, struct read_work *work,
                      const struct fonts *fonts)
{
    *document = (struct handout_document){.env = work->env,
                                          .context = work->context,
                                          .options = *work->options,
                                          .arena = work->arena,
                                          .own = document->own,
                                          .lent_fonts = document->lent_fonts,
                                          .loaded = document->loaded};
    work->demand = (struct demand){.fonts = fonts, .arena = work->arena};
    diags_init(&document->diags, document->arena, document->options.strict);
    read_files(document, work);
    compose_and_load(document);
}

/* Characters that all lack may be in faces that the caller has. */
static void read_with_lent(struct handout_document *document, struct read_work *work)
{
    if (!work->source || !work->demand.missing)
        return;
    document->lent_fonts = lend_faces(&work->demand, document->article.language, work->source);
    if (!document->lent_fonts)
        return;
    read_with(document, work, document->lent_fonts);
    diag_add(&document->diags, DIAG_LENT_FONTS, document->article.place,
             lent_names(document->arena, document->lent_fonts));
}

/*
 * Which characters can be printed is known when the clinic's own fonts are, and those the clinic
 * file names; and which faces to ask for, when it is known what is missing.  Then both files are
 * read once more, so that all that is said is in its order; what was loaded is kept.
 */
static void read_inputs(void *context)
{
    struct read_work *work = context;
    struct handout_document *document = ARENA_NEW(work->arena, struct handout_document);
    document->arena = work->arena;
    work->document = document;
    read_with(document, work, work->env->fonts);
    if (document->own.fonts)
        read_with(document, work, document->own.fonts);
    read_with_lent(document, work);
    need_sound_fonts(work->env, document->arena);
    document->shown = show_diagnostics(document->arena, &document->diags, document);
}

static struct handout_document *read_whole(struct read_work work)
{
    struct handout_read_options usual;
    handout_read_options_init(&usual);
    work.options = work.options ? work.options : &usual;
    work.arena = open_arena(work.options);
    if (!work.arena || arena_try(work.arena, read_inputs, &work))
        return work.document;
    if (work.document)
        handout_document_free(work.document);
    else
        arena_free(work.arena);
    return NULL;
}

struct handout_document *handout_read_with_fonts(const struct handout_env *env,
                                                 const struct handout_input *article,
                                                 const struct handout_input *clinic,
                                                 const struct handout_read_options *options,
                                                 const struct handout_font_source *source)
{
    return read_whole((struct read_work){.env = env, .article = article, .clinic = clinic,
                                         .options = options, .source = source});
}

struct handout_document *handout_context_read(struct handout_context *context,
                                              const struct handout_input *article,
                                              const struct handout_input *clinic,
                                              const struct handout_read_options *options,
                                              const struct handout_font_source *source)
{
    if (!context)
        return NULL;
    return read_whole((struct read_work){.env = context->env, .context = context,
                                         .article = article, .clinic = clinic,
                                         .options = options, .source = source});
}

struct handout_document *handout_read(const struct handout_env *env,
                                      const struct handout_input *article,
                                      const struct handout_input *clinic,
                                      const struct handout_read_options *options)
{
    return handout_read_with_fonts(env, article, clinic, options, NULL);
}

void handout_document_free(struct handout_document *document)
{
    if (!document)
        return;
    fonts_close(document->own.fonts);
    fonts_close(document->lent_fonts);
    arena_free(document->arena);
}
