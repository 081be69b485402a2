/*
 * marks: which first characters of a line are the mark of a list, and which are text.
 *
 * "40." may stand for the fortieth item, or end a sentence that began on the line before; "E." may
 * follow "D.", or be the E of E. coli.  A mark that counts is one only where the others are that it
 * counts with, from 1 or from "a" on; "- 10 mg" is an item only beside another one.
 */
#ifndef IMPORT_MARKS_H
#define IMPORT_MARKS_H

#include "import/post.h"

/** Gives the blocks of a post whose mark is none their text back. */
void marks_settle(struct post *post);

#endif
