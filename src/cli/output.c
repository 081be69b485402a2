/*
 * See output.h.  The temporary file lies in the target's folder, since rename() replaces a file
 * at once only within one file system.  It is synced first: after a power cut there is the old PDF
 * or the new one, never an empty one.
 *
 * A symbolic link is followed by hand, so that what it points to is replaced and not the link,
 * even if nothing is there yet (realpath() would refuse that).
 *
 * A new file's name is claimed by an empty file that only one process can create (O_EXCL), which
 * the temporary file then replaces.  link() would do it in one step, but not on a USB stick: FAT
 * has no links.
 */
#include "output.h"
#include "interrupt.h"
#include "orphans.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- What a path leads to ---- */

#define LINKS_MAX 40
#define LINK_SIZE 4098 /* Linux allows 4095 bytes; a full buffer means that some are missing */

static enum status cannot_write(const struct output *output, int error)
{
    return fault(output->printer, FAULT_CANNOT_WRITE, output->name, strerror(error));
}

/* Where a chain of symbolic links ends, whether or not anything is there. NULL: errno says why. */
static char *follow_links(const struct printer *printer, const char *path)
{
    char target[LINK_SIZE];
    char *at = message_join(printer, path, "", "");
    for (int i = 0; i < LINKS_MAX; i++) {
        ssize_t length = readlink(at, target, sizeof target - 1);
        if (length < 0 || length == LINK_SIZE - 1)
            return at;
        target[length] = '\0';
        char *next = path_beside(printer, at, target);
        free(at);
        at = next;
    }
    free(at);
    errno = ELOOP;
    return NULL;
}

static char *canonical(const struct printer *printer, const char *path)
{
    char *end = follow_links(printer, path);
    if (!end)
        return NULL;
    char *folder = path_folder(printer, end);
    char *absolute = realpath(*folder ? folder : ".", NULL);
    char *found = absolute ? message_join(printer, absolute, "/", path_base(end)) : NULL;
    int error = errno;
    free(absolute);
    free(folder);
    free(end);
    errno = error;
    return found;
}

enum status output_find(struct output *output, const struct printer *printer, const char *path)
{
    struct stat about;
    *output = (struct output){.printer = printer, .name = path ? path : OUTPUT_STDOUT_NAME};
    output->kind = path ? OUTPUT_DIRECT : OUTPUT_STDOUT;
    if (!path) {
        if (fstat(STDOUT_FILENO, &about) == 0 && S_ISREG(about.st_mode))
            output->id = file_id_of(&about);
        return STATUS_OK;
    }
    bool exists = stat(path, &about) == 0;
    if (exists && S_ISDIR(about.st_mode))
        return cannot_write(output, EISDIR);
    if (exists && !S_ISREG(about.st_mode))
        return STATUS_OK;
    /* rename() would replace a file that its owner has protected. */
    if (exists && access(path, W_OK) != 0)
        return cannot_write(output, errno);
    output->kind = OUTPUT_REPLACE;
    output->path = canonical(printer, path);
    if (!output->path)
        return cannot_write(output, errno);
    if (exists) {
        output->id = file_id_of(&about);
        output->mode = about.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
    }
    return STATUS_OK;
}

struct output output_new(const struct printer *printer, const char *path)
{
    return (struct output){.printer = printer, .name = path, .kind = OUTPUT_NEW,
                           .path = message_join(printer, path, "", "")};
}

void output_free(struct output *output)
{
    free(output->path);
    free(output->temporary);
    *output = (struct output){0};
}

/* ---- A folder ---- */

/* What is there is taken as it is: if it is no folder, writing into it says so. */
enum status output_make_folder(const struct printer *printer, const char *folder)
{
    struct output output = {.printer = printer, .name = folder};
    char *part = message_join(printer, folder, "", "");
    int error = 0;
    for (char *slash = strchr(part + 1, '/'); !error && slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        error = mkdir(part, 0777) == 0 || errno == EEXIST ? 0 : errno;
        *slash = '/';
    }
    free(part);
    return error ? cannot_write(&output, error) : STATUS_OK;
}

/* ---- Writing ---- */

/* More leftovers than this in one folder, all of this process number, do not happen. */
#define ATTEMPTS 100

static bool is_temporary(const struct output *output)
{
    return output->kind == OUTPUT_REPLACE || output->kind == OUTPUT_NEW;
}

/* A new file in the target's folder; the umask applies as to any file. @return -1: errno. */
static int open_temporary(struct output *output)
{
    char name[TEMPORARY_NAME];
    int fd = -1;
    char *folder = path_folder(output->printer, output->path);
    if (output->kind == OUTPUT_NEW) /* many PDFs go into one folder, which placing.c tidies once */
        orphans_remove(output->printer, folder);
    for (int i = 0; i < ATTEMPTS && fd < 0; i++) {
        sigset_t before;
        temporary_name(name, getpid(), i);
        free(output->temporary);
        output->temporary = message_join(output->printer, folder, name, "");
        interrupt_hold(&before);
        fd = open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0)
            interrupt_removes(output->temporary);
        interrupt_release(&before);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    int error = errno;
    free(folder);
    errno = error;
    if (fd >= 0 && output->id.known && fchmod(fd, output->mode) != 0)
        output->error = errno;
    return fd;
}

static int open_directly(const struct output *output)
{
    int fd;
    do
        fd = open(output->name, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    return fd;
}

enum status output_open(struct output *output)
{
    if (output->kind == OUTPUT_STDOUT) {
        output->file = output->instead ? output->instead : stdout;
        return STATUS_OK;
    }
    int fd = is_temporary(output) ? open_temporary(output) : open_directly(output);
    if (fd < 0)
        return cannot_write(output, errno);
    if (output->kind == OUTPUT_DIRECT && isatty(fd)) {
        close(fd);
        return fault(output->printer, FAULT_TERMINAL_OUTPUT, output->name, NULL);
    }
    output->file = fdopen(fd, "wb");
    if (!output->file)
        message_out_of_memory(output->printer);
    return STATUS_OK;
}

bool output_sink(void *context, const void *bytes, size_t length)
{
    struct output *output = context;
    assert(output->file);
    if (!output->error && fwrite(bytes, 1, length, output->file) != length)
        output->error = errno;
    return !output->error;
}

static void note_error(struct output *output, bool failed)
{
    if (failed && !output->error)
        output->error = errno;
}

/* Some file systems cannot sync; EINVAL is how they say so. */
static bool sync_failed(FILE *file)
{
    int result;
    do
        result = fsync(fileno(file));
    while (result != 0 && errno == EINTR);
    return result != 0 && errno != EINVAL;
}

/* Makes sure that the name is ours to take. */
static bool claim_name(struct output *output)
{
    int fd = open(output->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    output->taken = fd < 0 && errno == EEXIST;
    note_error(output, fd < 0 && !output->taken);
    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

static void take_name(struct output *output)
{
    bool claimed = output->kind == OUTPUT_NEW && claim_name(output);
    if (output->kind == OUTPUT_REPLACE || claimed)
        note_error(output, rename(output->temporary, output->path) != 0);
    if (claimed && output->error)
        unlink(output->path);
}

static void replace_or_remove(struct output *output, bool keep)
{
    sigset_t before;
    assert(output->temporary);
    interrupt_hold(&before);
    if (keep && !output->error)
        take_name(output);
    if (!keep || output->error || output->taken)
        unlink(output->temporary);
    interrupt_removes(NULL);
    interrupt_release(&before);
}

static enum status say_error(const struct output *output)
{
    if (!output->error)
        return STATUS_OK;
    if (output->kind == OUTPUT_STDOUT && output->error == EPIPE)
        return STATUS_MACHINE;
    return cannot_write(output, output->error);
}

enum status output_finish(struct output *output, bool keep)
{
    assert(output->file);
    note_error(output, fflush(output->file) != 0);
    if (is_temporary(output) && keep && !output->error)
        note_error(output, sync_failed(output->file));
    if (output->kind != OUTPUT_STDOUT)
        note_error(output, fclose(output->file) != 0);
    output->file = NULL;
    return say_error(output);
}

enum status output_take_name(struct output *output, bool keep)
{
    int before = output->error;
    assert(!output->file);
    if (is_temporary(output))
        replace_or_remove(output, keep);
    return before ? STATUS_OK : say_error(output);
}

enum status output_close(struct output *output, bool keep)
{
    enum status status = output_finish(output, keep), taken = output_take_name(output, keep);
    return taken > status ? taken : status;
}

enum status output_close_stdout(const struct printer *printer)
{
    struct output output = {.printer = printer, .name = OUTPUT_STDOUT_NAME};
    if (ferror(stdout))
        return STATUS_MACHINE; /* output_close() has said why */
    if (fclose(stdout) == 0)
        return STATUS_OK;
    return errno == EPIPE ? STATUS_MACHINE : cannot_write(&output, errno);
}
