/*
 * html_small: text above or below the line.  Its digits must not become digits of the number before
 * them: 10<sup>9</sup> is no 109, 1<sup>1/2</sup> no 11/2.
 */
#ifndef IMPORT_HTML_SMALL_H
#define IMPORT_HTML_SMALL_H

#include "import/html_walk.h"

/** Adds a <sup>: a power as small digits, the mark of a note beside the text.
    @return false if it is neither, but a part of the line like any other */
bool html_raise(struct walk *w, html_node node);

/** Adds a <sub> that stands behind a number. @return false if it is part of the line */
bool html_lower(struct walk *w, html_node node);

#endif
