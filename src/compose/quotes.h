/*
 * quotes: typographic quotation marks for straight ones.
 */
#ifndef COMPOSE_QUOTES_H
#define COMPOSE_QUOTES_H

#include "base/text.h"

/** The text with “ ” ‘ ’ for " and ', as English has them: exports have straight ones only. */
struct str curled(struct arena *arena, struct str text);

/** What stands for the byte at `at` of a text that is curled: its mark, or absent for the byte. */
struct str curled_at(struct str text, size_t at);

#endif
