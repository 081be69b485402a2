/*
 * report: diagnostics as one line, to compare: "syntax@1:8 unknown-field@3:5".
 */
#ifndef UNIT_REPORT_H
#define UNIT_REPORT_H

#include "base/diag.h"
#include "unit.h"

static inline const char *report(const struct diags *diags)
{
    struct builder b = {.arena = diags->arena};
    for (const struct diag *diag = diags->first; diag; diag = diag->next) {
        builder_printf(&b, "%s%.*s", b.len ? " " : "", STR_ARGS(diag_slug(diag->id)));
        if (diag->at.source) {
            struct position p = source_position(diag->at.source, diag->at.span.off);
            builder_printf(&b, "@%u:%u", p.line, p.column);
        }
    }
    return builder_str(&b).ptr;
}

/** What a diagnostic points at. */
static inline struct str pointed_at(const struct diag *diag)
{
    return str_part(diag->at.source->text, diag->at.span.off, diag->at.span.len);
}

/** Fails with the input shown. */
static inline void assert_report(const char *input, const struct diags *diags,
                                 const char *expected)
{
    const char *actual = report(diags);
    if (strcmp(actual, expected) != 0)
        fail_msg("\n  input    %s\n  got      %s\n  expected %s", input, actual, expected);
}

#endif
