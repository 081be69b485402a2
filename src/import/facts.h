/*
 * facts: dates, found in text.
 */
#ifndef IMPORT_FACTS_H
#define IMPORT_FACTS_H

#include "import/words.h"

/**
 * A day in the text: "Nov 1, 2024", "1 de noviembre de 2024", "2024-11-01T…".
 * @return "YYYY-MM-DD"; "" if there is none, or if it can be read in two ways (11/01/2024)
 */
struct str facts_date(struct arena *arena, const struct words *words, struct str text);

#endif
