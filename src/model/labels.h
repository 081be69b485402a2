/*
 * labels: the words that the program itself puts on the page, by language.
 */
#ifndef MODEL_LABELS_H
#define MODEL_LABELS_H

#include "base/text.h"

enum label {
#define LABEL(id, key, english) LABEL_##id,
#include "model/labels.def"
#undef LABEL
    LABEL_COUNT
};

/** One wording for each label; {0} and {1} stand for what is filled in. */
struct labels {
    struct str wording[LABEL_COUNT];
};

/** The name of a label in a clinic's file. */
struct str label_key(enum label label);

/** The label of that key, or LABEL_COUNT. */
enum label label_find(struct str key);

extern const struct labels labels_english;

#endif
