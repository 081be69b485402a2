/*
 * match: what the words of a passage are, as the lexicon has it, and asking for it.
 *
 * A HIT is an entry that begins at a word: "prior to" is one of two words at "prior".  All that
 * begin there are kept, but of a family that competes only the longest (class.def).
 */
#ifndef PROSE_MATCH_H
#define PROSE_MATCH_H

#include "prose/sentence.h"

/** Finds the hits of all words; the words must be there. */
void match_words(struct arena *arena, struct passage *passage);

/** Words of the longest entry of that class that begins there; 0: none, or no word. */
size_t class_at(const struct passage *passage, size_t at, enum word_class word_class);

/** That entry; or NULL. @param words  gets its words; or NULL */
const struct entry *entry_at(const struct passage *passage, size_t at, enum word_class word_class,
                             size_t *words);

/** Whether one lies within the words from `first` on. @param at  gets where; or NULL */
bool class_within(const struct passage *passage, size_t first, size_t count,
                  enum word_class word_class, size_t *at);

/** Whether one lies within the sentence. */
bool class_in(const struct passage *passage, const struct sentence *sentence,
              enum word_class word_class);

/**
 * Whether a word is a base or a regular inflection of it in English: -s, -es, -ed, -ing, y to i,
 * the last letter doubled.  Both are as as_read() makes them.
 */
bool word_inflects(struct str word, struct str base);

/** Whether nothing but space stands behind that word, before the next or the end. */
bool word_adjoins(const struct passage *passage, size_t at);

/** Words from `at` on that are the phrase, which is as as_read() makes it; 0 if they are not. */
size_t phrase_at(const struct passage *passage, size_t at, struct str phrase);

/** Whether the phrase lies within the words from `first` on. */
bool phrase_within(const struct passage *passage, size_t first, size_t count, struct str phrase);

#endif
