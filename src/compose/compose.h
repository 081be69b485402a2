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

/** The pictures that go with the text; NULL for none. */
struct figures {
    const struct figure *logo, *qr;
};

/**
 * Makes the sheet. The texts of article and clinic are borrowed.
 * @param clinic     NULL: no letterhead, no contact block.
 * @param letterhead false leaves the letterhead out (the layout keeps its space blank).
 */
const struct sheet *compose(struct arena *arena, const struct article *article,
                            const struct clinic *clinic, const struct labels *labels,
                            struct figures figures, bool letterhead);

/**
 * What the clinic's QR code says: a vCard, or an address of the web.
 * @return empty if there is nothing for it to say.
 */
struct str compose_qr_text(struct arena *arena, const struct article *article,
                           const struct clinic *clinic);

/** What it is, for who cannot see it. */
struct str compose_qr_alt(struct arena *arena, const struct article *article,
                          const struct clinic *clinic, const struct labels *labels);
struct str compose_logo_alt(struct arena *arena, const struct clinic *clinic,
                            const struct labels *labels);

#endif
