/*
 * scorer: what the items of the scorecards have in common.
 *
 * Each item has a function score_NAME() that says how the handout stands to it, and on what that
 * rests.  "Met" is said only where what the item asks for was counted, or is a part of every page;
 * "not met" where a finding shows it.  All else is for a person to judge, with what was counted as
 * a help.
 */
#ifndef LINT_SCORE_SCORER_H
#define LINT_SCORE_SCORER_H

#include "lint/score/facts.h"

struct scorer {
    const struct linter *linter;
    const struct article *article;
    struct facts facts;
};

struct ruling {
    enum verdict verdict;
    struct str because;
};

/* score_page.c, score_text.c */
#define ITEM(number, judge, question) struct ruling score_##judge(const struct scorer *s);
#define FIXED(number, verdict, because, question)
#include "lint/score/cdc.def"
#include "lint/score/pemat.def"
#undef ITEM
#undef FIXED

/* ---- What a ruling rests on ---- */

/** Starts a list of reasons. */
struct builder because(const struct scorer *s);
/** Adds some words to it, behind a comma if they are not the first. */
void because_add(struct builder *b, const char *words);
/** Adds "3 lists"; nothing for none. */
void because_count(struct builder *b, int count, const char *one, const char *many);

struct ruling score_on(enum verdict verdict, struct builder *because);
struct ruling score_as(enum verdict verdict, const char *because);

/** A rule whose findings speak against an item, and what they are. */
struct against {
    enum rule rule;
    const char *one, *many;
};

/** Not met if any of the rules found something; else for a person. */
struct ruling score_unless(const struct scorer *s, const struct against *against, size_t count);

#define SCORE_UNLESS(s, against) score_unless((s), (against), sizeof(against) / sizeof *(against))

static inline int fired(const struct scorer *s, enum rule rule)
{
    return s->linter->fired[rule];
}

#endif
