/* See opened.h. */
#include "opened.h"

#include <string.h>

const char *opened_load(void *context, const char *path, struct handout_input *file)
{
    struct opened *opened = context;
    bool inside = opened->source
                  && (!opened->clinic_beside || strcmp(file->name, opened->article.name) == 0);
    return inside ? handout_source_load(opened->source, path, file)
                  : beside_load(opened->beside, path, file);
}

static enum status look_inside(struct opened *opened, const struct options *options,
                               bool told)
{
    opened->source = handout_source_open(&opened->article, &options->read);
    struct handout_diagnostics found = handout_source_diagnostics(opened->source);
    for (size_t i = 0; i < found.count && !told; i++)
        message_diagnostic(opened->beside->printer, &found.at[i]);
    const struct handout_input *article = handout_source_article(opened->source);
    const struct handout_input *clinic = handout_source_clinic(opened->source);
    if (!article) {
        opened_close(opened);
        return STATUS_CONTENT;
    }
    opened->article = *article;
    if (clinic && !options->no_clinic)
        opened->clinic = *clinic;
    return STATUS_OK;
}

enum status opened_article(struct opened *opened, const struct options *options,
                           const struct file *file, struct beside *beside, bool told)
{
    *opened = (struct opened){.article = {file->name, file->bytes, file->length},
                              .beside = beside};
    return handout_is_pdf(&opened->article) ? look_inside(opened, options, told)
                                           : STATUS_OK;
}

void opened_clinic(struct opened *opened, const struct file *clinic)
{
    opened->clinic = (struct handout_input){clinic->name, clinic->bytes, clinic->length};
    opened->clinic_beside = true;
}

void opened_close(struct opened *opened)
{
    handout_source_free(opened->source);
    *opened = (struct opened){.source = NULL};
}
