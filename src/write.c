/*
 * The last phase: from pages to the bytes of a file.
 */
#include "origin.h"
#include "source.h"

#include "handout_svg.h"
#include "svg/svg.h"

struct write_work {
    struct handout_pages *pages;
    bool svg;
    enum handout_format format; /* of a PDF */
    size_t page;                /* of an SVG: from 1; 0: all */
    handout_sink *sink;
    void *context;
    struct arena *arena; /* for this once, so that writing again takes no more memory */
    enum diag_id failed;
    struct place about;
    struct str failure; /* empty: none */
    bool done;
};

/* Once is enough, however often it is tried. */
static void report_write_failure(void *context)
{
    const struct write_work *work = context;
    struct handout_pages *pages = work->pages;
    for (const struct diag *diag = pages->diags.first; diag; diag = diag->next)
        if (diag->id == work->failed)
            return;
    diag_add(&pages->diags, work->failed, work->about, work->failure);
    pages->shown = show_diagnostics(pages->arena, &pages->diags, pages->document);
}

static void write_pdf(struct write_work *work)
{
    struct pdf_info info = {.producer = STR(SOURCE_PRODUCER HANDOUT_VERSION),
                            .date = file_date(work->pages->document, work->arena),
                            .origin = origin_hash(work->pages->document, &work->pages->options,
                                                  work->format, work->arena)};
    if (work->pages->document->context)
        info.deflater = work->pages->document->context->deflater;
    if (work->format == HANDOUT_PDF_WITH_SOURCE) {
        work->failed = DIAG_FILES_OF_ONE_NAME;
        work->failure = source_clash(work->arena, work->pages->document);
        if (work->failure.len) {
            work->about = (struct place){.source = &work->pages->document->article.source};
            return;
        }
        info.file_count = source_files(work->arena, work->pages->document, &info.files);
    }
    work->failed = DIAG_PDF_FAILED;
    work->done = pdf_write(work->arena, work->pages->made, &info, work->sink, work->context,
                           &work->failure);
}

static void write_svg(struct write_work *work)
{
    const struct pages *made = work->pages->made;
    struct str svg = work->page ? svg_write(work->arena, made, work->page - 1, 1)
                                : svg_write(work->arena, made, 0, made->count);
    work->done = work->sink(work->context, svg.ptr, svg.len);
}

static void write_all(void *context)
{
    struct write_work *work = context;
    if (work->svg)
        write_svg(work);
    else
        write_pdf(work);
}

static bool can_write(const struct handout_pages *pages)
{
    return pages && pages->made && !pages->document->diags.errors && !pages->diags.errors;
}

static bool write_once(struct write_work *work)
{
    struct handout_pages *pages = work->pages;
    work->arena = open_arena(&pages->document->options);
    bool tried = work->arena && arena_try(work->arena, write_all, work);
    if (tried && work->failure.len)
        tried = arena_try(pages->arena, report_write_failure, work);
    arena_free(work->arena);
    return tried && work->done;
}

bool handout_write(struct handout_pages *pages, enum handout_format format, handout_sink *sink,
                   void *context)
{
    struct write_work work = {.pages = pages, .format = format, .sink = sink, .context = context};
    return can_write(pages) && format <= HANDOUT_PDF_WITH_SOURCE && write_once(&work);
}

bool handout_write_svg(struct handout_pages *pages, int page, handout_sink *sink, void *context)
{
    if (!can_write(pages) || page < 0 || (size_t)page > pages->made->count)
        return false;
    struct write_work work = {
        .pages = pages, .svg = true, .page = (size_t)page, .sink = sink, .context = context};
    return write_once(&work);
}
