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
    size_t articles;
    size_t count; /**< of all handouts: an article may be printed for several clinics */

    size_t good, warned, unchanged, refused, failed; /**< warned and unchanged are good too */
    const char **in_need; /**< articles that need a person; borrowed */
    size_t in_need_count;

    bool progress; /**< a line is shown */
    time_t start, shown;
};

/** What became of a handout. */
struct made {
    enum status status;
    bool warned;    /**< there was a warning */
    bool unchanged; /**< its PDF was there already, and was left as it was */
};

/** @param progress  whether a line is shown: on a terminal, with enough to wait for */
struct summary summary_open(const struct printer *printer, size_t articles, size_t count,
                            bool progress);

/** One more is done. @param article  its name; those of one article follow one another */
void summary_add(struct summary *summary, const char *article, struct made made);

/** Takes the line of progress away, so that something can be said. */
void summary_clear(const struct summary *summary);

/** Prints the sum: as JSON to standard output, or where messages go, as they are: not in SARIF. */
void summary_print(const struct summary *summary, enum summary_form form);

void summary_close(struct summary *summary);

#endif
