/*
 * missing_clinic: a clinic file for an article that was just written and has none.
 */
#ifndef CLI_MISSING_CLINIC_H
#define CLI_MISSING_CLINIC_H

#include "options.h"
#include "output.h"

struct missing_clinic {
    const char *path;
    /** Writes all of it into an output that is not open yet; NULL: there is nothing to write. */
    enum status (*write)(struct output *output, const void *context);
    const void *context;
    const char *said; /**< that it was written, or why there is nothing */
};

/**
 * Writes it, and says so, unless the article would find another one, the options name one, or none
 * is wanted.  If another run has just made one, that is as good.
 * @return a status, after saying why if not STATUS_OK
 */
enum status missing_clinic_write(const struct options *options, const char *article,
                                 const struct missing_clinic *clinic);

#endif
