/*
 * tokens: a text as words, numbers and dashes, each with its place; all other signs stand between
 * them, where token_gap() shows them.
 *
 *     "Take 1 1/2–2 tsp."    Take | 1 1/2 | – | 2 | tsp
 *
 * A number is all that a reader takes for one: "1,000", "0.5", "1/2", "1 1/2", "1½", "10⁹".
 */
#ifndef IMPORT_TOKENS_H
#define IMPORT_TOKENS_H

#include "import/words.h"

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_DASH };

struct token {
    enum token_kind kind;
    struct str str;
    struct str form; /**< as a row of data/import has it; absent until it is asked for */
};

struct tokens {
    ARRAY(struct token);
    struct str text;
};

/** The tokens of a text. They borrow it. */
struct tokens tokens_of(struct arena *arena, struct str text);

/** Whether there is such a token, and it is of that kind. */
bool token_is(const struct tokens *tokens, size_t i, enum token_kind kind);

/** What stands before token i: from the end of the one before it, or from the start of the text.
    @param i  their count for what stands behind the last one */
struct str token_gap(const struct tokens *tokens, size_t i);

/**
 * How many tokens from i on are a row of this kind, as many as possible; 0: none is.  Between them
 * are single spaces or nothing.  In a row, "n" is any number, in figures or as a row of "number";
 * a dash in the text is the first row of "to".
 */
size_t tokens_match(struct arena *arena, const struct words *words, enum cue cue,
                    struct tokens *tokens, size_t i);

/** Whether it is a number, in figures or in words. */
bool token_counts(struct arena *arena, const struct words *words, struct tokens *tokens, size_t i);

/** The row of this kind that a word is; or NULL. */
const struct cue_row *token_row(struct arena *arena, const struct words *words, enum cue cue,
                                struct tokens *tokens, size_t i);

#endif
