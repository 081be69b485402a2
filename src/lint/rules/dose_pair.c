/*
 * What stands between two doses, or between a dose and how often it is taken: signs that are read
 * as numbers or letters, and hyphens that are not seen.
 */
#include "lint/rules/dose.h"

#include "base/ascii.h"
#include "prose/letters.h"

/* Adds two doses with a word between them. */
static void add_joined(struct doser *d, struct builder *b, const struct dose *dose,
                       struct str word, const struct dose *next)
{
    dose_mended(b, dose, d->locale);
    builder_printf(b, " %.*s ", STR_ARGS(word));
    dose_mended(b, next, d->locale);
}

/* ---- Ranges ---- */

/* Whether a range that has no unit says how often: "2-3 times a day", "every 4-6 hrs". */
static bool says_how_often(const struct passage *passage, struct str range)
{
    size_t first = word_from(passage, range.ptr), next = word_from(passage, range.ptr + range.len);
    return class_at(passage, next, CLASS_OFTEN)
           || (first && class_at(passage, first - 1, CLASS_EVERY));
}

/* Dates, telephone numbers, "5-10-15" and "1-1/2" are no ranges. */
static bool is_dose_range(const struct passage *passage, const struct dose *dose,
                          const struct dose *next)
{
    struct str text = passage->text->str;
    struct str before = str_between(str_part(text, 0, 0), dose->str);
    struct str rest = str_between(next->str, str_part(text, text.len, 0));
    bool goes_on = (char_at(rest, 0) == '-' || char_at(rest, 0) == '/')
                   && ascii_is_digit(char_at(rest, 1));
    int64_t low = dose_value(dose), high = dose_value(next);
    return !str_ends(before, STR("-")) && !str_ends(before, STR("/")) && !goes_on && low >= 0
           && low < high;
}

static void check_range(struct doser *d, const struct dose *dose, const struct dose *next)
{
    struct str range = str_spanning(dose->str, next->str);
    struct str gap = str_between(dose->str, next->str);
    bool hyphen = gap_is_hyphen(gap, d->locale)
                  || (is_english(d->locale) && !dose->unit && gap_is_dash(gap));
    if (!hyphen || !(next->counts || says_how_often(d->passage, range))
        || !is_dose_range(d->passage, dose, next))
        return;
    struct builder b = {.arena = d->linter->arena};
    builder_add(&b, d->locale->from);
    add_joined(d, &b, dose, d->locale->to, next);
    dose_fault(d, HYPHEN_RANGE, range, range, builder_str(&b));
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
    if (!same && !d->locale->per.len)
        return false;
    add_joined(d, b, dose, same ? d->locale->or : d->locale->per, next);
    builder_printf(b, "\", or with \"%.*s", STR_ARGS(d->locale->and));
    return true;
}

static void check_sign(struct doser *d, const struct dose *dose, const struct dose *next)
{
    struct str sign = trim_spaces(str_between(dose->str, next->str));
    struct str both = str_spanning(dose->str, next->str);
    struct builder b = {.arena = d->linter->arena};
    if (!next->unit)
        return;
    if (str_equal(sign, STR("&")) || str_equal(sign, STR("+")))
        add_joined(d, &b, dose, d->locale->and, next);
    else if (!str_equal(sign, STR("/")) || !advise_slash(d, &b, dose, next))
        return;
    dose_fault(d, DOSE_SIGN, both, sign, builder_str(&b), both);
}

/* ---- Fractions ---- */

/* What the lexicon says of "1/2"; empty of another number. */
static struct str fraction_said(const struct doser *d, const struct dose *dose, enum word_class c)
{
    struct str number = dose->number;
    struct builder b = {.arena = d->linter->arena};
    if (!dose->fraction || char_at(number, 1) != '/')
        return (struct str){0};
    builder_printf(&b, "%c /%c", number.ptr[0], char_at(number, 2));
    const struct lexicon *lexicon = d->passage->lexicon;
    const struct entry *entry = lexicon_find(lexicon, builder_str(&b), c);
    return entry ? entry_instead(lexicon, entry) : (struct str){0};
}

static bool is_of_pieces(const struct doser *d, const struct dose *dose)
{
    return dose->unit
           && class_at(d->passage, word_from(d->passage, dose->unit_text.ptr), CLASS_PIECE);
}

/* A dose with the sign of its fraction, or as it should be written. */
static void add_with_sign(const struct doser *d, struct builder *b, const struct dose *dose)
{
    struct str sign = fraction_said(d, dose, CLASS_FRACTION);
    if (!sign.len)
        dose_mended(b, dose, d->locale);
    else if (dose->unit)
        builder_printf(b, "%.*s %.*s", STR_ARGS(sign), STR_ARGS(dose->unit_text));
    else
        builder_add(b, sign);
}

/* "half a tablet", but "½ tablets". */
static struct str fraction_mended(const struct doser *d, const struct dose *dose)
{
    struct str words = fraction_said(d, dose, CLASS_FRACTION_WORDED);
    struct builder b = {.arena = d->linter->arena};
    if (words.len && !str_ends(dose->unit_text, STR("s")))
        builder_printf(&b, "%.*s %.*s", STR_ARGS(words), STR_ARGS(dose->unit_text));
    else
        add_with_sign(d, &b, dose);
    return builder_str(&b);
}

/*
 * "1/2 tablet" is read as 1 or 2 tablets, and so it is in "1/2 to 1 tablet"; of "1 1/2" ISMP's list
 * says nothing.
 */
static void check_fraction(struct doser *d, const struct dose *dose, const struct dose *next)
{
    struct str gap = next ? str_between(dose->str, next->str) : (struct str){0};
    bool range = next && !dose->unit && gap_joins(gap, d->locale) && !str_equal(gap, STR(","));
    const struct dose *last = range ? next : dose;
    struct str before = str_between(str_part(d->passage->text->str, 0, 0), dose->str);
    bool mixed = str_ends(before, STR("-")); /* "1-1/2", or the end of a range */
    struct str all = str_spanning(dose->str, last->str);
    struct builder b = {.arena = d->linter->arena};
    if (!fraction_said(d, dose, CLASS_FRACTION).len || mixed || !is_of_pieces(d, last))
        return;
    if (!range) {
        dose_fault(d, DOSE_SIGN, all, STR("/"), fraction_mended(d, dose), all);
        return;
    }
    bool word = is_letter(letter_at(trim_spaces(gap), 0));
    struct str joint = word ? trim_spaces(gap) : d->locale->to.len ? d->locale->to : STR("–");
    add_with_sign(d, &b, dose);
    builder_printf(&b, " %.*s ", STR_ARGS(joint));
    add_with_sign(d, &b, next);
    dose_fault(d, DOSE_SIGN, all, STR("/"), builder_str(&b), all);
    doser_first(d, next->str); /* which is told of */
}

/* ---- How often ---- */

/* "kg", "m²": a raised figure is no part of a word. */
static struct str measure_at(const struct passage *passage, size_t at)
{
    struct str word = passage->words[at].str;
    struct str raised = str_part(text_behind(passage, word), 0, STR("²").len);
    return str_equal(raised, STR("²")) ? str_spanning(word, raised) : word;
}

/* "g/day", "g / day", and behind "m²". */
static bool gap_is_slash(const struct passage *passage, size_t at)
{
    struct str gap = gap_before(passage, at);
    if (str_starts(gap, STR("²")))
        gap = str_part(gap, STR("²").len, gap.len);
    return str_equal(trim_spaces(gap), STR("/"));
}

/* "5 g/day", "5 mcg/kg/day"; "5 mg/kg" alone is how doses are reckoned, not taken. */
static void check_per(struct doser *d, const struct dose *dose)
{
    const struct passage *passage = d->passage;
    size_t at = word_from(passage, dose->str.ptr + dose->str.len);
    bool often = false;
    struct builder b = {.arena = d->linter->arena};
    dose_mended(&b, dose, d->locale);
    for (; at < passage->word_count && gap_is_slash(passage, at); at++) {
        const struct entry *per = entry_at(passage, at, CLASS_PER, NULL);
        if (per)
            builder_printf(&b, " %.*s", STR_ARGS(entry_instead(passage->lexicon, per)));
        else if (class_at(passage, at, CLASS_WEIGHT) && d->locale->per.len)
            builder_printf(&b, " %.*s %.*s", STR_ARGS(d->locale->per),
                           STR_ARGS(measure_at(passage, at)));
        else
            break;
        often = often || per;
    }
    if (!often)
        return;
    struct str all = str_spanning(dose->str, passage->words[at - 1].str);
    dose_fault(d, DOSE_SIGN, all, STR("/"), builder_str(&b), all);
}

/* "5 g @ bedtime" */
static void check_at(struct doser *d, const struct dose *dose)
{
    struct str rest = text_behind(d->passage, dose->str);
    struct str all = str_spanning(dose->str, str_part(rest, 0, 1));
    if (d->locale->at.len && char_at(rest, 0) == '@')
        dose_fault(d, DOSE_SIGN, all, STR("@"), d->locale->at, all);
}

void check_pair(struct doser *d, const struct dose *dose, const struct dose *next)
{
    bool worded = d->locale->to.len; /* in a language whose words for them we know */
    check_fraction(d, dose, next);
    if (worded && dose->unit) {
        check_per(d, dose);
        check_at(d, dose);
    }
    if (worded && next)
        check_range(d, dose, next);
    if (worded && next && dose->unit)
        check_sign(d, dose, next);
}
