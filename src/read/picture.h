/*
 * picture: emoji and other pictures among the letters of a reference.
 *
 * Who cites a post gets the emoji of its title and of its author's name.  A work is found without
 * them; so where no font at hand has one, the reference is printed without it, and says so once.
 * A letter that no font has stays the error that it is, and so does a picture in the article's own
 * texts: no word of these is left out.
 */
#ifndef READ_PICTURE_H
#define READ_PICTURE_H

#include "read/fields.h"

enum { PICTURES_NAMED = 4 };

/** What a reference is printed without. */
struct pictures {
    const struct charset *charset;
    uint32_t at[PICTURES_NAMED]; /**< the first kinds of them */
    size_t count;                /**< of these */
    bool more;                   /**< there are other kinds */
    struct place place;          /**< of the first; no source before it was set */
};

/**
 * Whether a character is a picture that no font at hand has: then it is noted.  A font that is not
 * at hand is not asked for, as the page would depend on which emoji a machine has.
 * @param pictures  NULL: of a text that keeps them
 */
bool picture_left_out(struct pictures *pictures, uint32_t c);

/** An address with such pictures as a browser sends them: "%F0%9F%92%9A". */
struct str pictures_escaped(struct reader *r, struct str address);

/** Notes where the first one stands, if it came of this value. */
void pictures_place(struct reader *r, const struct json *value);

/** Says what the reference is printed without. */
void pictures_report(struct reader *r);

#endif
