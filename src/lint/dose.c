/*
 * How doses are written.  Numbers with a unit are looked at wherever they stand; without one, only
 * in the dosage's amount, where nothing but a dose is to be expected.
 */
#include "lint/doser.h"

#include "base/ascii.h"
#include "lint/match.h"

struct said {
    struct str words;
    struct said *next;
};

bool doser_first(struct doser *d, struct str words)
{
    for (const struct said *said = d->said; said; said = said->next)
        if (str_equal(said->words, words))
            return false;
    struct said *said = ARENA_NEW(d->linter->arena, struct said);
    *said = (struct said){words, d->said};
    d->said = said;
    return true;
}

/* ---- One dose ---- */

static struct str mended(const struct doser *d, const struct dose *dose)
{
    struct builder b = {.arena = d->linter->arena};
    dose_mended(&b, dose, d->tongue);
    return builder_str(&b);
}

/* What is read where the point is not seen. */
static struct str misread(const struct doser *d, const struct dose *dose)
{
    struct builder b = {.arena = d->linter->arena};
    for (size_t i = 0; i < dose->number.len; i++)
        if (ascii_is_digit(dose->number.ptr[i]))
            builder_char(&b, dose->number.ptr[i]);
    if (dose->unit)
        builder_printf(&b, " %.*s", STR_ARGS(dose->unit_text));
    return builder_str(&b);
}

static struct place dose_place(const struct doser *d, const struct dose *dose)
{
    return passage_place(d->passage, dose->off, dose->str.len);
}

#define report(d, id, dose, ...)                                                                  \
    do {                                                                                          \
        if (doser_first((d), (dose)->str))                                                        \
            lint_find((d)->linter, id, dose_place((d), (dose)), (dose)->str, __VA_ARGS__);        \
    } while (0)

bool doser_counts(const struct doser *d, const struct dose *dose)
{
    return dose->shared || (d->bare && dose >= d->bare && dose < d->bare_end);
}

/* The gravest fault only: the advice mends the others too. */
static void check_dose(struct doser *d, const struct dose *dose)
{
    if (!doser_counts(d, dose))
        return;
    struct str better = mended(d, dose);
    if (dose_has_trailing_zero(dose))
        report(d, TRAILING_ZERO, dose, better, misread(d, dose));
    else if (dose->naked)
        report(d, NAKED_DECIMAL, dose, better, misread(d, dose));
    else if (dose_has_poor_unit(dose, d->tongue))
        report(d, ERROR_PRONE_ABBREVIATION, dose, better);
    else if (dose_lacks_mark(dose, d->tongue))
        report(d, THOUSANDS_COMMA, dose, better);
    else if (dose->unit && !dose->apart)
        report(d, UNIT_SPACE, dose, better);
}

/* ---- A dose without a unit ---- */

/* What says how often, or goes on after the dose: no unit can come any more. */
static const char *const followers[] = {
    "a",  "per", "each", "every", "daily",  "nightly", "once", "twice", "with",   "at", "before",
    "after", "by", "al", "por",   "cada",   "diario",  "diarios", "dos", "par", "chaque", "deux",
    NULL};

/* What makes a number of its own of the next one. */
static const char *const namers[] = {"day",   "days", "step",  "week",   "age",  "ages", "over",
                                     "under", "year", "phase", "number", "since", "no", "día",
                                     "paso",  "edad", "jour",  "étape",  "âge",  NULL};

static bool named(const struct passage *passage, size_t off)
{
    const struct word *before = NULL;
    for (size_t i = 0; i < passage->word_count && passage->words[i].off < off; i++)
        before = &passage->words[i];
    return before && word_among(before->str, namers);
}

/* Whether nothing that could be a unit stands behind the offset. */
static bool ends_dose(const struct doser *d, size_t end)
{
    struct str text = d->passage->text->str;
    const struct word *next = NULL;
    for (size_t i = d->passage->word_count; i-- > 0 && d->passage->words[i].off >= end;)
        next = &d->passage->words[i];
    struct str gap = str_part(text, end, (next ? next->off : text.len) - end);
    for (size_t i = 0; i < gap.len; i++)
        if (gap.ptr[i] != ' ' && gap.ptr[i] != ',' && gap.ptr[i] != '.' && gap.ptr[i] != ';')
            return false;
    return !next || word_among(next->str, followers);
}

/* The first number of the amount, or the range or list that it begins, if that has no unit. */
static void find_bare(struct doser *d, struct doses doses)
{
    struct str text = d->passage->text->str;
    d->bare = d->bare_end = NULL;
    if (!d->passage->amount || !doses.count || named(d->passage, doses.at[0].off))
        return;
    const struct dose *last = doses.at, *end = doses.at + doses.count;
    while (last + 1 < end && !last->unit && gap_joins(dose_gap(text, last, last + 1), d->tongue))
        last++;
    if (last->unit || !ends_dose(d, last->off + last->str.len))
        return;
    d->bare = doses.at;
    d->bare_end = last + 1;
}

static void check_amount(struct doser *d)
{
    if (!d->bare)
        return;
    const struct dose *last = d->bare_end - 1;
    size_t from = d->bare->off, length = last->off + last->str.len - from;
    lint_find(d->linter, DOSE_WITHOUT_UNIT, passage_place(d->passage, from, length),
              str_part(d->passage->text->str, from, length));
}

/* ---- All ---- */

static void check_passage(struct doser *d)
{
    struct doses doses = doses_of(d->linter->arena, d->passage->text->str, d->tongue);
    find_bare(d, doses);
    for (size_t i = 0; i < doses.count; i++) {
        check_dose(d, &doses.at[i]);
        check_pair(d, &doses.at[i], i + 1 < doses.count ? &doses.at[i + 1] : NULL);
    }
    check_amount(d);
    if (d->english)
        check_short_forms(d);
}

void lint_dose(struct linter *linter)
{
    struct doser d = {.linter = linter, .tongue = tongue_of(linter->article->language)};
    d.english = is_english(d.tongue);
    for (size_t i = 0; i < linter->prose.count; i++) {
        d.passage = &linter->prose.at[i];
        check_passage(&d);
    }
}
