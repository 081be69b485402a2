/*
 * A clinic's own fonts, before ours.
 */
#include "font/faces.h"

#include <hb-ot.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* How far a face is from a style: weights are 100 to 900, and a wrong slope is worse. */
static float distance(hb_font_t *font, enum font_style style)
{
    float off = hb_style_get_value(font, HB_STYLE_TAG_WEIGHT) - style_weight(style);
    bool leans = hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE) != 0 ||
                 hb_style_get_value(font, HB_STYLE_TAG_ITALIC) != 0;
    return (off < 0 ? -off : off) + (leans != (style == FONT_ITALIC) ? 1000.0f : 0.0f);
}

/* The face of a file that is nearest to a style; the first of equals. */
static hb_font_t *open_nearest(struct str file, enum font_style style)
{
    hb_font_t *nearest = face_open(file, 0, style);
    for (unsigned i = 1; i < font_file_faces(file) && nearest; i++) {
        hb_font_t *other = face_open(file, i, style), *left = other;
        if (other && distance(other, style) < distance(nearest, style)) {
            left = nearest;
            nearest = other;
        }
        hb_font_destroy(left);
    }
    return nearest;
}

/* What the file calls itself, as far as a PDF name needs no escapes for it. */
static void read_name(hb_font_t *font, char name[FACE_NAME_ROOM])
{
    static const char allowed[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
    unsigned length = FACE_NAME_ROOM;
    char full[FACE_NAME_ROOM] = "";
    hb_ot_name_get_utf8(hb_font_get_face(font), HB_OT_NAME_ID_POSTSCRIPT_NAME,
                        HB_LANGUAGE_INVALID, &length, full);
    size_t kept = 0;
    for (size_t i = 0; full[i]; i++)
        if (strchr(allowed, full[i]))
            name[kept++] = full[i];
    assert(kept < FACE_NAME_ROOM);
    name[kept] = '\0';
    if (!kept)
        strcpy(name, "ClinicFont");
}

/* Alpha to omega with the accented ones between, but for a hole in Unicode. */
static bool has_greek(const struct fonts *fonts, enum face face)
{
    enum { FIRST = 0x391, HOLE = 0x3A2, LAST = 0x3CE };
    for (uint32_t c = FIRST; c <= LAST; c++)
        if (c != HOLE && !face_has(fonts, face, c))
            return false;
    return true;
}

/* @return false without memory. */
static bool open_style(struct fonts *fonts, enum font_style style, struct str file)
{
    enum face face = (enum face)(FACE_OWN_REGULAR + (int)style);
    fonts->font[face] = open_nearest(file, style);
    if (!fonts->font[face])
        return false;
    read_name(fonts->font[face], fonts->own_name[style]);
    fonts->own_greek[style] = has_greek(fonts, face);
    return true;
}

struct fonts *fonts_open_with(const struct fonts *base, const struct str files[FONT_STYLES])
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    bool opened = fonts != NULL;
    if (!fonts)
        return NULL;
    fonts->spoilt = base->spoilt;
    for (int face = 0; face < FACE_OWN_REGULAR; face++)
        fonts->font[face] = hb_font_reference(base->font[face]);
    face_calls_begin();
    for (int style = 0; style < FONT_STYLES && opened; style++)
        if (files[style].len)
            opened = open_style(fonts, (enum font_style)style, files[style]);
    if (face_calls_end(fonts) && opened)
        return fonts;
    fonts_close(fonts);
    return NULL;
}
