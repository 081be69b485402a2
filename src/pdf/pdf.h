/*
 * pdf: pages as the bytes of a tagged PDF 1.7 file, made to conform to PDF/UA-1 and PDF/A-2a.
 */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "layout/page.h"
#include "pdf/out.h"

/** What the file says about itself besides what the pages know. */
struct pdf_info {
    struct str producer;
    struct str date; /**< "2024-11-01T00:00:00+00:00"; empty: the file has no date */
};

/**
 * Writes the pages. The same pages and info give the same bytes.
 * @param failure  gets what went wrong if it was not the sink; else empty.
 */
bool pdf_write(struct arena *arena, const struct pages *pages, const struct pdf_info *info,
               out_sink *sink, void *context, struct str *failure);

#endif
