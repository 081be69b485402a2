/* See dose.h: how a dose should be written, and what was said of it already. */
#include "lint/rules/dose.h"

#include "base/ascii.h"

bool dose_has_trailing_zero(const struct dose *dose)
{
    for (size_t i = 0; i < dose->decimals.len; i++)
        if (dose->decimals.ptr[i] != '0')
            return false;
    return dose->decimals.len && !dose->naked && !dose->measured;
}

/* The value of the digits, whatever stands between them; -1 for more than nine. */
static int64_t value_of_digits_in(struct str digits)
{
    int64_t value = 0;
    int count = 0;
    for (size_t i = 0; i < digits.len; i++)
        if (ascii_is_digit(digits.ptr[i])) {
            value = value * 10 + digits.ptr[i] - '0';
            if (++count > 9)
                return -1;
        }
    return value;
}

int64_t dose_value(const struct dose *dose)
{
    int64_t whole = value_of_digits_in(dose->whole), part = value_of_digits_in(dose->decimals);
    if (dose->fraction || whole < 0 || dose->decimals.len > 6)
        return -1;
    for (size_t i = dose->decimals.len; i < 6; i++)
        part *= 10;
    return whole * 1000000 + part;
}

/* Whether the thousands are marked: a space will do for one that does not break. */
static bool has_mark(struct str whole, struct str mark)
{
    for (size_t i = 0; i < whole.len; i++)
        if (!ascii_is_digit(whole.ptr[i]))
            return !str_equal(mark, STR(",")) || whole.ptr[i] == '.' || whole.ptr[i] == ',';
    return false;
}

bool dose_lacks_mark(const struct dose *dose, const struct locale *locale)
{
    return locale->mark.len && !dose->fraction && char_at(dose->whole, 0) != '0'
           && !has_mark(dose->whole, locale->mark)
           && value_of_digits_in(dose->whole) >= locale->least;
}

static void add_marked(struct builder *out, struct str whole, struct str mark)
{
    size_t left = 0;
    for (size_t i = 0; i < whole.len; i++)
        left += ascii_is_digit(whole.ptr[i]);
    for (size_t i = 0, first = left; i < whole.len; i++) {
        if (!ascii_is_digit(whole.ptr[i]))
            continue;
        if (left < first && left % 3 == 0)
            builder_add(out, mark);
        builder_char(out, whole.ptr[i]);
        left--;
    }
}

static void number_mended(struct builder *out, const struct dose *dose, const struct locale *locale)
{
    if (dose->naked)
        builder_char(out, '0');
    if (dose_lacks_mark(dose, locale))
        add_marked(out, dose->whole, locale->mark);
    else
        builder_add(out, dose->whole);
    if (!dose_has_trailing_zero(dose))
        builder_add(out, str_part(dose->number, dose->whole.len, dose->number.len));
}

static struct str unit_mended(const struct dose *dose)
{
    struct str plain = dose->plain;
    if (!plain.len)
        return dose->unit_text;
    /* "1 unit", "1 drop", "1 gota"; "1 unidad" is not made of "unidades" */
    bool one = dose_value(dose) == 1000000 && str_ends(plain, STR("s"));
    if (one && str_equal(plain, STR("unidades")))
        return STR("unidad");
    return str_part(plain, 0, plain.len - one);
}

void dose_mended(struct builder *out, const struct dose *dose, const struct locale *locale)
{
    number_mended(out, dose, locale);
    if (!dose->unit)
        return;
    builder_char(out, ' ');
    builder_add(out, unit_mended(dose));
}

/* ---- What was said ---- */

struct said {
    struct str words;
    struct said *next;
};

bool doser_first(struct doser *d, struct str words)
{
    for (const struct said *said = d->linter->said; said; said = said->next)
        if (str_equal(said->words, words))
            return false;
    struct said *said = ARENA_NEW(d->linter->arena, struct said);
    *said = (struct said){words, d->linter->said};
    d->linter->said = said;
    return true;
}
