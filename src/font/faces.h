/*
 * faces: what the files of this folder share; not for other folders.
 */
#ifndef FONT_FACES_H
#define FONT_FACES_H

#include "font/font.h"

#include <hb.h>

enum { FACE_NAME_ROOM = 64 }; /* PostScript names have at most 63 characters */

struct fonts {
    hb_font_t *font[FACE_COUNT]; /**< NULL: the clinic brought no such face */
    char own_name[FONT_STYLES][FACE_NAME_ROOM];
    bool own_greek[FONT_STYLES]; /**< has the modern alphabet whole, so that words stay whole */
    bool fallback_first; /**< the text face is only for what the fallback lacks */
};

/** A font over bytes that stay where they are, 1000 units an em. NULL without memory. */
hb_font_t *face_open(struct str bytes);

/** Whether this face has a glyph for c. */
bool face_has(const struct fonts *fonts, enum face face, uint32_t c);

#endif
