/* See placing.h. */
#include "placing.h"
#include "guard.h"
#include "handout_origin.h"
#include "handout_source.h"
#include "handout_svg.h"
#include "orphans.h"

#include <stdlib.h>
#include <string.h>

/* ---- Where it goes ---- */

char *placing_folder(const struct options *options, const struct printer *printer,
                     const char *clinic)
{
    bool into = options->destination == DESTINATION_FOLDER;
    char *folder = path_in(printer, into ? options->output : "", "");
    char *whole = message_join(printer, folder, clinic ? clinic : "", clinic ? "/" : "");
    free(folder);
    return whole;
}

/* The file's name, for free(); NULL is standard output. */
static char *output_name(const struct maker *maker, const char *id)
{
    const struct options *options = maker->options;
    if (options->destination == DESTINATION_STDOUT)
        return NULL;
    if (options->destination == DESTINATION_FILE)
        return message_join(maker->printer, options->output, "", "");
    char *folder = placing_folder(options, maker->printer,
                                  maker->for_clinic ? maker->for_clinic->name : NULL);
    char *name = message_join(maker->printer, folder, id, options->svg ? ".svg" : ".pdf");
    free(folder);
    return name;
}

/* Of a folder that we name files in, if it is not there yet. */
static enum status make_folder(const struct placing *placing)
{
    bool into = placing->maker->options->destination <= DESTINATION_FOLDER;
    return into ? output_make_folder(placing->maker->printer, placing->name) : STATUS_OK;
}

enum status placing_check(const struct maker *maker, const struct output *output)
{
    bool is_input = file_id_equal(output->id, maker->clinic.id)
                    || file_id_equal(output->id, maker->article_id)
                    || beside_has(&maker->beside, output->id)
                    || seen_has_file(maker->inputs, output->id);
    if (is_input)
        return fault(maker->printer, FAULT_OUTPUT_IS_INPUT, output->name, NULL);
    return output->kind == OUTPUT_STDOUT
               ? STATUS_OK
               : guard_check_output(maker->printer, maker->options, output->name);
}

/* Once a folder: what killed runs left there goes. */
static void tidy_folder(struct maker *maker, const struct output *output)
{
    if (!output->path)
        return;
    char *folder = path_folder(maker->printer, output->path);
    if (seen_add(&maker->tidied, maker->printer, folder))
        orphans_remove(maker->printer, folder);
    free(folder);
}

enum status placing_open(struct placing *placing, struct maker *maker,
                         const struct handout_document *document)
{
    *placing = (struct placing){.maker = maker, .document = document};
    placing->name = output_name(maker, handout_document_id(document));
    enum status status = make_folder(placing);
    if (!status)
        status = output_find(&placing->output, maker->printer, placing->name);
    placing->output.instead = maker->instead;
    if (!status && (placing->name || !maker->instead)) /* else it goes into an answer */
        status = placing_check(maker, &placing->output);
    if (!status)
        tidy_folder(maker, &placing->output);
    return status;
}

void placing_close(struct placing *placing)
{
    output_free(&placing->output);
    free(placing->name);
}

/* ---- What is there ---- */

/* @return whether there is a file; then for file_free() */
static bool load_present(const struct placing *placing, struct file *there)
{
    const struct output *output = &placing->output;
    return output->id.known && output->path
           && file_load(placing->maker->printer, output->path, HANDOUT_PDF_MAX, there) == NULL;
}

/* Says that an id which was copied with an article makes its PDF replace the other's. */
static void look_at_replaced(const struct placing *placing)
{
    const struct maker *maker = placing->maker;
    struct file there;
    if (maker->options->destination > DESTINATION_FOLDER || !load_present(placing, &there))
        return;
    if (handout_is_of_other(placing->document, there.bytes, there.length))
        fault(maker->printer, FAULT_OTHER_ARTICLE, placing->output.name, NULL);
    file_free(&there);
}

bool placing_is_unchanged(const struct placing *placing)
{
    const struct options *options = placing->maker->options;
    struct file there;
    if (!load_present(placing, &there))
        return false;
    bool unchanged = handout_was_made_of(placing->document, &options->layout, options->write,
                                         there.bytes, there.length);
    file_free(&there);
    return unchanged;
}

/* ---- Writing ---- */

bool placing_take_turn(struct maker *maker, const char *path)
{
    bool free = maker->has_turn || maker->turn.take(maker->turn.context, path);
    maker->has_turn = true;
    return free;
}

enum status placing_claim(const struct placing *placing)
{
    struct maker *maker = placing->maker;
    const struct output *output = &placing->output;
    return placing_take_turn(maker, output->path)
               ? STATUS_OK
               : fault(maker->printer, FAULT_OUTPUT_COLLISION, output->name, NULL);
}

/* A file that is named after the article's id was told of with it. */
static bool is_named_by_user(const struct placing *placing)
{
    return placing->maker->options->destination == DESTINATION_FILE;
}

/* @param made  whether what was written is a whole PDF */
static enum status put_in_place(struct placing *placing, bool made)
{
    struct output *output = &placing->output;
    enum status status = output_finish(output, made);
    bool whole = made && !status;
    if (whole)
        status = placing_claim(placing);
    if (whole && !status)
        look_at_replaced(placing);
    enum status taken = output_take_name(output, whole && !status);
    status = taken > status ? taken : status;
    if (whole && !status && is_named_by_user(placing))
        path_note_reserved(output->printer, output->name);
    return status;
}

static bool write_bytes(struct placing *placing, struct handout_pages *pages)
{
    const struct options *options = placing->maker->options;
    struct output *output = &placing->output;
    return options->svg ? handout_write_svg(pages, 0, output_sink, output)
                        : handout_write(pages, options->write, output_sink, output);
}

/* Whether it is the files' fault that no PDF was made; else it is nobody's but the machine's. */
static bool is_of_files(const struct handout_pages *pages)
{
    struct handout_diagnostics found = handout_pages_diagnostics(pages);
    return found.count && strcmp(found.at[found.count - 1].id, "files-of-one-name") == 0;
}

enum status placing_write(struct placing *placing, struct handout_pages *pages)
{
    enum status status = output_open(&placing->output);
    if (status)
        return status;
    bool made = write_bytes(placing, pages);
    status = put_in_place(placing, made);
    return made || is_of_files(pages) ? status : STATUS_MACHINE;
}
