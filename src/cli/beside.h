/*
 * beside: the files that an article or a clinic file names: pictures and fonts.
 */
#ifndef CLI_BESIDE_H
#define CLI_BESIDE_H

#include "seen.h"

/** How long a file's bytes are kept, for those who ask again. */
enum beside_life {
    BESIDE_HANDOUT, /**< what an article names, or a clinic that is not kept either */
    BESIDE_CLINIC,  /**< what the clinic file names that is kept from one handout to the next */
    BESIDE_CALL     /**< the machine's own fonts */
};

struct beside_file {
    struct beside_file *next;
    char *path;
    enum beside_life life;
    struct file file;
};

struct beside {
    const struct printer *printer;
    const char *clinic; /**< name of the clinic file that is kept; borrowed; or NULL */
    struct beside_file *files; /**< whose bytes are there */
    struct seen ids; /**< all that were read so far, which no output may replace */
};

/**
 * A handout_read_options.load; its context is a struct beside.
 * @param file  comes with the name of the file that names the path
 */
const char *beside_load(void *context, const char *path, struct handout_input *file);

/** Whether the file is one of those that were read so far. */
bool beside_has(const struct beside *beside, struct file_id id);

/** Frees the bytes that are kept no longer than so, when all that was made of them is freed. */
void beside_forget(struct beside *beside, enum beside_life ended);

void beside_free(struct beside *beside);

#endif
