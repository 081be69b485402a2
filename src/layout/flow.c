/*
 * See flow.h.  A function per kind of block; each returns the y below what it set.
 */
#include "layout/flow.h"

/* ---- Measuring ---- */

struct flow flow_probe(const struct flow *flow)
{
    struct flow copy = *flow;
    copy.pages = NULL;
    copy.bottom = 0;
    return copy;
}

/* Siblings from first up to end, in the role of the node that they stand in. */
struct range {
    struct node *first;
    const struct node *end;
    enum role role;
};

/* Sets siblings one below the other; at a page's end, what would be torn goes to the next. */
static int32_t flow_stack(struct flow *flow, struct range range, int32_t x, int32_t y,
                          int32_t width)
{
    for (struct node *node = range.first; node != range.end; node = node->next) {
        if (flow->bottom && y > flow->top && y + flow_keep(flow, node, width) > flow->bottom)
            y = flow_turn(flow);
        y = flow_node(flow, node, x, y, width);
        if (flow->bottom && y > flow->bottom)
            flow->overflow = true;
        if (node->next != range.end)
            y += style_gap(&flow->style, node->block, node->next->block, range.role);
    }
    return y;
}

int32_t flow_siblings(struct flow *flow, struct node *first, const struct node *end,
                      enum role role, int32_t x, int32_t y, int32_t width)
{
    return flow_stack(flow, (struct range){first, end, role}, x, y, width);
}

static struct range children(const struct node *node)
{
    return (struct range){node->first, NULL, node->role};
}

/* ---- Two columns ---- */

static int32_t range_height(struct flow *flow, struct range range, int32_t width)
{
    struct flow measure = flow_probe(flow);
    int32_t height = flow_stack(&measure, range, 0, 0, width);
    flow->too_wide = measure.too_wide;
    return height;
}

int32_t flow_height(struct flow *flow, struct node *node, int32_t width)
{
    return range_height(flow, (struct range){node, node->next, node->role}, width);
}

struct columns {
    int32_t left, right; /* widths; left 0: no columns */
};

static struct columns columns_of(int32_t width, int32_t left_share)
{
    int32_t left = (width - COLUMN_GAP) / 1000 * left_share;
    return (struct columns){left, width - COLUMN_GAP - left};
}

/*
 * Where the second column starts: the first of the splits with the lowest taller column.
 * Reading order is kept, and no sibling is parted.
 */
static struct node *best_split(struct flow *flow, struct range range, struct columns columns,
                               int32_t *height)
{
    struct node *best = NULL;
    *height = INT32_MAX;
    for (struct node *split = range.first->next; split != range.end; split = split->next) {
        int32_t left =
            range_height(flow, (struct range){range.first, split, range.role}, columns.left);
        int32_t right =
            range_height(flow, (struct range){split, range.end, range.role}, columns.right);
        if ((left > right ? left : right) < *height) {
            *height = left > right ? left : right;
            best = split;
        }
    }
    return best;
}

/* The widest gaps, up to half as much again, with which the column is not over height. */
static int32_t gap_to_fill(struct flow *flow, struct range range, int32_t width, int32_t height)
{
    int32_t normal = flow->style.gap, low = normal, high = normal + normal / 2;
    while (low < high) {
        flow->style.gap = (low + high + 1) / 2;
        if (range_height(flow, range, width) <= height)
            low = flow->style.gap;
        else
            high = flow->style.gap - 1;
    }
    flow->style.gap = normal;
    return low;
}

static void place_column(struct flow *flow, struct range range, int32_t x, int32_t y,
                         int32_t width, int32_t height)
{
    int32_t normal = flow->style.gap;
    if (range.first->role != ROLE_FINE) /* whose first lines are to stand level */
        flow->style.gap = gap_to_fill(flow, range, width, height);
    flow_stack(flow, range, x, y, width);
    flow->style.gap = normal;
}

/* A single sibling keeps the whole width. */
static int32_t flow_two_columns(struct flow *flow, struct range range, struct columns columns,
                                int32_t x, int32_t y, int32_t width)
{
    if (range.first == range.end || range.first->next == range.end)
        return flow_stack(flow, range, x, y, width);
    int32_t height;
    struct node *split = best_split(flow, range, columns, &height);
    if (flow->pages) {
        struct range left = {range.first, split, range.role};
        struct range right = {split, range.end, range.role};
        place_column(flow, left, x, y, columns.left, height);
        place_column(flow, right, x + columns.left + COLUMN_GAP, y, columns.right, height);
    }
    return y + height;
}

/* Fine print goes side by side wherever its measure allows, in the columns of the sections or,
 * under sections in one column, in equal ones. */
static int32_t flow_columns(struct flow *flow, struct node *node, int32_t x, int32_t y,
                            int32_t width)
{
    const struct style *style = &flow->style;
    bool fine = node->first && node->first->role == ROLE_FINE;
    int32_t share = fine && !style->left_share ? EQUAL_SHARE : style->left_share;
    struct columns columns = columns_of(width, share);
    int32_t narrower = columns.left < columns.right ? columns.left : columns.right;
    int32_t size = fine ? style->fine : style->body;
    if (columns.left > 0 && narrower >= style_characters(size, MEASURE_LEAST))
        return flow_two_columns(flow, children(node), columns, x, y, width);
    return flow_stack(flow, children(node), x, y, width);
}

/* ---- Lists ---- */

/*
 * Bullets stand in a little from the heading, in hundredths of an em.  More than 0.7 em, or else
 * programs that guess at columns (poppler's, for one) take two headings over two lists for a
 * table, and read the lists line by line across the page.
 */
enum { LIST_INDENT = 75 };

static int32_t flow_item(struct flow *flow, struct node *node, int32_t x, int32_t y,
                         int32_t width)
{
    struct type type = style_type(&flow->style, node->block, node->role);
    bool bullet = node->label->text.ptr[0] == "•"[0];
    x += type.size * LIST_INDENT / 100;
    width -= type.size * LIST_INDENT / 100;
    int32_t indent = (int32_t)((int64_t)type.size * node->indent / 1000);
    struct tag *list = flow->tag;
    if (flow->pages) {
        struct tag *item = tag_new(flow->arena, list, TAG_LI);
        flow->tag = tag_new(flow->arena, item, TAG_LBL);
        struct type mark = type;
        if (bullet && node->role != ROLE_CAUTION)
            mark.rgb = flow->style.accent;
        flow_line(flow, node->label, &mark, 0, node->label->count, x, flow_baseline(&type, y));
        flow->tag = item;
    }
    y = flow_text(flow, node, TAG_LBODY, x + indent, y, width - indent);
    flow->tag = list;
    return y;
}

static int32_t flow_list(struct flow *flow, struct node *node, int32_t x, int32_t y,
                         int32_t width)
{
    struct tag *outer = flow->tag;
    if (flow->pages) {
        flow->tag = tag_new(flow->arena, outer, TAG_L);
        flow->tag->numbered = node->block->numbered;
    }
    y = flow_stack(flow, children(node), x, y, width);
    flow->tag = outer;
    return y;
}

/* ---- Frames and sections ---- */

static int32_t flow_frame(struct flow *flow, struct node *node, int32_t x, int32_t y,
                          int32_t width, int32_t line, uint32_t rgb)
{
    /* More than half an em above and below, so that the last lines of two columns of the same
     * height do not stand level: see LIST_INDENT. */
    int32_t across = flow->style.body * 85 / 100, above = flow->style.body * 60 / 100;
    int32_t inner = width - 2 * across;
    if (flow->pages) {
        int32_t height = range_height(flow, children(node), inner) + 2 * above;
        flow_add(flow, (struct mark){.kind = MARK_FRAME, .x = x, .y = y, .width = width,
                                     .height = height, .stroke = line, .rgb = rgb});
    }
    int32_t page_bottom = flow->bottom;
    flow->bottom = 0; /* a frame is not parted */
    y = flow_stack(flow, children(node), x + across, y + above, inner);
    flow->bottom = page_bottom;
    return y + above;
}

static bool is_section(const struct node *node)
{
    enum role role = node->block->role;
    return role == ROLE_PLAN || role == ROLE_SECTION || role == ROLE_CAUTION ||
           role == ROLE_FINE || role == ROLE_CONTACT;
}

static int32_t flow_group(struct flow *flow, struct node *node, int32_t x, int32_t y,
                          int32_t width)
{
    struct tag *outer = flow->tag;
    if (flow->pages && is_section(node))
        flow->tag = tag_new(flow->arena, outer, TAG_SECT);
    if (node->block->role == ROLE_PLAN) {
        y = flow_frame(flow, node, x, y, width, RULE_MARK, flow->style.accent);
    } else if (node->block->role == ROLE_CONTACT) {
        y = flow_contact(flow, node, x, y, width);
    } else {
        y = flow_stack(flow, children(node), x, y, width);
    }
    flow->tag = outer;
    return y;
}

static int32_t flow_paragraph(struct flow *flow, struct node *node, int32_t x, int32_t y,
                              int32_t width)
{
    if (node->role != ROLE_SUMMARY)
        return flow_text(flow, node, TAG_P, x, y, width);
    /* The key message is marked by a bar, not by colour alone. */
    int32_t indent = flow->style.body * 90 / 100;
    int32_t bottom = flow_text(flow, node, TAG_P, x + indent, y, width - indent);
    flow_rule(flow, x, y, RULE_BAR, bottom - y, flow->style.accent);
    return bottom;
}

int32_t flow_node(struct flow *flow, struct node *node, int32_t x, int32_t y, int32_t width)
{
    switch (node->block->kind) {
    case BLOCK_GROUP:
        return flow_group(flow, node, x, y, width);
    case BLOCK_COLUMNS:
        return flow_columns(flow, node, x, y, width);
    case BLOCK_BOX:
        return flow_frame(flow, node, x, y, width, RULE_FRAME, COLOR_TEXT);
    case BLOCK_ROW:
        return flow_row(flow, node, x, y, width);
    case BLOCK_HEADING:
        return flow_text(flow, node, node->block->level == 1 ? TAG_H1 : TAG_H2, x, y, width);
    case BLOCK_PARAGRAPH:
        return flow_paragraph(flow, node, x, y, width);
    case BLOCK_LIST:
        return flow_list(flow, node, x, y, width);
    case BLOCK_ITEM:
        return flow_item(flow, node, x, y, width);
    case BLOCK_FIELDS:
        return flow_fields(flow, node, x, y, width);
    case BLOCK_FIGURE:
        break; /* figures are placed by what they stand in */
    }
    return y;
}
