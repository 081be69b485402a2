/*
 * node: the tree of blocks with its text shaped, made once and then set at any size and width.
 */
#ifndef LAYOUT_NODE_H
#define LAYOUT_NODE_H

#include "layout/para.h"

/** An answer of para_lines(), kept because the fitter asks the same again and again. */
struct known_lines {
    int32_t limit;
    size_t keep;
    int lines;
};

/**
 * The height of a node that was set before, in a width and a style and with as many atoms of each
 * text in it.  Columns are tried at many shares, and what to cut at many places, so the same
 * section is set again and again.
 */
struct known_height {
    uint64_t state;
    uint64_t style; /**< see style_key() */
    int32_t width, height;
    const struct para *too_wide;
};

/* A text is asked about in a dozen widths a trial, and in the same ones again as gaps change. */
enum { KNOWN_LINES = 32, KNOWN_HEIGHTS = 64 };

struct node {
    const struct block *block;
    enum role role;     /**< the block's own or inherited */
    struct para *para;  /**< of a block with runs */
    struct para *label; /**< of an ITEM: its bullet or number */
    int32_t indent;     /**< of an ITEM's text behind its label, thousandths of an em */
    struct node *first, *next;
    size_t children;
    int depends; /**< of DEPENDS_…: its height, and that of what is below */
    int words;   /**< in it and below */
    size_t keep; /**< atoms that count; all, but while advice.c tries how much to cut */
    struct known_lines known[KNOWN_LINES]; /**< by a hash of the limit */
    int *words_to; /**< words up to the end of each atom; NULL until asked for */
    uint64_t state;               /**< a hash of what counts of it: see node_note_state() */
    struct known_height *heights; /**< by a hash of width and style; NULL until one is known */
};

/** Shapes a block and all below it. @param inherited  the role where the block has ROLE_BODY. */
struct node *node_new(const struct shaping *shaping, const struct block *block,
                      enum role inherited);

/** Notes, in it and in all below it, how many atoms and children count now. */
void node_note_state(struct node *node);

/** Where the height of a node, set like this, is known or is to be noted. */
struct known_height *node_height(struct arena *arena, struct node *node, uint64_t style,
                                 int32_t width);

/** The least number of atoms that hold so many words of a node's text, which starts again at its
 * end: some words are tied and stand in one atom, some stand in several. */
size_t node_atoms(struct arena *arena, struct node *node, int words);

/** The widest of the atoms of its text that count. */
int32_t node_widest(const struct node *node);
/** Whether it is wider than that; nearly always none of the text is. */
bool node_exceeds(const struct node *node, int32_t limit);

/** Lines that the first `keep` atoms of its text take. @param limit  see para_lines(). */
int node_lines(struct node *node, int32_t limit);

#endif
