/*
 * write: a draft as the two JSON files, and what there is to say about them.
 */
#ifndef IMPORT_WRITE_H
#define IMPORT_WRITE_H

#include "import/draft.h"

struct draft_files {
    struct str article;
    struct str clinic; /**< "" if the post does not say who the clinic is and how to reach it */
};

/**
 * Writes a draft that can be printed at once: what is too long is left out, and told; what an
 * article must have and the post does not say is a text that says so.
 */
struct draft_files draft_write(struct draft *draft, const struct post *post,
                               const struct words *words);

/** Tells, in the order of the post, what was left out. */
void draft_tell_left(const struct draft *draft, const struct post *post);

#endif
