/**
 * handout_context.h - many handouts, one after the other.
 *
 *     struct handout_context *context = handout_context_open(env);   // one a thread
 *     for (…) {
 *         struct handout_document *document =
 *             handout_context_read(context, &article, &clinic, &options, NULL);
 *         …                                                          // as in handout.h
 *         handout_document_free(document);
 *     }
 *     handout_context_close(context);
 *
 * A context remembers what handouts have in common: words as they are set, parts of fonts, streams
 * of the file.  The bytes that are written are the same as without, only sooner.  It takes 3 MiB
 * at most, however many handouts there are.
 */
#ifndef HANDOUT_CONTEXT_H
#define HANDOUT_CONTEXT_H

#include "handout.h"

#ifdef __cplusplus
extern "C" {
#endif

struct handout_context;
struct handout_font_source; /* handout_fonts.h */

/**
 * Opens a context over an env, which may have any number of them.
 * @return yours, for handout_context_close() before the env is closed; NULL without memory.
 */
HANDOUT_API struct handout_context *handout_context_open(const struct handout_env *env);

/** Closes it after all documents that were read with it. NULL is allowed. */
HANDOUT_API void handout_context_close(struct handout_context *context);

/**
 * handout_read_with_fonts(), and what is made of the document goes by the context.  So the
 * document, its pages and reviews are for the thread that uses the context.
 */
HANDOUT_API struct handout_document *
handout_context_read(struct handout_context *context, const struct handout_input *article,
                     const struct handout_input *clinic, const struct handout_read_options *options,
                     const struct handout_font_source *source);

#ifdef __cplusplus
}
#endif

#endif
