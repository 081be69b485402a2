/*
 * reference_names: the authors of a reference, as three manuals of style write them.
 */
#ifndef IMPORT_REFERENCE_NAMES_H
#define IMPORT_REFERENCE_NAMES_H

#include "base/array.h"
#include "base/text.h"

struct read_name {
    struct str family, given;
};

struct read_names {
    ARRAY(struct read_name);
};

/*
 * Each reads all of the text or nothing: "et al." and organisations have no place in a list of
 * names, and make it return false.
 */
bool names_read_ama(struct arena *arena, struct str text, struct read_names *names);
bool names_read_apa(struct arena *arena, struct str text, struct read_names *names);
bool names_read_mla(struct arena *arena, struct str text, struct read_names *names);

#endif
