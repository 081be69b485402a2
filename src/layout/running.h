/*
 * running: what stands on each of several pages besides the text: on top of all but the first the
 * title and the clinic, at the foot of each its number, and where the text goes on.  For those who
 * listen these are artifacts: a line that comes again and again would interrupt the text.
 *
 * Both stand in the margins, which are 1 in wide in large print, 30 pt from the edge: nearer
 * to it a printer may cut them off.
 */
#ifndef LAYOUT_RUNNING_H
#define LAYOUT_RUNNING_H

#include "layout/place.h"
#include "layout/setter.h"

struct running {
    struct shaping shaping;
    const struct paper *paper; /**< with its margins */
    struct node *line;         /**< NULL: none */
    struct str page_of;        /**< wording of the number: "Page {0} of {1}" */
    struct str continued;      /**< where it goes on: "Continued on page {0}"; absent: not said */
    struct str digits;         /**< of the number; see str_in_digits() */
};

/** Where the text of a page with the running line may begin; not above the margin. */
int32_t running_bottom(const struct running *running, const struct setter *setter);

/** Where the text of a page must end; not below the margin. */
int32_t running_top(const struct running *running, const struct setter *setter);

/** Draws them on pages that have their text; a single page needs none. */
void running_place(const struct running *running, const struct setter *setter,
                   struct pages *pages);

#endif
