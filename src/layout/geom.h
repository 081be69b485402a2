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
    int32_t margin_x, margin_y; /**< 0.5 to 0.75 in: printable everywhere, room for clips */
};

enum { PAPER_SIZE_LETTER, PAPER_SIZE_A4, PAPER_SIZE_A5, PAPER_SIZE_LEGAL, PAPER_SIZES };

/* In the order of the public enum handout_paper. ISO 216 sizes are rounded to an eighth of a
 * point, which a PDF can say exactly; a small sheet has smaller margins, so that its lines keep
 * their measure. */
static const struct paper papers[PAPER_SIZES] = {
    [PAPER_SIZE_LETTER] = {"Letter", PT(612), PT(792), PT(46.8), PT(43.2)},
    [PAPER_SIZE_A4] = {"A4", PT(595.25), PT(841.875), PT(45), PT(45)},
    [PAPER_SIZE_A5] = {"A5", PT(419.5), PT(595.25), PT(36), PT(36)},
    [PAPER_SIZE_LEGAL] = {"Legal", PT(612), PT(1008), PT(46.8), PT(46.8)},
};

#endif
