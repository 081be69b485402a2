/*
 * See nearest.h.  Of files that are equally near the first in the order of bytes is taken: a folder
 * has no order of its own, and the same slip is to get the same answer.  What has the very name is
 * a link to nowhere.
 */
#include "nearest.h"
#include "path.h"

#include "base/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Longer names are compared with nothing: str_distance() looks no further. */
enum { LENGTH_MOST = 64 };

struct search {
    const char *name; /* what was typed */
    char *best;       /* the nearest so far; NULL: none yet */
    unsigned distance;
};

/* A name without its ending, or in other capitals, is no slip at all. */
static unsigned file_distance(const char *name, const char *there, unsigned limit)
{
    static const char end[] = ".json";
    size_t length = strlen(name);
    if (strcasecmp(name, there) == 0
        || (strncmp(name, there, length) == 0 && strcmp(there + length, end) == 0))
        return 0;
    return str_distance(str_of(name), str_of(there), limit);
}

static void consider_file(const struct printer *printer, struct search *search, const char *there)
{
    unsigned distance = file_distance(search->name, there, search->distance);
    bool nearer = distance < search->distance
                  || (distance == search->distance && search->best
                      && strcmp(there, search->best) < 0);
    if (!nearer)
        return;
    free(search->best);
    search->best = message_join(printer, there, "", "");
    search->distance = distance;
}

char *nearest_file(const struct printer *printer, const char *path)
{
    size_t length = strlen(path_base(path));
    struct search search = {.name = path_base(path), .distance = length > 3 ? 3 : 2};
    if (!length || length > LENGTH_MOST)
        return NULL;
    char *folder = path_folder(printer, path);
    DIR *directory = opendir(*folder ? folder : ".");
    for (struct dirent *entry; directory && (entry = readdir(directory));)
        if (entry->d_name[0] != '.' && strcmp(entry->d_name, search.name) != 0)
            consider_file(printer, &search, entry->d_name);
    if (directory)
        closedir(directory);
    char *found = search.best ? message_join(printer, folder, search.best, "") : NULL;
    free(search.best);
    free(folder);
    return found;
}
