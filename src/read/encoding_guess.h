/*
 * encoding_guess: what a file of single bytes may be written in.
 */
#ifndef READ_ENCODING_GUESS_H
#define READ_ENCODING_GUESS_H

#include "base/text.h"

/**
 * What to do about bytes that are not UTF-8: names the encoding that they look like, or two of them
 * if both read well.  No surer than that: the user converts, and looks at the result.
 * @param arena  of the answer
 */
struct str encoding_hint(struct arena *arena, struct str bytes);

#endif
