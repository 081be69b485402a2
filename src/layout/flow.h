/*
 * flow: sets a tree of blocks at a given size and width.
 *
 * One recursion both measures and places: with pages it adds marks and tags, without one it only
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
    int32_t indent;      /**< of an ITEM's text behind its label, thousandths of an em */
    struct node *first, *next;
    size_t children;
    int words;           /**< in it and below */
    size_t keep;         /**< atoms that count while measuring; normally all (see advice.c) */
    int32_t known_limit; /**< the last answer of para_lines(), since most questions repeat */
    size_t known_keep;
    int known_lines;
};

/** What shaping needs to know of the whole sheet. */
struct shaping {
    struct arena *arena;
    const struct fonts *fonts;
    bool upright; /**< no italics: large print */
};

/** Shapes a block and all below it. */
struct node *node_new(const struct shaping *shaping, const struct block *block,
                      enum role inherited);

struct flow {
    struct arena *arena;
    struct style style;
    struct pages *pages;        /**< NULL: measure only */
    struct tag *tag;            /**< parent of what comes next; unused while measuring */
    int32_t top, bottom;        /**< between which each page is filled; bottom 0: endless */
    size_t page;                /**< that is being filled */
    bool overflow;              /**< something that cannot be parted did not fit on a page */
    const struct para *too_wide; /**< one with a word wider than its line, if there was any */
};

/** Sets a node with its top at y. @return the y below it. */
int32_t flow_node(struct flow *flow, struct node *node, int32_t x, int32_t y, int32_t width);

/** Height of a node in this style; pages and tag of the flow are not touched. */
int32_t flow_height(struct flow *flow, struct node *node, int32_t width);

/** For measuring: the same style, but nothing is placed and the page does not end. */
struct flow flow_probe(const struct flow *flow);

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

/** Size of a figure that is to be so high, or less if it would be wider than most. */
struct extent {
    int32_t width, height;
};
struct extent flow_figure_size(const struct figure *figure, int32_t height, int32_t most);

/** Places a figure under its own tag. */
void flow_figure(struct flow *flow, const struct figure *figure, struct extent size, int32_t x,
                 int32_t y);

/** Sets the letterhead's row, and the contact block with its QR code (flow_clinic.c). */
int32_t flow_row(struct flow *flow, struct node *node, int32_t x, int32_t y, int32_t width);
int32_t flow_contact(struct flow *flow, struct node *node, int32_t x, int32_t y, int32_t width);

/** Sets siblings one below the other, up to end (NULL: all). */
int32_t flow_siblings(struct flow *flow, struct node *first, const struct node *end,
                      enum role role, int32_t x, int32_t y, int32_t width);

/** Adds a mark on the current page. */
void flow_add(struct flow *flow, struct mark mark);

/** The least height that must stand in one piece from the node's top on. */
int32_t flow_keep(struct flow *flow, struct node *node, int32_t width);

/** Whether lines of this text may be parted by the end of a page, and after how many. */
int flow_first_lines(const struct flow *flow, int32_t y, int32_t leading, int lines);

/** Goes on to the next page. @return its top. */
int32_t flow_turn(struct flow *flow);

/** Adds a decoration. */
void flow_rule(struct flow *flow, int32_t x, int32_t y, int32_t width, int32_t height,
               uint32_t rgb);

#endif
