/*
 * reference_type: which kind of source a type of CSL is.
 */
#ifndef READ_REFERENCE_TYPE_H
#define READ_REFERENCE_TYPE_H

#include "model/reference.h"
#include "read/fields.h"

/** Reads the type into a struct reference. */
value_reader reference_type_read;

/** What the type alone does not tell: call it when all of the item is read. */
void reference_type_settle(struct reference *reference);

#endif
