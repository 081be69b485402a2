/*
 * page: positioned marks, and the tag tree in reading order.
 *
 * What layout makes and an exporter draws; nothing here knows JSON or PDF.  Marks stand in
 * reading order, which is also the order of the tag tree and the order in which they are drawn.
 * A mark with a tag is content; one without is decoration (in PDF: an artifact).
 */
#ifndef LAYOUT_PAGE_H
#define LAYOUT_PAGE_H

#include "font/font.h"
#include "layout/geom.h"
#include "model/sheet.h"

/** PDF's standard structure types, ISO 32000-1, 14.8.4. */
enum tag_kind {
    TAG_DOCUMENT,
    TAG_SECT,
    TAG_H1,
    TAG_H2,
    TAG_P,
    TAG_L,
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_LINK,
    TAG_FIGURE
};

struct tag {
    enum tag_kind kind;
    bool numbered;   /**< of an L: decimal numbers, else bullets or nothing */
    struct str link; /**< of a LINK: the URI */
    struct str alt;  /**< of a FIGURE: what it shows */
    struct str language; /**< BCP 47, where it is not the page's; else absent */
    struct tag *parent, *first, *last, *next;
};

enum mark_kind {
    MARK_GLYPHS, /**< one face, one size; (x, y) is the start of the baseline */
    MARK_RULE,   /**< a filled rectangle, (x, y) its top left corner */
    MARK_FRAME,  /**< a stroked rectangle, the line inside its edges */
    MARK_FIGURE  /**< a picture or a QR code, filling its rectangle */
};

struct mark {
    enum mark_kind kind;
    int leaf; /**< the page of the sheet that it stands on, from 0 */
    enum face face;
    struct tag *tag; /**< NULL: decoration */
    int32_t x, y;
    int32_t width, height; /**< of GLYPHS: the advance, and the size of the type */
    int32_t stroke;        /**< of a FRAME: width of its line */
    uint32_t rgb;          /**< 0xRRGGBB */
    const struct figure *figure;
    const struct glyph *glyphs;
    size_t count;
    struct str text; /**< what the glyphs say; clusters and origins count from text_off */
    uint32_t text_off;
    const struct origins *origins; /**< of the paragraph's text; NULL but for GLYPHS */
};

/** How the text was fitted. */
struct fit {
    int32_t body, fine; /**< sizes of type */
    int32_t gap;        /**< thousandths of the normal gap between blocks */
    const char *mode;   /**< how the sections are arranged, for the dump */
    int words;          /**< on the page */
    int room;           /**< more words before the body goes under the preferred least size */
};

/** The front and the back of a sheet. */
enum { PAGE_LEAVES = 2 };

struct page {
    struct arena *arena;
    const struct paper *paper;
    const struct fonts *fonts;
    struct str language, title, author, id;
    struct tag *root; /**< the DOCUMENT */
    struct mark *marks; /**< those of the first leaf, then those of the second */
    size_t count, room;
    int leaves; /**< 1; in large print 1 or 2, the front and the back of the sheet */
    struct fit fit;
};

/** Appends a mark; the page keeps it. */
void page_add(struct page *page, struct mark mark);

/** A new last child of parent (NULL: a root). */
struct tag *page_tag(struct page *page, struct tag *parent, enum tag_kind kind);

/** PDF's name of the tag: "H1", "LBody"… */
const char *tag_name(enum tag_kind kind);

/** Marks with places in points, for --dump=page. */
void page_dump(const struct page *page, struct builder *out);

/** The tag tree with its text, for --dump=tags. */
void tags_dump(const struct page *page, struct builder *out);

#endif
