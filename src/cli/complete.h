/*
 * complete: what a shell needs to complete the words of a call of handout.
 */
#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H

#include <stddef.h>
#include <stdio.h>

/** What options.def says of an option; its fields are explained there. In its order. */
struct option_row {
    char letter;
    const char *name, *value, *help;
};

extern const struct option_row option_rows[];
extern const size_t option_count;

/** In the order of options.def's choices. */
enum shell { SHELL_BASH, SHELL_ZSH, SHELL_FISH };

/** Writes the completions for one shell: a file to install, or text for its eval or source. */
void complete_print(FILE *to, enum shell shell);

#endif
