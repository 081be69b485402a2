/*
 * qr: text in, the modules of a QR code out (ISO/IEC 18004).
 *
 * The quiet zone of four modules on each side is the caller's to leave.
 */
#ifndef IMAGE_QR_H
#define IMAGE_QR_H

#include "base/text.h"

#define QR_QUIET 4

struct qr {
    int size;                  /**< modules a side: 21 to 177 */
    const unsigned char *dark; /**< size * size, row by row from the top; 1 is dark */
};

/** Some dark modules, in modules from the top left. */
struct qr_rect {
    int x, y, width, height;
};

/**
 * Encodes the bytes of a text (UTF-8) with error correction M in the smallest version.
 * @return false if it is empty or too long (over 2331 bytes).
 */
bool qr_encode(struct arena *arena, struct str text, struct qr *qr);

/**
 * Covers the dark modules with few rectangles that do not overlap, from top to bottom.
 * @param rects  set to an array in the arena. @return how many.
 */
size_t qr_rectangles(struct arena *arena, const struct qr *qr, struct qr_rect **rects);

#endif
