/*
 * complete: what a shell needs to complete the words of a call of handout.
 */
#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H

#include <stdio.h>

/** In the order of options.def's choices. */
enum shell { SHELL_BASH, SHELL_ZSH, SHELL_FISH };

/** Writes the completions for one shell: a file to install, or text for its eval or source. */
void complete_print(FILE *to, enum shell shell);

#endif
