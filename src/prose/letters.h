/*
 * letters: kinds of characters, and capitals and small letters, in the scripts that have them.
 */
#ifndef PROSE_LETTERS_H
#define PROSE_LETTERS_H

#include "base/text.h"

/** Whether it is a letter of any script, or an accent behind one. */
bool is_letter(uint32_t c);

/** Whether it separates words: a blank, a tab, a thin or a no-break space. */
bool is_space(uint32_t c);

/** Whether a sentence may end with it: . ? ! or an ellipsis. */
bool is_end_mark(uint32_t c);

/** Whether it may follow that mark: a closing quote or bracket, or the number of a note. */
bool is_closing_mark(uint32_t c);

/** The character there; a blank behind the end. */
uint32_t letter_at(struct str s, size_t at);

/** The place behind all space from `at` on. */
size_t skip_spaces(struct str s, size_t at);

/** Without space at both ends. */
struct str trim_spaces(struct str s);

/** Its letter of a to z, one with an accent as a capital; NUL if it is no Latin letter. */
char latin_letter(uint32_t c);

/** What a word has of each. */
struct case_count {
    int upper, lower, digits;
};

/** Counts the letters of a word, of any script that has cases. */
struct case_count letters_of(struct str word);

/** A copy in small letters. */
struct str in_small_letters(struct arena *arena, struct str s);

/** The same with straight apostrophes: as the lexicon has it. */
struct str as_read(struct arena *arena, struct str s);

/** The next run of letters and digits from *at on, which moves behind it; empty at the end. */
struct str next_part(struct str s, size_t *at);

/** Whether the word is a number, with or without a unit stuck to it: "5", "1,000", "5mg". */
bool word_is_number(struct str word);

#endif
