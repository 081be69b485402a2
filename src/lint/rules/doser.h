/*
 * doser: what the rules on doses share while they go through an article.  Only for
 * dose*.c.
 */
#ifndef LINT_RULES_DOSER_H
#define LINT_RULES_DOSER_H

#include "lint/rules/dose.h"

struct said; /**< a fault that was reported already */

struct doser {
    struct linter *linter;
    const struct locale *locale; /**< NULL: of no language that we know */
    const struct passage *passage; /**< that is being looked at */
    const struct dose *bare, *bare_end; /**< the amount's doses that have no unit, if any */
    struct said *said;
};

/** Whether the number is a dose: it has a unit, or stands where only a dose is to be expected. */
bool doser_counts(const struct doser *d, const struct dose *dose);

/** Whether nothing was said of the same words yet; remembers them. */
bool doser_first(struct doser *d, struct str words);

/** Short forms among the passage's words (dose_short.c). */
void check_short_forms(struct doser *d);

/** Signs and hyphens behind a dose (dose_pair.c). @param next  the one after it, or NULL */
void check_pair(struct doser *d, const struct dose *dose, const struct dose *next);

#endif
