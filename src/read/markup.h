/*
 * markup: the tags that titles come with, of HTML, JATS (journals) and MathML.
 */
#ifndef READ_MARKUP_H
#define READ_MARKUP_H

#include "base/text.h"

struct tag {
    size_t length;    /**< from "<" to ">"; 0 if there is none */
    struct str name;  /**< without its prefix: "math" of "<mml:math>" */
    struct str attributes;
    bool closes;      /**< "</i>" */
    bool empty;       /**< "<br/>" */
};

/** The tag that s starts with. "a < b" and "<b and c>" are text. */
struct tag tag_at(struct str text);

bool tag_is(struct tag tag, const char *name);

#endif
