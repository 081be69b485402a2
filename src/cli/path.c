/* See path.h. */
#include "path.h"

#include "base/device.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool path_is_json(const char *name)
{
    struct str whole = str_of(name);
    return name[0] != '.' && str_ends(whole, STR(PATH_JSON))
           && !str_ends(whole, STR(".schema" PATH_JSON));
}

char *path_folder(const struct printer *printer, const char *path)
{
    char *folder = message_join(printer, path, "", "");
    folder[path_base(path) - path] = '\0';
    return folder;
}

char *path_beside(const struct printer *printer, const char *file, const char *path)
{
    char *folder = path_folder(printer, *path == '/' ? "" : file);
    char *whole = message_join(printer, folder, path, "");
    free(folder);
    return whole;
}

char *path_in(const struct printer *printer, const char *folder, const char *name)
{
    bool slash = !*folder || folder[strlen(folder) - 1] == '/';
    return message_join(printer, folder, slash ? "" : "/", name);
}

bool path_is_folder(const char *path)
{
    struct stat about;
    return path && stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

bool path_flows(const char *path)
{
    struct stat about;
    return path && stat(path, &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode);
}

void path_note_reserved(const struct printer *printer, const char *path)
{
    if (device_is_name(str_of(path_base(path))))
        fault(printer, FAULT_RESERVED_NAME, path, NULL);
}
