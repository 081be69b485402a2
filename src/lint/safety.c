/*
 * What a patient needs to be safe: as much weight on risks as benefits bear, whom to ask first,
 * when to stop and call, and what nobody knows yet.  The fields say it best, but sentences that
 * say the same elsewhere will do.
 */
#include "lint/linter.h"
#include "lint/stance.h"

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

static const char *const people[] = {
    "doctor~", "doctor's", "provider~", "pharmacist~", "nurse~", "us", "clinic", "midwife",
    "dietitian~", "practitioner~", "physician~", "clinician~", "specialist~", "dentist~",
    "care team", "healthcare", "health care", "health professional~", NULL};

typedef bool says_it(const struct passage *passage, size_t first, size_t count);

static bool any_sentence(const struct prose *prose, says_it *says)
{
    for (size_t i = 0; i < prose->count; i++) {
        const struct passage *passage = &prose->at[i];
        for (size_t n = 0; part_is_body(passage->part) && n < passage->sentence_count; n++)
            if (says(passage, passage->sentences[n].first, passage->sentences[n].count))
                return true;
    }
    return false;
}

/* "Call us with questions" is about neither. */
static bool invites(const struct passage *passage, size_t first, size_t count)
{
    return phrase_within(passage, first, count, "question~", NULL);
}

static bool says_ask(const struct passage *passage, size_t first, size_t count)
{
    static const char *const ask[] = {"ask~",  "talk~",    "check with", "checking with",
                                      "consult~", "tell", "speak~",     "discuss~",
                                      "let us know", "let your", NULL};
    return any_within(passage, first, count, ask) && any_within(passage, first, count, people)
           && !invites(passage, first, count);
}

static bool says_stop(const struct passage *passage, size_t first, size_t count)
{
    static const char *const stop[] = {"stop~", "quit", "do not take any more",
                                       "don't take any more", NULL};
    static const char *const turn[] = {"call~", "contact~", "ask~", "see", "tell", "talk~",
                                       "get help", "seek~", "911", NULL};
    static const char *const call[] = {"call~", "contact~", "get help", "get medical", "seek~",
                                       "go to", NULL};
    static const char *const help[] = {"911", "emergency", "help", "medical care", NULL};
    static const char *const at_once[] = {"if", "when", "right away", "at once", "immediately",
                                          NULL};
    if (any_within(passage, first, count, stop) && any_within(passage, first, count, turn))
        return true;
    return any_within(passage, first, count, call) && any_within(passage, first, count, at_once)
           && (any_within(passage, first, count, people) || any_within(passage, first, count, help))
           && !invites(passage, first, count);
}

static bool says_unknown(const struct passage *passage, size_t first, size_t count)
{
    static const char *const unknown[] = {
        "not known", "not yet known", "unknown", "do not know", "don't know", "do not yet know",
        "don't yet know", "not clear", "isn't clear", "unclear", "not sure", "not certain",
        "more study~", "more research", "not enough", "too few studies", "few studies",
        "not been studied", "not been tested", "not been proven", "not proven",
        "not well studied", "not been well studied", "still being studied", "no good studies",
        "need more", "no one knows", "nobody knows", "not yet clear", "not well known",
        "unproven", "limited evidence", "limited research", "not been shown",
        "hasn't been studied", "haven't been studied", "isn't known", "aren't known", NULL};
    return any_within(passage, first, count, unknown);
}

void lint_safety(struct linter *linter)
{
    const struct article *article = linter->article;
    find_imbalance(linter);
    if (!article->ask_first.count && !any_sentence(&linter->prose, says_ask))
        lint_find_plain(linter, NO_ASK_FIRST, lint_whole(linter));
    if (!article->stop_and_call.count && !any_sentence(&linter->prose, says_stop))
        lint_find_plain(linter, NO_STOP_AND_CALL, lint_whole(linter));
    if (!article->unknowns.count && !any_sentence(&linter->prose, says_unknown))
        lint_find_plain(linter, NO_UNKNOWNS, lint_whole(linter));
}
