/*
 * fitter: what fit.c and advice.c share; not for other folders.
 */
#ifndef LAYOUT_FITTER_H
#define LAYOUT_FITTER_H

#include "layout/fit.h"
#include "layout/flow.h"

struct fitter {
    struct arena *arena;
    const struct fit_request *request;
    struct node *head, *foot;
    struct paper paper; /**< with its margins */
    size_t pages;       /**< that may be filled: 1, or in large print 2 */
    struct flow flow; /**< its style is that of the last trial */
    const char *mode; /**< the arrangement of the last trial that fitted */
};

/** Whether some arrangement fits at this size and gap; if so, flow.style and mode tell which. */
bool fitter_try(struct fitter *fitter, int32_t body, int32_t gap);

/** Sets the whole text, in large print over as many pages as it takes; places it if flow.pages
 * is set. @return whether it fits. */
bool fitter_flow(struct fitter *fitter);

/** The body size under which the page is no longer as it should be. */
int32_t fitter_preferred(const struct fitter *fitter);

/** About how many words more would fit at that size. */
int advice_room(struct fitter *fitter);

/** What to do so that the page fits at that size: "cut about 52 words: 40 from …".
 * @param where  gets the field to cut the most from; is left alone if that would not help. */
struct str advice_cut(struct fitter *fitter, struct place *where);

#endif
