/*
 * html_style: what the attributes of an element say about how it looks: hidden, struck, bold.
 */
#ifndef IMPORT_HTML_STYLE_H
#define IMPORT_HTML_STYLE_H

#include "import/html_tree.h"

/** By its style, by a class that means it everywhere, or by its role. */
bool html_looks_struck(html_node node);
bool html_looks_bold(html_node node);
/** Above the line, below it. */
bool html_looks_raised(html_node node);
bool html_looks_lowered(html_node node);
/** Whether it starts and ends a block, though its tag does not. */
bool html_looks_block(html_node node);
/** Not for the ear. */
bool html_is_for_the_eye(html_node node);
/** Neither shown at first nor behind a tab or a title that opens it. */
bool html_looks_hidden(html_node node);
/** The mark beside a heading that links to it, or a formula that is there twice. */
bool html_is_anchor(html_node node);
/** For the ear only: the eye has other words. */
bool html_is_for_the_ear(html_node node);

/** Whether a class of the element is that word, in any case. */
bool html_has_class(html_node node, struct str name);

/** Whether declarations of a style, "a: b; c: d", strike text out. */
bool style_strikes(struct str declarations);

#endif
