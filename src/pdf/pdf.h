/*
 * pdf: pages as the bytes of a tagged PDF 1.7 file, made to conform to PDF/UA-1 and PDF/A-2a, or
 * PDF/A-3a if it has files inside.
 */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "layout/page.h"
#include "pdf/out.h"

/** A file that goes into the PDF, for who opens it again. */
struct pdf_file {
    struct str name;        /**< without a folder */
    struct str description;
    const char *media_type; /**< "application/json" */
    const char *relation;   /**< to the pages; a value of AFRelationship */
    struct str bytes;
};

/** What the file says about itself, and holds, besides what the pages know. */
struct pdf_info {
    struct str producer;
    struct str date; /**< "2024-11-01T00:00:00+00:00"; empty: the file has no date */
    uint64_t origin; /**< a hash of all that the file is made of */
    const struct pdf_file *files; /**< at most 9 */
    size_t file_count;
    struct deflater *deflater; /**< remembers what other files have too; NULL: nothing is */
};

/**
 * Writes the pages. The same pages and info give the same bytes.
 * @param failure  gets what went wrong if it was not the sink; else empty.
 */
bool pdf_write(struct arena *arena, const struct pages *pages, const struct pdf_info *info,
               out_sink *sink, void *context, struct str *failure);

#endif
