/*
 * review: what a review found out besides its findings: lines among the messages of --check, and
 * the whole of it for --report.
 */
#ifndef CLI_REVIEW_H
#define CLI_REVIEW_H

#include "message.h"

/** Prints the line on how hard an article is to read, if that was measured. */
void review_reading(const struct printer *printer, const char *article,
                    const struct handout_review *review);

/** Prints the line that counts the diagnostics of an article: of its files, pages and review. */
void review_tally(const struct printer *printer, const char *article,
                  const struct handout_diagnostics *lists, size_t list_count);

/**
 * Writes readings, what is hardest to read, and the scorecards: to be read in 80 columns or, with
 * FORMAT_JSON, as objects, one a line.  @return for free(); ended by a NUL.
 */
char *review_report(const struct printer *printer, const char *article,
                    const struct handout_review *review);

#endif
