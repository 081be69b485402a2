/* A post, as each of the three kinds; what is made of it is read as an article. */
#include "fuzz.h"

#include "handout_draft.h"

#include <string.h>

static void read_back(const struct handout_env *env, const char *article)
{
    if (!article)
        return;
    struct handout_input input = {"draft.json", article, strlen(article)};
    handout_document_free(handout_read(env, &input, NULL, NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct handout_input post = {"post", (const char *)bytes, length};
    struct handout_env *env = handout_env_open();
    for (int markup = HANDOUT_MARKUP_GUESS; markup <= HANDOUT_MARKUP_TEXT; markup++) {
        struct handout_draft *draft = handout_import(env, &post, (enum handout_markup)markup, NULL);
        if (draft)
            read_back(env, handout_draft_article(draft));
        handout_draft_free(draft);
    }
    handout_env_close(env);
    return 0;
}
