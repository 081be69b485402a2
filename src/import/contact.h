/*
 * contact: the clinic's own block, as it stands at the foot of its pages.
 */
#ifndef IMPORT_CONTACT_H
#define IMPORT_CONTACT_H

#include "import/draft.h"

/** The clinic's name: behind the © of the page, else the name that the page gives its site. */
struct str contact_name(const struct post *post, const struct words *words);

/**
 * Takes what tells how to reach the clinic from a block of the frame, or of the end of the body.
 * @return false if it is nothing of that kind: then nothing was taken
 */
bool contact_take(struct draft *draft, const struct words *words, const struct block *block);

#endif
