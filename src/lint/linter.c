/* See linter.h: what the rules share. */
#include "lint/linter.h"

void lint_report(struct linter *linter, enum rule rule, struct place at, struct str first,
                 struct str second)
{
    diag_add(&linter->found, (enum diag_id)(DIAG_RULES + rule), at, first, second);
    linter->fired[rule]++;
}

struct str lint_decimal(const struct linter *linter, int32_t value)
{
    struct builder b = {.arena = linter->arena};
    int tenths = (value + 50) / 100;
    builder_printf(&b, "%d.%d", tenths / 10, tenths % 10);
    return builder_str(&b);
}
