/*
 * break: where a line may end.
 */
#ifndef LAYOUT_BREAK_H
#define LAYOUT_BREAK_H

#include "base/text.h"

/** To be called once before the first use; fills the library's tables. */
void break_init(void);

/**
 * @return for each byte of text whether a line may end behind it: the opportunities of UAX #14
 *         (Unicode line breaking) less those that would tear apart what belongs together.
 */
bool *break_opportunities(struct arena *arena, struct str text, struct str language);

/** Takes back the opportunities inside numbers with their units, names, addresses… (ties.c). */
void break_tie(struct str text, bool *may);

#endif
