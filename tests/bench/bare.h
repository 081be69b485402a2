/*
 * bare: a page that only needs to be written down.  make_bare.c makes the data, bare.c writes it.
 * Lengths are thousandths of a point, places are PDF's: y grows upwards.
 */
#ifndef BENCH_BARE_H
#define BENCH_BARE_H

#include <stddef.h>
#include <stdint.h>

struct bare_glyph {
    uint16_t id;
    int16_t back; /**< thousandths of an em to go back before it: kerning */
};

enum bare_kind { BARE_GLYPHS, BARE_RULE, BARE_FRAME };

struct bare_mark {
    enum bare_kind kind;
    uint32_t rgb;
    int32_t x, y;
    int32_t width, height;               /**< of a rule or frame */
    int32_t stroke;                      /**< of a frame */
    int32_t size;                        /**< of glyphs, as are the following */
    const struct bare_glyph *glyphs;
    size_t count;
    int face;
};

/** A glyph of a face: its width, and what it says as UTF-16 in hexadecimal digits. */
struct bare_code {
    uint16_t id;
    int16_t width;
    const char *text;
};

struct bare_face {
    const char *name; /**< NULL: the page does not use it */
    int16_t bbox[4], ascent, descent, cap_height, italic_angle, stem_v;
    const unsigned char *file; /**< a TrueType file with just these glyphs */
    size_t size;
    const struct bare_code *codes; /**< by ascending id */
    size_t count;
};

struct bare_page {
    int32_t width, height;
    const struct bare_mark *marks;
    size_t mark_count;
    const struct bare_face *faces;
    size_t face_count;
};

extern const struct bare_page bare_page;

#endif
