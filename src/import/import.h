/*
 * import: from a published post to the draft of an article, and of the clinic's file.
 *
 * Nothing is invented and nothing is lost: every word of the post stands in the draft or in a
 * diagnostic that says why it does not.
 */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H

#include "base/diag.h"
#include "read/read.h"

/** In the order of enum handout_markup. */
enum markup { MARKUP_GUESS, MARKUP_HTML, MARKUP_MARKDOWN, MARKUP_TEXT };

struct import {
    struct source source; /**< to be set by the caller; becomes UTF-8 */
    struct str id;        /**< of the article */
    struct str article;   /**< JSON */
    struct str clinic;    /**< JSON; "" if the post does not tell who and where the clinic is */
    void *open;           /**< what import_close() is to close */
};

/** @return false if there is nothing to make a draft of, with a diagnostic */
bool import_post(struct arena *arena, struct diags *diags, const struct charset *charset,
                 enum markup markup, struct import *import);

/** To be called once in any case, even if memory ran out in the middle. */
void import_close(struct import *import);

#endif
