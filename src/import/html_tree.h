/*
 * html_tree: an HTML document as elements and texts, without the library that reads it.
 */
#ifndef IMPORT_HTML_TREE_H
#define IMPORT_HTML_TREE_H

#include "base/text.h"

/** An element or a text of the document; NULL is none. */
typedef const void *html_node;

/** @return the name of the library that reads HTML, if it cannot be loaded; else NULL. */
const char *html_tree_missing(void);

/**
 * Parses HTML: no fault is fatal, and elements may be nested as deep as memory lasts.
 * @pre !html_tree_missing()
 * @return for html_tree_free(); NULL without memory
 */
void *html_tree_parse(struct str html);
void html_tree_free(void *tree);

html_node html_tree_root(const void *tree);
html_node html_first(html_node node);
html_node html_next(html_node node);
html_node html_parent(html_node node);
/** The node, or the first one behind it in its parent, that is an element; NULL if none is. */
html_node html_element_from(html_node node);

/** The tag in small letters, "p"; absent if it is no element. */
struct str html_tag(html_node node);
/** Of a text: its characters; absent if it is none (a comment, an element). */
struct str html_text(html_node node);
/** The value of an attribute; "" if it has none, or it is an empty one. */
struct str html_attribute(html_node node, const char *name);
bool html_has_attribute(html_node node, const char *name);
/** From 1; libxml2 counts to 65,535. */
uint32_t html_line(html_node node);

/**
 * The node that comes behind in the order of the document: the first one inside unless `skip`,
 * the next, or the next of a parent that is below `top`.  NULL at the end.
 */
html_node html_walk(html_node node, html_node top, bool skip);

#endif
