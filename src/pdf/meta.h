/*
 * meta: what the file says about itself, for readers, archives and libraries.
 */
#ifndef PDF_META_H
#define PDF_META_H

#include "layout/page.h"
#include "pdf/out.h"
#include "pdf/pdf.h"

/** Gives the catalog its metadata, output intent, language and viewer preferences. */
void meta_catalog(struct out *out, struct arena *arena, const struct pages *pages,
                  const struct pdf_info *info, struct obj *catalog);

/** The document information dictionary. */
struct obj *meta_info(struct out *out, const struct pages *pages, const struct pdf_info *info,
                      struct arena *arena);

/** A date of the info as PDF has it: "D:20241101000000+00'00'". */
struct str meta_date(struct arena *arena, struct str date);

/**
 * An identifier: eight bytes made from what the file shows and says, and eight of its origin.
 * @param operators  what each page draws.
 */
void meta_id(const struct pages *pages, const struct pdf_info *info, const struct str *operators,
             unsigned char id[16]);

#endif
