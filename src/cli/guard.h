/*
 * guard: standard output and standard error may be files: ones that the call reads, which `>>` and
 * `2>>` append to, or ones that it writes a handout to.
 */
#ifndef CLI_GUARD_H
#define CLI_GUARD_H

#include "options.h"
#include "seen.h"

/**
 * Sees that what is printed spoils none of the inputs, before the first of it is printed.  Where
 * standard error would, all that is said goes to standard output, or nowhere if that is no place
 * for it either.
 * @return a status, after saying why if not STATUS_OK
 */
enum status guard_check(const struct seen *inputs, const struct options *options);

/** The same for a call that reads one file. */
enum status guard_check_file(const struct file *input, const struct options *options);

/**
 * Sees that a handout does not take the place of what is printed, nor gets into it.
 * @param name  path of the handout. @return as guard_check()
 */
enum status guard_check_output(const struct printer *printer, const struct options *options,
                               const char *name);

#endif
