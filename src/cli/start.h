/*
 * start: --new, the two files that a user begins with.
 */
#ifndef CLI_START_H
#define CLI_START_H

#include "options.h"

/** Whether --new may have this name, which may have folders and an ending. */
bool start_is_name(const char *name);

/**
 * Writes the article options->start, and a clinic file beside it if it would have none.  Replaces
 * nothing.
 */
enum status start_run(const struct options *options);

#endif
