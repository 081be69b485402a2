/*
 * tags: the structure tree with its parent tree, and the links' annotations.
 */
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include "layout/page.h"
#include "pdf/out.h"

/**
 * Makes the tree, and gives the page dictionaries their StructParents, Tabs and Annots.
 * @param dicts  the dictionary of each page. @return the StructTreeRoot.
 */
struct obj *tags_write(struct out *out, struct arena *arena, const struct pages *pages,
                       struct obj *const *dicts);

#endif
