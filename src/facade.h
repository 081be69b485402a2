/*
 * facade: what the files of the facade share. Not for folders.
 *
 * A document, pages and a review each live in an arena of their own, which is opened for them and
 * freed with them.  A document is const once handout_read() has returned: what is made of it
 * borrows from it and writes to an arena of its own.
 */
#ifndef FACADE_H
#define FACADE_H

#include "handout_context.h"
#include "handout_fonts.h"

#include "assets.h"
#include "compose/compose.h"
#include "layout/page.h"
#include "lint/lint.h"
#include "read/read.h"

struct handout_env {
    struct fonts *fonts;
};

struct handout_context {
    const struct handout_env *env;
    struct font_cache *fonts;
    struct deflater *deflater; /* of the PDFs */
};

struct handout_document {
    const struct handout_env *env;
    struct handout_context *context; /* NULL: it is made by itself */
    struct handout_read_options options;
    struct arena *arena;
    struct diags diags;
    struct handout_diagnostics shown;

    struct article article;
    struct clinic clinic;
    const struct json *article_tree, *clinic_tree; /* NULL: no JSON, or no clinic */
    struct labels labels;
    bool has_clinic;
    bool readable; /* it can be composed, even if a warning counts as an error */

    const struct sheet *sheet; /* NULL if it is not readable */
    struct own_fonts own;      /* none: those of the env */
    struct fonts *lent_fonts;  /* with those that the caller found; NULL: none was needed */
    uint32_t accent;           /* 0xRRGGBB, dark enough to read */
    struct loaded loaded;      /* what the loader gave */
};

struct handout_pages {
    const struct handout_document *document;
    struct handout_layout_options options;
    struct arena *arena;
    struct diags diags;
    struct handout_diagnostics shown;

    const struct sheet *sheet; /* the document's, perhaps without its letterhead */
    const struct pages *made;  /* NULL: not laid out, or it does not fit */
    struct handout_boxes boxes;
    bool has_boxes; /* they were asked for */
};

/* What handout_check() returns is the first member of this. */
struct made_review {
    struct handout_review review;
    struct arena *arena;
};

/** A new arena with the hook of the document's options; NULL without memory. */
static inline struct arena *open_arena(const struct handout_read_options *options)
{
    return arena_new(options->out_of_memory, options->out_of_memory_context);
}

/** Ends the work where memory ran out out of the arena's sight. */
static inline void need_sound_fonts(const struct handout_env *env, struct arena *arena)
{
    if (fonts_spoilt(env->fonts))
        arena_out_of_memory(arena);
}

/** For what is about a file and no place in it. */
static inline struct place whole_file(const struct source *source)
{
    return (struct place){.source = source};
}

/** All zero: nothing is compared with it. */
static inline struct date today_of(const struct handout_document *document)
{
    struct date today = {0};
    if (document->options.today)
        date_parse(str_of(document->options.today), &today);
    return today;
}

/** NULL: the handout has none. */
static inline const struct clinic *clinic_of(const struct handout_document *document)
{
    return document->has_clinic ? &document->clinic : NULL;
}

/** The paper that a document goes on: the options', else the clinic's, else Letter. */
enum handout_paper paper_choice(const struct handout_document *document,
                                const struct handout_layout_options *options);

/** The least size of the body text, in milli-points, within the bounds that handout.h names. */
int32_t least_body(const struct handout_layout_options *options);

/** A public list of what was found, in the arena. @param document  NULL: about no document */
struct handout_diagnostics show_diagnostics(struct arena *arena, const struct diags *diags,
                                            const struct handout_document *document);

/** The public form of a review but for its findings, in the arena. */
struct handout_review show_review(struct arena *arena, const struct lint_result *result);

/** The field at a place of one of the document's files; "" for the whole file or no place,
    and without a document. */
const char *show_pointer(struct arena *arena, const struct handout_document *document,
                         struct place place);

#endif
