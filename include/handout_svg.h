/**
 * handout_svg.h - pages as pictures, for a screen or a website.
 *
 * Letters are outlines, so the picture looks the same everywhere and asks for no font.  It is not
 * what a patient should get: a screen reader hears its title and nothing else; the PDF says all.
 */
#ifndef HANDOUT_SVG_H
#define HANDOUT_SVG_H

#include "handout.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Writes a page as SVG 2, 1 user unit a point. The same inputs and options give the same bytes.
 * @param page  from 1; 0: all pages in one picture, one below the other
 * @return false if there is no such page, or as handout_write()
 */
HANDOUT_API bool handout_write_svg(struct handout_pages *pages, int page, handout_sink *sink,
                                   void *context);

#ifdef __cplusplus
}
#endif

#endif
