/*
 * setter: what setting a block needs besides the block and its width, and the parts that set.h is
 * made of.  Not for other folders.
 */
#ifndef LAYOUT_SETTER_H
#define LAYOUT_SETTER_H

#include "layout/piece.h"

struct setter {
    struct pool *pool;
    const struct style *style;
    bool draft; /**< for its height only: columns are not stretched to end on one line */
};

/** Siblings, from first up to end (NULL: all), in the role of the node that they stand in. */
struct range {
    struct node *first;
    const struct node *end;
    enum role role;
};

/* ---- Stacks (set_text.c) ---- */

/** One piece below the other, with the style's gaps between. */
struct stack {
    struct piece *piece; /**< it grows */
    enum role role;      /**< of the node that they stand in */
    const struct block *last;
};

struct stack stack_new(const struct setter *setter, enum role role, int32_t width);
void stack_add(const struct setter *setter, struct stack *stack, const struct node *node,
               struct piece *piece);

/* ---- Text (set_text.c) ---- */

/** The node's paragraph. @param tag  that it opens. */
struct piece *set_text(const struct setter *setter, struct node *node, int tag, int32_t width);

/** An item's bullet or number, on one line. */
struct piece *set_label(const struct setter *setter, struct node *node, int32_t width);

/** Paragraphs one below the other. */
struct piece *set_texts(const struct setter *setter, struct range range, int32_t width);

/** Width of the node's paragraph on one line. */
int32_t text_width(const struct setter *setter, const struct node *node);

/* ---- Blocks with a form of their own ---- */

/** A FIELDS block: labels with lines to write on (set_fields.c). */
struct piece *set_fields(const struct setter *setter, const struct node *node, int32_t width);

/** The letterhead's row, and the contact block with its QR code (set_clinic.c). */
struct piece *set_row(const struct setter *setter, const struct node *node, int32_t width);
struct piece *set_contact(const struct setter *setter, const struct node *node, int32_t width);

#endif
