/*
 * path: the parts of a file's name.
 */
#ifndef CLI_PATH_H
#define CLI_PATH_H

#include "message.h"

/** The part of a path up to its last '/', that included; "" without one. For free(). */
char *path_folder(const struct printer *printer, const char *path);

/** A path as a file means it: relative to the folder that the file is in. For free(). */
char *path_beside(const struct printer *printer, const char *file, const char *path);

/** A name in a folder, whether or not that is written with '/' at its end. For free(). */
char *path_in(const struct printer *printer, const char *folder, const char *name);

/** Whether a folder has this name. @param path  NULL: it has not. */
bool path_is_folder(const char *path);

/** Whether a path leads to what can be read only once, such as a pipe. @param path  NULL: no */
bool path_flows(const char *path);

/** How the names of articles and clinic files end. */
#define PATH_JSON ".json"

/** Whether a name, without a folder, ends so; hidden files and JSON Schemas are left alone. */
bool path_is_json(const char *name);

/** Tells of a file that was written under a name that Windows cannot store. */
void path_note_reserved(const struct printer *printer, const char *path);

/** The part of a path behind its last '/'. */
const char *path_base(const char *path);

#endif
