/*
 * compose: from what the files mean to what the page says.
 *
 * This is where a handout gets its sections, their order and their words.  A new section is a row
 * in model/section.def, which is walked here; README.md has the other steps.
 */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

#include "model/clinic.h"
#include "model/labels.h"
#include "model/sheet.h"

/**
 * Makes the sheet. The texts of article and clinic are borrowed.  It may be made of what was read
 * with faults, to learn what else it would need.
 * @param clinic  NULL: no letterhead, no contact block.
 */
struct sheet *compose(struct arena *arena, const struct article *article,
                      const struct clinic *clinic, const struct labels *labels);

/** The same sheet for paper that has a letterhead: without ours, and its space blank. */
const struct sheet *compose_without_letterhead(struct arena *arena, const struct sheet *sheet);

#endif
