/*
 * glyf: looking over TrueType's outlines before HarfBuzz reads them (OpenType 1.9, "glyf", "loca").
 */
#ifndef FONT_GLYF_H
#define FONT_GLYF_H

#include "base/text.h"

/** The outlines of a face. */
struct outlines {
    struct str loca; /**< where each glyph's begins, and the last one ends */
    struct str glyf;
    bool is_short; /**< loca has 16 bits for each, in units of two bytes */
};

/** Whether loca has the outlines one behind the other: if some could share their bytes, a small
 * file could make a large subset. */
bool outlines_are_ordered(const struct outlines *outlines);

/**
 * Whether no glyph has more components than a page could need, those of its components counted.
 * HarfBuzz 6 follows them all: sixty glyphs of two components each are 2^60 steps.
 * @param outlines  in order
 */
bool outlines_are_simple(const struct outlines *outlines);

#endif
