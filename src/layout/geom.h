/*
 * geom: sheets of paper.  Lengths are thousandths of a point (1 pt = 1/72 in); x grows to the
 * right, y grows downwards from the top edge.
 */
#ifndef LAYOUT_GEOM_H
#define LAYOUT_GEOM_H

#include <stdint.h>

#define PT(points) ((int32_t)((points)*1000))

struct paper {
    const char *name;
    int32_t width, height;
    int32_t margin_x, margin_y; /**< 0.6 to 0.75 in: printable everywhere, room for clips */
};

/* ISO 216 sizes are rounded to an eighth of a point, which a PDF can say exactly. */
static const struct paper paper_letter = {"Letter", PT(612), PT(792), PT(46.8), PT(43.2)};
static const struct paper paper_a4 = {"A4", PT(595.25), PT(841.875), PT(45), PT(45)};

#endif
