/*
 * pairs: Latin text shaped by a table instead of by HarfBuzz; not for other folders.
 *
 * In our text faces a Latin letter is always the same glyph, and how far the pen moves behind it
 * depends on the next letter only.  So what HarfBuzz says of each pair of letters is all that it
 * says of a text of them.  fonts/compile.c asks it when the program is built.
 *
 *     glyph, advance     of a letter that stands alone
 *     kerning            rows × columns: what the advance changes by before another letter.  Most
 *                        letters are kerned like others, so a row is for all first letters of a
 *                        pair that are alike, and a column for all second ones
 */
#ifndef FONT_PAIRS_H
#define FONT_PAIRS_H

#include <stdint.h>

/** Places of characters in a table: Latin ones, then punctuation. */
enum {
    PAIR_LATIN_END = 0x180,
    PAIR_SIGNS = 0x2010,
    PAIR_SIGNS_END = 0x2040,
    PAIR_PLACES = PAIR_LATIN_END + PAIR_SIGNS_END - PAIR_SIGNS
};

struct pair_table {
    int16_t glyph[PAIR_PLACES]; /**< 0: the table does not know the character */
    int16_t advance[PAIR_PLACES], row[PAIR_PLACES], column[PAIR_PLACES];
    const int16_t *kerning;
    int columns;
};

/** Made when the program is built. */
extern const struct pair_table pairs_text_regular, pairs_text_bold, pairs_text_italic;

/** @return PAIR_PLACES: it has none. */
static inline uint32_t pair_place(uint32_t c)
{
    if (c < PAIR_LATIN_END)
        return c;
    return c >= PAIR_SIGNS && c < PAIR_SIGNS_END ? c - PAIR_SIGNS + PAIR_LATIN_END : PAIR_PLACES;
}

#endif
