/*
 * A clinic's own fonts, before ours.
 */
#include "font/faces.h"

#include <hb-ot.h>

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
    if (!fonts_put(fonts, face, open_nearest(file, style)))
        return false;
    fonts->own_greek[style] = has_greek(fonts, face);
    return true;
}

struct fonts *fonts_open_with(const struct fonts *base, const struct str files[FONT_STYLES])
{
    struct fonts *fonts = fonts_copy(base);
    bool opened = fonts != NULL;
    if (!fonts)
        return NULL;
    face_calls_begin();
    for (int style = 0; style < FONT_STYLES && opened; style++)
        if (files[style].len)
            opened = open_style(fonts, (enum font_style)style, files[style]);
    if (face_calls_end(fonts) && opened)
        return fonts;
    fonts_close(fonts);
    return NULL;
}
