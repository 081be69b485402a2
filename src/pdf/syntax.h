/*
 * syntax: how names, strings and numbers are written in a PDF (ISO 32000-1, 7.3).
 */
#ifndef PDF_SYNTAX_H
#define PDF_SYNTAX_H

#include "base/text.h"

/** A name with its slash. @param name  ASCII */
void put_name(struct builder *b, const char *name);

/** A text string: ASCII in parentheses, anything else as UTF-16 with byte order mark. */
void put_string(struct builder *b, struct str utf8);

/** Thousandths, rounded to an eighth: enough for a place on a page, and a short number. */
void put_eighths(struct builder *b, int32_t thousandths);

#endif
