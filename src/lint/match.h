/*
 * match: finding the words and phrases of a list in a passage.
 *
 * Lists are written in lower case with straight apostrophes.  A phrase is words with single spaces
 * between them; "~" behind a word stands for its regular inflections: "utilize~" is utilize,
 * utilizes, utilized and utilizing; "study~" has studies and studied; "stop~" stopped.
 */
#ifndef LINT_MATCH_H
#define LINT_MATCH_H

#include "lint/prose.h"

/** Compares without regard to the case of ASCII letters, and ’ as '. */
bool word_equals(struct str word, struct str lower);

/** Whether the word is one of a list, which ends in NULL. */
bool word_among(struct str word, const char *const *list);

/** The same for a list in the order of strcmp(); words of up to 23 bytes. */
bool word_among_sorted(struct str word, const char *const *list, size_t count);
#define IS_IN(word, list) word_among_sorted((word), (list), sizeof(list) / sizeof *(list))

/** a, e, i, o, u */
bool is_vowel(char c);

/** Whether the word is a base or a regular inflection of it (-s, -es, -ed, -d, -ing, y to i). */
bool word_inflects(struct str word, struct str base);

/** Whether nothing but space stands between that word and the next; there must be one. */
bool word_adjoins(const struct passage *passage, size_t at);

/** Words of the passage, from its word `at` on, that are the phrase; 0 if they are not. */
size_t phrase_at(const struct passage *passage, size_t at, const char *phrase);

/** The same of the first of the phrases that is there. @param phrases  up to a NULL */
size_t phrase_among(const struct passage *passage, size_t at, const char *const *phrases);

/** Whether the phrase occurs among the words from `first` on. @param at  gets where; or NULL. */
bool phrase_within(const struct passage *passage, size_t first, size_t count, const char *phrase,
                   size_t *at);

/** Whether any of the phrases does. @param phrases  up to a NULL. */
bool any_within(const struct passage *passage, size_t first, size_t count,
                const char *const *phrases);

/** Whether any of the phrases occurs in any passage of that part. */
bool any_in_part(const struct prose *prose, enum part part, const char *const *phrases);

#endif
