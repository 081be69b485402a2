/*
 * abbreviation: whether a word in capitals needs to be spelled out, and whether it is.
 */
#ifndef LINT_RULES_ABBREVIATION_H
#define LINT_RULES_ABBREVIATION_H

#include "lint/linter.h"

/** Without the "s" of several or of owning; not of two letters. */
struct str singular(struct str word);

/** Whether any place of the article says what it is. @param word  as singular() makes it */
bool is_spelled_out(const struct linter *linter, struct str word);

/** "H2O", "CO₂", "NaHCO₃", "MgO": nothing but elements, with figures or a symbol of two letters. */
bool is_formula(const struct passage *passage, size_t at);

/**
 * "FAY" of "Tofacius (toe FAY shus)": syllables in a bracket behind a name that begins as they do.
 * "Thyroid (the TSH test)" has words that are no syllables.
 */
bool is_stressed_syllable(const struct passage *passage, size_t at);

#endif
