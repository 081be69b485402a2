/*
 * taken: the paths that a call has written, so that no handout replaces another of the same call;
 * and the files that it reads, so that none replaces one of them.  A call may have a million of
 * either, so each is looked for in a table.
 */
#ifndef CLI_TAKEN_H
#define CLI_TAKEN_H

#include "files.h"

/** All zero: none. */
struct taken {
    char **slots; /**< open addressing; NULL: free */
    size_t room, count;
};

/** @return false if the path, which is canonical, was claimed before. */
bool taken_claim(struct taken *taken, const struct printer *printer, const char *path);

/** Remembers a file that is read; of an unknown one nothing. */
void taken_add_input(struct taken *inputs, const struct printer *printer, struct file_id id);

/** Whether the file is among those. */
bool taken_has_input(const struct taken *inputs, struct file_id id);

void taken_free(struct taken *taken);

#endif
