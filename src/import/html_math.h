/*
 * html_math: the signs of a formula in MathML, where only its layout shows them: of a fraction, of
 * a power.  <mfrac><mn>1</mn><mn>2</mn></mfrac> is no 12.
 */
#ifndef IMPORT_HTML_MATH_H
#define IMPORT_HTML_MATH_H

#include "import/html_walk.h"

/** Adds what stands before an element of a formula; nothing before any other one. */
void html_math_open(struct walk *w, html_node node);
/** Adds what stands behind it. */
void html_math_close(struct walk *w, html_node node);

#endif
