/*
 * Lines to write on.  Fields stand in a grid, as many to a row as leave an inch to write on; each
 * column's lines start level, behind its longest label, and all lines are of one length.  Where a
 * label leaves too little even in one column, its line stands below it.
 */
#include "layout/setter.h"

#define LABEL_GAP PT(5)
#define FIELD_GAP PT(14)
/* An inch to write on. */
#define WRITE_IN_LEAST PT(72)
enum { COLUMNS_MOST = 3 };

struct grid {
    size_t columns;
    int32_t labels[COLUMNS_MOST]; /* width of the longest label of each, with the gap behind it */
    int32_t line;                 /* length of a line */
    int32_t lift;                 /* space above a label, for the pen */
};

static struct grid make_grid(const struct setter *setter, const struct node *node, int32_t width,
                             size_t columns)
{
    struct grid grid = {.columns = columns, .line = width};
    struct type type = style_type(setter->style, node->block, node->role);
    size_t column = 0;
    for (const struct node *label = node->first; label; label = label->next) {
        int32_t own = text_width(setter, label) + LABEL_GAP;
        if (own > grid.labels[column])
            grid.labels[column] = own;
        column = (column + 1) % columns;
    }
    for (column = 0; column < columns; column++)
        grid.line -= grid.labels[column];
    grid.line = (grid.line - FIELD_GAP * (int32_t)(columns - 1)) / (int32_t)columns;
    grid.lift = WRITE_IN_PITCH - type.leading;
    if (grid.lift < type.leading * 7 / 10)
        grid.lift = type.leading * 7 / 10;
    return grid;
}

/* As many columns as leave enough to write on, and the rows evenly filled. */
static struct grid choose_grid(const struct setter *setter, const struct node *node,
                               int32_t width)
{
    size_t most = node->children < COLUMNS_MOST ? node->children : COLUMNS_MOST;
    for (size_t columns = most; columns > 1; columns--) {
        size_t rows = (node->children + columns - 1) / columns;
        if ((node->children + rows - 1) / rows < columns)
            continue;
        struct grid grid = make_grid(setter, node, width, columns);
        if (grid.line >= WRITE_IN_LEAST)
            return grid;
    }
    return make_grid(setter, node, width, 1);
}

/* @param start  where the line starts, from the start of the label */
static struct piece *set_field(const struct setter *setter, struct node *label, int32_t start,
                               const struct grid *grid)
{
    struct type type = style_type(setter->style, label->block, label->role);
    bool below = grid->line < WRITE_IN_LEAST;
    int32_t width = start + grid->line;
    struct piece *field = piece_new(setter->pool, PIECE_STACK, width, 0);
    struct piece *text = set_text(setter, label, TAG_P, below ? width : start);
    piece_add(field, text, 0, 0);
    field->height = text->height + (below ? grid->lift + type.leading : 0);
    int32_t y = type_baseline(&type, field->height - type.leading) + PT(1.5);
    int32_t x = below ? 0 : start;
    piece_add_rule(setter->pool, field, x, y, width - x, RULE_MARK, COLOR_TEXT);
    return field;
}

/* @return the first label of the next row. */
static struct node *add_row(const struct setter *setter, struct piece *rows, struct node *label,
                            const struct grid *grid)
{
    int32_t x = 0, lift = rows->height ? grid->lift : 0;
    struct piece *row = piece_new(setter->pool, PIECE_STACK, rows->width, lift);
    row->hold = HOLD_NEAR;
    for (size_t column = 0; label && column < grid->columns; column++, label = label->next) {
        struct piece *field = set_field(setter, label, grid->labels[column], grid);
        piece_add(row, field, x, lift);
        x += field->width + FIELD_GAP;
        if (lift + field->height > row->height)
            row->height = lift + field->height;
    }
    piece_add(rows, row, 0, rows->height);
    rows->height += row->height;
    return label;
}

struct piece *set_fields(const struct setter *setter, const struct node *node, int32_t width)
{
    struct grid grid = choose_grid(setter, node, width);
    struct piece *rows = piece_new(setter->pool, PIECE_STACK, width, 0);
    for (struct node *label = node->first; label;)
        label = add_row(setter, rows, label, &grid);
    return rows;
}
