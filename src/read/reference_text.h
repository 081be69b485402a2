/*
 * reference_text: a reference that is a text, pasted from a list or from a program.
 */
#ifndef READ_REFERENCE_TEXT_H
#define READ_REFERENCE_TEXT_H

#include "read/fields.h"

/** A hint for who pasted what only programs read. */
#define EXPORT_AGAIN                                                                              \
    "export it as CSL-JSON and paste one item here, or write it out as readers shall see it"

/**
 * A text as it is printed: *to is a struct text.  A record of BibTeX, RIS and the like is an error;
 * a number in front of it, which the page would repeat, is a warning.
 */
value_reader reference_text_read;

#endif
