/*
 * See dose.h: finding doses.  One pass over the characters; what is a piece of a word or a name is
 * passed over whole.  Units are then handed from the last number of a range to those before it.
 */
#include "lint/rules/dose.h"

#include "base/array.h"
#include "base/ascii.h"
#include "prose/letters.h"

#include <string.h>

/* ---- Tables ---- */

#define TEXT(literal) {literal, sizeof(literal) - 1}

static const struct locale locales[] = {
#define LOCALE(language, from, to, and, or, per, at, least, mark)                                 \
    {TEXT(language), TEXT(from), TEXT(to), TEXT(and), TEXT(or),                                   \
     TEXT(per),      TEXT(at),   least,    TEXT(mark)},
#include "lint/rules/locale.def"
#undef LOCALE
};

const struct locale *locale_of(struct str language)
{
    const struct locale *last = locales + sizeof locales / sizeof *locales - 1, *at = locales;
    while (at < last && !language_is(language, at->language))
        at++;
    return at;
}

bool is_english(const struct locale *locale)
{
    return str_equal(locale->language, STR("en"));
}

const struct entry *unit_of(const struct linter *linter, struct str word)
{
    const struct lexicon *lexicon = linter->prose.lexicon;
    const struct entry *unit = lexicon_find(lexicon, word, CLASS_UNIT);
    return unit ? unit : lexicon_find(lexicon, in_small_letters(linter->arena, word),
                                      CLASS_UNIT_NOUN);
}

/* ---- One number ---- */

static bool is_hyphen(uint32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Whether what stands before a number makes it a piece of a word, a price or a name. */
static bool is_bound(uint32_t before, uint32_t further)
{
    return is_letter(before) || (is_letter(further) && (is_hyphen(before) || before == '.'))
           || before == '#' || before == '$' || before == '_' || before == 0x20AC || before == 0xA3;
}

/* ---- Its unit ---- */

/* "7 u 8 cápsulas", "7 u ocho": the Spanish "or" before a word in o-. */
static bool is_or(const struct doser *d, struct str word)
{
    size_t next = word_from(d->passage, word.ptr + word.len);
    if (!str_equal(word, STR("u")) || !str_equal(d->locale->language, STR("es"))
        || next == d->passage->word_count)
        return false;
    struct str low = d->passage->words[next].low;
    return gap_is_of(gap_before(d->passage, next), " ")
           && (ascii_is_digit(low.ptr[0]) || str_starts(low, STR("o")));
}

/* "19" or "20" and two digits: with the Russian letter that is short for "year". */
static bool is_short_for_year(const struct dose *dose, struct str word)
{
    return dose->number.len == 4 && str_equal(word, STR("г"))
           && (str_starts(dose->number, STR("19")) || str_starts(dose->number, STR("20")));
}

/* "95 mg/dL": of a volume there is in a body. */
static bool is_measured(const struct passage *passage, struct str unit)
{
    size_t next = word_from(passage, unit.ptr + unit.len);
    return str_equal(unit, STR("mmol")) || (str_equal(gap_before(passage, next), STR("/"))
                                            && class_at(passage, next, CLASS_VOLUME));
}

static size_t letters_end(struct str s, size_t at)
{
    while (is_letter(letter_at(s, at)))
        utf8_next(s, &at);
    return at;
}

/* Reads the unit behind the number, if there is one. */
static void read_unit(const struct doser *d, struct str s, struct dose *dose)
{
    const struct lexicon *lexicon = d->passage->lexicon;
    size_t at = skip_spaces(s, (size_t)(dose->number.ptr - s.ptr) + dose->number.len);
    size_t end = letters_end(s, at);
    struct str word = str_part(s, at, end - at);
    char behind = char_at(s, end);
    bool goes_on = ascii_is_digit(behind) || ((behind == '.' || behind == '-')
                                              && is_letter(letter_at(s, end + 1)));
    const struct entry *unit = unit_of(d->linter, word);
    const struct entry *poor = lexicon_find(lexicon, word, CLASS_POOR_UNIT);
    if (!unit || goes_on || is_short_for_year(dose, word) || is_or(d, word))
        return;
    dose->unit = unit;
    dose->unit_text = word;
    dose->plain = poor ? entry_instead(lexicon, poor) : (struct str){0};
    dose->measured = is_measured(d->passage, word);
    dose->str = str_spanning(dose->number, word);
}

static struct dose read_dose(const struct doser *d, struct str s, size_t at)
{
    size_t fraction = fraction_end(s, at), end = fraction > at ? fraction : number_end(s, at);
    struct dose dose = {.number = str_part(s, at, end - at), .fraction = fraction > at};
    dose.whole = dose.str = dose.number;
    if (!dose.fraction)
        part_number(&dose, is_english(d->locale));
    read_unit(d, s, &dose);
    return dose;
}

/* ---- All of them ---- */

static void share_units(struct doses doses, const struct locale *locale)
{
    for (size_t i = doses.count; i-- > 0;) {
        struct dose *dose = &doses.at[i];
        dose->counts = dose->unit
                       || (i + 1 < doses.count && dose[1].counts
                           && gap_joins(str_between(dose->str, dose[1].str), locale));
    }
}

/* @param before  the character before it */
static bool begins_number(struct str s, size_t at, uint32_t before)
{
    bool point = char_at(s, at) == '.' || char_at(s, at) == ',';
    if (point)
        return ascii_is_digit(char_at(s, at + 1)) && !is_letter(before) && before != '.'
               && before != ',';
    return ascii_is_digit(char_at(s, at)) || fraction_end(s, at) > at;
}

struct doses doses_of(const struct doser *d)
{
    struct { ARRAY(struct dose); } found = {0};
    struct str text = d->passage->text->str;
    uint32_t before = ' ', further = ' ';
    for (size_t at = 0; at < text.len;) {
        if (begins_number(text, at, before)) {
            struct dose dose = read_dose(d, text, at);
            at += dose.str.len;
            if (!is_bound(before, further))
                *ARRAY_PUSH(d->linter->arena, &found) = dose;
            before = further = '0';
        } else {
            further = before;
            before = utf8_next(text, &at);
        }
    }
    struct doses doses = {found.at, found.count};
    share_units(doses, d->locale);
    return doses;
}

/* ---- Gaps ---- */

static bool gap_is_any(struct str gap, const struct str *signs, size_t count)
{
    struct str sign = trim_spaces(gap);
    for (size_t i = 0; i < count; i++)
        if (sign.len && str_equal(sign, signs[i]))
            return true;
    return false;
}

bool gap_is_hyphen(struct str gap, const struct locale *locale)
{
    const struct str signs[] = {STR("-"), STR("‐"), STR("‑"), STR("–"), STR("−"), STR("‒")};
    return gap_is_any(gap, signs, is_english(locale) ? 6 : 3);
}

bool gap_joins(struct str gap, const struct locale *locale)
{
    const struct str signs[] = {STR("–"), STR("−"), STR("‒"), STR(","),
                                locale->to, locale->or, locale->and};
    return gap_is_hyphen(gap, locale) || gap_is_dash(gap)
           || gap_is_any(gap, signs, sizeof signs / sizeof *signs);
}

bool gap_is_dash(struct str gap)
{
    return str_equal(gap, STR("—")) || str_equal(gap, STR("―"));
}

bool gap_is_of(struct str gap, const char *characters)
{
    size_t at = 0;
    while (at < gap.len && strchr(characters, gap.ptr[at]))
        at++;
    return at == gap.len;
}
