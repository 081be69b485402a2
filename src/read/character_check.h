/*
 * character_check: reports the characters of a text that cannot be printed.
 */
#ifndef READ_CHARACTER_CHECK_H
#define READ_CHARACTER_CHECK_H

#include "read/fields.h"

/**
 * Each character is reported once, at its first place in the value; of a script that runs from
 * right to left, the first; a script that no font has, once in a file.  What json_check has
 * reported is not reported again.
 * @param text  what is printed of the value, a JSON_STRING: the same, or made from it.
 */
void characters_check(struct reader *r, const struct json *value, struct str text);

/** The place of the first such character in a text; all of it, if it came of an entity. */
struct place character_place(const struct reader *r, const struct json *value, uint32_t c);

/**
 * Whether there is a letter of a script that joins letters, runs from right to left, or puts no
 * spaces between words: there some characters without a width have their work to do.
 */
bool characters_join(struct str text);

#endif
