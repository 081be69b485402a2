/* See set.h.  A function per kind of block. */
#include "layout/set.h"

/* ---- Stacks ---- */

static struct piece *set_stack(const struct setter *setter, struct range range, int32_t width)
{
    struct stack stack = stack_new(setter, range.role, width);
    for (struct node *node = range.first; node != range.end; node = node->next)
        stack_add(setter, &stack, node, set_node(setter, node, width));
    return stack.piece;
}

static struct range children(const struct node *node)
{
    return (struct range){node->first, NULL, node->role};
}

/* ---- Two columns ---- */

struct columns {
    int32_t start, end; /* widths; start 0: no columns */
};

static struct columns columns_of(int32_t width, int32_t share)
{
    int32_t start = (width - COLUMN_GAP) / 1000 * share;
    return (struct columns){start, width - COLUMN_GAP - start};
}

/* Where the second column begins: its first piece, as set for the first column and for the second,
 * and the height of the taller column. */
struct split {
    struct node *node;
    struct piece *before; /* the last piece of the first column */
    struct piece *from;   /* the first piece of the second one */
    int32_t height;
};

/*
 * The first of the splits with the lowest taller column.  Reading order is kept, and no sibling is
 * parted.
 *
 * @param first, second  the siblings, set one below the other in the width of either column; the
 *                       first column never has the last one, nor the second column the first
 * @param from           that sibling of the second column which comes after the first one of all
 */
static struct split best_split(struct range range, const struct piece *first,
                               const struct piece *second, struct piece *from)
{
    struct split best = {.height = INT32_MAX};
    struct piece *before = first->first;
    struct node *node = range.first->next;
    for (; node != range.end; node = node->next, before = before->next, from = from->next) {
        int32_t upper = before->y + before->height, lower = second->height - from->y;
        int32_t height = upper > lower ? upper : lower;
        if (height < best.height)
            best = (struct split){node, before, from, height};
    }
    return best;
}

/* The column with the widest gaps, up to half as much again, with which it is not over height. */
static struct piece *set_to_height(const struct setter *setter, struct range range, int32_t width,
                                   int32_t height)
{
    struct style style = *setter->style;
    struct setter inner = {setter->pool, &style, setter->draft};
    int32_t low = style.gap, high = style.gap + style.gap / 2;
    while (low < high) {
        style.gap = (low + high + 1) / 2;
        if (set_stack(&inner, range, width)->height <= height)
            low = style.gap;
        else
            high = style.gap - 1;
    }
    style.gap = low;
    return set_stack(&inner, range, width);
}

static struct piece *set_even(const struct setter *setter, struct range range,
                              const struct split *split, struct columns widths)
{
    struct range first = {range.first, split->node, range.role};
    struct range second = {split->node, range.end, range.role};
    struct piece *both = piece_new(setter->pool, PIECE_STACK, 0, split->height);
    piece_add(both, set_to_height(setter, first, widths.start, split->height), 0, 0);
    piece_add(both, set_to_height(setter, second, widths.end, split->height),
              widths.start + COLUMN_GAP, 0);
    return both;
}

static void move_all(struct piece *to, struct piece *first, int32_t x, int32_t top)
{
    for (struct piece *piece = first, *next; piece; piece = next) {
        next = piece->next;
        piece_add(to, piece, x, piece->y - top);
    }
}

/* The two columns as they are: what stands before the split, and what stands from there on. */
static struct piece *join_columns(const struct setter *setter, const struct piece *first,
                                  const struct split *split, int32_t end_x)
{
    struct piece *both = piece_new(setter->pool, PIECE_STACK, 0, split->height);
    split->before->next = NULL;
    move_all(both, first->first, 0, 0);
    move_all(both, split->from, end_x, split->from->y);
    return both;
}

static const struct node *last_of(struct range range)
{
    const struct node *last = range.first;
    while (last->next != range.end)
        last = last->next;
    return last;
}

/* Both columns in the width that they have, once for all splits. */
static struct piece *set_split(const struct setter *setter, struct range range,
                               struct columns widths, struct split *split)
{
    struct range before = {range.first, last_of(range), range.role};
    struct range after = {range.first->next, range.end, range.role};
    if (widths.start == widths.end) {
        struct piece *all = set_stack(setter, range, widths.start);
        *split = best_split(range, all, all, all->first->next);
        return all;
    }
    struct piece *first = set_stack(setter, before, widths.start);
    struct piece *second = set_stack(setter, after, widths.end);
    *split = best_split(range, first, second, second->first);
    return first;
}

/* A single sibling keeps the whole width. */
static struct piece *set_two_columns(const struct setter *setter, struct range range,
                                     struct columns widths, int32_t width)
{
    if (range.first == range.end || range.first->next == range.end)
        return set_stack(setter, range, width);
    struct split split;
    struct piece *first = set_split(setter, range, widths, &split);
    bool level = range.first->role == ROLE_FINE; /* whose first lines are to stand level */
    struct piece *both = setter->draft || level
                             ? join_columns(setter, first, &split, widths.start + COLUMN_GAP)
                             : set_even(setter, range, &split, widths);
    both->width = width;
    return both;
}

/* Side by side wherever the measure of the narrower column allows. */
static struct piece *set_columns(const struct setter *setter, const struct node *node,
                                 int32_t width)
{
    const struct style *style = setter->style;
    bool fine = node->first && node->first->role == ROLE_FINE;
    struct columns widths = columns_of(width, fine ? style->fine_share : style->share);
    int32_t narrower = widths.start < widths.end ? widths.start : widths.end;
    int32_t size = fine ? style->fine : style->body;
    if (widths.start > 0 && narrower >= style_characters(size, MEASURE_LEAST))
        return set_two_columns(setter, children(node), widths, width);
    return set_stack(setter, children(node), width);
}

/* ---- Lists ---- */

/*
 * Bullets stand in a little from the heading, in hundredths of an em.  More than 0.7 em, or else
 * programs that guess at columns (poppler's, for one) take two headings over two lists for a
 * table, and read the lists line by line across the page.
 */
enum { LIST_INDENT = 75 };

static struct piece *set_item(const struct setter *setter, struct node *node, int32_t width)
{
    struct piece *item = piece_new(setter->pool, PIECE_STACK, width, 0);
    struct type type = style_type(setter->style, node->block, node->role);
    int32_t x = type.size * LIST_INDENT / 100, indent = type_scaled(&type, node->indent);
    struct piece *text = set_text(setter, node, TAG_LBODY, width - x - indent);
    item->tag = TAG_LI;
    item->height = text->height;
    piece_add(item, set_label(setter, node, indent), x, 0);
    piece_add(item, text, x + indent, 0);
    return item;
}

static struct piece *set_list(const struct setter *setter, struct node *node, int32_t width)
{
    struct piece *list = set_stack(setter, children(node), width);
    list->tag = TAG_L;
    list->node = node;
    return list;
}

/* ---- Frames and sections ---- */

static struct piece *set_frame(const struct setter *setter, const struct node *node,
                               int32_t width, int32_t stroke, uint32_t rgb)
{
    /* More than half an em above and below, so that the last lines of two columns of the same
     * height do not stand level: see LIST_INDENT. */
    int32_t across = setter->style->body * 85 / 100, above = setter->style->body * 60 / 100;
    struct piece *inner = set_stack(setter, children(node), width - 2 * across);
    int32_t height = inner->height + 2 * above;
    struct piece *box = piece_new(setter->pool, PIECE_STACK, width, height);
    struct piece *frame = piece_new(setter->pool, PIECE_FRAME, width, height);
    frame->stroke = stroke;
    frame->rgb = rgb;
    frame->pad = above;
    box->hold = HOLD_WHOLE;
    piece_add(box, frame, 0, 0);
    piece_add(box, inner, across, above);
    return box;
}

static bool is_section(const struct node *node)
{
    enum role role = node->block->role;
    return role == ROLE_PLAN || role == ROLE_SECTION || role == ROLE_CAUTION ||
           role == ROLE_FINE || role == ROLE_CONTACT;
}

static struct piece *set_group(const struct setter *setter, struct node *node, int32_t width)
{
    struct piece *group;
    if (node->block->role == ROLE_PLAN)
        group = set_frame(setter, node, width, RULE_MARK, setter->style->accent);
    else if (node->block->role == ROLE_CONTACT)
        group = set_contact(setter, node, width);
    else
        group = set_stack(setter, children(node), width);
    group->tag = is_section(node) ? TAG_SECT : NO_TAG;
    return group;
}

/* The key message is marked by a bar, not by colour alone. */
static struct piece *set_summary(const struct setter *setter, struct node *node, int32_t width)
{
    int32_t indent = setter->style->body * 90 / 100;
    struct piece *text = set_text(setter, node, TAG_P, width - indent);
    struct piece *summary = piece_new(setter->pool, PIECE_STACK, width, text->height);
    piece_add(summary, text, indent, 0);
    piece_add_rule(setter->pool, summary, 0, 0, RULE_BAR, text->height, setter->style->accent);
    return summary;
}

struct piece *set_node(const struct setter *setter, struct node *node, int32_t width)
{
    switch (node->block->kind) {
    case BLOCK_GROUP:
        return set_group(setter, node, width);
    case BLOCK_COLUMNS:
        return set_columns(setter, node, width);
    case BLOCK_BOX:
        return set_frame(setter, node, width, RULE_FRAME, COLOR_TEXT);
    case BLOCK_ROW:
        return set_row(setter, node, width);
    case BLOCK_HEADING:
        return set_text(setter, node, node->block->level == 1 ? TAG_H1 : TAG_H2, width);
    case BLOCK_PARAGRAPH:
        return node->role == ROLE_SUMMARY ? set_summary(setter, node, width)
                                          : set_text(setter, node, TAG_P, width);
    case BLOCK_LIST:
        return set_list(setter, node, width);
    case BLOCK_ITEM:
        return set_item(setter, node, width);
    case BLOCK_FIELDS:
        return set_fields(setter, node, width);
    case BLOCK_FIGURE:
        break; /* figures stand in a row or in the contact block, which set them */
    }
    return piece_new(setter->pool, PIECE_STACK, width, 0);
}
