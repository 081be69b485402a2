/*
 * attach: files inside the PDF, so that it can be opened and edited again.
 *
 * Each is an associated file of the document (ISO 32000-2, 14.13, which PDF/A-3 takes over) and
 * stands in the list of attachments that readers show.  Its bytes are kept as they are: an article
 * is small, pictures are compressed already, and who reads them back needs no decompressor that a
 * hostile file could blow up.
 */
#ifndef PDF_ATTACH_H
#define PDF_ATTACH_H

#include "pdf/out.h"
#include "pdf/pdf.h"

/** Gives the catalog its files; nothing without any. */
void attach_files(struct out *out, struct arena *arena, const struct pdf_info *info,
                  struct obj *catalog);

#endif
