/*
 * dates: which of the days that a post names is the one of its last change.
 */
#ifndef IMPORT_DATES_H
#define IMPORT_DATES_H

#include "import/words.h"

/** How much a day says of the last change; 0: nothing. */
enum date_rank { DATE_NONE, DATE_PUBLISHED, DATE_CHANGED };

struct day {
    struct str text; /**< "YYYY-MM-DD"; or empty */
    enum date_rank rank;
};

/**
 * The day of a line with dates: in "Published Jan 1, 2019. Updated Nov 1, 2024" the second.  One
 * that no word tells about is the day on which the post was published.
 */
struct day dates_find(struct arena *arena, const struct words *words, struct str line);

/** Keeps the day that says more; of two that say the same the one that came first. */
void dates_keep(struct day *best, struct day day);

#endif
