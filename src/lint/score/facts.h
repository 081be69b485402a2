/*
 * facts: what an article's text, its page and the findings show that the scorecards ask about.
 * fact.def has them all.  Counted once a review, behind all rules.
 */
#ifndef LINT_SCORE_FACTS_H
#define LINT_SCORE_FACTS_H

#include "lint/linter.h"

enum fact {
#define FACT(id, one, many, value) FACT_##id,
#define FOUND(rule, one, many) FACT_##rule,
#include "lint/score/fact.def"
    FACT_COUNT
};

struct facts {
    int of[FACT_COUNT]; /**< how many; 1 or 0 of what only is or is not */
};

struct facts facts_of(const struct linter *linter);

#endif
