/*
 * See glyf.h.  A glyph begins with the number of its contours and its box; below 0 it is
 * composite: a list of components follows, each with flags, a glyph, and numbers that say where it
 * goes.
 */
#include "font/glyf.h"

#include "base/bytes.h"

/* Letters with two accents have three or four, some Korean and Khmer fonts a dozen. */
enum { COMPONENTS_MOST = 256, DEPTH_MOST = 16 };

/* ---- Where they are ---- */

static size_t outline_count(const struct outlines *o)
{
    return o->loca.len / (o->is_short ? 2 : 4);
}

static uint32_t outline_start(const struct outlines *o, size_t i)
{
    return o->is_short ? 2 * big_endian_16(o->loca, 2 * i) : big_endian_32(o->loca, 4 * i);
}

bool outlines_are_ordered(const struct outlines *o)
{
    uint32_t before = 0;
    for (size_t i = 0; i < outline_count(o); i++) {
        uint32_t here = outline_start(o, i);
        if (here < before)
            return false;
        before = here;
    }
    return before <= o->glyf.len;
}

/* Empty: a glyph without an outline, or none. */
static struct str outline_of(const struct outlines *o, size_t glyph)
{
    if (glyph + 1 >= outline_count(o))
        return (struct str){0};
    uint32_t start = outline_start(o, glyph);
    return str_part(o->glyf, start, outline_start(o, glyph + 1) - start);
}

/* ---- Components ---- */

struct component {
    unsigned glyph;
    bool more; /* another one follows */
};

/* Moves behind the component. @return false if none is there */
static bool next_component(struct str outline, size_t *at, struct component *component)
{
    enum { WORDS = 0x1, SCALE = 0x8, MORE = 0x20, TWO_SCALES = 0x40, MATRIX = 0x80 };
    if (*at + 4 > outline.len)
        return false;
    unsigned flags = big_endian_16(outline, *at);
    *component = (struct component){big_endian_16(outline, *at + 2), flags & MORE};
    *at += flags & WORDS ? 8 : 6;
    *at += flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0;
    return true;
}

/* Takes one from what is left for each component, and theirs. @return false if none is left */
static bool count_components(const struct outlines *o, size_t glyph, int depth, int *left)
{
    enum { HEAD = 10, COMPOSITE = 0x8000 };
    struct str outline = outline_of(o, glyph);
    struct component one = {.more = outline.len > HEAD && big_endian_16(outline, 0) & COMPOSITE};
    for (size_t at = HEAD; one.more && next_component(outline, &at, &one);)
        if (--*left < 0 || depth == DEPTH_MOST || !count_components(o, one.glyph, depth + 1, left))
            return false;
    return true;
}

bool outlines_are_simple(const struct outlines *o)
{
    for (size_t glyph = 0; glyph + 1 < outline_count(o); glyph++) {
        int left = COMPONENTS_MOST;
        if (!count_components(o, glyph, 0, &left))
            return false;
    }
    return true;
}
