/*
 * style: the numbers of the design, all derived from the size of the body text.
 *
 * Where a number comes from a guideline, its source is named; the others are taste, in one place.
 */
#ifndef LAYOUT_STYLE_H
#define LAYOUT_STYLE_H

#include "layout/geom.h"
#include "model/sheet.h"

#include <stdbool.h>
#include <stdint.h>

/** Body sizes are tried in such steps. */
#define BODY_STEP PT(0.25)

/** Of body text. Under the preferred one the page is no longer as it should be. */
struct sizes {
    int32_t most, preferred, least, large; /**< large: of all text in large print */
};

/** For a language. @param language  BCP 47  @param least  of Latin letters */
struct sizes style_sizes(struct str language, int32_t least);

/** Gaps, in thousandths of the normal ones; under GAP_EASY a page looks crammed. */
enum { GAP_TIGHT = 550, GAP_EASY = 850, GAP_FULL = 1000, GAP_WIDE = 1700 };

/**
 * The measure in characters: 40 to 75 (RNIB 60-70, WCAG 2.1 SC 1.4.8 at most 80).  Below the
 * least no column is made; a wider one is left partly empty at its end.
 */
enum { MEASURE_LEAST = 40, MEASURE_FINE_LEAST = 36, MEASURE_MOST = 75 };

/** Lines of body text that a picture may be high. */
enum { PICTURE_LEAST = 3, PICTURE_MOST = 6 };

/** Average width of a character of English text in our text face, thousandths of an em. */
enum { CHARACTER_WIDTH = 420 };

/** What is larger than the body at the page's top, in hundredths of it. */
struct display {
    int32_t title, summary;
};

/** One way of setting the page, to be tried. */
struct style {
    int32_t body, fine;
    bool small;      /**< under the preferred size */
    int32_t leading; /**< hundredths of the size, for running text */
    int32_t more_leading; /**< the same, of headings, summary and amount beyond what is usual */
    int32_t gap; /**< thousandths */
    int picture; /**< lines of body text that the article's picture is high */
    bool thrifty; /**< columns are set as low as they can be, whatever that looks like */
    bool holes;   /**< beside small type, too: one column may end far above the other */
    int32_t share; /**< of all first columns of sections, thousandths; 0: each as is best for it */
    bool fine_share; /**< of the fine print, too */
    struct display display;
    uint32_t accent;
};

/** Everything but the arrangement, for a body size. */
struct style style_for_body(int32_t body, uint32_t accent);

/** Large print: everything at one size, margins of 1 in (ACB, APH). */
#define LARGE_MARGIN PT(72)
struct style style_for_large_print(int32_t size, uint32_t accent);

/** More leading and larger fine print for a language that needs it. @param language  BCP 47 */
void style_for_language(struct style *style, struct str language);

/** What of a style a block's height depends on, beside sizes. */
enum { DEPENDS_ON_GAPS = 1, DEPENDS_ON_DISPLAY = 2, DEPENDS_ON_COLUMNS = 4 };

/**
 * A number for a style, among those that are tried for one page.
 * @param depends  of these: styles that differ in others only have one number.
 */
uint64_t style_key(const struct style *style, int depends);

/** How one block of text is set. */
struct type {
    int32_t size, leading;
    uint32_t rgb;
};

/** Thousandths of an em at its size. */
int32_t type_scaled(const struct type *type, int32_t em);

/** The baseline of a line whose top is y: capitals stand in the middle of the line. */
int32_t type_baseline(const struct type *type, int32_t y);

/** @param role  the block's own, or where that is ROLE_BODY the one it inherits. */
struct type style_type(const struct style *style, const struct block *block, enum role role);

/** Space between two siblings. @param role  of the group they stand in. */
int32_t style_gap(const struct style *style, const struct block *before,
                  const struct block *after, enum role role);

/** Between the last section and the fine print. */
int32_t style_foot_gap(const struct style *style);

/** Width of so many average characters. */
int32_t style_characters(int32_t size, int characters);

/** The widest that lines of this text may be; INT32_MAX for what is looked up and not read. */
int32_t style_measure(const struct type *type, const struct block *block, enum role role);

/** Colours, 0xRRGGBB. Contrast on white: 16.5 and 10.4 to 1 (WCAG asks 4.5, of large text 3). */
#define COLOR_TEXT 0x1F1F1Fu
#define COLOR_SOFT 0x404040u
#define COLOR_PAPER 0xFFFFFFu /**< on a bar of COLOR_TEXT */

/** Between a title and the subtitle on its line, thousandths of the body size. */
enum { SUBTITLE_SPACE = 700 };

/** Side of a box to tick, thousandths of an em: as high as a capital. */
enum { TICK_BOX = 720 };

/** Space between columns: 0.35 in. */
#define COLUMN_GAP PT(25.2)

/** Lines to write on stand at least 0.3 in apart, so that a pen fits. */
#define WRITE_IN_PITCH PT(26)

/** Lines for questions, on a page with at least NOTES_LEAST left: up to five of them. */
#define NOTES_LEAST PT(96)
#define NOTES_PITCH PT(24)
enum { NOTES_MOST = 5 };

/** Rules survive a copier from 0.75 pt on. */
#define RULE_THIN PT(0.75)
#define RULE_MARK PT(1)
#define RULE_BOX PT(0.9)
#define RULE_FRAME PT(2)
#define RULE_BAR PT(3)

/** What stays blank at the top for a pre-printed letterhead, besides the margin: 2/3 in. */
#define LETTERHEAD_SPACE PT(48)

#endif
