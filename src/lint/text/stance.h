/*
 * stance: how a sentence stands to what it says: as certain, open, denied, asked or only supposed.
 * Judged by single words and short phrases; where in doubt it is not "as certain".
 */
#ifndef LINT_TEXT_STANCE_H
#define LINT_TEXT_STANCE_H

#include "lint/text/match.h"

/** Whether words from `first` up to `at` deny what stands at `at`: "is not a …", "no … can". */
bool is_denied(const struct passage *passage, size_t first, size_t at);

bool is_question(const struct passage *passage, const struct sentence *sentence);

/** Whether a clause ends between the word `at` and the next: ; : ( or a dash. */
bool clause_ends(const struct passage *passage, size_t at);

#endif
