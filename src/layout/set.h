/*
 * set: makes a piece of a block, at a width and in a style.
 */
#ifndef LAYOUT_SET_H
#define LAYOUT_SET_H

#include "layout/setter.h"

/**
 * Sets a node and all below it.  The same node, width and style give the same piece; nothing else
 * is looked at or changed.
 * @return a piece that lives until pool_reset().
 */
struct piece *set_node(const struct setter *setter, struct node *node, int32_t width);

#endif
