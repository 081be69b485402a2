/*
 * compose: from what the files mean to what the page says.
 *
 * This is where a handout gets its sections, their order and their words.  To add a section:
 * a field in model/article.h, a row in read/article_read.c's table, a label, and a few lines here.
 */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

#include "model/clinic.h"
#include "model/labels.h"
#include "model/sheet.h"

/**
 * Makes the sheet. The texts of article and clinic are borrowed.
 * @param clinic     NULL: no letterhead, no contact block.
 * @param letterhead false leaves the letterhead out (the layout keeps its space blank).
 */
const struct sheet *compose(struct arena *arena, const struct article *article,
                            const struct clinic *clinic, const struct labels *labels,
                            bool letterhead);

#endif
