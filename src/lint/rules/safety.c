/*
 * What a patient needs to be safe: as much weight on risks as benefits bear, whom to ask first,
 * when to stop and call, and what nobody knows yet.  The fields say it best, but sentences that
 * say the same elsewhere will do.
 */
#include "lint/rules/pattern.h"

/* ---- Weight ---- */

/* Lead-ins are labels, which both sides may have or not: not counted. */
static int words_on(const struct prose *prose, enum bearing bearing)
{
    size_t words = 0;
    for (size_t i = 0; i < prose->count; i++) {
        const struct section *section = part_section(prose->at[i].part);
        if (section && section->bearing == bearing && !prose->at[i].heading)
            words += prose->at[i].word_count;
    }
    return (int)words;
}

enum { MOST_TIMES = 3 }; /* ours, no guide's: much for it, next to nothing against */

static void find_imbalance(struct linter *linter)
{
    const struct prose *prose = &linter->prose;
    const struct points *cautions = &linter->article->cautions;
    int benefits = words_on(prose, BEARING_BENEFIT), risks = words_on(prose, BEARING_RISK);
    if (benefits > MOST_TIMES * risks)
        lint_find(linter, FEW_CAUTIONS, cautions->place.source ? cautions->place
                                                               : lint_whole(linter),
                  str_of_int(linter->arena, benefits), str_of_int(linter->arena, risks));
}

/* ---- What some sentence must say ---- */

/* @param fields  texts of the field that says it best */
static void check_said(struct linter *linter, enum saying saying, enum rule rule, size_t fields)
{
    const struct prose *prose = &linter->prose;
    bool said = fields > 0;
    for (size_t i = 0; i < prose->count && !said; i++)
        said = part_is_body(prose->at[i].part) && passage_says(saying, &prose->at[i], NULL);
    if (!said)
        lint_report(linter, rule, lint_whole(linter), (struct str){0}, (struct str){0});
}

void lint_safety(struct linter *linter)
{
    const struct article *article = linter->article;
    find_imbalance(linter);
    check_said(linter, SAYING_ASK_FIRST, RULE_NO_ASK_FIRST, article->ask_first.count);
    check_said(linter, SAYING_STOP_AND_CALL, RULE_NO_STOP_AND_CALL,
               article->stop_and_call.count);
    check_said(linter, SAYING_UNKNOWN, RULE_NO_UNKNOWNS, article->unknowns.count);
}
