/*
 * See dose.h: finding doses.  One pass over the characters; what is a piece of a word or a name is
 * passed over whole.  Units are then handed from the last number of a range to those before it.
 */
#include "lint/rules/dose.h"

#include "base/ascii.h"
#include "lint/text/letters.h"

/* ---- Tables ---- */

#define TEXT(literal) {literal, sizeof(literal) - 1}

static const struct locale locales[] = {
#define LOCALE(language, from, to, and, or, per, at, half, least, mark)                           \
    {TEXT(language), TEXT(from), TEXT(to),   TEXT(and), TEXT(or),                                 \
     TEXT(per),      TEXT(at),   TEXT(half), least,     TEXT(mark)},
#include "lint/rules/locale.def"
#undef LOCALE
};

const struct locale *locale_of(struct str language)
{
    for (size_t i = 0; i < sizeof locales / sizeof *locales; i++)
        if (language_is(language, locales[i].language))
            return &locales[i];
    return NULL;
}

bool is_english(const struct locale *locale)
{
    return locale && str_equal(locale->language, STR("en"));
}

struct unit unit_of(const struct linter *linter, struct str word)
{
    const struct lexicon *lexicon = linter->prose.lexicon;
    const struct entry *entry = lexicon_find(lexicon, word, CLASS_UNIT);
    if (!entry)
        entry = lexicon_find(lexicon, in_small_letters(linter->arena, word), CLASS_UNIT_NOUN);
    if (!entry)
        return (struct unit){0};
    const struct entry *poor = lexicon_find(lexicon, word, CLASS_POOR_UNIT);
    return (struct unit){entry, entry_phrase(lexicon, entry),
                         poor ? entry_instead(lexicon, poor) : (struct str){0}};
}

/* ---- Characters ---- */

static bool is_hyphen(uint32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Beyond the end there is a NUL. */
static uint32_t peek(struct str s, size_t at)
{
    return at < s.len ? utf8_next(s, &at) : 0;
}

static size_t skip_space(struct str s, size_t at)
{
    size_t next = at;
    while (next < s.len) {
        uint32_t c = utf8_next(s, &next);
        if (c != ' ' && c != 0xA0 && c != 0x202F && c != 0x2009)
            break;
        at = next;
    }
    return at;
}

static size_t skip_letters(struct str s, size_t at)
{
    while (is_letter(peek(s, at)))
        utf8_next(s, &at);
    return at;
}

/* ---- One number ---- */

static bool parts_digits(struct str s, size_t at)
{
    return (char_at(s, at) == '.' || char_at(s, at) == ',') && ascii_is_digit(char_at(s, at + 1));
}

static size_t number_end(struct str s, size_t at)
{
    while (ascii_is_digit(char_at(s, at)) || parts_digits(s, at))
        at++;
    return at;
}

/*
 * Tells decimals from thousands: three digits are decimals only where they can be nothing else,
 * behind a zero or behind no digit at all.
 */
static void part_number(struct dose *dose)
{
    struct str number = dose->number;
    size_t first = number.len, last = number.len;
    for (size_t i = 0; i < number.len; i++)
        if (!ascii_is_digit(number.ptr[i])) {
            first = first < i ? first : i;
            last = i;
        }
    dose->whole = number;
    if (first == number.len)
        return;
    dose->naked = first == 0;
    bool small = dose->naked || (first == 1 && number.ptr[0] == '0');
    bool point = first == last ? small || number.len - last - 1 != 3
                               : number.ptr[first] != number.ptr[last];
    if (point) {
        dose->whole = str_part(number, 0, last);
        dose->decimals = str_part(number, last + 1, number.len);
    }
}

/* Whether what stands before a number makes it a piece of a word, a price or a name. */
static bool is_bound(uint32_t before, uint32_t further)
{
    return is_letter(before) || (is_letter(further) && (is_hyphen(before) || before == '.'))
           || before == '#' || before == '$' || before == '_' || before == 0x20AC || before == 0xA3;
}

/* "19" or "20" and two digits: with the Russian letter that is short for "year". */
static bool is_short_for_year(const struct dose *dose, struct str word)
{
    return dose->number.len == 4 && str_equal(word, STR("г"))
           && (str_starts(dose->number, STR("19")) || str_starts(dose->number, STR("20")));
}

static bool is_measured(struct str s, size_t at, struct unit unit)
{
    struct str behind = str_part(s, at, s.len);
    return str_equal(unit.name, STR("mmol")) || str_starts(behind, STR("/dL"))
           || str_starts(behind, STR("/dl")) || str_starts(behind, STR("/L"))
           || str_starts(behind, STR("/l")) || str_starts(behind, STR("/л"));
}

/* Reads the unit behind the number, if there is one. */
static void read_unit(const struct linter *linter, struct str s, struct dose *dose)
{
    size_t end = dose->off + dose->number.len, at = skip_space(s, end);
    size_t word_end = skip_letters(s, at);
    struct str word = str_part(s, at, word_end - at);
    struct unit unit = unit_of(linter, word);
    char behind = char_at(s, word_end);
    bool goes_on = ascii_is_digit(behind) || ((behind == '.' || behind == '-')
                                              && is_letter(peek(s, word_end + 1)));
    if (!unit.entry || goes_on || is_short_for_year(dose, word))
        return;
    dose->unit = unit;
    dose->unit_text = word;
    dose->apart = at > end;
    dose->measured = is_measured(s, word_end, unit);
    dose->str = str_part(s, dose->off, word_end - dose->off);
}

static struct dose read_dose(const struct linter *linter, struct str s, size_t at)
{
    struct dose dose = {.off = at, .number = str_part(s, at, number_end(s, at) - at)};
    dose.str = dose.number;
    part_number(&dose);
    read_unit(linter, s, &dose);
    return dose;
}

/* ---- All of them ---- */

static size_t count_numbers(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++)
        count += ascii_is_digit(s.ptr[i]) && !(i && ascii_is_digit(s.ptr[i - 1]));
    return count;
}

static void share_units(struct str text, struct doses doses, const struct locale *locale)
{
    for (size_t i = doses.count; i-- > 0;) {
        struct dose *dose = &doses.at[i];
        dose->shared = dose->unit;
        if (!dose->unit.entry && i + 1 < doses.count
            && gap_joins(dose_gap(text, dose, dose + 1), locale))
            dose->shared = dose[1].shared;
    }
}

struct doses doses_of(const struct linter *linter, struct str text, const struct locale *locale)
{
    struct doses doses = {ARENA_ARRAY(linter->arena, count_numbers(text), struct dose), 0};
    uint32_t before = ' ', further = ' ';
    for (size_t at = 0; at < text.len;) {
        bool naked = parts_digits(text, at) && !is_letter(before);
        if (naked || ascii_is_digit(char_at(text, at))) {
            struct dose dose = read_dose(linter, text, at);
            at += dose.str.len;
            if (!is_bound(before, further))
                doses.at[doses.count++] = dose;
            before = further = '0';
        } else {
            further = before;
            before = utf8_next(text, &at);
        }
    }
    share_units(text, doses, locale);
    return doses;
}

/* ---- Between two ---- */

struct str dose_gap(struct str text, const struct dose *dose, const struct dose *next)
{
    size_t end = dose->off + dose->str.len;
    return str_part(text, end, next->off - end);
}

/* Without the spaces at both ends. */
static struct str without_spaces(struct str gap)
{
    size_t end = skip_space(gap, 0);
    for (size_t at = end; at < gap.len; at = skip_space(gap, at)) {
        utf8_next(gap, &at);
        end = at;
    }
    size_t start = skip_space(gap, 0);
    return str_part(gap, start, end - start);
}

static bool is_hyphen_only(struct str gap, bool dash_too)
{
    size_t at = 0;
    uint32_t c = gap.len ? utf8_next(gap, &at) : 0;
    return at == gap.len && (is_hyphen(c) || (dash_too && (c == 0x2013 || c == 0x2212)));
}

bool gap_joins(struct str gap, const struct locale *locale)
{
    gap = without_spaces(gap);
    if (is_hyphen_only(gap, true) || str_equal(gap, STR(",")))
        return true;
    return locale && (str_equal(gap, locale->to) || str_equal(gap, locale->or)
                      || str_equal(gap, locale->and));
}

bool gap_is_hyphen(struct str gap, const struct locale *locale)
{
    return is_hyphen_only(without_spaces(gap), is_english(locale));
}
