/*
 * What stands between two doses, or between a dose and how often it is taken: signs that are read
 * as numbers or letters, and hyphens that are not seen.
 */
#include "lint/doser.h"

#include "base/ascii.h"
#include "lint/match.h"

/* `before` a `word` b `after`: two doses with a word between them. */
static void add_joined(struct doser *d, struct builder *b, const struct dose *dose,
                       struct str word, const struct dose *next)
{
    dose_mended(b, dose, d->tongue);
    builder_printf(b, " %.*s ", STR_ARGS(word));
    dose_mended(b, next, d->tongue);
}

static struct str both(const struct doser *d, const struct dose *dose, const struct dose *next)
{
    size_t end = next->off + next->str.len;
    return str_part(d->passage->text->str, dose->off, end - dose->off);
}

/* ---- Ranges ---- */

static struct str behind(const struct doser *d, const struct dose *dose)
{
    struct str text = d->passage->text->str;
    return str_part(text, dose->off + dose->str.len, text.len);
}

/* Whether a range that has no unit says how often: "2-3 times a day", "every 4-6 hrs". */
static bool says_how_often(const struct doser *d, const struct dose *dose, const struct dose *next)
{
    static const char *const often[] = {" times a ", " times each ", " times per ",
                                        " times every ", " times daily", NULL};
    struct str rest = behind(d, next), before = str_part(d->passage->text->str, 0, dose->off);
    for (const char *const *at = often; *at; at++)
        if (str_starts(rest, str_of(*at)))
            return true;
    return str_ends(before, STR("very "));
}

/* Dates, telephone numbers, "5-10-15" and "1-1/2" are no ranges. */
static bool is_range(const struct doser *d, const struct dose *dose, const struct dose *next)
{
    struct str text = d->passage->text->str, rest = behind(d, next);
    char before = dose->off ? text.ptr[dose->off - 1] : ' ';
    bool goes_on = (char_at(rest, 0) == '-' || char_at(rest, 0) == '/')
                   && ascii_is_digit(char_at(rest, 1));
    int64_t low = dose_value(dose), high = dose_value(next);
    return before != '-' && before != '/' && !goes_on && low >= 0 && low < high;
}

static void check_range(struct doser *d, const struct dose *dose, const struct dose *next)
{
    struct str text = d->passage->text->str, range = both(d, dose, next);
    bool counts = doser_counts(d, next) || (d->english && says_how_often(d, dose, next));
    if (!counts || !d->tongue || !gap_is_hyphen(dose_gap(text, dose, next), d->tongue)
        || !is_range(d, dose, next) || !doser_first(d, range))
        return;
    struct builder b = {.arena = d->linter->arena};
    builder_add(&b, d->tongue->from);
    add_joined(d, &b, dose, d->tongue->to, next);
    lint_find(d->linter, HYPHEN_RANGE, passage_place(d->passage, dose->off, range.len), range,
              builder_str(&b));
}

/* ---- Signs ---- */

/*
 * A slash may mean "and", "or" or "per": which, only the author knows.  Doses in one unit are not
 * per each other.
 */
static bool advise_slash(struct doser *d, struct builder *b, const struct dose *dose,
                         const struct dose *next)
{
    bool same = dose->unit == next->unit;
    if (!same && !d->english)
        return false;
    add_joined(d, b, dose, same ? d->tongue->or : STR("per"), next);
    builder_printf(b, "\", or with \"%.*s", STR_ARGS(d->tongue->and));
    return true;
}

static void report_sign(struct doser *d, struct str sign, size_t off, size_t len,
                        struct str better)
{
    struct str words = str_part(d->passage->text->str, off, len);
    if (doser_first(d, words))
        lint_find(d->linter, DOSE_SIGN, passage_place(d->passage, off, len), sign, better, words);
}

static void check_sign(struct doser *d, const struct dose *dose, const struct dose *next)
{
    struct str gap = str_trim(dose_gap(d->passage->text->str, dose, next));
    if (!d->tongue || !dose->unit || !next->unit || gap.len != 1)
        return;
    struct builder b = {.arena = d->linter->arena};
    if (gap.ptr[0] == '&' || gap.ptr[0] == '+')
        add_joined(d, &b, dose, d->tongue->and, next);
    else if (gap.ptr[0] != '/' || !advise_slash(d, &b, dose, next))
        return;
    report_sign(d, gap, dose->off, both(d, dose, next).len, builder_str(&b));
}

/* ---- How often ---- */

static const struct per {
    const char *language, *word, *plain;
} pers[] = {
    {"en", "day", "a day"},       {"en", "week", "a week"},  {"en", "dose", "a dose"},
    {"en", "hour", "an hour"},    {"en", "meal", "a meal"},  {"en", "month", "a month"},
    {"en", "d", "a day"},         {"en", "wk", "a week"},    {"en", "hr", "an hour"},
    {"es", "día", "al día"},      {"es", "semana", "a la semana"},
    {"fr", "jour", "par jour"},   {"fr", "semaine", "par semaine"},
};

/* "5 g/day" */
static void check_per(struct doser *d, const struct dose *dose)
{
    struct str rest = behind(d, dose);
    if (!d->tongue || !dose->unit || char_at(rest, 0) != '/')
        return;
    for (size_t i = 0; i < sizeof pers / sizeof *pers; i++) {
        struct str word = str_of(pers[i].word);
        if (!str_equal(d->tongue->language, str_of(pers[i].language))
            || !str_starts(str_part(rest, 1, rest.len), word)
            || ascii_is_alnum(char_at(rest, 1 + word.len)))
            continue;
        struct builder b = {.arena = d->linter->arena};
        dose_mended(&b, dose, d->tongue);
        builder_printf(&b, " %s", pers[i].plain);
        report_sign(d, STR("/"), dose->off, dose->str.len + 1 + word.len, builder_str(&b));
    }
}

/* "5 g @ bedtime" */
static void check_at(struct doser *d, const struct dose *dose)
{
    struct str rest = behind(d, dose);
    size_t space = char_at(rest, 0) == ' ';
    if (d->english && dose->unit && char_at(rest, space) == '@')
        report_sign(d, STR("@"), dose->off, dose->str.len + space + 1, STR("at"));
}

void check_pair(struct doser *d, const struct dose *dose, const struct dose *next)
{
    check_per(d, dose);
    check_at(d, dose);
    if (!next)
        return;
    check_range(d, dose, next);
    check_sign(d, dose, next);
}
