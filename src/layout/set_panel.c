/*
 * What must be seen: the dose under its bar, the cautions in their frame, the plan in its strip.
 * The dose and the frame stand beside each other, so what is in them begins level.
 */
#include "layout/setter.h"

/* From the edge of a panel to what is in it.  More than half an em above and below, so that the
 * last lines of two columns of the same height do not stand level: see LIST_INDENT. */
static int32_t pad_above(const struct setter *setter)
{
    return setter->style->body * 60 / 100;
}

static int32_t pad_across(const struct setter *setter)
{
    return setter->style->body * 85 / 100;
}

/* Of a frame, its line included, where a word has no room otherwise. */
#define PAD_LEAST PT(5)

/* ---- Frames ---- */

/* Around what is set already, in the middle of the width. */
static struct piece *frame(const struct setter *setter, struct piece *inner, int32_t width,
                           int32_t stroke, uint32_t rgb)
{
    int32_t above = pad_above(setter), height = inner->height + 2 * above;
    struct piece *box = piece_new(setter->pool, PIECE_STACK, width, height);
    struct piece *edge = piece_new(setter->pool, PIECE_FRAME, width, height);
    edge->stroke = stroke;
    edge->rgb = rgb;
    edge->pad = above;
    box->hold = HOLD_WHOLE;
    piece_add(box, edge, 0, 0);
    piece_add(box, inner, (width - inner->width) / 2, above);
    return box;
}

/* A box to tick, as high as a capital. It says nothing that its text does not: an artifact; but in
 * a form it is the label of its item. */
struct piece *set_tick_box(const struct setter *setter, struct node *node)
{
    struct type type = style_type(setter->style, node->block, node->role);
    int32_t side = type_scaled(&type, TICK_BOX);
    struct piece *line = piece_new(setter->pool, PIECE_STACK, side, type.leading);
    struct piece *box = piece_new(setter->pool, PIECE_FRAME, side, side);
    box->stroke = RULE_BOX;
    box->rgb = COLOR_TEXT;
    piece_add(line, box, 0, type_baseline(&type, 0) - side);
    if (setter->fillable) {
        struct piece *tick = piece_new(setter->pool, PIECE_TICK, side, side);
        tick->tag = TAG_FORM;
        tick->node = node;
        line->tag = TAG_LBL;
        piece_add(line, tick, 0, box->y);
    }
    return line;
}

struct piece *set_box(const struct setter *setter, const struct node *node, int32_t width)
{
    struct piece *inner = set_children(setter, node, box_inner(setter, width));
    if (inner->too_wide) /* a long word needs the room more than the frame does */
        inner = set_children(setter, node, width - 2 * PAD_LEAST);
    return box_around(setter, inner, width);
}

int32_t box_inner(const struct setter *setter, int32_t width)
{
    return width - 2 * pad_across(setter);
}

struct piece *box_around(const struct setter *setter, struct piece *inner, int32_t width)
{
    return frame(setter, inner, width, RULE_FRAME, COLOR_TEXT);
}

/* ---- A heading on a bar ---- */

struct piece *set_bar(const struct setter *setter, struct node *node, int32_t width)
{
    int32_t across = setter->style->body * 40 / 100, above = setter->style->body * 15 / 100;
    struct piece *text = set_text(setter, node, TAG_H2, width - 2 * across);
    struct piece *bar = piece_new(setter->pool, PIECE_STACK, width, text->height + 2 * above);
    piece_add_rule(setter->pool, bar, 0, 0, width, bar->height, COLOR_TEXT);
    piece_add(bar, text, across, above);
    bar->hold = HOLD_NEAR;
    return bar;
}

/* ---- The dose ---- */

struct piece *set_dose(const struct setter *setter, const struct node *node, int32_t width)
{
    return dose_under_bar(setter, set_children(setter, node, width));
}

struct piece *dose_under_bar(const struct setter *setter, struct piece *inner)
{
    int32_t above = pad_above(setter);
    struct piece *dose =
        piece_new(setter->pool, PIECE_STACK, inner->width, above + inner->height);
    piece_add_rule(setter->pool, dose, 0, 0, inner->width, RULE_BAR, setter->style->accent)
        ->heads = true;
    piece_add(dose, inner, 0, above);
    return dose;
}

/* ---- Lines for questions ---- */

/* A line for a question, on the foot of its piece. */
static struct piece *set_note(const struct setter *setter, struct node *node, int32_t width)
{
    struct piece *note = piece_new(setter->pool, PIECE_STACK, width, NOTES_PITCH);
    struct piece *rule = piece_add_rule(setter->pool, note, 0, NOTES_PITCH - RULE_THIN, width,
                                        RULE_THIN, COLOR_SOFT);
    note->tag = TAG_P;
    set_write_in(setter, note, rule, node, node->first);
    return note;
}

struct piece *set_notes(const struct setter *setter, struct node *node, int32_t width,
                        int32_t height)
{
    struct piece *notes = piece_new(setter->pool, PIECE_STACK, width, 0);
    struct piece *text = set_text(setter, node->first, TAG_H2, width);
    int32_t lines = (height - text->height) / NOTES_PITCH;
    notes->tag = TAG_SECT;
    notes->hold = HOLD_WHOLE;
    piece_add(notes, text, 0, 0);
    for (int32_t i = 0; i < lines && i < NOTES_MOST; i++)
        piece_add(notes, set_note(setter, node, width), 0, text->height + i * NOTES_PITCH);
    notes->height = height;
    return notes;
}

/* ---- The plan ---- */

/* @param box  from the start of the box to that of the text */
static struct piece *set_time(const struct setter *setter, struct node *time, int32_t box)
{
    int32_t width = box + text_width(setter, time);
    struct piece *item = piece_new(setter->pool, PIECE_STACK, width, 0);
    struct piece *text = set_text(setter, time, TAG_LBODY, width - box + PT(1));
    item->tag = TAG_LI;
    item->height = text->height;
    piece_add(item, set_tick_box(setter, time), 0, 0);
    piece_add(item, text, box, 0);
    return item;
}

struct piece *set_times(const struct setter *setter, const struct node *node, int32_t width)
{
    int32_t em = setter->style->body, x = 0;
    struct type type = style_type(setter->style, node->block, node->role);
    struct piece *row = piece_new(setter->pool, PIECE_STACK, width, 0);
    row->tag = TAG_L;
    for (struct node *time = node->first; time; time = time->next) {
        struct piece *item = set_time(setter, time, type_scaled(&type, TICK_BOX + 350));
        if (x && x + item->width > width) {
            x = 0;
            row->height += type.leading;
        }
        piece_add(row, item, x, row->height);
        x += item->width + em * 2;
    }
    row->height += type.leading;
    return row;
}

/* The heading stands on the baseline of the first row of fields, where it makes the strip lower. */
static struct piece *set_beside(const struct setter *setter, struct node *heading,
                                struct piece *fields, int32_t width, int32_t x)
{
    struct piece *strip = piece_new(setter->pool, PIECE_STACK, width, fields->height);
    struct node *times = heading->next->next;
    struct type large = style_type(setter->style, heading->block, heading->role);
    struct type small = style_type(setter->style, heading->next->block, heading->next->role);
    int32_t y = type_baseline(&small, fields->first ? fields->first->height : 0) - small.leading -
                type_baseline(&large, 0);
    piece_add(strip, set_text(setter, heading, TAG_H2, x), 0, y > 0 ? y : 0);
    piece_add(strip, fields, x, 0);
    if (times) {
        piece_add(strip, set_times(setter, times, width - x), x,
                  strip->height + setter->style->body * 70 / 100);
        strip->height = strip->last->y + strip->last->height;
    }
    return strip;
}

struct piece *set_plan(const struct setter *setter, const struct node *node, int32_t width)
{
    int32_t inner = width - 2 * pad_across(setter);
    struct node *heading = node->first;
    int32_t x = text_width(setter, heading) + setter->style->body * 120 / 100;
    struct piece *fields = x * 3 < inner ? set_fields(setter, heading->next, inner - x) : NULL;
    struct piece *strip = set_children(setter, node, inner);
    if (fields && !fields->too_wide && fields->height < strip->height)
        strip = set_beside(setter, heading, fields, inner, x);
    return frame(setter, strip, width, RULE_THIN, setter->style->accent);
}
