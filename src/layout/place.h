/*
 * place: draws a piece on its pages, and makes the tags of what it says.
 */
#ifndef LAYOUT_PLACE_H
#define LAYOUT_PLACE_H

#include "layout/pagination.h"

/** Where a piece is drawn. */
struct placing {
    struct pages *pages;
    const struct page_parts *parts; /**< page by page, what of the piece's height stands there */
    size_t first_page;              /**< that of the first part */
    struct tag *tag;                /**< parent of its tags; NULL: it is no content */
    enum artifact artifact;         /**< what it is if it is no content */
};

/**
 * Draws a piece whose place is its own x and y.  Its text is walked once, in reading order, so what
 * a page's end parts stays one element: a list goes on in the same L.
 */
void place_piece(const struct placing *placing, const struct piece *piece);

#endif
