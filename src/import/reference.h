/*
 * reference: a line of a list of references as an item of CSL-JSON, if every part of it is known.
 */
#ifndef IMPORT_REFERENCE_H
#define IMPORT_REFERENCE_H

#include "import/json_writer.h"

/** Writes the line as an item of a list: an object, or the text as it is. */
void reference_write(struct json_writer *w, struct str line);

#endif
