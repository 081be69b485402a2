/*
 * The last phase: from pages to the bytes of a file.
 */
#include "facade.h"
#include "pdf/pdf.h"

#include <time.h>

struct write_work {
    struct handout_pages *pages;
    handout_sink *sink;
    void *context;
    struct arena *arena; /* for this once, so that writing again takes no more memory */
    struct str failure;
    bool done;
};

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
static struct str date_of(const struct handout_document *document, struct arena *arena)
{
    struct builder b = {.arena = arena};
    struct date date = document->article.review.on_date;
    if (!date.year)
        date = document->article.published.updated_on;
    if (!date.year && document->options.source_date_epoch >= 0)
        date = date_of_epoch(document->options.source_date_epoch);
    if (!date.year)
        return (struct str){0};
    builder_printf(&b, "%04d-%02d-%02dT00:00:00+00:00", date.year, date.month, date.day);
    return builder_str(&b);
}

/* Once is enough, however often it is tried. */
static void report_write_failure(void *context)
{
    const struct write_work *work = context;
    struct handout_pages *pages = work->pages;
    for (const struct diag *diag = pages->diags.first; diag; diag = diag->next)
        if (diag->id == DIAG_PDF_FAILED)
            return;
    diag_add(&pages->diags, DIAG_PDF_FAILED, (struct place){0}, work->failure);
    pages->shown = show_diagnostics(pages->arena, &pages->diags, pages->document);
}

static void write_all(void *context)
{
    struct write_work *work = context;
    struct pdf_info info = {STR("handout " HANDOUT_VERSION),
                            date_of(work->pages->document, work->arena)};
    work->done = pdf_write(work->arena, work->pages->made, &info, work->sink, work->context,
                           &work->failure);
}

bool handout_write(struct handout_pages *pages, enum handout_format format, handout_sink *sink,
                   void *context)
{
    if (!pages || !pages->made || pages->document->diags.errors || pages->diags.errors
        || format != HANDOUT_PDF)
        return false;
    struct write_work work = {pages, sink, context, open_arena(&pages->document->options),
                           {0}, false};
    bool tried = work.arena && arena_try(work.arena, write_all, &work);
    if (tried && work.failure.len)
        tried = arena_try(pages->arena, report_write_failure, &work);
    arena_free(work.arena);
    return tried && work.done;
}
