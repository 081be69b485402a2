/*
 * tidy: small questions about lines and sentences of a post.
 */
#ifndef IMPORT_TIDY_H
#define IMPORT_TIDY_H

#include "base/array.h"
#include "base/text.h"

/**
 * One line of text: white space of any kind as one space, none at the ends, and without what
 * nobody sees (soft hyphens, zero-width spaces, byte order marks, controls).
 */
struct str tidy_line(struct arena *arena, struct str text);

/** The mark that an item of a list begins with ("1.", "a)", "•"), its space included; or "". */
struct str tidy_mark(struct str line);

/** Whether it ends as a sentence does, closing quotes and brackets aside. */
bool tidy_ends_sentence(struct str text);

/** Sentences of a text, each without the space around it. */
struct sentences {
    ARRAY(struct str);
};

/**
 * Cuts a text behind ". ", "? " and "! ", but not behind an initial, an abbreviation or a number
 * of a list, nor before a small letter.  Nothing is lost but the space between them.
 */
struct sentences tidy_sentences(struct arena *arena, struct str text);

#endif
