/*
 * lend: faces of the caller's, for characters that no font at hand has.
 */
#ifndef LEND_H
#define LEND_H

#include "font/font.h"
#include "handout_fonts.h"

/** What reading asked the fonts for in vain. */
struct demand {
    const struct fonts *fonts; /**< that are at hand */
    struct arena *arena;
    uint8_t *missing; /**< a bit for each character; NULL: none is missing */
    size_t count;
};

/** For struct charset, its context being a struct demand: notes what is missing. */
bool demand_has(const void *demand, uint32_t c);
/** The same, but notes nothing. */
bool demand_at_hand(const void *demand, uint32_t c);

/**
 * Asks the source for what is missing, in regular and in bold.  Without memory it ends in
 * arena_out_of_memory().
 * @return the fonts with what was found behind them, for fonts_close(); NULL if there is nothing.
 */
struct fonts *lend_faces(const struct demand *demand, struct str language,
                         const struct handout_font_source *source);

/** The names of the faces that were lent. */
struct str lent_names(struct arena *arena, const struct fonts *fonts);

#endif
