/*
 * fit: one page, always, and honestly; in large print as many as it takes.
 *
 * Layouts are tried from generous to tight and the first that fits is taken.  Nothing is cut off,
 * dropped, overlapped, or shrunk without a word: below the preferred sizes there is a warning,
 * and below the least size there is no page, and both say how many words to cut, and where.
 */
#ifndef LAYOUT_FIT_H
#define LAYOUT_FIT_H

#include "layout/page.h"
#include "layout/request.h"

/** @return the pages, or NULL if it does not fit (with a diagnostic). */
const struct pages *fit_pages(struct arena *arena, struct diags *diags,
                              const struct fit_request *request);

#endif
