/*
 * faces: what the files of this folder share; not for other folders.
 */
#ifndef FONT_FACES_H
#define FONT_FACES_H

#include "font/font.h"

#include <hb.h>

#include <stdatomic.h>

enum { FACE_NAME_ROOM = 64 }; /* PostScript names have at most 63 characters */

struct fonts {
    hb_font_t *font[FACE_COUNT]; /**< NULL: there is no such face */
    char name[FACE_COUNT][FACE_NAME_ROOM]; /**< of those that are not compiled in */
    bool own_greek[FONT_STYLES]; /**< has the modern alphabet whole, so that words stay whole */
    size_t lent;        /**< faces from FACE_LENT on */
    uint32_t lent_bold; /**< a bit for each of them */
    int8_t tries[FONT_STYLES][FACE_COUNT + 1]; /**< the faces to try, by style; -1 ends */
    bool fallback_first; /**< the text face is only for what the fallback lacks */
    hb_language_t language;
    struct font_cache *cache; /**< NULL: none */
    atomic_bool *spoilt; /**< see fonts_spoilt(); of the fonts that fonts_open() gave */
};

/*
 * HarfBuzz goes on without what it could not allocate, and keeps what it made so for later: a page
 * without kerning, or without words.  It tells nobody, but malloc does, in errno (POSIX, and the C
 * libraries of Windows and of WebAssembly).  So every call that may allocate stands between these
 * two.
 */

/** Begins a stretch of calls to HarfBuzz. */
void face_calls_begin(void);

/**
 * Ends it. @return whether there was memory for all of it; if not, the fonts are spoilt, and what
 * was made may not be destroyed either: HarfBuzz 6 crashes on some of it.
 * @param fonts  NULL: a file that is not one of them yet.
 */
bool face_calls_end(const struct fonts *fonts);

/** Of the faces that are compiled in: those before FACE_OWN_REGULAR. */
struct font_cache {
    struct cache *words;    /**< see words.c */
    struct cache *programs; /**< see subset.c */
    int16_t *advances[FACE_OWN_REGULAR]; /**< by glyph; NULL until the first is asked for */
    size_t advance_counts[FACE_OWN_REGULAR]; /**< of glyphs */
    hb_face_t *outlines[FACE_OWN_REGULAR]; /**< what subsets are made of; likewise */
};

enum { ADVANCE_UNKNOWN = INT16_MIN };

/**
 * Where the cache keeps the advance of a glyph.
 * @return NULL if there is no cache, or no memory.
 */
int16_t *cached_advance(const struct fonts *fonts, enum face face, uint16_t glyph);

/** All faces of base, for fonts_close(). NULL without memory. */
struct fonts *fonts_copy(const struct fonts *base);

/** Puts a face that is not compiled in at its place. @return false without memory. */
bool fonts_put(struct fonts *fonts, enum face face, hb_font_t *font);

/**
 * A font over bytes that stay where they are, 1000 units an em.
 * @param index  which face of a collection; of any other file, 0.
 * @param style  where a variable font is taken: its weight, and its slope if it can lean.
 * @return NULL without memory.
 */
hb_font_t *face_open(struct str bytes, unsigned index, enum font_style style);

/** The weight of a style, as OS/2 and the axis "wght" count it: 400 or 700. */
float style_weight(enum font_style style);

/** Faces in a file: 1, or what a collection says. */
unsigned font_file_faces(struct str file);

/** The table of PostScript's outlines. */
#define CFF_TAG HB_TAG('C', 'F', 'F', ' ')

/** Whether its outlines are PostScript's, not TrueType's. */
bool face_has_cff(hb_face_t *face);

/**
 * A face with just these glyphs and those that they are composed of; see font_subset().
 * @param face  that of the font, or its outlines.
 * @param font  says where a variable face is taken.
 * @return for hb_face_destroy(); NULL if a table that a PDF must have would be missing.
 */
hb_face_t *face_subset(hb_face_t *face, hb_font_t *font, const hb_set_t *glyphs);

/** The same, whose PostScript outlines have no subroutines. */
hb_face_t *face_subset_plain(hb_face_t *face, hb_font_t *font, const hb_set_t *glyphs);

/** Draws the outline of a glyph. @param to  what the functions get */
void face_draw(hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *funcs, void *to);

/**
 * A face of the tables that a subset of a TrueType one is made of, and no others: HarfBuzz looks
 * through all that there are, which takes as long as the subset itself.
 * @return for hb_face_destroy().
 */
hb_face_t *face_outlines(hb_face_t *face);

/**
 * Whether a PDF can be made with its characters, and would show them: see trial.c.
 * Belongs between face_calls_begin() and face_calls_end().
 * @param wanted  a set: of the characters behind the Latin ones only these. NULL: all.
 * @param faces   how many are tried of the file, each with its share of those characters
 */
bool face_try(hb_font_t *font, const hb_set_t *wanted, unsigned faces);

/** Whether this face has a glyph for c. */
bool face_has(const struct fonts *fonts, enum face face, uint32_t c);

#endif
