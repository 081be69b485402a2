/*
 * pagination: where a piece that is higher than a page is cut into pages.
 *
 * The piece is a galley: one long column, as in the days of lead.  A walk over it gathers what must
 * stay together, as intervals of its height ("keeps"):
 *
 *   - a line, or a figure;
 *   - the first two lines of a paragraph and its last two, so that no line stands alone at a page's
 *     end or start; all of one that has three lines or fewer;
 *   - a heading and the first two lines below it;
 *   - what is set to stay whole: a box, the letterhead, the contact block.
 *
 * Keeps that overlap become one block.  Each page takes as many blocks as it holds; what is between
 * the last block of a page and the first of the next one is white space and falls away.  A block
 * that is higher than a page gives up its weakest keeps (enum hold) first, and is parted there.
 */
#ifndef LAYOUT_PAGINATION_H
#define LAYOUT_PAGINATION_H

#include "layout/piece.h"

/** Between which a page is filled. */
struct page_area {
    int32_t top, bottom;
};

/** A page's part of the galley. */
struct page_part {
    int32_t from, to; /**< in the galley */
    int32_t top;      /**< where `from` stands on the page */
};

struct page_parts {
    struct page_part *at; /**< by page, from 0 */
    size_t count, room;
};

struct keep {
    int32_t top, bottom; /**< in the galley */
    enum hold hold;
};

/** A frame in the galley: where it is parted, its lines take room on both pages. */
struct parted {
    int32_t top, bottom, pad;
};

/** The result, and memory that is used again by the next pagination. Start with {.arena = a}. */
struct pagination {
    struct arena *arena;
    struct page_parts parts; /**< one at least */
    struct {
        struct keep *at;
        size_t count, room;
    } keeps;
    struct {
        struct parted *at;
        size_t count, room;
    } frames;
};

/** Cuts a galley. @param first, others  the room of the first page, and of all behind it. */
void paginate(struct pagination *pagination, const struct piece *galley, struct page_area first,
              struct page_area others);

/** The galley is one page as it is, so high. */
void paginate_one(struct pagination *pagination, int32_t height);

/** The part of the page on which something at y begins. */
size_t page_of(const struct page_parts *parts, int32_t y);

#endif
