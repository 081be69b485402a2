/*
 * What a worker remembers from one handout to the next.  Fonts that a clinic brings, or the caller
 * lends, are opened for each document, so the caches know the compiled-in ones only.
 */
#include "facade.h"

#include "pdf/deflate.h"

#include <stdlib.h>

enum { STREAMS_MOST = 1 << 20 }; /* bytes; those of a handout take some 30 KB */

struct handout_context *handout_context_open(const struct handout_env *env)
{
    struct handout_context *context = env ? calloc(1, sizeof *context) : NULL;
    if (!context)
        return NULL;
    context->env = env;
    context->fonts = font_cache_new();
    context->deflater = deflater_new(STREAMS_MOST);
    if (context->fonts && context->deflater)
        return context;
    handout_context_close(context);
    return NULL;
}

void handout_context_close(struct handout_context *context)
{
    if (!context)
        return;
    font_cache_free(context->fonts);
    deflater_free(context->deflater);
    free(context);
}
