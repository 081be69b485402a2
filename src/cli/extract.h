/*
 * extract: the files that are inside a PDF of ours, written out: --extract.
 */
#ifndef CLI_EXTRACT_H
#define CLI_EXTRACT_H

#include "options.h"

/** Writes all of them or none; a file of the same bytes is left, any other is never replaced. */
enum status extract_run(const struct options *options);

#endif
