/* See labels.h. */
#include "model/labels.h"

#define TEXT(literal) {literal, sizeof literal - 1}

static const struct str keys[LABEL_COUNT] = {
#define LABEL(id, key) [LABEL_##id] = TEXT(key),
#include "model/labels.def"
#undef LABEL
};

enum label label_find(struct str key)
{
    int label = 0;
    while (label < LABEL_COUNT && !str_equal(keys[label], key))
        label++;
    return (enum label)label;
}

void labels_lend(struct labels *labels, const struct labels *english)
{
    for (int i = 0; i < LABEL_COUNT; i++)
        if (!labels->wording[i].len) {
            labels->wording[i] = english->wording[i];
            labels->lent[i] = true;
        }
}
