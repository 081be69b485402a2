/*
 * Tests of patterns on how the sentence stands to what was found; those on claims are in claims.c.
 */
#include "lint/rules/pattern.h"

#include "lint/rules/urge.h"

/* ---- Denials that praise ---- */

/* "Nothing … like it": from the word at `at` on. */
static bool is_unrivalled_from(const struct passage *passage, size_t at)
{
    const struct sentence *sentence = sentence_at(passage, at);
    for (; at < sentence->first + sentence->count; at++) {
        const struct entry *entry = entry_at(passage, at, CLASS_UNRIVALLED, NULL);
        if (entry && !str_equal(entry_instead(passage->lexicon, entry), STR("=")))
            return true;
    }
    return false;
}

bool not_unrivalled(const struct found *f)
{
    return !is_unrivalled_from(f->passage, f->mark);
}

static bool is_plain_denial(const struct passage *passage, size_t at)
{
    return denial_words(passage, at) && !class_at(passage, at, CLASS_SOLE)
           && !is_unrivalled_from(passage, at);
}

/* ---- Denied before it, or in it ---- */

/* Whether words from `first` on deny what stands at `at`; "but" and ";" begin anew. */
static bool is_denied(const struct passage *passage, size_t first, size_t at)
{
    bool denied = false;
    for (size_t i = first; i < at; i++)
        denied = (denied || is_plain_denial(passage, i)) && !class_at(passage, i, CLASS_BUT)
                 && !str_contains(gap_before(passage, i + 1), STR(";"));
    return denied;
}

bool not_denied(const struct found *f)
{
    return !is_denied(f->passage, f->sentence->first, f->mark);
}

/* "It treats no disease", but not "it treats without pills". */
bool object_not_denied(const struct found *f)
{
    for (size_t i = f->mark + 1; i < f->end; i++)
        if (is_plain_denial(f->passage, i) && !class_at(f->passage, i, CLASS_BOAST))
            return false;
    return true;
}

/* Where a denial would have to stand: since the last "and" with a clause of its own behind it. */
static size_t clause_start(const struct found *f)
{
    size_t first = f->sentence->first;
    for (size_t at = f->mark; at-- > first && !class_at(f->passage, first, CLASS_WHOLE);)
        if (class_at(f->passage, at, CLASS_JOINT))
            return at;
    return first;
}

bool not_denied_in_clause(const struct found *f)
{
    return !is_denied(f->passage, clause_start(f), f->key);
}

/*
 * "It is said to cure colds, but nobody knows": what others say counts as told, not as promised,
 * if the same sentence or the next says that it is open.
 */
bool not_doubted(const struct found *f)
{
    const struct passage *passage = f->passage;
    const struct sentence *next = f->sentence + 1;
    bool last = next == passage->sentences + passage->sentence_count;
    size_t first = f->sentence->first;
    return !class_within(passage, first, f->mark - first, CLASS_REPORTED, NULL)
           || !(class_in(passage, f->sentence, CLASS_DOUBTED)
                || (!last && class_in(passage, next, CLASS_DOUBTED)));
}

bool not_asked(const struct found *f)
{
    return !str_contains(f->sentence->str, STR("?"));
}

bool not_excused(const struct found *f)
{
    return !is_excused(f->passage, f->sentence->first, f->mark);
}

bool below_the_line(const struct found *f)
{
    return in_disclaimer(f->passage);
}

/* Not so if "by" and who stand later in the same clause: "tested for purity by the FDA". */
bool says_nobody(const struct found *f)
{
    size_t end = f->sentence->first + f->sentence->count;
    for (size_t at = f->end; at < end && word_adjoins(f->passage, at - 1); at++)
        if (class_at(f->passage, at, CLASS_BY))
            return at + 1 == end || class_at(f->passage, at, CLASS_BY_MOUTH);
    return true;
}

/* Whether no other word of the verb stands before it: "may also be". */
bool begins_its_verb(const struct found *f)
{
    size_t at = f->start;
    while (at > f->sentence->first && class_at(f->passage, at - 1, CLASS_ADVERB))
        at--;
    return at == f->sentence->first
           || !(class_at(f->passage, at - 1, CLASS_MODAL)
                || class_at(f->passage, at - 1, CLASS_AUXILIARY)
                || class_at(f->passage, at - 1, CLASS_BE));
}
