/*
 * seen: names, each kept once: the paths that a call has written, so that no handout replaces
 * another of the same call; the files that it reads, so that none replaces one of them; the folders
 * that were tidied.  A call may have a million of them, so each is looked for in a table.
 */
#ifndef CLI_SEEN_H
#define CLI_SEEN_H

#include "files.h"

/** All zero: none. */
struct seen {
    char **slots; /**< open addressing; NULL: free */
    size_t room, count;
};

/** Adds a path, which is canonical. @return whether it was not there yet. */
bool seen_add(struct seen *seen, const struct printer *printer, const char *path);

/** Remembers a file that is read; of an unknown one nothing. */
void seen_add_file(struct seen *inputs, const struct printer *printer, struct file_id id);

/** Whether the file is among those. */
bool seen_has_file(const struct seen *inputs, struct file_id id);

void seen_free(struct seen *seen);

#endif
