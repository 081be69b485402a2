/*
 * html_walk: the state of a walk over an HTML document, and the block that its text collects in.
 */
#ifndef IMPORT_HTML_WALK_H
#define IMPORT_HTML_WALK_H

#include "import/html_area.h"
#include "import/html_sheet.h"

struct walk {
    struct post *post;
    html_node root;       /* of the post */
    struct area_finder finder;
    struct struck_classes struck;
    html_node outside;    /* the element that is not part of the post; NULL */
    enum area area;       /* of that element */
    html_node gone;       /* the element that is struck or hidden, in the post or not; NULL */
    enum area gone_area;
    bool begun;           /* the post has a sentence */
    bool in_post;         /* inside of root */
    html_node row;        /* the row whose cells are parts of one block; NULL */
    int cells, head_cells;
    uint32_t line;        /* of what came last, if an attribute says it */

    /* The block that is open. */
    struct builder text;
    struct block block;
    int bold;             /* how many elements around the text make it bold */
    bool all_bold;        /* all of the text so far */
    bool soft;            /* the line before ended by a BREAK, in the same paragraph */
};

/** Where the walk is: in the post, or in which part of the frame. */
enum area walk_area(const struct walk *w);

/** Ends the block that is open, if there is anything in it, and opens another. */
void walk_next_block(struct walk *w, enum block_kind kind, int level);
/** Ends a line of it: of a paragraph, an item. A second one behind the first ends the paragraph. */
void walk_break_line(struct walk *w);
/** Adds a text of the document. */
void walk_add_text(struct walk *w, html_node node, struct str text);
/** The same within <pre>, where an end of a line is one. */
void walk_add_lines(struct walk *w, html_node node, struct str text);
/** All text in an element. */
struct str walk_text_within(const struct walk *w, html_node top);
/** Its beginning: elements in elements are asked for it one by one, so none looks far.
 *  @param whole  set to whether it is all */
enum { SHORT_BYTES = 240, SHORT_NODES = 60 };
struct str walk_short_text(const struct walk *w, html_node top, bool *whole);
/** To be called for each element: in Markdown it may say in which line it stands. */
void walk_note_line(struct walk *w, html_node node);
/** Adds a block beside the open one: of a picture, of a footnote's mark. */
void walk_add_beside(struct walk *w, html_node node, enum area area, struct str text);

#endif
