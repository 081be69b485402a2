/* See pagination.h. */
#include "layout/pagination.h"

#include "base/array.h"

#include <stdlib.h>

/* ---- What must stay together ---- */

/* A heading that waits for the lines below it. */
struct walk {
    struct pagination *out;
    bool open, fresh; /* fresh: no line has come yet */
    int32_t top;      /* of the heading */
    int missing;      /* lines that it still needs */
    int32_t bottom;   /* of the last line */
};

enum { LINES_LEAST = 2 }; /* that stand together at a page's end or start */

static void add_keep(struct walk *walk, int32_t top, int32_t bottom, enum hold hold)
{
    *ARRAY_PUSH(walk->out->arena, &walk->out->keeps) = (struct keep){top, bottom, hold};
}

static void close_heading(struct walk *walk)
{
    if (walk->open)
        add_keep(walk, walk->top, walk->bottom, HOLD_NEAR);
    walk->open = false;
}

/* A heading below a heading keeps both with what follows. */
static void open_heading(struct walk *walk, int32_t top, int32_t bottom, int lines)
{
    if (!walk->open || !walk->fresh) {
        close_heading(walk);
        walk->top = top;
    }
    walk->open = walk->fresh = true;
    walk->missing = lines;
    walk->bottom = bottom;
}

static void add_line(struct walk *walk, int32_t top, int32_t bottom)
{
    add_keep(walk, top, bottom, HOLD_LINE);
    walk->bottom = bottom;
    walk->fresh = false;
    if (walk->open && --walk->missing == 0)
        close_heading(walk);
}

/* A bullet or number stands on the line of its text, and is no line of its own. */
static void add_text(struct walk *walk, const struct piece *text, int32_t top)
{
    int32_t leading = text->type.leading, bottom = top + text->height;
    if (text->tag == TAG_LBL) {
        add_keep(walk, top, bottom, HOLD_LINE);
        return;
    }
    if (text->heads)
        open_heading(walk, top, bottom, LINES_LEAST);
    for (int i = 0; i < text->lines && text->heads; i++)
        add_keep(walk, top + i * leading, top + (i + 1) * leading, HOLD_LINE);
    for (int i = 0; i < text->lines && !text->heads; i++)
        add_line(walk, top + i * leading, top + (i + 1) * leading);
    if (text->hold == HOLD_NONE) {
        add_keep(walk, top, top + LINES_LEAST * leading, HOLD_NEAR);
        add_keep(walk, bottom - LINES_LEAST * leading, bottom, HOLD_NEAR);
    }
}

/* Its upper line stays with the first line inside, its lower one with the last. */
static void add_frame(struct walk *walk, const struct piece *frame, int32_t top)
{
    int32_t bottom = top + frame->height;
    add_keep(walk, top, top + frame->pad + 1, HOLD_LINE);
    add_keep(walk, bottom - frame->pad - 1, bottom, HOLD_LINE);
    *ARRAY_PUSH(walk->out->arena, &walk->out->frames) = (struct parted){top, bottom, frame->pad};
}

/* A rule that spans what stands beside it keeps nothing; one that heads what follows does. */
static void add_rule(struct walk *walk, const struct piece *rule, int32_t top)
{
    if (!rule->heads)
        return;
    add_keep(walk, top, top + rule->height, HOLD_LINE);
    open_heading(walk, top, top + rule->height, 1);
}

static void gather_lines(struct walk *walk, const struct piece *piece, int32_t top)
{
    switch (piece->kind) {
    case PIECE_STACK:
        for (const struct piece *child = piece->first; child; child = child->next)
            gather_lines(walk, child, top + child->y);
        break;
    case PIECE_TEXT:
        add_text(walk, piece, top);
        break;
    case PIECE_RULE:
        add_rule(walk, piece, top);
        break;
    case PIECE_FRAME:
        add_frame(walk, piece, top);
        break;
    case PIECE_FIGURE:
    case PIECE_LINE:
    case PIECE_TICK:
        add_line(walk, top, top + piece->height);
        break;
    }
    if (piece->hold != HOLD_NONE && piece->height > 0)
        add_keep(walk, top, top + piece->height, piece->hold);
}

static int by_top(const void *a, const void *b)
{
    int32_t first = ((const struct keep *)a)->top, second = ((const struct keep *)b)->top;
    return (first > second) - (first < second);
}

/* ---- Blocks ---- */

/* Keeps that overlap, and with them what they span. */
struct solid {
    int32_t top, bottom;
    size_t first, end; /* its keeps, weaker ones than it is made of among them */
};

/*
 * The next block of the keeps from *at to end that are as strong as `weakest` or stronger.
 * @return false if there is none.
 */
static bool next_solid(const struct keep *keeps, size_t *at, size_t end, enum hold weakest,
                       struct solid *solid)
{
    while (*at < end && keeps[*at].hold > weakest)
        ++*at;
    if (*at == end)
        return false;
    *solid = (struct solid){keeps[*at].top, keeps[*at].bottom, *at, end};
    for (; *at < end; ++*at) {
        const struct keep *keep = &keeps[*at];
        if (keep->hold > weakest)
            continue;
        if (keep->top >= solid->bottom)
            break;
        if (keep->bottom > solid->bottom)
            solid->bottom = keep->bottom;
    }
    solid->end = *at;
    return true;
}

/* ---- Pages ---- */

struct filler {
    struct pagination *out;
    struct page_area area, others; /* of the page that is being filled; of those behind it */
    int32_t from, to;
    bool empty; /* nothing is on the page yet, and from and to say nothing */
};

/* What the lines of a frame that is parted at y take there. */
static int32_t pad_at(const struct filler *filler, int32_t y)
{
    int32_t pad = 0;
    for (size_t i = 0; i < filler->out->frames.count; i++) {
        const struct parted *frame = &filler->out->frames.at[i];
        if (frame->top < y && y < frame->bottom)
            pad += frame->pad;
    }
    return pad;
}

/* Height of what stands on a page from one place of the galley to another. */
static int32_t height_between(const struct filler *filler, int32_t from, int32_t to)
{
    return pad_at(filler, from) + to - from + pad_at(filler, to);
}

static bool fits_on_page(const struct filler *filler, const struct solid *solid)
{
    int32_t from = filler->empty ? solid->top : filler->from;
    return height_between(filler, from, solid->bottom) <= filler->area.bottom - filler->area.top;
}

static bool fits_a_page(const struct filler *filler, const struct solid *solid)
{
    return height_between(filler, solid->top, solid->bottom) <=
           filler->others.bottom - filler->others.top;
}

static void end_page(struct filler *filler)
{
    *ARRAY_PUSH(filler->out->arena, &filler->out->parts) = (struct page_part){
        .from = filler->from,
        .to = filler->to,
        .top = filler->area.top + pad_at(filler, filler->from),
    };
    filler->area = filler->others;
    filler->empty = true;
}

static void take_lines(struct filler *filler, size_t first, size_t end, enum hold weakest);

/* What is higher than a page is parted from where it is; the rest goes to the next page. */
static void take_solid(struct filler *filler, const struct solid *solid, enum hold weakest)
{
    bool last = weakest == HOLD_LINE;
    if (!filler->empty && !fits_on_page(filler, solid) && (last || fits_a_page(filler, solid)))
        end_page(filler);
    if (!last && !fits_on_page(filler, solid)) {
        take_lines(filler, solid->first, solid->end, (enum hold)(weakest - 1));
        return;
    }
    if (filler->empty)
        filler->from = solid->top;
    filler->to = solid->bottom;
    filler->empty = false;
}

static void take_lines(struct filler *filler, size_t first, size_t end, enum hold weakest)
{
    struct solid solid;
    for (size_t at = first; next_solid(filler->out->keeps.at, &at, end, weakest, &solid);)
        take_solid(filler, &solid, weakest);
}

void paginate(struct pagination *pagination, const struct piece *galley, struct page_area first,
              struct page_area others)
{
    struct walk walk = {.out = pagination};
    struct filler filler = {.out = pagination, .area = first, .others = others, .empty = true};
    pagination->parts.count = pagination->keeps.count = pagination->frames.count = 0;
    gather_lines(&walk, galley, 0);
    close_heading(&walk);
    if (pagination->keeps.count)
        qsort(pagination->keeps.at, pagination->keeps.count, sizeof *pagination->keeps.at, by_top);
    take_lines(&filler, 0, pagination->keeps.count, HOLD_WHOLE);
    end_page(&filler);
}

void paginate_one(struct pagination *pagination, int32_t height)
{
    pagination->parts.count = 0;
    *ARRAY_PUSH(pagination->arena, &pagination->parts) = (struct page_part){0, height, 0};
}

size_t page_of(const struct page_parts *parts, int32_t y)
{
    size_t page = 0;
    while (page + 1 < parts->count && parts->at[page + 1].from <= y)
        page++;
    return page;
}
