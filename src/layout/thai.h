/*
 * thai: where the words of Thai end, which is written without spaces between them.
 */
#ifndef LAYOUT_THAI_H
#define LAYOUT_THAI_H

#include "base/text.h"

#include <stdbool.h>

/** A dictionary; any number of threads may look into one. */
struct thai;

/** Whether there is any Thai in a text. */
bool thai_is_in(struct str text);

/**
 * Opens the system's dictionary, which takes longer than a handout in English: only where there is
 * Thai.
 * @param thai  gets it, for thai_close(). NULL if there is none: then lines end at spaces and at
 *              U+200B only.
 * @return false without memory.
 */
bool thai_open(struct thai **thai);
void thai_close(struct thai *thai);

/**
 * Adds the ends of Thai words to the opportunities of a text.
 * @param may  for each byte whether a line may end behind it.
 */
void thai_part(const struct thai *thai, struct arena *arena, struct str text, bool *may);

#endif
