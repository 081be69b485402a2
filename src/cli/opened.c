/* See opened.h. */
#include "opened.h"

static const char *load_nothing(void *context, const char *path, struct handout_input *file)
{
    (void)context;
    (void)path;
    (void)file;
    return "there is no clinic file";
}

static enum status look_inside(struct opened *opened, const struct options *options,
                               const struct printer *printer)
{
    opened->source = handout_source_open(&opened->article, &options->read);
    struct handout_diagnostics found = handout_source_diagnostics(opened->source);
    for (size_t i = 0; i < found.count; i++)
        message_diagnostic(printer, &found.at[i]);
    const struct handout_input *article = handout_source_article(opened->source);
    const struct handout_input *clinic = handout_source_clinic(opened->source);
    if (!article) {
        opened_close(opened);
        return STATUS_CONTENT;
    }
    opened->article = *article;
    if (clinic && !options->no_clinic)
        opened->clinic = *clinic;
    opened->load = handout_source_load;
    opened->load_context = opened->source;
    return STATUS_OK;
}

enum status opened_article(struct opened *opened, const struct options *options,
                           const struct printer *printer, const struct file *file)
{
    *opened = (struct opened){.article = {file->name, file->bytes, file->length},
                              .load = load_nothing};
    return handout_is_pdf(&opened->article) ? look_inside(opened, options, printer)
                                           : STATUS_OK;
}

void opened_clinic(struct opened *opened, const struct file *clinic, struct beside *beside)
{
    opened->clinic = (struct handout_input){clinic->name, clinic->bytes, clinic->length};
    opened->load = beside_load;
    opened->load_context = beside;
}

void opened_close(struct opened *opened)
{
    handout_source_free(opened->source);
    *opened = (struct opened){.source = NULL};
}
