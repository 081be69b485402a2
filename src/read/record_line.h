/*
 * record_line: tells references as programs keep them from those that are printed.
 */
#ifndef READ_RECORD_LINE_H
#define READ_RECORD_LINE_H

#include "base/text.h"

/** What record a line begins, such as "BibTeX"; NULL if it may be of a reference in words. */
const char *record_of_line(struct str line);

#endif
