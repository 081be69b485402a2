/*
 * trial: the whole text set in one way, to see whether it fits.
 *
 * A normal handout is one page: the head (letterhead to the last section) stands at its top, the
 * foot (fine print and contact block) on its bottom margin, and they must not meet.  In large print
 * all stands below each other on as many pages as that takes.  Shaping was done once before, so a
 * trial is additions only, and the ladder of sizes is walked rung by rung rather than guessed.
 *
 * What fit.c and advice.c share; not for other folders.
 */
#ifndef LAYOUT_TRIAL_H
#define LAYOUT_TRIAL_H

#include "layout/request.h"
#include "layout/running.h"

struct fitter {
    struct arena *arena;
    const struct fit_request *request;
    struct paper paper; /**< with the margins of this kind of print */
    struct sizes sizes; /**< that are tried */
    struct node *head, *foot;
    struct node *notes; /**< lines for questions; NULL: none are wanted */
    struct running running; /**< of several pages */
    size_t pages_most;      /**< that may be filled */
    struct node *contact;   /**< the contact block that is left out; NULL: neither is */
    bool holes;             /**< columns may leave some: the style's */
    bool brief_contact;     /**< the sheet's is in the place of the contact block */

    /* The last trial. */
    struct style style;
    struct pool pool;             /**< where its pieces are */
    struct piece *text;           /**< the whole text, with its place on the first page */
    int32_t left;                 /**< of the height of one page, if it fits; in large print 0 */
    struct pagination pagination; /**< what of its height stands on which page */
};

/** @param fitter  where it will stay: parts of it point to others. */
void fitter_init(struct fitter *fitter, struct arena *arena, const struct fit_request *request);

/**
 * Sets the whole text in fitter.style.
 * @param draft  only to see whether it fits: where the head is too high, the foot is left out; and
 *               see struct setter
 * @return whether it fits.
 */
bool fitter_set(struct fitter *fitter, bool draft);

/** Whether it fits at this size and gap. */
bool fitter_try(struct fitter *fitter, int32_t body, int32_t gap);

/** Whether it fits at this size, whatever columns look like. */
bool fitter_fits_somehow(struct fitter *fitter, int32_t body);

/** Puts the brief contact block in the place of the other, or back. @return if there is one. */
bool fitter_swap_contact(struct fitter *fitter);

/** The body size under which the page is no longer as it should be; in large print its only one. */
int32_t fitter_preferred(const struct fitter *fitter);

/** Draws the last trial. */
void fitter_place(struct fitter *fitter, struct pages *pages);

#endif
