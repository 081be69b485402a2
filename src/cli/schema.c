/*
 * See schema.h.  The program may have been moved since it was built, as a package or with its whole
 * tree, so the schemas are looked for from where it is; only then where they were to be installed.
 */
#include "schema.h"

#include "path.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_SIZE = 4097 }; /* Linux allows 4095 bytes */

/* Behind the program's folder: installed, and in the tree that it was built in. */
static const char *const places[] = {"../share/handout/", "../../data/"};

/* With its links followed; NULL: nothing is there, or it is not readable. */
static char *existing(const struct printer *printer, const char *folder, const char *place,
                      const char *name)
{
    char *path = message_join(printer, folder, place, name);
    bool there = access(path, R_OK) == 0;
    char *found = there ? realpath(path, NULL) : NULL;
    if (there && !found && errno == ENOMEM)
        message_out_of_memory(printer);
    free(path);
    return found;
}

static char *find_schema_file(const struct printer *printer, const char *name)
{
    char program[PATH_SIZE], *found = NULL;
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length > 0) {
        program[length] = '\0';
        char *folder = path_folder(printer, program);
        for (size_t i = 0; !found && i < sizeof places / sizeof *places; i++)
            found = existing(printer, folder, places[i], name);
        free(folder);
    }
    return found ? found : existing(printer, HANDOUT_SHARE, "/", name);
}

/* What may stand in an address as it is (RFC 3986). */
static bool is_plain_in_uri(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || (c && strchr("/-._~", c));
}

char *schema_address(const struct printer *printer, const char *name)
{
    static const char scheme[] = "file://", hex[] = "0123456789ABCDEF";
    char *path = find_schema_file(printer, name);
    if (!path)
        return NULL;
    char *address = message_alloc(printer, sizeof scheme + 3 * strlen(path));
    char *to = strcpy(address, scheme) + strlen(scheme);
    for (const char *from = path; *from; from++) {
        unsigned char byte = (unsigned char)*from;
        *to++ = is_plain_in_uri(*from) ? *from : '%';
        if (!is_plain_in_uri(*from)) {
            *to++ = hex[byte >> 4];
            *to++ = hex[byte & 15];
        }
    }
    *to = '\0';
    free(path);
    return address;
}
