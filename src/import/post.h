/*
 * post: a published post as a row of blocks, whatever it was written in.
 *
 *     bytes ─ decode ─ UTF-8 ─ html, markdown or plain ─ post ─ sort ─ draft ─ write ─▶ JSON
 *
 * A block is a heading, a paragraph, an item of a list, a row of a table or a picture's text.  Its
 * text is on one line, with single spaces and without invisible characters; the words are those
 * of the post.  Blocks of the site's frame (menus, comments, forms) are blocks as well, since
 * what is not used is told to the user word for word.
 */
#ifndef IMPORT_POST_H
#define IMPORT_POST_H

#include "base/array.h"
#include "base/diag.h"
#include "base/text.h"

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_ITEM,     /**< of a list */
    BLOCK_NUMBERED, /**< of a numbered list */
    BLOCK_ROW,      /**< of a table */
    BLOCK_BESIDE    /**< beside the text: its area says what it is */
};

/** Where a block stands in the page. */
enum area {
    AREA_BODY,
    AREA_FRAME, /**< of the site; may say how to reach the clinic */
    AREA_ADDED, /**< of the site, put in by its software: other posts, share buttons */
    AREA_META,  /**< of the post, but not its text: who wrote it, and when */
    AREA_COMMENTS,
    AREA_FORM,
    AREA_HIDDEN, /**< no reader of the page sees it */
    AREA_NOTE,   /**< the mark of a footnote */
    AREA_STRUCK,
    AREA_PICTURE /**< what a picture shows, or its caption */
};

/** Levels of headings that have none in HTML. */
enum { BOLD_HEADING = 7, TABLE_HEAD = 8 };

struct block {
    enum block_kind kind;
    enum area area;
    int level;       /**< of a heading: 1 to 6, or one of those above */
    struct str text; /**< never empty */
    struct str mark; /**< of an item of plain text: "1.", "a.", "-"; else empty */
    enum block_kind own_kind; /**< with a mark: what it is if that is none (marks.h) */
    size_t lead;     /**< bytes at its start that are bold, less than all of it; or 0 */
    bool joined;     /**< goes on in the paragraph of the block before it (a line of it) */
    uint32_t line;   /**< of the post, from 1 */
};

/** What the page says of itself outside of its text. Absent where it says nothing. */
struct page_facts {
    struct str language, title, url, site, published, modified;
};

struct post {
    struct arena *arena;
    struct diags *diags;
    struct source source; /**< the post, in UTF-8 */
    struct { ARRAY(struct block); } blocks;
    struct builder joined; /**< the text of the block that post_join_line() joined a line to last */
    struct page_facts facts;
    /** An attribute "5:1-7:20" of the HTML that was made of the post; NULL: its own lines count. */
    const char *line_attribute;

    /** What a foreign library holds; for post_close(). */
    void *tree;
    void (*tree_free)(void *tree);
};

/** Reads HTML, whatever it is. @return whether the library that can is there; else it is told. */
bool html_read(struct post *post, struct str html);

/** Reads Markdown (CommonMark). @return as html_read() */
bool markdown_read(struct post *post, struct str markdown);

/** Reads plain text: paragraphs between blank lines, lists by their marks. */
void plain_read(struct post *post, struct str text);

/** Far more than the page of one article has, menus and comments included. */
enum { BLOCKS_MOST = 40000 };

/** Adds a block.  After BLOCKS_MOST + 1 there are no more: the post will be refused. */
void post_add_block(struct post *post, struct block block);

/** Says that the post has more parts than BLOCKS_MOST. @return false */
bool post_refuse_long(struct post *post);

/** The last block goes on with a line of text. There is one. */
void post_join_line(struct post *post, struct str line);

/** Frees what a foreign library left behind, if memory ran out in the middle. */
void post_close(struct post *post);

#endif
