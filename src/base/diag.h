/*
 * diag: what there is to tell the user.
 *
 * diag.def is the one table of ids, severities, messages and hints; a phase adds entries to a
 * list and goes on, so that one run reports all faults.  Nothing here prints.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/source.h"

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

enum diag_id {
#define DIAG(id, slug, severity, message, hint) DIAG_##id,
#include "base/diag.def"
#undef DIAG
    DIAG_COUNT
};

struct diag {
    enum diag_id id;
    enum severity severity; /**< of the id, unless the list is strict */
    struct place at;
    struct str message;
    struct str hint; /**< may be empty */
    struct diag *next;
};

/** More than this many are counted, not kept: the last one then says how many. */
#define DIAG_MAX 100

/** A list in the order of addition. Start with diags_init(). */
struct diags {
    struct arena *arena;
    bool strict; /**< warnings are added as errors */
    struct diag *first, **last;
    size_t count;  /**< in the list */
    size_t errors; /**< all, listed or not */
    size_t unlisted;
};

void diags_init(struct diags *diags, struct arena *arena, bool strict);

/**
 * Adds one. {0} to {9} in the table's message and hint are replaced by args; a hint that uses
 * an empty argument is left out.
 */
void diag_add_args(struct diags *diags, enum diag_id id, struct place at, const struct str *args,
                   size_t count);

/** diag_add(diags, id, place, args…): at least one struct str. */
#define diag_add(diags, id, at, ...)                                                              \
    diag_add_args((diags), (id), (at), (const struct str[]){__VA_ARGS__},                         \
                  sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))
/** The same without arguments. */
#define diag_plain(diags, id, at) diag_add_args((diags), (id), (at), NULL, 0)

/** The stable name, such as "unknown-field". */
struct str diag_slug(enum diag_id id);

#endif
