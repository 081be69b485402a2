/*
 * tags: the structure tree with its parent tree, and the links' annotations.
 */
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include "pdf/content.h"
#include "pdf/out.h"

/**
 * Makes the tree for what content_write() wrote, and gives the pages their StructParents and
 * Annots.
 * @param pages  the page dictionaries, one a leaf. @return the StructTreeRoot.
 */
struct obj *tags_write(struct out *out, struct arena *arena, const struct page *page,
                       const struct content *content, struct obj *const *pages);

#endif
