/*
 * output: where a PDF goes, all of it or nothing.
 *
 *     output_find()   what a path leads to; nothing is changed yet
 *     output_open()   a temporary file beside it
 *     output_sink()   the bytes
 *     output_close()  the temporary file takes the place of the old one, or is removed; in two
 *                     steps: output_finish(), output_take_name()
 *     output_free()
 *
 * What is not a regular file (a FIFO, /dev/null) cannot be replaced and is written directly.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "files.h"

/** How standard output is called in messages. */
#define OUTPUT_STDOUT_NAME "standard output"
/** And standard error. */
#define OUTPUT_STDERR_NAME "standard error"

enum output_kind {
    OUTPUT_REPLACE, /**< a new file takes the name */
    OUTPUT_DIRECT,  /**< what has the name is opened and written */
    OUTPUT_NEW,     /**< a new file takes the name if nothing has it */
    OUTPUT_STDOUT
};

struct output {
    const struct printer *printer;
    const char *name; /**< as the user knows it; borrowed */
    enum output_kind kind;

    /* Of OUTPUT_REPLACE and OUTPUT_NEW only. */
    char *path;        /**< links followed, the folder absolute: the same file, the same path */
    struct file_id id; /**< of the file that it will replace */
    mode_t mode;       /**< and its permissions */
    char *temporary;   /**< path of the temporary file */

    bool taken; /**< after closing an OUTPUT_NEW: something had the name, and still has it */
    FILE *instead; /**< of standard output; NULL: that itself */
    FILE *file;
    int error; /**< errno of the first failure */
};

/** Makes a folder and those that it lies in, where they are not there yet. @return a status, after
    saying why if not STATUS_OK. */
enum status output_make_folder(const struct printer *printer, const char *folder);

/** @param path  NULL: standard output. @return a status, after saying why if not STATUS_OK. */
enum status output_find(struct output *output, const struct printer *printer, const char *path);

/** An output to a name that nothing has yet; a link is not followed. For output_open(). */
struct output output_new(const struct printer *printer, const char *path);

/** Opens what output_find() or output_new() made. */
enum status output_open(struct output *output);

/** A handout_sink; its context is the struct output. */
bool output_sink(void *context, const void *bytes, size_t length);

/** The first step: all bytes are in the file, which is synced if it is to be kept. */
enum status output_finish(struct output *output, bool keep);

/** The second: the file takes its name, or goes. @return as output_close(), but no error of the
    first step again */
enum status output_take_name(struct output *output, bool keep);

/** Ends what output_open() began. @param keep  false removes what was written. @return a status,
    after saying why if it is not STATUS_OK; output->taken is not spoken of. */
enum status output_close(struct output *output, bool keep);

/** Frees what output_find() or output_new() made. */
void output_free(struct output *output);

/**
 * Makes sure that all of standard output got where it should, and closes it.
 * A reader that went away (EPIPE) is not complained about, but is STATUS_MACHINE all the same.
 */
enum status output_close_stdout(const struct printer *printer);

#endif
