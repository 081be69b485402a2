/*
 * Short forms in doses, and fractions: those of the lexicon, which has their numbers as "#": "q#h",
 * "c/#".
 */
#include "lint/rules/dose.h"

#include "base/ascii.h"
#include "prose/letters.h"

/* Where a short form is one: anywhere, or only behind a dose or a drop ("PO Box" is none). */
enum where { ANYWHERE, AFTER_DOSE, AFTER_DROPS };

static const struct short_class {
    enum word_class word_class;
    enum where where;
} short_classes[] = {
    {CLASS_SHORT, ANYWHERE},
    {CLASS_SHORT_EXACT, ANYWHERE},
    {CLASS_SHORT_DOSE, AFTER_DOSE},
    {CLASS_SHORT_DOSE_EXACT, AFTER_DOSE},
    {CLASS_SHORT_DROP, AFTER_DROPS},
};

/* Whether only spaces, a comma or the stop of "tab." part the word from the one before it. */
static bool follows(const struct passage *passage, size_t at)
{
    return at && gap_is_of(gap_before(passage, at), " ,.");
}

static const struct entry *short_form_at(const struct doser *d, size_t at, size_t *words);

static bool stands_there(const struct doser *d, size_t at, enum where where)
{
    if (where == ANYWHERE)
        return true;
    if (!follows(d->passage, at))
        return false;
    const struct word *before = &d->passage->words[at - 1];
    struct str unit = before->low; /* "2gtts" */
    while (ascii_is_digit(char_at(unit, 0)))
        unit = str_part(unit, 1, unit.len);
    if (lexicon_find(d->passage->lexicon, unit, CLASS_DROP))
        return true;
    return where == AFTER_DOSE && (word_is_number(before->str) || unit_of(d->linter, before->str)
                                   || short_form_at(d, at - 1, NULL));
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

/* "1/2 tablet" is read as 1 or 2 tablets; of "1 1/2" ISMP's list says nothing. */
static void check_fraction(struct doser *d, size_t at)
{
    const struct passage *passage = d->passage;
    size_t words = 0;
    const struct entry *sign = entry_at(passage, at, CLASS_FRACTION_WORDED, &words);
    sign = sign ? sign : entry_at(passage, at, CLASS_FRACTION, &words);
    bool mixed = at && class_at(passage, at - 1, CLASS_NUMBER) && word_adjoins(passage, at - 1);
    if (!sign || mixed || !class_at(passage, at + words, CLASS_PIECE))
        return;
    struct builder b = {.arena = d->linter->arena};
    builder_printf(&b, "%.*s %.*s", STR_ARGS(entry_instead(passage->lexicon, sign)),
                   STR_ARGS(passage->words[at + words].str));
    struct str all = words_text(passage, at, words + 1);
    dose_fault(d, DOSE_SIGN, all, STR("/"), builder_str(&b), all);
}

void check_short_forms(struct doser *d)
{
    const struct passage *passage = d->passage;
    for (size_t i = 0; i < passage->word_count; i++) {
        size_t count = 0;
        check_fraction(d, i);
        const struct entry *form = short_form_at(d, i, &count);
        if (!form || is_unit_of_dose(d, i))
            continue;
        struct str words = words_text(passage, i, count);
        dose_fault(d, ERROR_PRONE_ABBREVIATION, words, words,
                   with_numbers(d->linter->arena, entry_instead(passage->lexicon, form), words));
    }
}
