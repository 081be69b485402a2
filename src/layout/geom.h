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
    int32_t margin_x, margin_y;
};

enum {
#define PAPER(id, ...) PAPER_SIZE_##id,
#include "model/paper.def"
#undef PAPER
    PAPER_SIZES
};

static const struct paper papers[PAPER_SIZES] = {
#define PAPER(id, name, title, width, height, margin_x, margin_y)                                 \
    {title, PT(width), PT(height), PT(margin_x), PT(margin_y)},
#include "model/paper.def"
#undef PAPER
};

#endif
