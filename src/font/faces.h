/*
 * faces: what the files of this folder share; not for other folders.
 */
#ifndef FONT_FACES_H
#define FONT_FACES_H

#include "font/font.h"

#include <hb.h>

struct fonts {
    hb_font_t *font[FACE_COUNT];
    bool fallback_first; /**< the text face is only for what the fallback lacks */
};

/** Whether this face has a glyph for c. */
bool face_has(const struct fonts *fonts, enum face face, uint32_t c);

#endif
