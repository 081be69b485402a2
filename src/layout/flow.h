/*
 * flow: sets a tree of blocks at a given size and width.
 *
 * One recursion both measures and places: with a page it adds marks and tags, without one it only
 * adds up heights.  So what was measured is what is placed.
 */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "layout/page.h"
#include "layout/para.h"
#include "layout/style.h"

/** A block with its text shaped: what is set again and again while fitting. */
struct node {
    const struct block *block;
    enum role role;      /**< the block's own or inherited */
    struct para *para;   /**< of a block with runs */
    struct para *label;  /**< of an ITEM: its bullet or number */
    struct node *first, *next;
    size_t children;
    int words;           /**< in it and below */
    size_t keep;         /**< atoms that count while measuring; normally all (see advice.c) */
    int32_t known_limit; /**< the last answer of para_lines(), since most questions repeat */
    size_t known_keep;
    int known_lines;
};

/** Shapes a block and all below it. */
struct node *node_new(struct arena *arena, const struct fonts *fonts, const struct block *block,
                      enum role inherited, struct str language);

struct flow {
    struct arena *arena;
    struct style style;
    struct page *page;          /**< NULL: measure only */
    struct tag *tag;            /**< parent of what comes next; unused while measuring */
    const struct para *too_wide; /**< one with a word wider than its line, if there was any */
};

/** Sets a node with its top at y. @return the y below it. */
int32_t flow_node(struct flow *flow, struct node *node, int32_t x, int32_t y, int32_t width);

/** Height of a node in this style; page and tag of the flow are not touched. */
int32_t flow_height(struct flow *flow, struct node *node, int32_t width);

/* ---- Between the files of flow: text ---- */

/** Sets the node's paragraph under its own tag (or, with kind < 0, directly in flow->tag). */
int32_t flow_text(struct flow *flow, struct node *node, int kind, int32_t x, int32_t y,
                  int32_t width);

/** Width of the node's paragraph on one line. */
int32_t flow_width(const struct flow *flow, const struct node *node);

/** Adds one line of a paragraph, atoms [from, to), at a baseline. */
void flow_line(struct flow *flow, const struct para *para, const struct type *type, size_t from,
               size_t to, int32_t x, int32_t baseline);

/** The baseline of a line whose top is y: capitals stand in the middle of the line. */
int32_t flow_baseline(const struct type *type, int32_t y);

/** Sets a FIELDS block: labels with lines to write on (flow_fields.c). */
int32_t flow_fields(struct flow *flow, struct node *node, int32_t x, int32_t y, int32_t width);

/** Adds a decoration. */
void flow_rule(struct flow *flow, int32_t x, int32_t y, int32_t width, int32_t height,
               uint32_t rgb);

#endif
