/* See orphans.h. */
#include "orphans.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { ORPHAN_AGE = 60 * 60 }; /* seconds */

void temporary_name(char name[TEMPORARY_NAME], intmax_t process, int attempt)
{
    snprintf(name, TEMPORARY_NAME, ".handout-%" PRIdMAX "-%d.tmp", process, attempt);
}

/* The process that a temporary file's name tells of; 0: it is no such name. */
static intmax_t process_of(const char *name)
{
    static const char prefix[] = ".handout-";
    char again[TEMPORARY_NAME], *end;
    if (strncmp(name, prefix, sizeof prefix - 1) != 0)
        return 0;
    intmax_t process = strtoimax(name + sizeof prefix - 1, &end, 10);
    long attempt = *end == '-' ? strtol(end + 1, &end, 10) : -1;
    if (process <= 0 || attempt < 0 || attempt > INT_MAX)
        return 0;
    temporary_name(again, process, (int)attempt);
    return strcmp(name, again) == 0 ? process : 0;
}

static bool is_gone(intmax_t process)
{
    pid_t pid = (pid_t)process;
    return pid == process && kill(pid, 0) != 0 && errno == ESRCH;
}

static bool is_long_gone(const char *path)
{
    struct stat about;
    return lstat(path, &about) == 0 && S_ISREG(about.st_mode) &&
           time(NULL) - about.st_mtime > ORPHAN_AGE;
}

void orphans_remove(const struct printer *printer, const char *folder)
{
    DIR *directory = opendir(*folder ? folder : ".");
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        intmax_t process = process_of(entry->d_name);
        if (!process || !is_gone(process))
            continue;
        char *path = message_join(printer, folder, entry->d_name, "");
        if (is_long_gone(path) && unlink(path) == 0)
            message_written(printer, path, false,
                            "removed; a run that was killed had left it behind");
        free(path);
    }
    if (directory)
        closedir(directory);
}

void orphans_remove_of(const struct printer *printer, const char *folder, intmax_t process)
{
    char name[TEMPORARY_NAME];
    temporary_name(name, process, 0);
    char *path = message_join(printer, folder, name, "");
    unlink(path);
    free(path);
}
