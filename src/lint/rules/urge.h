/*
 * urge: what the reader is told to do, and what is said to be needless.  "Do not ask your doctor"
 * and "no need to call" have the same words as the advice that they take back.
 */
#ifndef LINT_RULES_URGE_H
#define LINT_RULES_URGE_H

#include "prose/match.h"

/** How many words from that one on deny what follows; 0: none do. */
size_t denial_words(const struct passage *passage, size_t at);

/**
 * Whether the verb at `at` is said not to be needed ("no need to stop it or call"), or is denied at
 * once: "do not ask", but not "do not wait to ask", nor "not without asking".
 * @param first  its sentence's first word.
 */
bool is_excused(const struct passage *passage, size_t first, size_t at);

/** Whether an entry of the class is there that is not excused. */
bool class_is_urged(const struct passage *passage, const struct sentence *sentence,
                    enum word_class word_class);

#endif
