/*
 * stance: how an English sentence stands to what it says: as certain, open, denied, asked or only
 * supposed.  Judged by single words and short phrases; where in doubt it is not "as certain".
 */
#ifndef LINT_STANCE_H
#define LINT_STANCE_H

#include "lint/match.h"

/** "not", "no", "never", "isn't" … */
bool is_negator(struct str word);

/** Whether words from `first` up to `at` deny what stands at `at`: "is not a …", "no … can". */
bool is_denied(const struct passage *passage, size_t first, size_t at);

/** Whether words from `first` up to `at` make what stands at `at` a mere case: "if", "ask" … */
bool is_supposed(const struct passage *passage, size_t first, size_t at);

/** Whether something among the words leaves it open: "may", "some studies", "seems" … */
bool is_hedged(const struct passage *passage, size_t first, size_t count);

bool is_question(const struct passage *passage, const struct sentence *sentence);

/** What stands between the word `at` and the next one. */
struct str gap_behind(const struct passage *passage, size_t at);

/** Whether a clause ends between the word `at` and the next: ; : ( or a dash. */
bool clause_ends(const struct passage *passage, size_t at);

#endif
