/*
 * summary: what became of many articles: a line of progress while they are made, and the sum.
 */
#ifndef CLI_SUMMARY_H
#define CLI_SUMMARY_H

#include "message.h"

#include <time.h>

/** In the order of options.def's choices. */
enum summary_form { SUMMARY_TEXT, SUMMARY_JSON };

struct summary {
    const struct printer *printer;
    size_t count; /**< of all articles */

    size_t good, warned, refused, failed; /**< warned are among the good */
    const char **in_need; /**< the names of those that need a person, `count` at most; borrowed */
    size_t in_need_count;

    bool progress; /**< a line is shown */
    time_t start, shown;
};

/** @param progress  whether a line is shown: on a terminal, with enough to wait for */
struct summary summary_open(const struct printer *printer, size_t count, bool progress);

/** One more is done. */
void summary_add(struct summary *summary, const char *name, enum status status, bool warned);

/** Takes the line of progress away, so that something can be said. */
void summary_clear(const struct summary *summary);

/** Prints the sum: as text where messages go, as JSON to standard output. */
void summary_print(const struct summary *summary, enum summary_form form);

void summary_close(struct summary *summary);

#endif
