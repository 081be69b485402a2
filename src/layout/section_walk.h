/*
 * section_walk: the sections in a tree of nodes, for advice on what is too much or may be more.
 */
#ifndef LAYOUT_SECTION_WALK_H
#define LAYOUT_SECTION_WALK_H

#include "layout/node.h"

/** Is called with each section: a node whose block has a name. */
typedef void section_visit(struct node *section, void *context);

void each_section(struct node *node, section_visit *visit, void *context);

/** The words of a section without its headings. */
int section_words(const struct node *section);

#endif
