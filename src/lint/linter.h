/*
 * linter: what the rules share. Not for other folders.
 *
 * To add a rule: a row in base/rule.def, a function in one of the files of this folder, and its
 * name in a list of lint.c; then a paragraph in the manual page and tests/lint/rules/<slug>.json.
 */
#ifndef LINT_LINTER_H
#define LINT_LINTER_H

#include "lint/lint.h"
#include "lint/match.h"
#include "lint/prose.h"

/** The run of capitals that was looked at last (capitals.c). */
struct shouting {
    const struct passage *passage;
    size_t from, to; /**< words of it */
    bool enough;     /**< of them are ordinary ones */
};

struct linter {
    struct arena *arena;
    struct diags found; /**< findings so far, in any order */
    int fired[RULE_COUNT]; /**< findings of each rule, those of rules that are off too */

    const struct article *article;
    const struct clinic *clinic; /**< NULL: none */
    const struct pages *pages;   /**< NULL: not laid out */
    struct date today;           /**< year 0: unknown */
    struct prose prose;
    struct shouting *shouting;
    struct lint_result *result;
};

/** Looks for one rule, or a few that are found in one pass. */
typedef void lint_rule(struct linter *linter);

/** Adds a finding of DIAG_##id, and counts it: lint_find(linter, LONG_LIST, place, args…). */
#define lint_find(linter, id, at, ...)                                                            \
    (diag_add(&(linter)->found, DIAG_##id, (at), __VA_ARGS__),                                    \
     (void)(linter)->fired[RULE_##id]++)
/** The same without arguments. */
#define lint_find_plain(linter, id, at)                                                           \
    (diag_plain(&(linter)->found, DIAG_##id, (at)), (void)(linter)->fired[RULE_##id]++)

/** Where to point at for what is missing: the article's opening brace. */
static inline struct place lint_whole(const struct linter *linter)
{
    return linter->article->place;
}

/** Whether a language tag (BCP 47) is of that language: "en-US" is of "en". */
bool language_is(struct str tag, struct str language);

/** A number for a message, with one decimal. @param value  thousandths, not negative */
struct str lint_decimal(const struct linter *linter, int32_t value);

/* ---- The rules, by file ---- */

/* reading.c: fills the result's readings and hardest, in English and Spanish. */
lint_rule lint_reading;

/* wording.c, abbreviation.c, passive.c: English */
lint_rule lint_words, lint_abbreviations, lint_passive;
/* length.c, capitals.c: in every language */
lint_rule lint_sentences, lint_capitals, lint_lists;

/* dose.c: in every language */
lint_rule lint_dose;

/* promotion.c, claims.c, safety.c, disclaimer.c, blog.c, supplement.c, sources.c: English */
lint_rule lint_promotion, lint_claims, lint_safety, lint_disclaimer, lint_blog, lint_supplement;
lint_rule lint_references;
/* links.c, currency.c: in every language */
lint_rule lint_links, lint_currency;

/* paper.c: in every language */
lint_rule lint_paper;

/* scorecard.c: after all others */
lint_rule lint_scorecards;

#endif
