/*
 * How doses are written.  Numbers with a unit are looked at wherever they stand; without one, only
 * in the dosage's amount, where nothing but a dose is to be expected.
 */
#include "lint/rules/dose.h"

#include "base/ascii.h"

/* ---- One dose ---- */

static struct str mended(const struct doser *d, const struct dose *dose)
{
    struct builder b = {.arena = d->linter->arena};
    dose_mended(&b, dose, d->locale);
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

/* The gravest fault only: the advice mends the others too. */
static void check_dose(struct doser *d, const struct dose *dose)
{
    if (!dose->counts)
        return;
    struct str better = mended(d, dose), str = dose->str;
    if (dose_has_trailing_zero(dose))
        dose_fault(d, TRAILING_ZERO, str, str, better, misread(d, dose));
    else if (dose->naked)
        dose_fault(d, NAKED_DECIMAL, str, str, better, misread(d, dose));
    else if (dose->plain.len)
        dose_fault(d, ERROR_PRONE_ABBREVIATION, str, str, better);
    else if (dose_lacks_mark(dose, d->locale))
        dose_fault(d, THOUSANDS_COMMA, str, str, better);
    else if (dose->unit && dose->number.len + dose->unit_text.len == str.len)
        dose_fault(d, UNIT_SPACE, str, str, better);
}

/* ---- A dose without a unit ---- */

/* Whether it ends what is taken, but for how often: no unit stands there, nor "2" of "step 2". */
static bool is_bare(const struct passage *passage, const struct dose *first,
                    const struct dose *last)
{
    size_t at = word_from(passage, first->str.ptr);
    size_t next = word_from(passage, last->str.ptr + last->str.len);
    bool ends = next == passage->word_count;
    struct str text = passage->text->str;
    struct str behind = ends ? str_part(text, text.len, 0) : passage->words[next].str;
    return !last->unit && !(at && class_at(passage, at - 1, CLASS_NUMBERED))
           && gap_is_of(str_between(last->str, behind), " ,.;")
           && (ends || class_at(passage, next, CLASS_DOSE_END));
}

/*
 * The first number of the amount, or the range or list that it begins, counts even if it has no
 * unit, which is a fault of its own. @return all of it; empty: it has one
 */
static struct str find_bare(const struct doser *d, struct doses doses)
{
    if (!d->passage->amount || !doses.count)
        return (struct str){0};
    struct dose *first = doses.at, *last = first, *end = first + doses.count;
    while (last + 1 < end && !last->unit
           && gap_joins(str_between(last->str, last[1].str), d->locale))
        last++;
    if (!is_bare(d->passage, first, last))
        return (struct str){0};
    for (struct dose *dose = first; dose <= last; dose++)
        dose->counts = true;
    return str_spanning(first->str, last->str);
}

/* ---- All ---- */

void lint_dose(struct linter *linter, const struct passage *passage)
{
    struct doser d = {linter, locale_of(linter->article->language), passage};
    struct doses doses = doses_of(&d);
    struct str bare = find_bare(&d, doses);
    for (size_t i = 0; i < doses.count; i++) {
        check_dose(&d, &doses.at[i]);
        check_pair(&d, &doses.at[i], i + 1 < doses.count ? &doses.at[i + 1] : NULL);
    }
    if (bare.len)
        lint_find(linter, DOSE_WITHOUT_UNIT, slice_place(passage, bare), bare);
    check_short_forms(&d);
}
