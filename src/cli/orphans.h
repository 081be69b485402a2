/*
 * orphans: temporary files that a run left behind because it was killed (kill -9, a power cut).
 */
#ifndef CLI_ORPHANS_H
#define CLI_ORPHANS_H

#include "message.h"

#include <stdint.h>

/** The name of a temporary file, ".handout-PID-N.tmp". @param name  gets it. */
enum { TEMPORARY_NAME = 64 };
void temporary_name(char name[TEMPORARY_NAME], intmax_t process, int attempt);

/**
 * Removes the orphans of a folder and says so, a line for each.  An orphan is a regular file with
 * such a name whose process is gone and that nobody has written to for an hour: a process of the
 * same number on another machine may share the folder.  What cannot be removed stays, without a
 * word: it harms no handout.
 * @param folder  ends in '/', or "" for the current one
 */
void orphans_remove(const struct printer *printer, const char *folder);

/** The same for a process that has just ended, whatever the age of its file; nothing is said. */
void orphans_remove_of(const struct printer *printer, const char *folder, intmax_t process);

#endif
