/*
 * choose: which face a word and its letters are set in, and shaping them; not for other folders.
 */
#ifndef FONT_CHOOSE_H
#define FONT_CHOOSE_H

#include "font/faces.h"

/** A base character with its marks, composed as far as Unicode goes. */
enum { CLUSTER_MOST = 8 };
struct cluster {
    uint32_t c[CLUSTER_MOST];
    size_t count;
};

/** Reads one cluster at *at. Marks beyond the most stay with it but are not looked at. */
struct cluster next_cluster(struct str text, size_t *at);

/** A word with the spaces behind it, so that words of one face are shaped together. */
struct str next_shaped_word(struct str text, size_t at);

/** The face for a whole word, or -1: choose for each cluster. */
int word_face(const struct fonts *fonts, enum font_style style, struct str word);

/** @param preferred  the face of the word, or -1. */
enum face choose_face(const struct fonts *fonts, enum font_style style,
                      const struct cluster *cluster, int preferred);

/** As font_shape(), and remembers nothing. */
struct glyphs shape_text(const struct fonts *fonts, struct arena *arena, struct str text,
                         enum font_style style, const uint8_t *levels);

/**
 * The same for a text of Latin letters in our own text face, by the table of pairs.h.
 * @param to  has room for a glyph for each byte of the text.
 * @return how many there are; 0: a character is not in the table.
 */
size_t shape_pairs(struct str text, enum font_style style, struct glyph *to);

#endif
