/*
 * struck: what is struck out by signs in the text itself.
 */
#ifndef IMPORT_STRUCK_H
#define IMPORT_STRUCK_H

#include "import/post.h"

/**
 * Takes what stands between two "~~", as Markdown has it, and characters with a stroke through them
 * (U+0335 to U+0338) out of the blocks: it becomes blocks of its own, beside the text.
 */
void post_cut_struck(struct post *post);

#endif
