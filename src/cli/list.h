/*
 * list: the articles of a call, from the command line, from lists of names and from folders.
 */
#ifndef CLI_LIST_H
#define CLI_LIST_H

#include "options.h"

struct list {
    const char **at;
    size_t count;

    /* What the names lie in. */
    char *text;
    char **found;
    size_t room, found_count, found_room;
};

/**
 * Makes the list: what is given, then what --files-from names; in the place of a folder stand its
 * files *.json but clinic.json, by name.  A folder without any stays, to be complained about.
 * @return a status, after saying why if not STATUS_OK; for list_close() in any case
 */
enum status list_open(struct list *list, const struct options *options);

void list_close(struct list *list);

#endif
