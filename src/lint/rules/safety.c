/*
 * What a patient needs to be safe: as much weight on risks as benefits bear, whom to ask first,
 * when to stop and call, and what nobody knows yet.  The fields say it best, but sentences that
 * say the same elsewhere will do.
 */
#include "lint/linter.h"

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

/* A sentence says it if it has an entry of each of the classes, and none of the last. */
static const struct saying {
    enum rule rule;
    enum word_class classes[3], without;
} sayings[] = {
    {RULE_NO_ASK_FIRST, {CLASS_ASK, CLASS_ADVISER}, CLASS_QUESTION},
    {RULE_NO_STOP_AND_CALL, {CLASS_STOP, CLASS_TURN}, CLASS_NONE},
    {RULE_NO_STOP_AND_CALL, {CLASS_CALL, CLASS_AT_ONCE, CLASS_ADVISER}, CLASS_QUESTION},
    {RULE_NO_STOP_AND_CALL, {CLASS_CALL, CLASS_AT_ONCE, CLASS_EMERGENCY}, CLASS_QUESTION},
    {RULE_NO_UNKNOWNS, {CLASS_UNKNOWN}, CLASS_NONE},
};

static bool says(const struct passage *passage, const struct sentence *sentence,
                 const struct saying *saying)
{
    for (size_t i = 0; i < 3 && saying->classes[i]; i++)
        if (!class_in(passage, sentence, saying->classes[i]))
            return false;
    return !class_in(passage, sentence, saying->without);
}

static bool sentence_says(const struct passage *passage, const struct sentence *sentence,
                          enum rule rule)
{
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++)
        if (sayings[i].rule == rule && says(passage, sentence, &sayings[i]))
            return true;
    return false;
}

static bool is_said(const struct prose *prose, enum rule rule)
{
    for (size_t i = 0; i < prose->count; i++) {
        const struct passage *passage = &prose->at[i];
        for (size_t n = 0; part_is_body(passage->part) && n < passage->sentence_count; n++)
            if (sentence_says(passage, &passage->sentences[n], rule))
                return true;
    }
    return false;
}

void lint_safety(struct linter *linter)
{
    const struct article *article = linter->article;
    const struct prose *prose = &linter->prose;
    find_imbalance(linter);
    if (!article->ask_first.count && !is_said(prose, RULE_NO_ASK_FIRST))
        lint_find_plain(linter, NO_ASK_FIRST, lint_whole(linter));
    if (!article->stop_and_call.count && !is_said(prose, RULE_NO_STOP_AND_CALL))
        lint_find_plain(linter, NO_STOP_AND_CALL, lint_whole(linter));
    if (!article->unknowns.count && !is_said(prose, RULE_NO_UNKNOWNS))
        lint_find_plain(linter, NO_UNKNOWNS, lint_whole(linter));
}
