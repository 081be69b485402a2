/*
 * The facade: strings the phases together.  Nothing here decides anything about the handout
 * itself.  reading.c is what comes before, write.c goes on to the file; show.c and boxes.c hand out
 * what the phases made.
 *
 * Each public function that allocates does its work in one arena_try(): if memory runs out
 * anywhere below, it comes back here, and what was being made is freed.
 */
#include "facade.h"
#include "face.h"
#include "layout/fit.h"
#include "layout/thai.h"

#include <stdlib.h>

const char *handout_version(void)
{
    return HANDOUT_VERSION;
}

/* ---- Environment, options ---- */

struct handout_env *handout_env_open(void)
{
    struct handout_env *env = calloc(1, sizeof *env);
    if (!env)
        return NULL;
    env->fonts = fonts_open();
    if (!env->fonts) {
        free(env);
        return NULL;
    }
    return env;
}

void handout_env_close(struct handout_env *env)
{
    if (!env)
        return;
    fonts_close(env->fonts);
    free(env);
}

void handout_read_options_init(struct handout_read_options *options)
{
    *options = (struct handout_read_options){.source_date_epoch = -1};
}

void handout_layout_options_init(struct handout_layout_options *options)
{
    *options = (struct handout_layout_options){.letterhead = true, .min_body = PT(10)};
}

/* ---- Layout ---- */

struct layout_work {
    const struct handout_document *document;
    const struct handout_layout_options *options;
    struct thai *thai; /* it is closed by who gave the rest */
    struct arena *arena;
    struct handout_pages *pages;
};

int32_t least_body(const struct handout_layout_options *options)
{
    int32_t least = options->min_body;
    return least < HANDOUT_MIN_BODY_LEAST  ? HANDOUT_MIN_BODY_LEAST
           : least > HANDOUT_MIN_BODY_MOST ? HANDOUT_MIN_BODY_MOST
                                           : least;
}

/* The public enum, the clinic's and the layout's have the same order. */
#define PAPER(id, ...)                                                                            \
    _Static_assert((int)HANDOUT_PAPER_##id == PAPER_SIZE_##id + 1                                 \
                       && (int)PAPER_##id == PAPER_SIZE_##id + 1,                                 \
                   "a size of paper is not in the order of paper.def");
#include "model/paper.def"
#undef PAPER

enum handout_paper paper_choice(const struct handout_document *document,
                                const struct handout_layout_options *options)
{
    int choice = (int)options->paper;
    if (choice == HANDOUT_PAPER_DEFAULT && document->has_clinic)
        choice = (int)document->clinic.paper;
    return choice > 0 ? (enum handout_paper)choice : HANDOUT_PAPER_LETTER;
}

static void fit_document(struct handout_pages *pages, const struct thai *thai)
{
    const struct handout_document *document = pages->document;
    const struct fonts *fonts = document->lent_fonts  ? document->lent_fonts
                                : document->own.fonts ? document->own.fonts
                                                      : document->env->fonts;
    bool only_ours = fonts == document->env->fonts;
    struct font_cache *cache =
        document->context && only_ours ? document->context->fonts : NULL;
    pages->sheet = pages->options.letterhead
                       ? document->sheet
                       : compose_without_letterhead(pages->arena, document->sheet);
    struct fit_request request = {
        .sheet = pages->sheet,
        .paper = &papers[paper_choice(document, &pages->options) - 1],
        .fonts = face_choose(pages->arena, fonts, cache, pages->sheet),
        .thai = thai,
        .min_body = least_body(&pages->options),
        .large_print = pages->options.large_print,
        .fillable = pages->options.fillable || pages->sheet->fillable,
        .accent = document->accent,
        .about = whole_file(&document->article.source),
    };
    pages->made = fit_pages(pages->arena, &pages->diags, &request);
}

/* What follows a document weighs what it finds in the same way. */
static void init_diags(struct diags *diags, struct arena *arena,
                       const struct handout_document *document)
{
    diags_init(diags, arena, document->options.strict);
    diags_weigh(diags, &document->clinic.rules);
}

/* In the article, or in the labels of its language. */
static bool has_thai(const struct handout_document *document)
{
    return thai_is_in(document->article.source.text)
        || thai_is_in(document->labels.wording[LABEL_CAUTIONS]);
}

static void lay_out_all(void *context)
{
    struct layout_work *work = context;
    struct handout_pages *pages = ARENA_NEW(work->arena, struct handout_pages);
    pages->document = work->document;
    pages->options = *work->options;
    pages->arena = work->arena;
    init_diags(&pages->diags, pages->arena, pages->document);
    if (has_thai(pages->document) && !thai_open(&work->thai))
        arena_out_of_memory(work->arena);
    if (pages->document->readable)
        fit_document(pages, work->thai);
    need_sound_fonts(pages->document->env, pages->arena);
    pages->shown = show_diagnostics(pages->arena, &pages->diags, pages->document);
    work->pages = pages;
}

struct handout_pages *handout_layout(const struct handout_document *document,
                                     const struct handout_layout_options *options)
{
    struct handout_layout_options usual;
    handout_layout_options_init(&usual);
    if (!document)
        return NULL;
    struct layout_work work = {.document = document,
                               .options = options ? options : &usual,
                               .arena = open_arena(&document->options)};
    bool done = work.arena && arena_try(work.arena, lay_out_all, &work);
    thai_close(work.thai);
    if (done)
        return work.pages;
    arena_free(work.arena);
    return NULL;
}

void handout_pages_free(struct handout_pages *pages)
{
    if (pages)
        arena_free(pages->arena);
}

/* ---- Review ---- */

struct check_work {
    const struct handout_document *document;
    const struct handout_pages *pages;
    struct arena *arena;
    struct made_review *made;
};

static void check_all(void *context)
{
    struct check_work *work = context;
    struct lint_request request = {
        .article = &work->document->article,
        .clinic = clinic_of(work->document),
        .pages = work->pages ? work->pages->made : NULL,
        .today = today_of(work->document),
    };
    struct diags diags;
    init_diags(&diags, work->arena, work->document);
    struct made_review *made = ARENA_NEW(work->arena, struct made_review);
    made->arena = work->arena;
    made->review = show_review(work->arena, lint_review(work->arena, &diags, &request));
    made->review.findings = show_diagnostics(work->arena, &diags, work->document);
    work->made = made;
}

struct handout_review *handout_check(const struct handout_document *document,
                                     const struct handout_pages *pages)
{
    if (!document || !document->readable)
        return NULL;
    struct check_work work = {document, pages, open_arena(&document->options), NULL};
    if (work.arena && arena_try(work.arena, check_all, &work))
        return &work.made->review;
    arena_free(work.arena);
    return NULL;
}

void handout_review_free(struct handout_review *review)
{
    if (review)
        arena_free(((struct made_review *)review)->arena);
}
