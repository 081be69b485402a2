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

/**
 * A font over bytes that stay where they are, 1000 units an em.
 * @param index  which face of a collection; of any other file, 0.
 * @param style  where a variable font is taken: its weight, and its slope if it can lean.
 * @return NULL without memory.
 */
hb_font_t *face_open(struct str bytes, unsigned index, enum font_style style);

/** The weight of a style, as OS/2 and the axis "wght" count it: 400 or 700. */
float style_weight(enum font_style style);

/** Faces in a file: 1, or what a collection says. */
unsigned font_file_faces(struct str file);

/** font_check() of one face, whatever the size of the file. */
enum font_status font_check_face(struct str file, unsigned index);

/** Whether this face has a glyph for c. */
bool face_has(const struct fonts *fonts, enum face face, uint32_t c);

#endif
