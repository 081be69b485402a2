/*
 * content: a page's marks as operators of a content stream, all of it marked content.
 */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "pdf/embed.h"

/** A marked-content sequence: a stretch of marks of one tag. Its index is its MCID. */
struct sequence {
    const struct tag *tag;
};

struct content {
    struct str operators;
    struct sequence *sequences;
    size_t count;
};

struct content content_write(struct arena *arena, const struct page *page,
                             const struct used_faces *used);

#endif
