/*
 * See dose.h: where a number ends, and what are its decimals.
 *
 * "2 500 mg" may be 2500 mg, or two of 500 mg each.  So a space parts thousands only where it
 * cannot part two numbers: it is thin, or the group behind it begins with 0 ("10 000").  What can
 * be read in two ways has no decimals, and so gets no advice: "1,0000" in English.
 */
#include "lint/rules/dose.h"

#include "base/ascii.h"
#include "prose/letters.h"

/* ---- Where it ends ---- */

enum { GROUP = 3 }; /* digits between two marks of thousands */

static size_t digits_end(struct str s, size_t at)
{
    while (ascii_is_digit(char_at(s, at)))
        at++;
    return at;
}

static bool parts_digits(struct str s, size_t at)
{
    return (char_at(s, at) == '.' || char_at(s, at) == ',') && ascii_is_digit(char_at(s, at + 1));
}

/* Behind a space or an apostrophe that marks thousands there; `at`, if none does. */
static size_t group_start(struct str s, size_t at)
{
    static const char *const marks[] = {"\u202F", "\u2009", "'", "\u2019"};
    struct str rest = str_part(s, at, s.len);
    if (str_starts(rest, STR(" 0")) || str_starts(rest, STR("\u00A00")))
        return skip_spaces(s, at);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(rest, str_of(marks[i])))
            return at + str_of(marks[i]).len;
    return at;
}

/* Thousands, from their first group of one to three digits on. */
static size_t thousands_end(struct str s, size_t from)
{
    size_t end = digits_end(s, from);
    for (size_t next = end; end - from && next - from <= GROUP;) {
        size_t start = group_start(s, end);
        next = digits_end(s, start);
        if (start == end || next - start != GROUP)
            break;
        from = start;
        end = next;
    }
    return end;
}

size_t number_end(struct str s, size_t at)
{
    at = thousands_end(s, at);
    while (ascii_is_digit(char_at(s, at)) || parts_digits(s, at))
        at++;
    return at;
}

/* ---- Fractions ---- */

/* "½", "⅜" */
static size_t fraction_sign_end(struct str s, size_t at)
{
    size_t end = at;
    uint32_t c = at < s.len ? utf8_next(s, &end) : ' ';
    return (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E) ? end : at;
}

/* "1/2", but not "24/7", nor what dates and pairs of doses look like: "5/10", "1/2/2024". */
static size_t fraction_figures_end(struct str s, size_t at)
{
    struct str rest = str_part(s, at + 1, s.len);
    size_t sign = str_starts(rest, STR("\u2044")) ? STR("\u2044").len : char_at(rest, 0) == '/';
    char above = char_at(s, at), below = char_at(rest, sign), behind = char_at(rest, sign + 1);
    bool usual = below == '2' || below == '3' || below == '4' || below == '8';
    bool goes_on = ascii_is_digit(behind) || behind == '/' || parts_digits(rest, sign + 1);
    return sign && usual && above >= '1' && above < below && !goes_on ? at + 2 + sign : at;
}

size_t fraction_end(struct str s, size_t at)
{
    size_t whole = digits_end(s, at);
    size_t part = whole + (whole > at && char_at(s, whole) == ' ');
    size_t end = fraction_sign_end(s, part);
    if (end == part && part > whole)
        end = fraction_figures_end(s, part);
    return end > part ? end : fraction_figures_end(s, at);
}

/* ---- Its decimals ---- */

enum { FEW = 2, MANY = 4 }; /* decimals that may have been meant for thousands */

/* Whether the mark before the last digits, the only one of its kind, is a decimal point. */
static bool is_point(struct str number, size_t mark, bool english)
{
    size_t decimals = number.len - mark - 1;
    bool small = mark == 0 || (mark == 1 && number.ptr[0] == '0');
    bool comma = number.ptr[mark] == ',';
    if (small)
        return true;
    if (english && comma)
        return decimals < FEW;
    return decimals != GROUP && (decimals < MANY || english);
}

void part_number(struct dose *dose, bool english)
{
    struct str number = dose->number;
    size_t first = number.len, last = number.len;
    for (size_t i = 0; i < number.len; i++)
        if (number.ptr[i] == '.' || number.ptr[i] == ',') {
            first = first < i ? first : i;
            last = i;
        }
    dose->whole = number;
    if (first == number.len)
        return;
    dose->naked = first == 0;
    bool point = first == last ? is_point(number, last, english)
                               : number.ptr[first] != number.ptr[last];
    if (point) {
        dose->whole = str_part(number, 0, last);
        dose->decimals = str_part(number, last + 1, number.len);
    }
}
