/*
 * font: characters in, positioned glyphs out; and the parts of a font file that a PDF needs.
 *
 * The unit everywhere is the thousandth of an em, which is the font unit of our own faces, so
 * nothing of theirs is rounded on the way to the page.  Six faces are compiled in: the text face
 * in three styles, a fallback face in two, and one with symbols.  A clinic may bring up to three
 * of its own, which then come before ours; and for scripts that all of these lack a caller may lend
 * faces, which come last.  Which face a character is set in is decided here and
 * nowhere else.
 *
 * This folder alone knows HarfBuzz.  A test may link another implementation of this header.
 */
#ifndef FONT_FONT_H
#define FONT_FONT_H

#include "base/text.h"

enum { FACES_LENT_MOST = 14 }; /* one letter of a subset's tag tells all faces apart */

enum face {
    FACE_TEXT_REGULAR,
    FACE_TEXT_BOLD,
    FACE_TEXT_ITALIC,
    FACE_FALLBACK_REGULAR,
    FACE_FALLBACK_BOLD,
    FACE_SYMBOLS,
    FACE_OWN_REGULAR, /**< the clinic's; in the order of enum font_style */
    FACE_OWN_BOLD,
    FACE_OWN_ITALIC,
    FACE_LENT, /**< the first of those that the caller found for what all others lack */
    FACE_COUNT = FACE_LENT + FACES_LENT_MOST
};

enum font_style { FONT_REGULAR, FONT_BOLD, FONT_ITALIC, FONT_STYLES };

/** What a clinic's font file is. */
enum font_status {
    FONT_OK,
    FONT_NOT_A_FONT,
    FONT_TOO_LARGE,  /**< over FONT_MAX_BYTES */
    FONT_WEB,        /**< WOFF or WOFF2 */
    FONT_CFF2,       /**< variable with PostScript outlines: HarfBuzz 6 cannot fix its weight */
    FONT_DAMAGED,
    FONT_RESTRICTED, /**< its maker does not allow to embed it, or a subset of it (OS/2 fsType) */
    FONT_NO_MEMORY   /**< to look at it */
};

#define FONT_MAX_BYTES ((size_t)32 << 20) /* Chinese, as a collection, is about 20 MiB */

/**
 * One glyph, in the order of the text; where that runs from right to left, the glyphs are drawn
 * from the last to the first.  It says which stretch of the text it stands for, so nobody need look
 * at its neighbours for that; several glyphs that stand for the same characters all name the whole
 * stretch.
 */
struct glyph {
    uint32_t from, to; /**< bytes of the text, never empty */
    uint16_t id;      /**< glyph index in its face; never 0 for a character that a face has */
    uint8_t face;     /**< enum face */
    uint8_t run;      /**< for the caller's use; shaping sets it to 0 */
    uint8_t level;    /**< its embedding level; see font_shape() */
    int16_t advance;  /**< kerning included */
    int16_t dx, dy;   /**< offset from the pen, up is positive */
};

struct glyphs {
    struct glyph *at;
    size_t count;
};

/** What a FontDescriptor says, in thousandths of an em. */
struct face_metrics {
    const char *name; /**< PostScript name, of characters that a PDF name needs no escape for */
    int16_t ascent, descent, cap_height;
    int16_t bbox[4];      /**< left, bottom, right, top */
    int16_t italic_angle; /**< degrees, negative leans right */
    int16_t stem_v;       /**< estimated from the weight */
};

struct fonts;

/**
 * What one worker remembers of the compiled-in faces from one handout to the next: shaped words,
 * subsets, widths.  With it the same is made as without.  For one thread at a time.
 */
struct font_cache;

/** @return for font_cache_free(); NULL without memory. */
struct font_cache *font_cache_new(void);

/** NULL is allowed. */
void font_cache_free(struct font_cache *cache);

/** Opens the compiled-in faces. Immutable, for any number of threads. NULL without memory. */
struct fonts *fonts_open(void);
void fonts_close(struct fonts *fonts);

/**
 * Whether memory once ran out where HarfBuzz needed it for these faces, or for others over the same
 * base.  Then nothing made with them can be relied on, from that moment on for ever, and the work
 * is to end with arena_out_of_memory().
 */
bool fonts_spoilt(const struct fonts *fonts);

/**
 * Whether a file can be one of the files of fonts_open_with(): TrueType or OpenType, embeddable.
 * It may be variable, and a collection if that is so of each of its faces.
 */
enum font_status font_check(struct str file);

/**
 * The same of one face, whatever the size of the file.
 * @param index       of a collection, else 0
 * @param characters  which the face is wanted for, beside the Latin ones: no others are tried, of
 *                    which a face of Chinese has tens of thousands.
 */
enum font_status font_check_face(struct str file, unsigned index, const uint32_t *characters,
                                 size_t count);

/**
 * Opens the faces of base with a clinic's own before them. A style without a file of its own is
 * set in our face of that style; so is a character that its file does not have.
 * @param base   from fonts_open(); must be closed after the result.
 * @param files  by enum font_style: empty, or bytes that font_check() calls FONT_OK, which must
 *               live as long as the result.
 * @return for fonts_close(). NULL without memory.
 */
struct fonts *fonts_open_with(const struct fonts *base, const struct str files[FONT_STYLES]);

/**
 * Opens the faces of base and one more, behind them.
 * @param base   may be closed before the result is.
 * @param bytes  live as long as the result; font_check_face() calls this face FONT_OK.
 * @param style  FONT_REGULAR or FONT_BOLD: what it is tried for first.
 * @pre fonts_lent(base) < FACES_LENT_MOST
 * @return for fonts_close(). NULL without memory.
 */
struct fonts *fonts_lend(const struct fonts *base, struct str bytes, unsigned index,
                         enum font_style style);

/** How many were lent: the faces from FACE_LENT on. */
size_t fonts_lent(const struct fonts *fonts);

/** Whether the face that was lent last has c. */
bool fonts_last_has(const struct fonts *fonts, uint32_t c);

/** Whether any face has c: for the reader's check. @param fonts  a struct fonts. */
bool fonts_has(const void *fonts, uint32_t c);

/**
 * The text with letters and their accents in one piece ("é", not "e" and an accent), as far as
 * Unicode has them: then one glyph always says the same.
 */
struct str font_compose(struct arena *arena, struct str text);

/** Letters of a text, in any script; and those of them that the text face lacks. */
struct letter_count {
    size_t all, lacking;
};

/** Whether a text can lean: all of its letters are Latin, Greek or Cyrillic. */
bool font_has_italics(struct str text);

/** Adds those of one more text. */
void font_count_letters(const struct fonts *fonts, struct str text, struct letter_count *count);

/** How a whole text is set. */
struct font_setting {
    bool fallback_first; /**< the fallback before the text face: for a text that needs it often */
    struct str language; /**< BCP 47: of the forms that a script has, those of this language */
    struct font_cache *cache; /**< NULL: none; it knows no other fonts than those of fonts_open() */
};

/** The same faces, for a text of that kind. */
const struct fonts *fonts_set_up(const struct fonts *fonts, struct arena *arena,
                                 struct font_setting setting);

/**
 * Shapes one stretch of valid UTF-8, with kerning.  Latin, Greek and Cyrillic have no ligatures;
 * other scripts have those that they need.
 * @param levels  for each byte its embedding level (UAX #9), odd where it runs from right to left;
 *                NULL: all of it runs from left to right.
 */
struct glyphs font_shape(const struct fonts *fonts, struct arena *arena, struct str text,
                         enum font_style style, const uint8_t *levels);

/** The name lives as long as the fonts. */
struct face_metrics font_metrics(const struct fonts *fonts, enum face face);

/** The glyph of a character in a face; 0 if it has none. */
uint16_t font_glyph(const struct fonts *fonts, enum face face, uint32_t c);

/** The whole file of one of our faces. */
struct str font_file(enum face face);

/** Advance of a glyph as its font file has it, without kerning. */
int16_t font_advance(const struct fonts *fonts, enum face face, uint16_t glyph);

/** The outline of a glyph in thousandths of an em, y upwards, as the data of an SVG path. */
struct str font_outline(const struct fonts *fonts, struct arena *arena, enum face face,
                        uint16_t glyph);

/** What a PDF embeds of a face. */
struct font_program {
    struct str bytes; /**< empty if it could not be made */
    bool cff;         /**< a bare "CFF " table (CIDFontType0C), else a TrueType file */
};

/**
 * Just these glyphs (and those that they are composed of), under the same glyph indices, which in
 * a CFF table are the CIDs too. A TrueType file has no more tables than a CIDFontType2 needs; a
 * variable face is a static one, as it was opened.
 */
struct font_program font_subset(const struct fonts *fonts, struct arena *arena, enum face face,
                                const uint16_t *glyphs, size_t count);

/** What a PDF may embed as it is. */
struct ready_font {
    struct str bytes; /**< of a TrueType file, in the zlib format; empty: there is none */
    size_t length;    /**< of the file itself */
};

/**
 * A subset that was made when the program was built. It has these glyphs, some more, and else what
 * font_subset() says.
 * @param glyphs  in ascending order.
 */
struct ready_font font_ready(enum face face, const uint16_t *glyphs, size_t count);

#endif
