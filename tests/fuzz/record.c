/*
 * Lines of a stream, as --stream reads them.  Those that have their article inside go through one
 * context, one after the other, so that what one article leaves behind meets the next.
 */
#include "fuzz.h"

#include "handout_context.h"
#include "handout_record.h"

#include <string.h>

static void use_document(const struct handout_document *document, bool large_print)
{
    struct handout_layout_options options;
    handout_layout_options_init(&options);
    options.large_print = large_print;
    struct handout_pages *pages = handout_layout(document, &options);
    handout_write(pages, HANDOUT_PDF, drop, NULL);
    handout_pages_free(pages);
}

static void use_fields(struct handout_context *context, const struct handout_record_fields *fields)
{
    const struct handout_input *clinic = &fields->clinic.input;
    struct handout_document *document = handout_context_read(
        context, &fields->article.input, clinic->bytes ? clinic : NULL, NULL, NULL);
    if (document)
        use_document(document, fields->large_print);
    handout_document_free(document);
}

static void use_line(struct handout_context *context, const char *line, size_t length)
{
    struct handout_input input = {"line", line, length};
    struct handout_record *record = handout_record_open(&input, NULL);
    struct handout_record_fields fields = handout_record_fields(record);
    if (fields.article.input.bytes)
        use_fields(context, &fields);
    handout_record_free(record);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const char *line = (const char *)bytes;
    struct handout_env *env = handout_env_open();
    struct handout_context *context = handout_context_open(env);
    for (const char *end; length; line = end) {
        const char *found = memchr(line, '\n', length);
        end = found ? found + 1 : line + length;
        use_line(context, line, (size_t)(end - line));
        length -= (size_t)(end - line);
    }
    handout_context_close(context);
    handout_env_close(env);
    return 0;
}
