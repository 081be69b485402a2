/* See doser.h. */
#include "lint/rules/doser.h"

struct said {
    struct str words;
    struct said *next;
};

bool doser_first(struct doser *d, struct str words)
{
    for (const struct said *said = d->said; said; said = said->next)
        if (str_equal(said->words, words))
            return false;
    struct said *said = ARENA_NEW(d->linter->arena, struct said);
    *said = (struct said){words, d->said};
    d->said = said;
    return true;
}

bool doser_counts(const struct doser *d, const struct dose *dose)
{
    return dose->shared.entry || (d->bare && dose >= d->bare && dose < d->bare_end);
}
