/*
 * latex: the LaTeX that programs for BibTeX leave in the texts of references.
 */
#ifndef READ_LATEX_H
#define READ_LATEX_H

#include "base/text.h"

/**
 * Accents, letters and signs as their characters, italics and raised and lowered text as the tags
 * of HTML: "{\'e}" is é, "$10^9$" is 10<sup>9</sup>, "{V}itamin" is Vitamin.  A command that is not
 * known stays as it is written; so does a text without LaTeX, and one whose braces do not match.
 */
struct str latex_decoded(struct arena *arena, struct str s);

/** A DOI or an address without the backslashes that LaTeX needs before its signs: "a\_b". */
struct str latex_unescaped(struct arena *arena, struct str s);

#endif
