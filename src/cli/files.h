/*
 * files: reading the inputs, and finding the clinic's.
 */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include "path.h"

#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>

/** How a clinic file is called. */
#define CLINIC_NAME "clinic.json"

/** Which file it is, whatever its name. */
struct file_id {
    bool known;
    dev_t device;
    ino_t inode;
};

struct file_id file_id_of(const struct stat *stat);
/** @param path  "-" is standard input; NULL: no file, which is unknown. */
struct file_id file_identify(const char *path);
bool file_id_equal(struct file_id a, struct file_id b);

/** A file's name and bytes; of one that is too long one byte more, so that the library can tell. */
struct file {
    const char *name; /**< for messages; borrowed */
    char *bytes;
    size_t length;
    struct file_id id;
    bool regular; /**< and then when it was changed last */
    struct timespec modified;
};

/** How standard input is called in messages. */
#define FILE_STDIN_NAME "<stdin>"

/**
 * Reads a file, at most `most` bytes (one byte more, if it is longer).
 * @return STATUS_OK (then for file_free()), or STATUS_MACHINE after saying why.
 */
enum status file_read(const struct printer *printer, const char *path, size_t most,
                      struct file *file);

/** The same, or for "-" standard input. */
enum status file_read_or_stdin(const struct printer *printer, const char *path, size_t most,
                               struct file *file);

/**
 * Reads a regular file that a clinic file names, at most `most` bytes (one byte more, if it is
 * longer), without a message and without waiting: a FIFO, a device or a folder is refused.
 * @return NULL (then for file_free()), or why it cannot be read, until the next system call.
 */
const char *file_load(const struct printer *printer, const char *path, size_t most,
                      struct file *file);

/**
 * Whether a regular file that was read by its name is another by now: its identity, its length or
 * its time.  What was read from anything else, such as a FIFO, is there only once.
 */
bool file_has_changed(const struct file *file);

/** Frees the bytes. A file that was never read, all zero, is allowed. */
void file_free(struct file *file);

/**
 * Looks for a clinic file in $HANDOUT_CLINIC, beside the article, in the current folder, in the
 * user's and the system's configuration.  The first that exists is taken, readable or not.
 * @param article  its path; NULL if it has none. @return for free(); NULL: there is none.
 */
char *clinic_find(const struct printer *printer, const char *article);

#endif
