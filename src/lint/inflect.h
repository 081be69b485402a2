/*
 * inflect: the regular endings of English verbs and nouns, to put one word in another's place.
 */
#ifndef LINT_INFLECT_H
#define LINT_INFLECT_H

#include "base/text.h"

enum ending {
    ENDING_NONE,
    ENDING_S,
    ENDING_ED, /**< past: "took" */
    ENDING_EN, /**< participle: "taken" */
    ENDING_ING
};

/** The ending of a word that word_inflects() takes for an inflection of the base; never EN. */
enum ending ending_of(struct str word, struct str base);

/** Adds the base with that ending: "try" and ENDING_ED is "tried". */
void add_inflected(struct builder *b, struct str base, enum ending ending);

#endif
