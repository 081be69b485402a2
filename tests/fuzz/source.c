/* A PDF that may have its article inside. */
#include "fuzz.h"

#include "handout_source.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct handout_input pdf = {"page.pdf", (const char *)bytes, length};
    struct handout_source *source = handout_source_open(&pdf, NULL);
    struct handout_env *env = handout_env_open();
    const struct handout_input *article = source ? handout_source_article(source) : NULL;
    if (article)
        handout_document_free(handout_read(env, article, handout_source_clinic(source), NULL));
    handout_source_free(source);
    handout_env_close(env);
    return 0;
}
