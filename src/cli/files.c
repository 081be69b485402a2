/*
 * See files.h.  Inputs may be pipes, so nothing relies on a size that is known beforehand.
 * Signals whose handlers return are none of ours, but a debugger or a stopped terminal can still
 * interrupt a call: EINTR means "once more".
 */
#include "files.h"
#include "nearest.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct file_id file_id_of(const struct stat *stat)
{
    return (struct file_id){true, stat->st_dev, stat->st_ino};
}

struct file_id file_identify(const char *path)
{
    struct stat about;
    bool from_stdin = path && strcmp(path, "-") == 0;
    int result = from_stdin ? fstat(STDIN_FILENO, &about) : path ? stat(path, &about) : -1;
    return result == 0 ? file_id_of(&about) : (struct file_id){0};
}

bool file_id_equal(struct file_id a, struct file_id b)
{
    return a.known && b.known && a.device == b.device && a.inode == b.inode;
}

/* ---- Reading ---- */

/* Enough for nearly every article and clinic file in one piece. */
#define READ_FIRST ((size_t)16 * 1024)

/* Reads to the end, or so many bytes. On failure errno says why. */
static bool read_all(const struct printer *printer, int fd, size_t most, struct file *file)
{
    size_t room = READ_FIRST;
    file->bytes = message_alloc(printer, room);
    for (;;) {
        ssize_t got = read(fd, file->bytes + file->length, room - file->length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        file->length += (size_t)got;
        assert(file->length <= room && file->length <= most);
        if (file->length == most)
            return true;
        if (file->length == room) {
            room = room * 4 < most ? room * 4 : most;
            char *larger = message_alloc(printer, room);
            memcpy(larger, file->bytes, file->length);
            free(file->bytes);
            file->bytes = larger;
        }
    }
}

/* @return 0, or an errno, EISDIR for a folder; then nothing is left to free. */
static int read_open_file(const struct printer *printer, int fd, size_t most, struct file *file)
{
    struct stat about;
    int error = 0;
    if (fstat(fd, &about) == 0) {
        if (S_ISDIR(about.st_mode))
            return EISDIR;
        file->id = file_id_of(&about);
        file->regular = S_ISREG(about.st_mode);
        file->modified = about.st_mtim;
    }
    if (!read_all(printer, fd, most + 1, file))
        error = errno;
    if (error)
        file_free(file);
    return error;
}

/* @param flags  for open(), besides those that all files are opened with. @return -1: errno. */
static int open_to_read(const char *path, int flags)
{
    int fd;
    do
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | flags);
    while (fd < 0 && errno == EINTR);
    return fd;
}

static int read_path(const struct printer *printer, const char *path, size_t most,
                     struct file *file)
{
    int fd = open_to_read(path, 0);
    if (fd < 0)
        return errno;
    int error = read_open_file(printer, fd, most, file);
    close(fd);
    return error;
}

static enum status say(const struct printer *printer, const char *name, int error)
{
    if (!error)
        return STATUS_OK;
    if (error == EISDIR)
        return fault(printer, FAULT_IS_A_FOLDER, name, NULL);
    char *meant = error == ENOENT ? nearest_file(printer, name) : NULL;
    char *hint = meant ? message_join(printer, "did you mean ", meant, "?") : NULL;
    enum status status =
        fault(printer, FAULT_CANNOT_READ, name, strerror(error), hint ? hint : "");
    free(hint);
    free(meant);
    return status;
}

enum status file_read(const struct printer *printer, const char *path, size_t most,
                      struct file *file)
{
    *file = (struct file){.name = path};
    return say(printer, path, read_path(printer, path, most, file));
}

enum status file_read_or_stdin(const struct printer *printer, const char *path, size_t most,
                               struct file *file)
{
    if (strcmp(path, "-") != 0)
        return file_read(printer, path, most, file);
    *file = (struct file){.name = FILE_STDIN_NAME};
    return say(printer, FILE_STDIN_NAME, read_open_file(printer, STDIN_FILENO, most, file));
}

/* It is looked at before it is opened, since opening a tape rewinds it, and who waits to write into
 * a FIFO would write into nothing.  O_NONBLOCK: if it is a FIFO by now it is not waited for. */
const char *file_load(const struct printer *printer, const char *path, size_t most,
                      struct file *file)
{
    static const char not_regular[] = "it is no regular file";
    struct stat about;
    *file = (struct file){.name = path};
    if (stat(path, &about) == 0 && !S_ISREG(about.st_mode))
        return not_regular;
    int fd = open_to_read(path, O_NONBLOCK);
    if (fd < 0)
        return strerror(errno);
    bool regular = fstat(fd, &about) == 0 && S_ISREG(about.st_mode);
    int error = regular ? read_open_file(printer, fd, most, file) : 0;
    close(fd);
    if (!regular)
        return not_regular;
    return error ? strerror(error) : NULL;
}

bool file_has_changed(const struct file *file)
{
    struct stat now;
    if (!file->regular)
        return false;
    return stat(file->name, &now) != 0 || !file_id_equal(file_id_of(&now), file->id)
           || (uintmax_t)now.st_size != file->length || now.st_mtim.tv_sec != file->modified.tv_sec
           || now.st_mtim.tv_nsec != file->modified.tv_nsec;
}

void file_free(struct file *file)
{
    free(file->bytes);
    *file = (struct file){0};
}

/* ---- The clinic file ---- */

/* The path if something is there, or if there is no telling: reading it then says why. */
static char *if_exists(char *path)
{
    struct stat about;
    if (!path || stat(path, &about) == 0 || (errno != ENOENT && errno != ENOTDIR))
        return path;
    free(path);
    return NULL;
}

/* In the user's configuration; by the XDG specification a relative $XDG_CONFIG_HOME is ignored. */
static char *in_user_configuration(const struct printer *printer)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (config && *config == '/')
        return message_join(printer, config, "/handout/clinic.json", "");
    if (home && *home)
        return message_join(printer, home, "/.config/handout/clinic.json", "");
    return NULL;
}

char *clinic_find(const struct printer *printer, const char *article)
{
    /* A file that the user names must be there, so this one is not skipped. */
    const char *named = getenv("HANDOUT_CLINIC");
    if (named && *named)
        return message_join(printer, named, "", "");
    char *found = if_exists(article ? path_beside(printer, article, CLINIC_NAME) : NULL);
    if (!found)
        found = if_exists(message_join(printer, CLINIC_NAME, "", ""));
    if (!found)
        found = if_exists(in_user_configuration(printer));
    if (!found)
        found = if_exists(message_join(printer, "/etc/handout/clinic.json", "", ""));
    return found;
}
