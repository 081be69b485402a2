/* See split.h. */
#include "layout/split.h"

int32_t split_line_height(const struct setter *setter)
{
    return setter->style->body * setter->style->leading / 100;
}

static struct split between(const struct piece *second, struct piece *before, struct piece *from)
{
    int32_t start = before->y + before->height, end = second->height - from->y;
    return (struct split){.before = before, .from = from, .height = start > end ? start : end,
                          .hole = start - end};
}

/* The last of these, and of those behind it, that has a word wider than its column. */
static const struct piece *last_too_wide(const struct piece *from)
{
    const struct piece *last = NULL;
    for (const struct piece *piece = from; piece; piece = piece->next)
        if (piece->too_wide)
            last = piece;
    return last;
}

struct split split_best(struct piece *first, const struct piece *second, struct piece *from)
{
    struct split best = {.height = INT32_MAX};
    const struct piece *wide = last_too_wide(from);
    struct piece *before = first->first;
    for (; before && from && !before->too_wide; before = before->next, from = from->next) {
        struct split split = between(second, before, from);
        if (!wide && !before->heads && split.height < best.height)
            best = split;
        if (from == wide)
            wide = NULL;
    }
    best.first = first;
    return best;
}

bool split_is_faulty(int32_t cost)
{
    return cost >= SPLIT_FAULT;
}

/* @param last  NULL: all of them */
static int32_t pieces_behind(const struct piece *first, const struct piece *last)
{
    int32_t count = 0;
    for (; first != last && first->next; first = first->next)
        count++;
    return count;
}

/* What the lower column of sections has left goes above their headings, half a line to each at
 * most; items keep their pitch. @return how high what is left then is. */
static int32_t lift_sections(const struct setter *setter, struct split *split)
{
    int32_t hole = split->hole < 0 ? -split->hole : split->hole;
    int32_t most = split_line_height(setter) / 2;
    int32_t behind = split->hole < 0 ? pieces_behind(split->first->first, split->before)
                                     : pieces_behind(split->from, NULL);
    if (behind)
        split->lift = hole / behind < most ? hole / behind : most;
    return hole - split->lift * behind;
}

/* Small type is no reason to leave paper empty: beside it a hole of more than four lines is a
 * fault, which any other way is better than. */
static bool is_hole(const struct setter *setter, int32_t height)
{
    enum { HOLE_MOST = 4 };
    bool small = setter->style->small && !setter->style->holes;
    return small && height > HOLE_MOST * split_line_height(setter);
}

static bool holds_sections(struct range range)
{
    return range.first->block->kind == BLOCK_GROUP || range.first->block->kind == BLOCK_BOX;
}

void split_judge(const struct setter *setter, struct range range, struct split *split)
{
    split->cost = split->height;
    if (split->height == INT32_MAX || range.first->role == ROLE_FINE)
        return;
    int32_t hole = split->hole < 0 ? -split->hole : split->hole;
    if (holds_sections(range))
        hole = lift_sections(setter, split);
    if (is_hole(setter, hole))
        split->cost += SPLIT_FAULT;
}

/* ---- Both columns as one piece ---- */

static void spread(struct piece *first, int32_t lift)
{
    int32_t more = 0;
    for (struct piece *piece = first; piece; piece = piece->next, more += lift)
        piece->y += more;
}

static void move_all(struct piece *to, struct piece *first, int32_t x, int32_t top)
{
    for (struct piece *piece = first, *next; piece; piece = next) {
        next = piece->next;
        piece_add(to, piece, x, piece->y - top);
    }
}

struct piece *split_join(const struct setter *setter, const struct split *split, int32_t width)
{
    struct piece *both = piece_new(setter->pool, PIECE_STACK, width, split->height);
    int32_t top = split->from->y;
    split->before->next = NULL;
    spread(split->hole < 0 ? split->first->first : split->from, split->lift);
    move_all(both, split->first->first, 0, 0);
    move_all(both, split->from, split->start + COLUMN_GAP, top);
    return both;
}
