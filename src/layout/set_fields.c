/*
 * Lines to write on.  Fields stand in a grid, as many to a row as the longest label allows and the
 * rows evenly filled; each label has its line behind it, or below it where it leaves too little.
 */
#include "layout/setter.h"

#define LABEL_GAP PT(5)
#define FIELD_GAP PT(14)
/* An inch to write on. */
#define WRITE_IN_LEAST PT(72)

struct grid {
    size_t columns;
    int32_t field; /* width of one */
    int32_t lift;  /* space above a label, for the pen */
};

static struct grid make_grid(const struct setter *setter, const struct node *node, int32_t width)
{
    struct type type = style_type(setter->style, node->block, node->role);
    int32_t longest = 0;
    for (const struct node *label = node->first; label; label = label->next)
        if (text_width(setter, label) > longest)
            longest = text_width(setter, label);
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

static struct piece *set_field(const struct setter *setter, struct node *label,
                               const struct grid *grid)
{
    struct type type = style_type(setter->style, label->block, label->role);
    struct piece *field = piece_new(setter->pool, PIECE_STACK, grid->field, 0);
    struct piece *text = set_text(setter, label, TAG_P, grid->field);
    int32_t used = text_width(setter, label) + LABEL_GAP;
    piece_add(field, text, 0, 0);
    field->height = text->height;
    if (used + WRITE_IN_LEAST > grid->field) {
        used = 0;
        field->height += grid->lift + type.leading;
    }
    int32_t line = type_baseline(&type, field->height - type.leading) + PT(1.5);
    piece_add_rule(setter->pool, field, used, line, grid->field - used, RULE_THIN, COLOR_QUIET);
    return field;
}

/* @return the first label of the next row. */
static struct node *add_row(const struct setter *setter, struct piece *rows, struct node *label,
                            const struct grid *grid)
{
    struct piece *row = piece_new(setter->pool, PIECE_STACK, rows->width, grid->lift);
    row->hold = HOLD_NEAR;
    for (size_t column = 0; label && column < grid->columns; column++, label = label->next) {
        struct piece *field = set_field(setter, label, grid);
        piece_add(row, field, (int32_t)column * (grid->field + FIELD_GAP), grid->lift);
        if (grid->lift + field->height > row->height)
            row->height = grid->lift + field->height;
    }
    piece_add(rows, row, 0, rows->height);
    rows->height += row->height;
    return label;
}

struct piece *set_fields(const struct setter *setter, const struct node *node, int32_t width)
{
    struct grid grid = make_grid(setter, node, width);
    struct piece *rows = piece_new(setter->pool, PIECE_STACK, width, 0);
    for (struct node *label = node->first; label;)
        label = add_row(setter, rows, label, &grid);
    return rows;
}
