/*
 * A disclaimer that lost its "not".  Four shapes are known; each is wrong only if nothing denies
 * it:
 *
 *     ORDER      readers should … defer … medical treatment; a sentence that begins so
 *     PASSIVE    medical advice should be ignored
 *     INSTEAD    may be used … in place of … professional advice
 *     IDENTITY   this handout … is … medical advice, is a substitute for it
 *
 * It is an error, so what may be right is left alone: only words that belong to the object may
 * stand between verb and object ("should stop this and call a doctor" is good advice).
 */
#include "lint/linter.h"
#include "lint/stance.h"

/* Words of the sentence that is looked at: [first, end). */
struct scope {
    const struct passage *passage;
    size_t first, end;
};

/* Words of one of the phrases that is at `at`; 0 if none is. */
static size_t any_at(const struct scope *scope, size_t at, const char *const *phrases)
{
    for (; at < scope->end && *phrases; phrases++) {
        size_t words = phrase_at(scope->passage, at, *phrases);
        if (words && at + words <= scope->end)
            return words;
    }
    return 0;
}

/* Whether one of the phrases begins among the words. @param at  gets the last such, or NULL */
static bool any_among(const struct scope *scope, size_t first, size_t end,
                      const char *const *phrases, size_t *at)
{
    for (size_t i = end; i-- > first;)
        if (any_at(scope, i, phrases)) {
            if (at)
                *at = i;
            return true;
        }
    return false;
}

/* ---- Words ---- */

/* Whom it is said to do. */
static const char *const duties[] = {"should", "must", "ought to", "have to", "need to", "shall",
                                     "always", "please", "are advised to", "are encouraged to",
                                     "are urged to", "are told to", NULL};
static const char *const leaves[] = {"may", "can", "could", "are free to", NULL};
static const char *const people[] = {"you", "reader~", "user~", "patient~", "people", "client~",
                                     "visitor~", "individuals", "everyone", "anyone", "they", NULL};

/* Never right of medical care; and what is a patient's right, but no duty. */
static const char *const slights[] = {"defer", "delay", "ignore", "disregard", "postpone",
                                      "put off", "forgo", "forego", "neglect", "skip", "avoid",
                                      "hold off", "replace", NULL};
static const char *const refusals[] = {"refuse", "stop", "discontinue", "quit", "cancel", NULL};
static const char *const slighted[] = {"deferred", "delayed", "ignored", "disregarded",
                                       "postponed", "avoided", "skipped", "neglected", NULL};

/* What may stand between a verb and its object, or within the object. */
static const char *const fillers[] = {
    "a", "an", "any", "all", "the", "your", "their", "his", "her", "our", "of", "from", "on", "or",
    "and", "seeking", "getting", "obtaining", "receiving", "following", "taking", "necessary",
    "needed", "prompt", "proper", "urgent", "prescribed", "recommended", "current", "qualified",
    "licensed", "other", "seeing", "consulting", "contacting", "visiting", "healthcare", "health",
    "individual", "personal", "standard", "conventional", "such", NULL};

static const char *const objects[] = {
    "medical", "professional~", "emergency", "treatment~", "care", "advice", "attention", "help",
    "evaluation", "assistance", "services", "guidance", "consultation~", "doctor~", "doctor's",
    "provider~", "provider's", "physician~", "physician's", "medicine~", "medication~",
    "diagnosis", "nurse~", "pharmacist~", "practitioner~", NULL};

/* Whether the word at `at` is the object itself: "medication", not that of "medication errors". */
static bool is_head(const struct scope *scope, size_t at)
{
    static const char *const behind[] = {
        "and", "or", "of", "from", "for", "on", "based", "because", "due", "until", "unless",
        "while", "if", "in", "as", "to", "without", "by", "when", "that", "which", "you", "with",
        "after", "before", "at", "given", "provided", "just", "simply", "only", "even", NULL};
    if (word_equals(scope->passage->words[at].str, STR("medical")))
        return false;
    return at + 1 == scope->end || str_trim(gap_behind(scope->passage, at)).len
           || any_at(scope, at + 1, behind);
}

/* The object's last word, if there is one from `at` on with nothing but fillers before it. */
static bool object_from(const struct scope *scope, size_t at, size_t *last)
{
    while (any_at(scope, at, fillers))
        at++;
    if (!any_at(scope, at, objects))
        return false;
    while (any_at(scope, at + 1, objects))
        at++;
    *last = at;
    return is_head(scope, at);
}

/* ---- Shapes: first and last word of what is wrong; false if nothing is ---- */

/* Where a denial would have to stand: since the last "and" with a clause of its own behind it. */
static size_t clause_start(const struct scope *scope, size_t at)
{
    static const char *const joints[] = {"and", "so", "but", NULL};
    static const char *const whole[] = {"no", "nothing", "never", "neither", "none", "under no",
                                        "nobody", NULL};
    size_t joint;
    bool all = any_among(scope, scope->first, scope->first + 1, whole, NULL);
    return !all && any_among(scope, scope->first, at, joints, &joint) ? joint : scope->first;
}

static bool denied(const struct scope *scope, size_t from, size_t at)
{
    return is_denied(scope->passage, from, at);
}

static const char *const cases[] = {"if", "when", "unless", "anyone", "who", "whoever", "please",
                                    "by", NULL};

/* The modal that governs the verb: nobody else's clause, and no other verb, between them. */
static bool governing_modal(const struct scope *scope, size_t verb, const char *const *which,
                            size_t *modal)
{
    static const char *const breaks[] = {
        "before", "if", "when", "unless", "until", "to", "that", "who", "which", "because", "than",
        "rather", "help", "cause", "make", "lead", "want", "you", "ask", "talk", "call", "see",
        "tell", "contact", "consult", NULL};
    static const char *const relative[] = {"who", "that", "which", NULL};
    if (!any_among(scope, scope->first, verb, which, modal) || verb - *modal > 8)
        return false;
    size_t behind = *modal + any_at(scope, *modal, which);
    return !any_among(scope, behind, verb, breaks, NULL)
           && !(*modal > scope->first && any_at(scope, *modal - 1, relative));
}

/* "You may delay care", but not "waiting may delay care", nor "if you wait, you may …". */
static bool leave_is_given(const struct scope *scope, size_t verb, size_t *modal)
{
    return governing_modal(scope, verb, leaves, modal) && *modal > scope->first
           && any_at(scope, *modal - 1, people)
           && !any_among(scope, scope->first, *modal, cases, NULL);
}

static bool is_order(const struct scope *scope, size_t at, size_t *first, size_t *last)
{
    size_t slight = any_at(scope, at, slights), refusal = any_at(scope, at, refusals);
    size_t verb = slight + refusal; /* no word is both */
    if (!verb || !object_from(scope, at + verb, last))
        return false;
    bool polite = word_equals(scope->passage->words[scope->first].str, STR("please"));
    if (at == scope->first || (polite && at == scope->first + 1)) {
        *first = at;
        return slight;
    }
    return (governing_modal(scope, at, duties, first)
            || (slight && leave_is_given(scope, at, first)))
           && !denied(scope, clause_start(scope, *first), at);
}

static bool is_passive_order(const struct scope *scope, size_t at, size_t *first, size_t *last)
{
    static const char *const lead[] = {"medical", "professional", "doctor's", "physician's",
                                       "provider's", NULL};
    static const char *const should[] = {"should be", "must be", "may be", "can be", NULL};
    size_t modal = any_at(scope, at, should);
    if (!modal || at < scope->first + 2 || !any_at(scope, at - 1, objects)
        || !any_at(scope, at - 2, lead) || !any_at(scope, at + modal, slighted))
        return false;
    *first = at - 2;
    *last = at + modal;
    return !denied(scope, scope->first, at);
}

static bool is_instead(const struct scope *scope, size_t at, size_t *first, size_t *last)
{
    static const char *const instead[] = {
        "in lieu of", "in place of", "instead of", "as a substitute for", "as a replacement for",
        "to replace", "rather than", NULL};
    static const char *const uses[] = {
        "be used", "be relied", "be taken", "be treated", "is intended", "is meant", "is designed",
        "are intended", "are meant", "are designed", "serve", "serves", "rely on", "use this",
        NULL};
    size_t words = any_at(scope, at, instead);
    if (!words || !object_from(scope, at + words, last)
        || !any_among(scope, scope->first, at, uses, first)
        || any_among(scope, scope->first, at, cases, NULL)
        || denied(scope, clause_start(scope, *first), at))
        return false;
    bool modal = *first > scope->first
                 && (any_at(scope, *first - 1, duties) || any_at(scope, *first - 1, leaves));
    *first -= modal;
    return true;
}

static bool is_identity(const struct scope *scope, size_t at, size_t *first, size_t *last)
{
    static const char *const subjects[] = {
        "handout", "information", "content", "contents", "blog", "page", "sheet", "article",
        "material", "materials", "site", "website", "this", "it", "document", "leaflet", NULL};
    static const char *const same[] = {
        "is medical advice", "are medical advice", "is considered medical advice",
        "is professional medical advice", "is considered medical", "constitutes medical advice",
        "constitute medical advice", "is intended as medical advice",
        "is intended to be medical advice", "should be considered medical advice",
        "should be taken as medical advice", "is a substitute for", "are a substitute for",
        "is intended to be a substitute for", "are intended to be a substitute for",
        "is meant to be a substitute for", "is a replacement for", "replaces",
        "is intended to diagnose", "are intended to diagnose", NULL};
    static const char *const from[] = {"from", "given", "by", "of", "that", "only", "before", NULL};
    size_t words = any_at(scope, at, same), end = at + words;
    bool object = !words || any_at(scope, end - 1, objects)
                  || word_equals(scope->passage->words[end - 1].str, STR("diagnose"));
    *first = at;
    *last = end - 1;
    return words && (object || object_from(scope, end, last)) && !any_at(scope, end, from)
           && any_among(scope, scope->first, at, subjects, NULL)
           && !any_among(scope, scope->first, at, cases, NULL)
           && !denied(scope, clause_start(scope, at), at);
}

/* ---- The rule ---- */

static void look(struct linter *linter, const struct scope *scope)
{
    size_t first, last;
    for (size_t at = scope->first; at < scope->end; at++)
        if (is_order(scope, at, &first, &last) || is_passive_order(scope, at, &first, &last)
            || is_instead(scope, at, &first, &last) || is_identity(scope, at, &first, &last)) {
            size_t count = last + 1 - first;
            lint_find(linter, INVERTED_DISCLAIMER, words_place(scope->passage, first, count),
                      words_text(scope->passage, first, count));
            return;
        }
}

void lint_disclaimer(struct linter *linter)
{
    for (size_t i = 0; i < linter->prose.count; i++) {
        const struct passage *passage = &linter->prose.at[i];
        for (size_t n = 0; passage->part == PART_DISCLAIMER && n < passage->sentence_count; n++) {
            const struct sentence *sentence = &passage->sentences[n];
            if (!is_question(passage, sentence))
                look(linter, &(struct scope){passage, sentence->first,
                                             sentence->first + sentence->count});
        }
    }
}
