/*
 * logo: a PNG or JPEG file in, what a PDF image object needs out.
 *
 * Nothing is trusted: files come from anyone.  All limits are checked before the pixels are
 * unpacked, so a small file cannot ask for much memory or time.
 */
#ifndef IMAGE_LOGO_H
#define IMAGE_LOGO_H

#include "base/text.h"

/** Larger files are LOGO_TOO_LARGE, and so are pictures with more pixels or a longer side. */
#define LOGO_MAX_BYTES ((size_t)2 << 20)
#define LOGO_MAX_PIXELS ((uint32_t)16 << 20)
#define LOGO_MAX_SIDE 20000u

enum logo_status {
    LOGO_OK,
    LOGO_NOT_AN_IMAGE, /**< neither PNG nor JPEG by its first bytes */
    LOGO_DAMAGED,      /**< cut off, or not what its format says */
    LOGO_TOO_LARGE,
    LOGO_CMYK,       /**< JPEG with four components: its colours would be a guess */
    LOGO_ROTATED,    /**< JPEG that only an EXIF tag turns upright: PDF does not know the tag */
    LOGO_UNSUPPORTED /**< JPEG that PDF has no filter for: lossless, arithmetic, 12 bit, … */
};

struct picture {
    uint32_t width, height; /**< in pixels, of the data */
    bool jpeg;              /**< data is for DCTDecode; else it is plain rows */
    int components;         /**< 1: grey, 3: RGB (JPEG: as its own markers say) */
    struct str data;  /**< JPEG: the file less comments and camera data; PNG: 8-bit samples */
    struct str alpha; /**< 8 bits a pixel, not premultiplied; empty if the picture is opaque */
};

/**
 * Reads a logo that needs at most max_width x max_height pixels (both over 0).
 * A PNG with more is averaged down to fit into them in its proportions; a JPEG stays as it is.
 * @param picture  set only if the result is LOGO_OK; its bytes are in the arena.
 */
enum logo_status logo_read(struct arena *arena, struct str bytes, uint32_t max_width,
                           uint32_t max_height, struct picture *picture);

/**
 * A PNG that logo_read() took, less all that a viewer does not draw: texts, camera data, and what
 * follows its end.
 */
struct str logo_bare_png(struct arena *arena, struct str bytes);

/** What a LOGO_NOT_AN_IMAGE is, such as "it is a WebP picture"; NULL if that is not known. */
const char *logo_other_format(struct str bytes);

#endif
