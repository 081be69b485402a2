/*
 * tidy: small questions about lines and sentences of a post.
 */
#ifndef IMPORT_TIDY_H
#define IMPORT_TIDY_H

#include "base/array.h"
#include "base/text.h"

/**
 * One line of text: white space of any kind as one space, none at the ends, and without what
 * nobody sees (soft hyphens, zero-width spaces, byte order marks, controls).  Controls that are
 * characters of Windows-1252 under a wrong number are those; another one parts the figures beside
 * it, which are no number together.
 */
struct str tidy_line(struct arena *arena, struct str text);

/**
 * U+202D and U+202E: with one before it, "05" is read as "50", so without it a draft would have
 * another dose than the post.  Overrides stay in the draft, and the handout refuses them.
 */
bool tidy_is_override(uint32_t c);

/** A digit of any script, a fraction such as "½", a raised or lowered figure. */
bool tidy_is_figure(uint32_t c);

/** The mark that an item of a list begins with ("1.", "a)", "•"), its space included; or "". */
struct str tidy_mark(struct str line);

/** Whether it ends as a sentence does, closing quotes and brackets aside. */
bool tidy_ends_sentence(struct str text);

/** Sentences of a text, each without the space around it. */
struct sentences {
    ARRAY(struct str);
};

/**
 * The sentences of a text, as the review cuts them.  Nothing is lost but the space between them.
 * @param language  BCP 47
 */
struct sentences tidy_sentences(struct arena *arena, struct str language, struct str text);

#endif
