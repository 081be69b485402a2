/*
 * outline: the headings of a handout that has several pages, to go there (ISO 32000-1, 12.3.3).
 */
#ifndef PDF_OUTLINE_H
#define PDF_OUTLINE_H

#include "layout/page.h"
#include "pdf/out.h"

/** Gives the catalog the outline, unless there is one page only. @param dicts  by page. */
void outline_catalog(struct out *out, struct arena *arena, const struct pages *pages,
                     struct obj *const *dicts, struct obj *catalog);

#endif
