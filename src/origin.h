/*
 * origin: what a PDF was made of. Not for folders.
 */
#ifndef ORIGIN_H
#define ORIGIN_H

#include "facade.h"

/** The date of the file: "2024-11-01T00:00:00+00:00", or empty. */
struct str file_date(const struct handout_document *document, struct arena *arena);

/**
 * A hash of all that a PDF is made of: the version, both files and those that they name, the names
 * of the faces that were lent, the date, and what was asked for.  Two of the same hash are the same
 * handout; the other way round does not hold.
 */
uint64_t origin_hash(const struct handout_document *document,
                     const struct handout_layout_options *layout, enum handout_format format,
                     struct arena *arena);

#endif
