/*
 * Lines to write on.  Fields stand in a grid, as many to a row as the longest label allows and the
 * rows evenly filled; each label has its line behind it, or below it where it leaves too little.
 */
#include "layout/flow.h"

#define LABEL_GAP PT(5)
#define FIELD_GAP PT(14)
/* An inch to write on. */
#define WRITE_IN_LEAST PT(72)

struct grid {
    size_t columns;
    int32_t field; /* width of one */
    int32_t lift;  /* space above a label, for the pen */
};

static struct grid make_grid(const struct flow *flow, const struct node *node, int32_t width)
{
    struct type type = style_type(&flow->style, node->block, node->role);
    int32_t longest = 0;
    for (const struct node *label = node->first; label; label = label->next)
        if (flow_width(flow, label) > longest)
            longest = flow_width(flow, label);
    int32_t least = longest + LABEL_GAP + WRITE_IN_LEAST;
    size_t most = width > least ? (size_t)((width + FIELD_GAP) / (least + FIELD_GAP)) : 1;
    size_t rows = (node->children + most - 1) / most;
    size_t columns = rows ? (node->children + rows - 1) / rows : 1;
    int32_t lift = type.leading * 7 / 10;
    if (lift < WRITE_IN_PITCH - type.leading)
        lift = WRITE_IN_PITCH - type.leading;
    int32_t gaps = FIELD_GAP * (int32_t)(columns - 1);
    return (struct grid){columns, (width - gaps) / (int32_t)columns, lift};
}

/* @return the y below the field, whose label stands at y. */
static int32_t flow_field(struct flow *flow, struct node *label, const struct grid *grid,
                          int32_t x, int32_t y)
{
    struct type type = style_type(&flow->style, label->block, label->role);
    int32_t bottom = flow_text(flow, label, TAG_P, x, y, grid->field);
    int32_t used = flow_width(flow, label) + LABEL_GAP;
    if (used + WRITE_IN_LEAST > grid->field) {
        used = 0;
        bottom += grid->lift + type.leading;
    }
    flow_rule(flow, x + used, flow_baseline(&type, bottom - type.leading) + PT(1.5),
              grid->field - used, RULE_THIN, COLOR_QUIET);
    return bottom;
}

int32_t flow_fields(struct flow *flow, struct node *node, int32_t x, int32_t y, int32_t width)
{
    struct grid grid = make_grid(flow, node, width);
    int32_t bottom = y;
    size_t i = 0;
    for (struct node *label = node->first; label; label = label->next, i++) {
        size_t column = i % grid.columns;
        if (column == 0)
            y = bottom + grid.lift;
        int32_t left = x + (int32_t)column * (grid.field + FIELD_GAP);
        int32_t below = flow_field(flow, label, &grid, left, y);
        if (below > bottom)
            bottom = below;
    }
    return bottom;
}
