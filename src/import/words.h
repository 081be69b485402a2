/*
 * words: the words by which the parts of a post are known, from data/import/.
 *
 * A file is rows of "kind TAB words [TAB number]"; "#" starts a comment.  Both the words and what
 * they are compared with are normalised: small letters, with one space between the words, and
 * without marks, so that "Side effects:" is "side effects".
 */
#ifndef IMPORT_WORDS_H
#define IMPORT_WORDS_H

#include "base/array.h"
#include "base/text.h"

/** The kinds of rows; the first ones, to CUE_HEADINGS, are what a heading may say. */
enum cue {
#define CUE(id, name) CUE_##id,
#include "import/cue.def"
#undef CUE
    CUE_COUNT
};
enum { CUE_HEADINGS = CUE_HEADING_FRAME + 1 };

struct cue_row {
    enum cue cue;
    struct str words; /**< normalised */
    struct str text;  /**< as the file has it */
    int number;
};

struct words {
    struct str language; /**< BCP 47 */
    struct { ARRAY(struct cue_row); } rows[CUE_COUNT]; /**< by kind, as they stand in the file */
};

/** A file of data/import, compiled in: name without ending, bytes, size. */
struct word_file {
    const char *tag;
    const unsigned char *bytes;
    const size_t *size;
};
extern const struct word_file word_files[];
extern const size_t word_file_count;

/** Reads one file. The data are the project's own: a row of no known kind is an assertion. */
void words_read(struct arena *arena, struct str file, struct words *words);

/**
 * The words of the post's language.
 * @param language  what the page says, absent if nothing
 * @param text      all of the post: without a language, the file whose common words it uses most
 */
struct words words_choose(struct arena *arena, struct str language, struct str text);

/** Small letters and digits, words with one space between; a space before and behind. */
struct str words_normal(struct arena *arena, struct str text);

/** The longest row of this kind that occurs in the normalised text as whole words; or NULL. */
const struct cue_row *words_find(const struct words *words, enum cue cue, struct str normal);

/** A row of this kind that is all of the normalised text; or NULL. */
const struct cue_row *words_equal(const struct words *words, enum cue cue, struct str normal);

/** A row of this kind that the normalised text begins with; or NULL. */
const struct cue_row *words_start(const struct words *words, enum cue cue, struct str normal);

/** Whether a row of this kind could be a normalised text that goes on where this one ends. */
bool words_may_begin(const struct words *words, enum cue cue, struct str normal);

/** Which of the headings' kinds a normalised heading is; CUE_COUNT if none. */
enum cue words_heading(const struct words *words, struct str normal);

#endif
