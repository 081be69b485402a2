/*
 * ready: subsets of the text faces that most pages in English need no more than; not for other
 * folders.
 *
 * Such a page embeds all of a ready one, though it uses two thirds of its glyphs: it is then some
 * six kilobytes larger, and nothing is left to do for its fonts, which would take a sixth of the
 * time of a page among many.  fonts/programs.c makes them when the program is built, and says of
 * which characters.
 */
#ifndef FONT_READY_H
#define FONT_READY_H

#include <stddef.h>
#include <stdint.h>

struct ready_program {
    const uint16_t *glyphs; /**< in ascending order */
    size_t count;
    const unsigned char *bytes; /**< of a TrueType file, in the zlib format (RFC 1950) */
    size_t size;
    size_t length; /**< of the file itself */
};

extern const struct ready_program ready_text_regular, ready_text_bold, ready_text_italic;

#endif
