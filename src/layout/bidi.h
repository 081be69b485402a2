/*
 * bidi: text that runs from right to left, alone or with text that does not (UAX #9).
 */
#ifndef LAYOUT_BIDI_H
#define LAYOUT_BIDI_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

enum direction {
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT,
    DIRECTION_OF_TEXT /**< of its first strong letter */
};

/** Whether a language is written from right to left. @param language  BCP 47 */
bool language_is_right_to_left(struct str language);

/** A text's embedding levels. */
struct bidi {
    uint8_t *levels; /**< of each byte; NULL: all of it runs from left to right */
    bool right_to_left; /**< its base direction */
};

/**
 * Resolves a paragraph.  On a page that runs from right to left one without any such letter (a
 * reference in English) runs from left to right; in any other, each stretch of Latin letters and
 * numbers is isolated, so that "10–20 mg", a phone number and a DOI keep their order.
 * @param right_to_left  whether the page is.
 */
struct bidi bidi_resolve(struct arena *arena, struct str text, bool right_to_left);

/** The levels as UAX #9 has them, without such isolates. @param base  gets the base level */
uint8_t *bidi_levels(struct arena *arena, struct str text, enum direction direction,
                     uint8_t *base);

/**
 * The order in which the parts of a line are drawn, from left to right (rule L2).
 * @param levels  of its parts.
 * @param order   gets their indices.
 */
void bidi_order(const uint8_t *levels, size_t count, size_t *order);

#endif
