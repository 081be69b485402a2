/*
 * Short forms in doses: those of the lexicon, which has their numbers as "#": "q#h", "c/# h".
 */
#include "lint/rules/dose.h"

#include "base/ascii.h"
#include "prose/letters.h"

/* Where a short form is one: anywhere, or only behind a dose, its unit or a drop ("PO Box" is none,
 * nor are the hours of "every 8 hs"). */
enum where { ANYWHERE, AFTER_DOSE, AFTER_UNIT, AFTER_DROPS };

static const struct short_class {
    enum word_class word_class;
    enum where where;
} short_classes[] = {
    {CLASS_SHORT, ANYWHERE},
    {CLASS_SHORT_EXACT, ANYWHERE},
    {CLASS_SHORT_DOSE, AFTER_DOSE},
    {CLASS_SHORT_DOSE_EXACT, AFTER_DOSE},
    {CLASS_SHORT_MEASURED, AFTER_UNIT},
    {CLASS_SHORT_DROP, AFTER_DROPS},
};

/* Whether only spaces, a comma or the stop of "tab." part the word from the one before it. */
static bool follows(const struct passage *passage, size_t at)
{
    return at && gap_is_of(gap_before(passage, at), " ,.");
}

static const struct entry *short_form_at(const struct doser *d, size_t at, size_t *words);

/* "5mg" as one word, "2gtts": its unit. */
static struct str without_number(struct str word)
{
    while (ascii_is_digit(char_at(word, 0)))
        word = str_part(word, 1, word.len);
    return word;
}

/* "2 DROPS AS NEEDED" is a sentence in capitals. */
static bool goes_on_in_capitals(const struct passage *passage, size_t at)
{
    struct case_count next = {0, 0, 0};
    if (at + 1 < passage->word_count)
        next = letters_of(passage->words[at + 1].str);
    return next.upper > 3 && !next.lower;
}

static bool stands_there(const struct doser *d, size_t at, enum where where)
{
    if (where == ANYWHERE)
        return true;
    if (!follows(d->passage, at) || (where == AFTER_DROPS && goes_on_in_capitals(d->passage, at)))
        return false;
    const struct word *before = &d->passage->words[at - 1];
    if (lexicon_find(d->passage->lexicon, without_number(before->low), CLASS_DROP))
        return true;
    if (where == AFTER_DROPS)
        return false;
    return (where == AFTER_DOSE && word_is_number(before->str))
           || unit_of(d->linter, without_number(before->str)) || short_form_at(d, at - 1, NULL);
}

static const struct entry *short_form_at(const struct doser *d, size_t at, size_t *words)
{
    for (size_t i = 0; i < sizeof short_classes / sizeof *short_classes; i++) {
        const struct short_class *c = &short_classes[i];
        const struct entry *entry = entry_at(d->passage, at, c->word_class, words);
        if (entry && stands_there(d, at, c->where))
            return entry;
    }
    return NULL;
}

/* What to say instead, with the words' numbers in the place of each "#". */
static struct str with_numbers(struct arena *arena, struct str instead, struct str words)
{
    struct builder b = {.arena = arena};
    size_t at = 0;
    for (size_t i = 0; i < instead.len; i++) {
        if (instead.ptr[i] != '#') {
            builder_char(&b, instead.ptr[i]);
            continue;
        }
        while (at < words.len && !ascii_is_digit(words.ptr[at]))
            at++;
        while (ascii_is_digit(char_at(words, at)))
            builder_char(&b, words.ptr[at++]);
    }
    return builder_str(&b);
}

/* Of a unit it is said for the dose as a whole. */
static bool is_unit_of_dose(const struct doser *d, size_t at)
{
    return follows(d->passage, at) && class_at(d->passage, at - 1, CLASS_NUMBER)
           && unit_of(d->linter, d->passage->words[at].str);
}

void check_short_forms(struct doser *d)
{
    const struct passage *passage = d->passage;
    for (size_t i = 0; i < passage->word_count; i++) {
        size_t count = 0;
        const struct entry *form = short_form_at(d, i, &count);
        if (!form || is_unit_of_dose(d, i))
            continue;
        struct str words = words_text(passage, i, count);
        dose_fault(d, ERROR_PRONE_ABBREVIATION, words, words,
                   with_numbers(d->linter->arena, entry_instead(passage->lexicon, form), words));
    }
}
