/*
 * scripts: --fonts, the scripts that can be printed on this machine.
 */
#ifndef CLI_SCRIPTS_H
#define CLI_SCRIPTS_H

#include "options.h"

/** A line for each script: the files of its regular and bold face, or the package to install. */
void scripts_list(const struct options *options, FILE *to);

#endif
