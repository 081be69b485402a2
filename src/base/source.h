/*
 * source: one input's bytes, and places in it.
 *
 * A place is a byte offset and a length.  It becomes a line and a column only when something is
 * printed, so reading pays nothing for it.
 */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/text.h"

struct source {
    struct str name; /**< for messages; any bytes */
    struct str text;
};

struct span {
    uint32_t off, len;
};

/** Somewhere in a source; source is NULL for "no place". */
struct place {
    const struct source *source;
    struct span span;
};

bool place_equal(struct place a, struct place b);

/** The first part of a place where the text stands; all of it if it is written otherwise there. */
struct place place_find(struct place place, struct str part);

/** A text with the place it came from. str.ptr is NULL if the field was absent. */
struct text {
    struct str str;
    struct place at;
};

/** An offset as people count it. */
struct position {
    uint32_t line, column; /**< from 1; the column counts characters */
    struct str line_text;  /**< the whole line without its end */
};

/** @param offset at most the text's length (then the end is meant). */
struct position source_position(const struct source *source, uint32_t offset);

/**
 * The place of a part of a text that stands in its source as a JSON string, whose escapes may
 * make it longer there.  @param from, len  bytes of text.str
 */
struct place text_place(const struct text *text, size_t from, size_t len);

#endif
