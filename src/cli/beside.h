/*
 * beside: the files that a clinic file names: its logo and fonts.
 */
#ifndef CLI_BESIDE_H
#define CLI_BESIDE_H

#include "files.h"

struct beside_file {
    struct beside_file *next;
    char *path;
    struct file file;
};

/** Files that were read so far; most articles of a call ask for the same. */
struct beside {
    const struct printer *printer;
    const char *clinic; /**< path of the clinic file; borrowed */
    struct beside_file *files;
};

/** A handout_read_options.load; its context is a struct beside. */
const char *beside_load(void *context, const char *path, struct handout_input *file);

/** Whether the file is one of those that were read so far. */
bool beside_has(const struct beside *beside, struct file_id id);

void beside_free(struct beside *beside);

#endif
