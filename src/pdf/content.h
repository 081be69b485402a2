/*
 * content: a page's marks as operators of a content stream, all of it marked content.
 */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "pdf/embed.h"

/** A marked-content sequence: a stretch of marks of one tag on one leaf. */
struct sequence {
    const struct tag *tag;
    const struct mark *first;
    int leaf;
    int mcid; /**< counted on each leaf from 0 */
};

/** The name of the page's one picture, the logo, among its resources. */
#define CONTENT_PICTURE "I0"

struct content {
    struct str operators[PAGE_LEAVES];
    struct sequence *sequences; /**< in reading order */
    size_t count;
};

struct content content_write(struct arena *arena, const struct page *page,
                             const struct used_faces *used);

#endif
