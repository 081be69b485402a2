/*
 * html_sheet: classes that the page's own style sheets strike out, as word processors write them.
 */
#ifndef IMPORT_HTML_SHEET_H
#define IMPORT_HTML_SHEET_H

#include "import/html_tree.h"

enum { SHEET_CLASSES_MOST = 32 };

struct struck_classes {
    struct str names[SHEET_CLASSES_MOST]; /**< in the document: valid as long as it is */
    size_t count;
};

/** Reads each <style> of the document.  Only rules for a class alone count: ".c3", "span.c3". */
void sheet_read(struct struck_classes *struck, html_node root);

/** Whether the element has a class that is struck out. */
bool sheet_strikes(const struct struck_classes *struck, html_node node);

#endif
