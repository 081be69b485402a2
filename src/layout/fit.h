/*
 * fit: one page, always, and honestly.
 *
 * Layouts are tried from generous to tight and the first that fits is taken.  Nothing is cut off,
 * dropped, overlapped, or shrunk without a word: below the preferred sizes there is a warning,
 * and below the least size there is no page, and both say how many words to cut, and where.
 */
#ifndef LAYOUT_FIT_H
#define LAYOUT_FIT_H

#include "base/diag.h"
#include "layout/page.h"
#include "model/sheet.h"

struct fit_request {
    const struct sheet *sheet;
    const struct paper *paper;
    const struct fonts *fonts;
    int32_t min_body;   /**< thousandths of a point */
    bool large_print;   /**< all at 18 pt, on one or two pages; min_body is then not looked at */
    uint32_t accent;    /**< 0xRRGGBB, dark enough to read */
    struct place about; /**< the article, for diagnostics */
};

/** @return the pages, or NULL if it does not fit (with a diagnostic). */
const struct pages *fit_pages(struct arena *arena, struct diags *diags,
                              const struct fit_request *request);

#endif
