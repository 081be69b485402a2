/*
 * text_check: which characters may stand in a handout, and how messages speak of them.
 */
#ifndef READ_TEXT_CHECK_H
#define READ_TEXT_CHECK_H

#include "base/text.h"

enum character_kind {
    CHARACTER_VISIBLE,       /**< printable, if a font has it */
    CHARACTER_SPACE,         /**< a no-break space: needs no glyph of its own */
    CHARACTER_UNPRINTABLE    /**< controls, invisible characters, private use, noncharacters */
};

enum character_kind character_kind(uint32_t c);

/**
 * Of no width: a place where a line may end (U+200B), what joins and parts letters, and what says
 * the direction of a text (UAX #9: marks and isolates).
 */
bool character_is_joiner(uint32_t c);

/** Any kind of space or line end: White_Space of the Unicode Standard. */
bool character_is_white(uint32_t c);

/** How to name c in a message: U+1F600 (“😀”), or U+0009 (a tab). */
struct str character_name(struct arena *arena, uint32_t c);

/**
 * What the user wrote, fit for a message: on one line, any white space as one space, at most 60
 * characters, and none that would upset a terminal. The bytes need not be UTF-8.
 */
struct str text_excerpt(struct arena *arena, struct str text);

/** Whether there is nothing to see: empty, or white space of any kind. */
bool text_is_blank(struct str text);

#endif
