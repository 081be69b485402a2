/**
 * handout_draft.h - from a published post to the draft of an article.
 *
 *     struct handout_input post = {"post.html", bytes, length};
 *     struct handout_draft *draft = handout_import(env, &post, HANDOUT_MARKUP_GUESS, NULL);
 *     show(handout_draft_diagnostics(draft));       // what was left out, and is unsure
 *     if (handout_draft_article(draft))             // NULL: it is no post
 *         save(handout_draft_id(draft), handout_draft_article(draft));
 *     handout_draft_free(draft);
 *
 * A part of libhandout with a header of its own, since who prints handouts does not need it; what
 * handout.h says of ownership, memory and threads holds here.
 */
#ifndef HANDOUT_DRAFT_H
#define HANDOUT_DRAFT_H

#include "handout.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A post longer than this many bytes is refused, so a caller need not read further. */
#define HANDOUT_POST_MAX (16u << 20)

/** What a post is written in. */
enum handout_markup {
    HANDOUT_MARKUP_GUESS, /**< by the input's name (.html, .md, .txt), else by how it begins */
    HANDOUT_MARKUP_HTML,
    HANDOUT_MARKUP_MARKDOWN, /**< CommonMark */
    HANDOUT_MARKUP_TEXT
};

struct handout_draft;

/**
 * Makes a draft of an article from a post, and of a clinic file if the post's page tells who the
 * clinic is.  Each word of the post is in the draft or in a diagnostic that says why it is not;
 * nothing is added but, where the post lacks what an article must have, a text that says so (with
 * a diagnostic).
 * @param post     its bytes must live as long as the draft
 * @param options  of them only strict and out_of_memory count; NULL: the defaults.
 * @return yours, for handout_draft_free(), whatever the post holds
 */
HANDOUT_API struct handout_draft *handout_import(const struct handout_env *env,
                                                 const struct handout_input *post,
                                                 enum handout_markup markup,
                                                 const struct handout_read_options *options);

/** Frees a draft. NULL is allowed. */
HANDOUT_API void handout_draft_free(struct handout_draft *draft);

/** What was left out, is unsure or is missing; an error if there is nothing to make a draft of. */
HANDOUT_API struct handout_diagnostics
handout_draft_diagnostics(const struct handout_draft *draft);

/** The article's id, made from the title, else from the input's name; "" without a draft. */
HANDOUT_API const char *handout_draft_id(const struct handout_draft *draft);

/** A file as text that ends in NUL, JSON; NULL if there is none. */
HANDOUT_API const char *handout_draft_article(const struct handout_draft *draft);
/** The same of the clinic's: a post does not always tell who the clinic is. */
HANDOUT_API const char *handout_draft_clinic(const struct handout_draft *draft);

#ifdef __cplusplus
}
#endif

#endif
