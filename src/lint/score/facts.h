/*
 * facts: what an article's text and its page show that the scorecards ask about and no rule finds.
 *
 * Counted once a review.  Numbers are those in the body as figures ("5", "0.5", "5mg"); numbers in
 * words are known where the language has a lexicon.
 */
#ifndef LINT_SCORE_FACTS_H
#define LINT_SCORE_FACTS_H

#include "lint/linter.h"

struct facts {
    bool reviewed;        /**< the language has a lexicon: the rules for words have run */
    int sentences;        /**< of the body without lead-ins */
    int summary;          /**< those of the summary */
    int longest;          /**< those of the longest text but the summary */
    int sections, lists;  /**< on the page; a list has two items or more */
    int steps;            /**< of the dosage */
    int numbers;
    int broken_numbers;   /**< with a decimal, a fraction or a percentage */
    int number_words;     /**< "half", "two", …; not "one" */
    int sums;             /**< what a reader has to work out: "mg/kg", "multiply" */
    int odds;             /**< figures of a probability: "20 %", "1 in 5" */
    int direct;           /**< "you" and "your" */
    int passive_core;     /**< findings of passive-voice in the summary and the dosage */
    bool foreign_headings; /**< the page's headings are not in the language of the text */
};

struct facts facts_of(const struct linter *linter);

#endif
