/*
 * reference_read: one item of "references": a text, or an item of CSL-JSON.
 */
#ifndef READ_REFERENCE_READ_H
#define READ_REFERENCE_READ_H

#include "read/fields.h"

/** A value_reader. @param to  a struct reference. */
void reference_read(struct reader *r, const struct json *value, void *to);

#endif
