/*
 * tags: the structure tree with its parent tree, and the annotations of links and fields.
 */
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include "layout/page.h"
#include "pdf/form.h"

/**
 * Makes the tree, and gives the page dictionaries their StructParents, Tabs and Annots.
 * @param dicts  the dictionary of each page.
 * @param form   gets the fields. @return the StructTreeRoot.
 */
struct obj *tags_write(struct out *out, struct arena *arena, const struct pages *pages,
                       struct obj *const *dicts, struct form *form);

#endif
