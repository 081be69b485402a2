/*
 * meta: what the file says about itself, for readers, archives and libraries.
 */
#ifndef PDF_META_H
#define PDF_META_H

#include "pdf/content.h"
#include "pdf/pdf.h"

/** Gives the catalog its metadata, output intent, language and viewer preferences. */
void meta_catalog(struct out *out, struct arena *arena, const struct page *page,
                  const struct pdf_info *info, struct obj *catalog);

/** The document information dictionary. */
struct obj *meta_info(struct out *out, const struct page *page, const struct pdf_info *info,
                      struct arena *arena);

/** An identifier made from what the file shows and says. */
void meta_id(const struct page *page, const struct pdf_info *info, const struct content *content,
             unsigned char id[16]);

#endif
