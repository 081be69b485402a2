/*
 * See import.h.  Both files go into the current folder, each whole or not at all.  As with --new, a
 * clinic file is only written where the draft would find none.
 */
#include "import.h"
#include "files.h"
#include "guard.h"
#include "handout_draft.h"
#include "missing_clinic.h"
#include "output.h"

#include <stdlib.h>
#include <string.h>

struct importing {
    const struct options *options;
    const struct printer *printer;
    struct handout_draft *draft;
};

/* Writes a file that nothing has the name of. */
static enum status write_draft(struct output *output, const void *text)
{
    enum status status = output_open(output);
    if (status)
        return status;
    output_sink(output, text, strlen(text));
    return output_close(output, true);
}

static enum status write_draft_article(const struct importing *i, const char *path)
{
    struct output output = output_new(i->printer, path);
    enum status status = write_draft(&output, handout_draft_article(i->draft));
    if (!status && output.taken)
        status = fault(i->printer, FAULT_FILE_EXISTS, path, "");
    if (!status)
        message_written(i->printer, path, true,
                        "written; read it against the post, then run handout on it");
    if (!status)
        path_note_reserved(i->printer, path);
    output_free(&output);
    return status;
}

static enum status write_draft_clinic(const struct importing *i, const char *article)
{
    const char *text = handout_draft_clinic(i->draft);
    struct missing_clinic clinic = {.path = CLINIC_NAME,
                                    .said = "not written: the post does not say who the clinic is "
                                            "and how to reach it"};
    if (text) {
        clinic.write = write_draft;
        clinic.context = text;
        clinic.said = "written; read it against the post";
    }
    return missing_clinic_write(i->options, article, &clinic);
}

static enum status write_drafts(const struct importing *i)
{
    char *path = message_join(i->printer, handout_draft_id(i->draft), ".json", "");
    enum status status = write_draft_article(i, path);
    if (!status)
        status = write_draft_clinic(i, path);
    free(path);
    return status;
}

/* An error that is about no file is the machine's. */
static bool is_of_machine(const struct handout_diagnostic *diagnostic)
{
    return diagnostic->severity == HANDOUT_ERROR && !*diagnostic->file;
}

/* @return whose fault the worst of them is */
static enum status tell_draft(const struct importing *i)
{
    struct handout_diagnostics found = handout_draft_diagnostics(i->draft);
    enum status status = found.errors ? STATUS_CONTENT : STATUS_OK;
    for (size_t k = 0; k < found.count; k++) {
        message_diagnostic(i->printer, &found.at[k]);
        if (is_of_machine(&found.at[k]))
            status = STATUS_MACHINE;
    }
    return status;
}

static enum status import_file(const struct options *options, const struct file *post)
{
    struct importing i = {options, &options->printer, NULL};
    struct handout_env *env = handout_env_open();
    if (!env)
        message_out_of_memory(i.printer);
    struct handout_input input = {post->name, post->bytes, post->length};
    i.draft = handout_import(env, &input, HANDOUT_MARKUP_GUESS, &options->read);
    enum status status = tell_draft(&i);
    if (!status)
        status = write_drafts(&i);
    handout_draft_free(i.draft);
    handout_env_close(env);
    return status;
}

enum status import_run(const struct options *options)
{
    struct file post;
    const struct printer *printer = &options->printer;
    enum status status = file_read_or_stdin(printer, options->import, HANDOUT_POST_MAX, &post);
    if (!status) {
        status = guard_check_file(&post, options);
        message_begin(printer);
        if (!status)
            status = import_file(options, &post);
        file_free(&post);
    }
    return status;
}
