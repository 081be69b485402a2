/*
 * html_area: which part of a page is the post, and which parts are the site's frame.
 */
#ifndef IMPORT_HTML_AREA_H
#define IMPORT_HTML_AREA_H

#include "import/html_tree.h"
#include "import/post.h"

/** The element that holds the post: the <article> with most text, else <main>, else all. */
html_node html_post_root(html_node root);

enum { FRAME_NAMES_MOST = 40 };

/** Looks up what an element is for by its role, class and id. */
struct area_finder {
    html_node root; /**< of the post */
    size_t whole;   /**< bytes of text of the post's root */
    int suspicions; /**< how often an element was looked at that turned out to be the post */
    bool common[FRAME_NAMES_MOST]; /**< by row of the names: it means nothing in this page */
};

/** Sets up the finder: looks for names that most of the post's text has. */
void html_find_common(struct area_finder *finder, html_node root);

/** @return AREA_BODY if nothing speaks against it */
enum area html_area(struct area_finder *finder, html_node node);

/** Whether it is the post, which some pages hide until their script runs, or below a dialog. */
bool html_holds_post(struct area_finder *finder, html_node node);

/** Bytes of text in an element, scripts aside. */
size_t html_text_size(html_node top);

#endif
