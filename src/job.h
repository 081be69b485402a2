/*
 * job: what the files of the facade share. Not for folders.
 *
 * A job is a state that only moves forwards (started, read, laid out, reviewed); each phase checks
 * that the ones before it left what it needs.
 */
#ifndef JOB_H
#define JOB_H

#include "handout.h"

#include "compose/compose.h"
#include "lint/lint.h"
#include "read/read.h"

struct handout_env {
    struct fonts *fonts;
};

struct handout_job {
    const struct handout_env *env;
    struct handout_options options;
    struct arena *arena;
    struct diags diags;

    struct article article;
    struct clinic clinic;
    const struct json *tree; /* the article's; NULL if it is no JSON */
    struct labels labels;
    bool has_labels; /* in the article's language, not English for lack of them */
    bool has_clinic;
    bool readable; /* it can be composed, even if a warning counts as an error */

    struct figures figures;
    struct fonts *own_fonts; /* NULL: those of the env */
    const struct sheet *sheet;
    const struct pages *pages; /* NULL: not laid out, or it does not fit */
    bool printable;          /* and nothing counts as an error */
    const struct lint_result *review;
    const struct handout_review *shown_review; /* made when first asked for */

    struct handout_diagnostic *shown[2 * DIAG_MAX]; /* made when first asked for */
};

#endif
