/*
 * set: makes a piece of a block, at a width and in a style.
 *
 * set_node() sets any block; it calls the function for its kind, and the kinds that hold others
 * call set_node() for these.
 */
#ifndef LAYOUT_SETTER_H
#define LAYOUT_SETTER_H

#include "layout/piece.h"

struct setter {
    struct pool *pool;
    const struct style *style;
    bool fillable; /**< lines and boxes are fields of a form */
    bool part_words; /**< a word wider than its line goes on in the next: see para_part() */
    bool draft; /**< only to see whether it fits on a page: heights are right, but what stands
                     in a piece may be missing; and without lines for questions */
};

/** Siblings, from first up to end (NULL: all), in the role of the node that they stand in. */
struct range {
    struct node *first;
    const struct node *end;
    enum role role;
};

/** All that stand in a node. */
static inline struct range all_children(const struct node *node)
{
    return (struct range){node->first, NULL, node->role};
}

/**
 * Sets a node and all below it.  The same node, width and style give the same piece; nothing else
 * is looked at, and nothing changed but what is known of heights.
 * @return a piece that lives until pool_reset().
 */
struct piece *set_node(const struct setter *setter, struct node *node, int32_t width);

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

/** What a draft asks of a piece. */
struct extent {
    int32_t height;
    const struct para *too_wide; /**< as in struct piece */
};

/** The same for a draft, without the piece: the stack grows, and there is nothing in it. */
void stack_extend(const struct setter *setter, struct stack *stack, const struct node *node,
                  struct extent extent);

/** Siblings one below the other (set.c). */
struct piece *set_stack(const struct setter *setter, struct range range, int32_t width);

/** All that stand in a node, one below the other; in a draft only how high they are (set.c). */
struct piece *set_children(const struct setter *setter, const struct node *node, int32_t width);

/* ---- Text (set_text.c) ---- */

/** The node's paragraph. @param tag  that it opens. */
struct piece *set_text(const struct setter *setter, struct node *node, int tag, int32_t width);

/** The extent of what set_text() makes. */
struct extent text_extent(const struct setter *setter, struct node *node, int32_t width);

/** An item's bullet or number, on one line. */
struct piece *set_label(const struct setter *setter, struct node *node, int32_t width);

/** Paragraphs one below the other. */
struct piece *set_texts(const struct setter *setter, struct range range, int32_t width);

/** Width of the node's paragraph on one line. */
int32_t text_width(const struct setter *setter, const struct node *node);

/* ---- Blocks with a form of their own ---- */

/** A COLUMNS block, in the lowest of several ways (set_columns.c). */
struct piece *set_columns(const struct setter *setter, const struct node *node, int32_t width);

/** What must be seen (set_panel.c): a BOX, a heading on a bar, the dose, the plan. */
struct piece *set_box(const struct setter *setter, const struct node *node, int32_t width);
struct piece *set_bar(const struct setter *setter, struct node *node, int32_t width);
struct piece *set_dose(const struct setter *setter, const struct node *node, int32_t width);
struct piece *set_plan(const struct setter *setter, const struct node *node, int32_t width);

/** What is in a BOX or in the dose's section, set already in its inner width, with what is around
 * it. */
int32_t box_inner(const struct setter *setter, int32_t width);
struct piece *box_around(const struct setter *setter, struct piece *inner, int32_t width);
struct piece *dose_under_bar(const struct setter *setter, struct piece *inner);

/** A box to tick before the node's first line. */
struct piece *set_tick_box(const struct setter *setter, struct node *node);

/** A ROW of texts to tick, on as many lines as it takes. */
struct piece *set_times(const struct setter *setter, const struct node *node, int32_t width);

/** A group's heading, and below it lines to write on, as many as fit in the height. */
struct piece *set_notes(const struct setter *setter, struct node *node, int32_t width,
                        int32_t height);

/**
 * Says what a rule in a piece is: a line to write on, or in a form a field over it.
 * @param blank  the node whose `blank` is heard. @param label  tells what to write there.
 */
void set_write_in(const struct setter *setter, struct piece *piece, struct piece *rule,
                  struct node *blank, struct node *label);

/** A FIELDS block: labels with lines to write on (set_fields.c). */
struct piece *set_fields(const struct setter *setter, struct node *node, int32_t width);

/** A picture or a QR code, so high, or less if it would be wider than most (set_picture.c). */
struct piece *set_figure(const struct setter *setter, struct node *node, int32_t height,
                         int32_t most);

/** The summary's ROW: its text, and beside it the article's picture (set_picture.c). */
struct piece *set_summary(const struct setter *setter, const struct node *node, int32_t width);

/** Rows (set_clinic.c): the letterhead or running line, the title, whom to call. */
struct piece *set_letterhead(const struct setter *setter, const struct node *node,
                             int32_t width);
struct piece *set_title(const struct setter *setter, const struct node *node, int32_t width);
struct piece *set_questions(const struct setter *setter, const struct node *node, int32_t width);

/** The contact block with its QR code, or without it (set_clinic.c). */
struct piece *set_contact(const struct setter *setter, const struct node *node, int32_t width);
struct piece *set_contact_texts(const struct setter *setter, const struct node *node,
                                int32_t width);

/** The QR code of a contact block; NULL: it has none. And how much white it needs around it. */
struct node *contact_qr(const struct node *contact);
struct piece *set_qr(const struct setter *setter, struct node *qr);
int32_t qr_white(const struct node *qr);

/** The foot of a single page (set_foot.c). */
struct piece *set_foot(const struct setter *setter, struct node *node, int32_t width);

#endif
