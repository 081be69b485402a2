/*
 * own_words: what the clinic has its own say on.
 */
#ifndef LINT_RULES_OWN_WORDS_H
#define LINT_RULES_OWN_WORDS_H

#include "lint/linter.h"

/** Whether the clinic lets a word or phrase be that would be marked. @param text  as written */
bool is_allowed(const struct linter *linter, struct str text);

/** Whether the term, or its plural, is in the text, in capitals or not. */
bool has_term(struct str text, struct str term);

#endif
