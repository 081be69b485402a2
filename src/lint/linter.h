/*
 * linter: what the rules share. Not for other folders.
 *
 * A rule is a row in base/rule.def, and what finds it: rows of rules/patterns.def and of the
 * lexicon (data/review), or a function in rules/ with its name in lint.c.  Then come a paragraph
 * in the manual page and tests/lint/rules/<slug>.json.
 */
#ifndef LINT_LINTER_H
#define LINT_LINTER_H

#include "lint/lint.h"
#include "prose/match.h"
#include "prose/prose.h"

struct linter {
    struct arena *arena;
    struct diags found; /**< findings so far, in any order */
    int fired[RULE_COUNT]; /**< findings of each rule, those of rules that are off too */

    const struct article *article;
    const struct clinic *clinic; /**< NULL: none */
    const struct pages *pages;   /**< NULL: not laid out */
    struct date today;           /**< year 0: unknown */
    struct prose prose;
    bool *worded;      /**< rows of the lexicon that were told of already (wording.c) */
    struct said *said; /**< faults of doses that were (dose.h) */
    struct lint_result *result;
};

/** Looks for one rule, or a few that are found in one pass. */
typedef void lint_rule(struct linter *linter);
/** The same in one text after another. */
typedef void lint_text_rule(struct linter *linter, const struct passage *passage);

/** Adds a finding, and counts it: lint_report(linter, rule, place, args…), with struct str. */
#define lint_report(linter, rule, at, ...)                                                        \
    (diag_add(&(linter)->found, (enum diag_id)(DIAG_RULES + (rule)), (at), __VA_ARGS__),          \
     (void)(linter)->fired[rule]++)
/** The same of the rule of that name: lint_find(linter, LONG_LIST, place, args…). */
#define lint_find(linter, id, at, ...) lint_report((linter), RULE_##id, (at), __VA_ARGS__)
/** The same without arguments. */
#define lint_find_plain(linter, id, at) lint_find((linter), id, (at), (struct str){0})

/** Where to point at for what is missing: the article's opening brace. */
static inline struct place lint_whole(const struct linter *linter)
{
    return linter->article->place;
}

/** A number for a message, with one decimal. @param value  thousandths, not negative */
static inline struct str lint_decimal(const struct linter *linter, int32_t value)
{
    struct builder b = {.arena = linter->arena};
    int tenths = (value + 50) / 100;
    builder_printf(&b, "%d.%d", tenths / 10, tenths % 10);
    return builder_str(&b);
}

/* ---- The rules, by file ---- */

/* rules/pattern.c: claims, disclaimers, passive voice, affiliates: what patterns.def has */
lint_rule lint_patterns;
/* rules/wording.c: what the lexicon has something better for */
lint_text_rule lint_wording;
/* rules/own_words.c: what the clinic has its own say on */
lint_rule lint_own_words;
/* rules/claims.c, supplement.c */
lint_text_rule lint_claim, lint_supplement;
/* rules/safety.c, sources.c */
lint_rule lint_safety, lint_references;
/* rules/dose.c, capitals.c: in every language */
lint_text_rule lint_dose, lint_capitals;
/* rules/length.c, links.c, currency.c, paper.c: in every language */
lint_rule lint_sentences, lint_lists, lint_links, lint_currency, lint_paper;
/* score/reading.c: fills the result's readings and hardest, in English and Spanish */
lint_rule lint_reading;
/* score/scorecard.c: after all others */
lint_rule lint_scorecards;

#endif
