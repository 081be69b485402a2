/*
 * See extract.h.  All names are looked at before the first file is written, so that a clinic file
 * of the user's does not get an article beside it that belongs to another clinic.
 */
#include "extract.h"
#include "files.h"
#include "guard.h"
#include "handout_source.h"
#include "output.h"

#include <stdlib.h>
#include <string.h>

struct extracting {
    const struct printer *printer;
    const struct handout_source *source;
    const char *folder; /* "" or with '/' at its end */
};

/* Whether a file has these bytes already; `there` tells whether anything has the name. */
static bool has_bytes(const struct extracting *x, const char *path,
                      const struct handout_input *file, bool *there)
{
    struct file old;
    struct stat about;
    *there = lstat(path, &about) == 0;
    if (!*there || file_load(x->printer, path, file->length, &old))
        return false;
    bool same = old.length == file->length && memcmp(old.bytes, file->bytes, old.length) == 0;
    file_free(&old);
    return same;
}

static enum status check_names(const struct extracting *x)
{
    struct handout_input file;
    enum status status = STATUS_OK;
    for (size_t i = 0; handout_source_file(x->source, i, &file); i++) {
        bool there;
        char *path = message_join(x->printer, x->folder, file.name, "");
        if (!has_bytes(x, path, &file, &there) && there)
            status = fault(x->printer, FAULT_FILE_EXISTS, path,
                           ", or another folder with --output=FOLDER/");
        free(path);
    }
    return status;
}

static enum status write_extracted(struct output *output, const struct handout_input *file)
{
    enum status status = output_make_folder(output->printer, output->name);
    if (!status)
        status = output_open(output);
    if (status)
        return status;
    output_sink(output, file->bytes, file->length);
    status = output_close(output, true);
    if (!status && output->taken)
        status = fault(output->printer, FAULT_FILE_EXISTS, output->name, "");
    if (!status)
        message_written(output->printer, output->name, true, "written");
    return status;
}

static enum status write_unpacked(const struct extracting *x, const struct handout_input *file)
{
    bool there;
    enum status status = STATUS_OK;
    char *path = message_join(x->printer, x->folder, file->name, "");
    if (has_bytes(x, path, file, &there)) {
        message_written(x->printer, path, false, "left as it is: it is the same");
    } else {
        struct output output = output_new(x->printer, path);
        status = write_extracted(&output, file);
        output_free(&output);
    }
    free(path);
    return status;
}

static enum status write_all_unpacked(const struct extracting *x)
{
    struct handout_input file;
    enum status status = check_names(x);
    for (size_t i = 0; !status && handout_source_file(x->source, i, &file); i++)
        status = write_unpacked(x, &file);
    return status;
}

static enum status extract_file(const struct options *options, const struct file *pdf)
{
    const struct printer *printer = &options->printer;
    struct handout_input input = {pdf->name, pdf->bytes, pdf->length};
    struct handout_source *source = handout_source_open(&input, &options->read);
    struct handout_diagnostics found = handout_source_diagnostics(source);
    for (size_t i = 0; i < found.count; i++)
        message_diagnostic(printer, &found.at[i]);
    char *folder = path_in(printer, options->output ? options->output : "", "");
    struct extracting x = {printer, source, folder};
    enum status status = found.errors ? STATUS_CONTENT : write_all_unpacked(&x);
    free(folder);
    handout_source_free(source);
    return status;
}

enum status extract_run(const struct options *options)
{
    struct file pdf;
    const struct printer *printer = &options->printer;
    enum status status = file_read_or_stdin(printer, options->extract, HANDOUT_PDF_MAX, &pdf);
    if (!status) {
        status = guard_check_file(&pdf, options);
        message_begin(printer);
        if (!status)
            status = extract_file(options, &pdf);
        file_free(&pdf);
    }
    return status;
}
