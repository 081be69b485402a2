/*
 * See urge.h.  From the verb the words before it are looked at, the nearest first, up to where its
 * clause begins.
 */
#include "lint/rules/urge.h"

#include "prose/letters.h"

size_t denial_words(const struct passage *passage, size_t at)
{
    size_t negator = class_at(passage, at, CLASS_NEGATOR);
    size_t words = class_at(passage, at, CLASS_DENIAL);
    return class_at(passage, at, CLASS_NOT_ONLY) ? 0 : words > negator ? words : negator;
}

static bool is_deed(const struct passage *passage, size_t at)
{
    return class_at(passage, at, CLASS_ASK) || class_at(passage, at, CLASS_STOP)
           || class_at(passage, at, CLASS_CALL) || class_at(passage, at, CLASS_TURN);
}

/* Whether a denial orders, since another stands before it: "not without", "not if you did not". */
static bool is_doubled(const struct passage *passage, size_t first, size_t at)
{
    for (size_t i = first; i < at; i++)
        if (denial_words(passage, i))
            return class_at(passage, at, CLASS_LACKING)
                   || class_within(passage, i, at - i, CLASS_CASE, NULL);
    return false;
}

/* Whether a clause begins behind that word; "or" goes on with it, whatever the sign before. */
static bool clause_begins_behind(const struct passage *passage, size_t at, size_t verb)
{
    struct str gap = trim_spaces(gap_before(passage, at + 1));
    return (gap.len && !class_at(passage, at + 1, CLASS_EITHER))
           || class_at(passage, at, CLASS_BUT) || class_at(passage, at, CLASS_CASE)
           || (class_at(passage, at, CLASS_JOINT) && at + 1 != verb);
}

/* The verb that "or" at `at` adds one to; `first` if there is none. */
static size_t verb_before(const struct passage *passage, size_t first, size_t at)
{
    while (at > first && !is_deed(passage, at))
        at--;
    return at;
}

bool is_excused(const struct passage *passage, size_t first, size_t at)
{
    size_t verb = at, edge = at; /* from edge on only small words stand before the verb */
    for (size_t i = at; i-- > first && !clause_begins_behind(passage, i, verb);) {
        if (class_at(passage, i, CLASS_EXCUSE))
            return true;
        if (i + denial_words(passage, i) >= edge && denial_words(passage, i))
            return !is_doubled(passage, first, i);
        if (i + 1 == edge && class_at(passage, i, CLASS_EITHER)) {
            i = edge = verb = verb_before(passage, first, i);
            continue;
        }
        bool small = class_at(passage, i, CLASS_ADVERB) || class_at(passage, i, CLASS_AT_VERB);
        edge = i + 1 == edge && small ? i : edge;
    }
    return false;
}

bool class_is_urged(const struct passage *passage, const struct sentence *sentence,
                    enum word_class word_class)
{
    size_t first = sentence->first;
    bool needless = class_at(passage, first, CLASS_GERUND)
                    && class_in(passage, sentence, CLASS_EXCUSED);
    for (size_t i = first; i < first + sentence->count; i++)
        if (class_at(passage, i, word_class) && !(needless && i == first)
            && !is_excused(passage, first, i))
            return true;
    return false;
}
