/*
 * Two columns.  A COLUMNS block chooses for itself how it is set, so that the references, say, do
 * not decide how wide the cautions are: of all the ways below, the one that is the lowest.
 *
 *     side by side   at one of several shares of the width, split between two siblings
 *     across         a sibling over the whole width, its list in two columns of items
 *
 * The last siblings may run across below the columns, where these would leave a hole.  Reading
 * order is kept within what the reader sees, and no sibling is parted.
 */
#include "layout/setter.h"

/*
 * Shares of the first column, thousandths of the width.  The first of those that are equally low is
 * taken, so the even one comes first.  Fine print, whose parts differ more in length and are read
 * less, may be more uneven.
 */
static const int32_t section_shares[] = {500, 560, 440, 530, 470, 590, 410};
static const int32_t fine_shares[] = {500, 440, 560, 400, 600, 350, 650};
enum { SHARES = sizeof section_shares / sizeof *section_shares };

struct columns {
    int32_t start, end; /* widths */
};

static struct columns columns_of(int32_t width, int32_t share)
{
    int32_t start = (width - COLUMN_GAP) / 1000 * share;
    return (struct columns){start, width - COLUMN_GAP - start};
}

static bool is_fine(struct range range)
{
    return range.first->role == ROLE_FINE;
}

/* Whether the measure of the narrower column allows it. */
static bool is_legible(const struct setter *setter, struct range range, struct columns widths)
{
    int32_t narrower = widths.start < widths.end ? widths.start : widths.end;
    return is_fine(range)
               ? narrower >= style_characters(setter->style->fine, MEASURE_FINE_LEAST)
               : narrower >= style_characters(setter->style->body, MEASURE_LEAST);
}

static int32_t line_height(const struct setter *setter)
{
    return setter->style->body * setter->style->leading / 100;
}

/* What must be saved to set columns in a way that looks less good. */
static int32_t worth_a_line(const struct setter *setter)
{
    return setter->style->thrifty ? 0 : line_height(setter);
}

/* ---- Where the second column begins ---- */

/* The split of a range in columns of these widths, as set for the first column and the second. */
struct split {
    struct columns widths;
    struct piece *first;  /* the first column, up to `before`; it goes on behind it */
    struct piece *before; /* the last piece of the first column */
    struct piece *from;   /* the first piece of the second column */
    int32_t height;       /* of the taller column */
    int32_t hole;         /* how much lower the other one is; below 0: it is the first */
    bool too_wide;        /* a word is wider than its column */
};

static struct split at_split(const struct piece *second, struct piece *before, struct piece *from)
{
    int32_t start = before->y + before->height, end = second->height - from->y;
    return (struct split){.before = before, .from = from, .height = start > end ? start : end,
                          .hole = start - end};
}

/*
 * The first of the splits with the lowest taller column.
 *
 * @param first, second  the siblings, set one below the other in the width of either column; the
 *                       first column never has the last one, nor the second column the first
 * @param from           that sibling of the second column which comes after the first one of all
 */
static struct split best_split(struct piece *first, const struct piece *second, struct piece *from)
{
    struct split best = {.height = INT32_MAX};
    struct piece *before = first->first;
    for (; before && from; before = before->next, from = from->next) {
        struct split split = at_split(second, before, from);
        if (split.height < best.height)
            best = split;
    }
    best.first = first;
    return best;
}

static const struct node *last_of(struct range range)
{
    const struct node *last = range.first;
    while (last->next != range.end)
        last = last->next;
    return last;
}

/* Both columns in the width that they have, once for all splits. */
static struct split set_split(const struct setter *setter, struct range range,
                              struct columns widths)
{
    struct range before = {range.first, last_of(range), range.role};
    struct range after = {range.first->next, range.end, range.role};
    bool even = widths.start == widths.end;
    struct piece *first = set_stack(setter, even ? range : before, widths.start);
    struct piece *second = even ? first : set_stack(setter, after, widths.end);
    struct split split = best_split(first, second, even ? first->first->next : second->first);
    split.too_wide = first->too_wide || second->too_wide;
    split.widths = widths;
    return split;
}

/* Small type is no reason to leave paper empty: beside it a hole of more than four lines is a
 * fault, which any other way is better than. */
static bool leaves_hole(const struct setter *setter, const struct split *split)
{
    enum { HOLE_MOST = 4 };
    int32_t hole = split->hole < 0 ? -split->hole : split->hole;
    bool small = setter->style->body < BODY_PREFERRED_LEAST && !setter->style->holes;
    return small && hole > HOLE_MOST * line_height(setter);
}

/* ---- Side by side ---- */

/* What the lower column has left goes above its headings, half a line to each at most. */
static void spread(const struct setter *setter, struct piece *first, int32_t left)
{
    int32_t count = 0, most = line_height(setter) / 2;
    for (const struct piece *piece = first->next; piece; piece = piece->next)
        count++;
    int32_t each = !count ? 0 : left / count < most ? left / count : most, more = 0;
    for (struct piece *piece = first; piece; piece = piece->next, more += each)
        piece->y += more;
}

static void move_all(struct piece *to, struct piece *first, int32_t x, int32_t top)
{
    for (struct piece *piece = first, *next; piece; piece = next) {
        next = piece->next;
        piece_add(to, piece, x, piece->y - top);
    }
}

static struct piece *join_columns(const struct setter *setter, const struct split *split,
                                  int32_t width)
{
    struct piece *both = piece_new(setter->pool, PIECE_STACK, width, split->height);
    int32_t top = split->from->y;
    split->before->next = NULL;
    if (split->hole < 0)
        spread(setter, split->first->first, -split->hole);
    else
        spread(setter, split->from, split->hole);
    move_all(both, split->first->first, 0, 0);
    move_all(both, split->from, split->widths.start + COLUMN_GAP, top);
    return both;
}

/*
 * At the share that makes them the lowest. @return height INT32_MAX: no share is legible.
 *
 * Even columns stand in line with those above and below, which the eye follows down the page:
 * sections leave them only to save a line.
 */
static struct split set_best_split(const struct setter *setter, struct range range, int32_t width)
{
    struct split best = {.height = INT32_MAX};
    const int32_t *shares = is_fine(range) ? fine_shares : section_shares;
    int32_t line = is_fine(range) ? 0 : worth_a_line(setter);
    for (int i = 0; i < SHARES; i++) {
        struct columns widths = columns_of(width, shares[i]);
        if (!is_legible(setter, range, widths))
            continue;
        struct split split = set_split(setter, range, widths);
        int32_t least = best.widths.start == best.widths.end ? line : 0;
        if (!split.too_wide && best.height - split.height > least)
            best = split;
    }
    return best;
}

/* ---- Across ---- */

/* A list in two columns of items, read down the first one and then down the second. */
static struct piece *set_items(const struct setter *setter, struct node *list, int32_t width)
{
    struct range items = {list->first, NULL, list->role};
    struct columns widths = columns_of(width, section_shares[0]);
    if (!items.first || !items.first->next || !is_legible(setter, items, widths))
        return set_node(setter, list, width);
    struct split split = set_split(setter, items, widths);
    if (split.too_wide || leaves_hole(setter, &split))
        split = set_best_split(setter, items, width);
    if (split.height == INT32_MAX || leaves_hole(setter, &split))
        return set_node(setter, list, width);
    split.hole = 0; /* items keep their pitch */
    struct piece *both = join_columns(setter, &split, width);
    both->tag = TAG_L;
    both->node = list;
    return both;
}

static struct piece *set_across(const struct setter *setter, struct node *node, int32_t width);

static struct piece *set_children_across(const struct setter *setter, const struct node *node,
                                         int32_t width)
{
    struct stack stack = stack_new(setter, node->role, width);
    for (struct node *child = node->first; child; child = child->next)
        stack_add(setter, &stack, child, set_across(setter, child, width));
    return stack.piece;
}

static struct piece *set_section_across(const struct setter *setter, const struct node *node,
                                        int32_t width)
{
    struct piece *section = set_children_across(setter, node, width);
    if (node->role == ROLE_DOSE)
        section = dose_under_bar(setter, section);
    section->tag = TAG_SECT;
    return section;
}

/* A sibling over the whole width; all lists in it are in two columns of items. */
static struct piece *set_across(const struct setter *setter, struct node *node, int32_t width)
{
    switch (node->block->kind) {
    case BLOCK_LIST:
        return set_items(setter, node, width);
    case BLOCK_GROUP:
        return set_section_across(setter, node, width);
    case BLOCK_BOX:
        return box_around(setter, set_children_across(setter, node, box_inner(setter, width)),
                          width);
    default:
        return set_node(setter, node, width);
    }
}

/* ---- All ways ---- */

/* One of them, and what it counts as: how high it is, and more if it is at fault. */
struct way {
    struct piece *piece; /* NULL: there is no such way */
    int32_t cost;
};

/* More than any page is high. */
#define HOLE_COST PT(10000)

/* Siblings side by side down to `across`, and from there on over the whole width. */
static struct way set_way(const struct setter *setter, struct range range, struct node *across,
                          int32_t width)
{
    struct stack stack = stack_new(setter, range.role, width);
    struct node *node = range.first;
    int32_t fault = 0;
    if (across != range.first) {
        struct range beside = {range.first, across, range.role};
        struct split split = set_best_split(setter, beside, width);
        if (split.height == INT32_MAX)
            return (struct way){NULL, INT32_MAX};
        fault = !is_fine(range) && leaves_hole(setter, &split) ? HOLE_COST : 0;
        stack_add(setter, &stack, node, join_columns(setter, &split, width));
        node = across;
    }
    for (; node != range.end; node = node->next)
        stack_add(setter, &stack, node, set_across(setter, node, width));
    return (struct way){stack.piece, stack.piece->height + fault};
}

struct piece *set_columns(const struct setter *setter, const struct node *node, int32_t width)
{
    struct range range = {node->first, NULL, node->role};
    int32_t line = worth_a_line(setter);
    struct way best = {NULL, INT32_MAX};
    if (range.first && range.first->next)
        best = set_way(setter, range, NULL, width);
    for (struct node *across = range.first; across; across = across->next) {
        if (across == range.first->next)
            continue; /* one beside nothing is across, too */
        struct way way = set_way(setter, range, across, width);
        /* Side by side is how a reader finds things; what is over the whole width must pay. */
        if (way.piece && (!best.piece || best.cost - way.cost > line))
            best = way;
    }
    return best.piece ? best.piece : piece_new(setter->pool, PIECE_STACK, width, 0);
}
