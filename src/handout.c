/*
 * The facade: strings the phases together.  Nothing here decides anything about the handout itself;
 * show.c hands out what the phases made.
 */
#include "assets.h"
#include "job.h"
#include "layout/color.h"
#include "layout/face.h"
#include "layout/fit.h"
#include "model/section.h"
#include "pdf/pdf.h"
#include "read/labels_read.h"

#include <stdlib.h>
#include <time.h>

const char *handout_version(void)
{
    return HANDOUT_VERSION;
}

/* ---- Environment, options, job ---- */

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

void handout_options_init(struct handout_options *options)
{
    *options = (struct handout_options){
        .letterhead = true, .min_body = PT(10), .source_date_epoch = -1};
}

/* A hook that jumps away must find nothing half made: the arena is freed before it is called. */
static _Noreturn void no_memory(const struct handout_options *options)
{
    if (options->out_of_memory)
        options->out_of_memory(options->out_of_memory_context);
    abort();
}

struct handout_job *handout_job_new(const struct handout_env *env,
                                    const struct handout_options *options)
{
    struct arena *arena =
        arena_new(options->out_of_memory, options->out_of_memory_context);
    struct handout_job *job = malloc(sizeof *job);
    if (!job) {
        arena_free(arena);
        no_memory(options);
    }
    *job = (struct handout_job){.env = env, .options = *options, .arena = arena};
    if (job->options.min_body < HANDOUT_MIN_BODY_LEAST)
        job->options.min_body = HANDOUT_MIN_BODY_LEAST;
    if (job->options.min_body > HANDOUT_MIN_BODY_MOST)
        job->options.min_body = HANDOUT_MIN_BODY_MOST;
    diags_init(&job->diags, arena, options->strict);
    return job;
}

void handout_job_free(struct handout_job *job)
{
    if (!job)
        return;
    fonts_close(job->own_fonts);
    arena_free(job->arena);
    free(job);
}

/* ---- Phases ---- */

static struct source make_source(const struct handout_input *input)
{
    return (struct source){str_of(input->name), {input->bytes, input->length}};
}

/* For what is about a file and no place in it. */
static struct place whole_file(const struct source *source)
{
    return (struct place){.source = source};
}

static bool has_size(struct handout_job *job, const struct source *source)
{
    bool large = source->text.len > HANDOUT_INPUT_MAX;
    if (large)
        diag_add(&job->diags, DIAG_TOO_LARGE, whole_file(source), STR("1 MiB"));
    return !large;
}

static void read_assets(struct handout_job *job)
{
    struct assets assets = {job->arena,    &job->diags,  &job->options,
                            &job->article, &job->clinic, &job->labels};
    job->figures = (struct figures){assets_logo(&assets), assets_qr(&assets)};
    job->own_fonts = assets_fonts(&assets, job->env->fonts);
}

static struct date job_today(const struct handout_job *job)
{
    struct date today = {0};
    if (job->options.today)
        date_parse(str_of(job->options.today), &today);
    return today;
}

bool handout_read(struct handout_job *job, const struct handout_input *article,
                  const struct handout_input *clinic)
{
    struct charset charset = {fonts_has, job->env->fonts};
    job->article.source = make_source(article);
    if (has_size(job, &job->article.source))
        article_read(job->arena, &job->diags, &charset, &job->article, &job->tree);
    job->has_labels = labels_read(job->arena, job->article.language, &job->labels);
    job->has_clinic = clinic != NULL;
    if (clinic) {
        job->clinic.source = make_source(clinic);
        if (has_size(job, &job->clinic.source))
            clinic_read(job->arena, &job->diags, &charset, &job->labels, &job->clinic);
    }
    diags_weigh(&job->diags, &job->clinic.rules);
    struct date today = job_today(job);
    read_check_together(&job->diags, &job->article, clinic ? &job->clinic : NULL, today);
    if (clinic)
        read_assets(job);
    job->readable = job->diags.faults == 0;
    return job->diags.errors == 0;
}

/* The public enum, the clinic's and the layout's have the same order. */
#define PAPER(id, ...)                                                                            \
    _Static_assert((int)HANDOUT_PAPER_##id == PAPER_SIZE_##id + 1                                 \
                       && (int)PAPER_##id == PAPER_SIZE_##id + 1,                                 \
                   "a size of paper is not in the order of paper.def");
#include "model/paper.def"
#undef PAPER

static const struct paper *choose_paper(const struct handout_job *job)
{
    int choice = (int)job->options.paper;
    if (choice == HANDOUT_PAPER_DEFAULT && job->has_clinic)
        choice = (int)job->clinic.paper;
    return &papers[choice > 0 ? choice - 1 : PAPER_SIZE_LETTER];
}

static struct str color_text(struct arena *arena, uint32_t rgb)
{
    struct builder b = {.arena = arena};
    builder_printf(&b, "#%06X", (unsigned)rgb);
    return builder_str(&b);
}

/* The accent as it can be printed; a clinic that chose a lighter one is told. */
static uint32_t choose_accent(struct handout_job *job)
{
    uint32_t wanted = job->sheet->accent, accent = color_readable(wanted);
    if (accent != wanted) {
        struct builder ratio = {.arena = job->arena};
        int32_t color = color_contrast(wanted), grey = color_contrast(color_grey(wanted));
        builder_milli(&ratio, (color < grey ? color : grey) / 100 * 100);
        diag_add(&job->diags, DIAG_COLOR_DARKENED, job->clinic.accent.at,
                 color_text(job->arena, wanted), color_text(job->arena, accent),
                 builder_str(&ratio));
    }
    return accent;
}

/* Of a language without a file all labels are English; else those not translated yet. */
static void tell_lent_labels(struct handout_job *job)
{
    if (!job->has_labels)
        diag_add(&job->diags, DIAG_LABELS_IN_ENGLISH, job->article.place,
                 STR("the headings and labels are"), job->article.language);
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        const struct section *section = &sections[i];
        if (!job->labels.lent[section->label] || clinic_words(&job->clinic, section->label)
            || !section_is_given(section, &job->article))
            continue;
        struct builder what = {.arena = job->arena};
        builder_printf(&what, "the heading of \"%s\" is", section->field);
        diag_add(&job->diags, DIAG_LABELS_IN_ENGLISH, section_place(section, &job->article),
                 builder_str(&what), job->article.language);
    }
}

bool handout_layout(struct handout_job *job)
{
    if (!job->readable)
        return false;
    tell_lent_labels(job);
    job->sheet = compose(job->arena, &job->article, job->has_clinic ? &job->clinic : NULL,
                         &job->labels, job->figures, job->options.letterhead);
    const struct fonts *fonts = job->own_fonts ? job->own_fonts : job->env->fonts;
    struct fit_request request = {
        .sheet = job->sheet,
        .paper = choose_paper(job),
        .fonts = face_choose(job->arena, fonts, job->sheet),
        .min_body = job->options.min_body,
        .large_print = job->options.large_print,
        .accent = choose_accent(job),
        .about = whole_file(&job->article.source),
    };
    job->pages = fit_pages(job->arena, &job->diags, &request);
    job->printable = job->pages && !job->diags.errors; /* a strict job prints no faults */
    return job->printable;
}

bool handout_check(struct handout_job *job)
{
    if (!job->readable)
        return false;
    if (job->review)
        return !job->diags.errors;
    struct lint_request request = {
        .article = &job->article,
        .clinic = job->has_clinic ? &job->clinic : NULL,
        .pages = job->pages,
        .today = job_today(job),
    };
    job->review = lint_review(job->arena, &job->diags, &request);
    return !job->diags.errors;
}

static struct date date_of_epoch(int64_t seconds)
{
    time_t time = (time_t)seconds;
    struct tm tm;
    if (!gmtime_r(&time, &tm) || tm.tm_year > 9999 - 1900)
        return (struct date){0};
    return (struct date){(int16_t)(tm.tm_year + 1900), (int8_t)(tm.tm_mon + 1),
                         (int8_t)tm.tm_mday};
}

/* The article's own date, so that the same article gives the same bytes on any day. */
static struct str document_date(const struct handout_job *job)
{
    struct builder b = {.arena = job->arena};
    struct date date = job->article.review.on_date;
    if (!date.year)
        date = job->article.published.updated_on;
    if (!date.year && job->options.source_date_epoch >= 0)
        date = date_of_epoch(job->options.source_date_epoch);
    if (!date.year)
        return (struct str){0};
    builder_printf(&b, "%04d-%02d-%02dT00:00:00+00:00", date.year, date.month, date.day);
    return builder_str(&b);
}

bool handout_write(struct handout_job *job, handout_sink *sink, void *context)
{
    if (!job->printable)
        return false;
    struct pdf_info info = {STR("handout " HANDOUT_VERSION), document_date(job)};
    struct str failure;
    bool ok = pdf_write(job->arena, job->pages, &info, sink, context, &failure);
    if (failure.len)
        diag_add(&job->diags, DIAG_PDF_FAILED, (struct place){0}, failure);
    return ok;
}
