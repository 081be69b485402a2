/*
 * html_action: what is done with an element of HTML, by its tag (tag.def) and its style.
 */
#ifndef IMPORT_HTML_ACTION_H
#define IMPORT_HTML_ACTION_H

#include "import/html_tree.h"

enum action {
    PART_OF_LINE, SKIP, BLOCK, HEADING, ITEM, ROW, CELL, BREAK, BOLD, NOTE, LOWERED, STRUCK, AREA,
    PICTURE, CAPTION, FACT
};

struct tag {
    const char *name; /**< "" for those that are not listed */
    enum action action;
    int value;        /**< tag.def says of what */
};

const struct tag *html_tag_of(html_node node);

/** Whether an element with this action is a part of a line. */
bool html_is_in_line(enum action action);
/** Whether no block is in the element. */
bool html_is_line(html_node top);
/** All that an element says which is in a line. */
struct str html_line_within(struct arena *arena, html_node top);

#endif
