/*
 * An article, and behind a byte 0 a clinic file: read, laid out, reviewed, dumped and written as
 * PDF and as SVG.  The length decides whether in large print: both would halve what is tried.
 */
#include "fuzz.h"

#include "handout.h"
#include "handout_svg.h"

#include <string.h>

static void use_pages(const struct handout_document *document, bool large_print)
{
    struct handout_layout_options options;
    handout_layout_options_init(&options);
    options.large_print = large_print;
    struct handout_pages *pages = handout_layout(document, &options);
    handout_review_free(handout_check(document, pages));
    handout_pages_boxes(pages);
    handout_write(pages, HANDOUT_PDF, drop, NULL);
    handout_write_svg(pages, 0, drop, NULL);
    for (int what = HANDOUT_DUMP_JSON; what <= HANDOUT_DUMP_TAGS; what++)
        handout_dump(document, pages, (enum handout_dump)what, drop, NULL);
    handout_pages_free(pages);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const char *text = (const char *)bytes, *end = length ? memchr(text, 0, length) : NULL;
    size_t first = end ? (size_t)(end - text) : length;
    struct handout_input article = {"article.json", text, first};
    struct handout_input clinic = {"clinic.json", end ? end + 1 : "", end ? length - first - 1 : 0};
    struct handout_env *env = handout_env_open();
    struct handout_document *document = handout_read(env, &article, end ? &clinic : NULL, NULL);
    if (document)
        use_pages(document, length % 2);
    handout_document_free(document);
    handout_env_close(env);
    return 0;
}
