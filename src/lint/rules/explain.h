/*
 * explain: whether the text says what a word means, there where it stands.
 */
#ifndef LINT_RULES_EXPLAIN_H
#define LINT_RULES_EXPLAIN_H

#include "lint/linter.h"

/**
 * Whether an explanation stands beside the words: "X (that is …)", "X, which means …", "X, a …",
 * "X: …", "X is when …", "… called X", "… (X)".
 */
bool is_explained(const struct passage *passage, size_t first, size_t count);

/** Whether the words begin a bracket: "… (X". */
bool opens_bracket(const struct passage *passage, size_t first);

#endif
