/*
 * See date_words.h.  A date is cut into figures and words; each word must be known, and what is
 * left must be one year and at most one month and one day, or two of what differs between the ends
 * of a range: "Jul-Aug 2019".  English only: other languages' months are printed as they stand.
 */
#include "read/date_words.h"

#include "base/ascii.h"
#include "read/values.h"

#include <string.h>

/* ---- Numbers ---- */

bool date_of_parts(const int parts[3], struct cited_date *date)
{
    int year = parts[0], month = parts[1], day = parts[2];
    bool season = month >= 13 && month <= 24;
    if (season) { /* 13 to 16 of old, 21 to 24 of EDTF; the day of a season says nothing */
        date->season = (enum season)(SEASON_SPRING + (month - 13) % 4);
        month = day = 0;
    }
    if ((day && !month) || !date_exists(year, month ? month : 1, day ? day : 1))
        return false;
    date->from = (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
    return true;
}

/* ---- Words ---- */

enum { PARTS_MAX = 3 };

/* What a single date, or one with a range in it, is made of. */
struct parts {
    int number[PARTS_MAX];
    size_t digits[PARTS_MAX]; /* of each number */
    int count, month, last_month; /* the months are 0 where there is none */
    enum season season;
    char separator; /* behind the first number */
};

/* Whether word is the beginning of a name, three letters or more of it: "Sept" of "september". */
static bool shortens(struct str word, const char *name)
{
    if (word.len < 3)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (!name[i] || ascii_lower(word.ptr[i]) != name[i])
            return false;
    return true;
}

static int month_of(struct str word)
{
    static const char *const months[] = {"january", "february", "march", "april", "may", "june",
                                         "july", "august", "september", "october", "november",
                                         "december"};
    for (int i = 0; i < 12; i++)
        if (shortens(word, months[i]))
            return i + 1;
    return 0;
}

bool season_of_word(struct str word, enum season *season)
{
    static const struct {
        const char *name;
        enum season season;
    } seasons[] = {{"spring", SEASON_SPRING}, {"summer", SEASON_SUMMER}, {"autumn", SEASON_AUTUMN},
                   {"fall", SEASON_FALL},     {"winter", SEASON_WINTER}};
    *season = SEASON_NONE;
    for (size_t i = 0; i < sizeof seasons / sizeof *seasons; i++)
        if (word.len > 3 && shortens(word, seasons[i].name))
            *season = seasons[i].season;
    return *season != SEASON_NONE;
}

/* "1st of May", "Monday": what says nothing of the date. */
static bool is_filler(struct str word)
{
    static const char *const fillers[] = {"st", "nd", "rd", "th", "of", "the"};
    static const char *const weekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday",
                                           "saturday", "sunday"};
    bool filler = false;
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
        filler = filler || str_equal(word, str_of(fillers[i]));
    for (size_t i = 0; i < sizeof weekdays / sizeof *weekdays; i++)
        filler = filler || shortens(word, weekdays[i]);
    return filler;
}

static bool take_word(struct parts *p, struct str word)
{
    int month = month_of(word);
    enum season season;
    season_of_word(word, &season);
    bool second = month && p->month && !p->last_month;
    if ((month || season) && !second && (p->month || p->season))
        return false;
    if (second)
        p->last_month = month;
    else if (month)
        p->month = month;
    p->season = season ? season : p->season;
    return month || season || is_filler(word);
}

static bool take_number(struct parts *p, struct str digits)
{
    if (p->count == PARTS_MAX || digits.len > 8)
        return false;
    for (size_t i = 0; i < digits.len; i++)
        p->number[p->count] = p->number[p->count] * 10 + (digits.ptr[i] - '0');
    p->digits[p->count++] = digits.len;
    return true;
}

static size_t run_length(struct str text, size_t at, bool (*kind)(char c))
{
    size_t end = at;
    while (end < text.len && kind(text.ptr[end]))
        end++;
    return end - at;
}

/* Bytes of what stands between the parts of a date, or 0. */
static size_t separator_length(struct str text, size_t at)
{
    struct str rest = str_part(text, at, text.len);
    if (str_starts(rest, STR("–")) || str_starts(rest, STR("—")))
        return STR("–").len;
    return str_find(STR(" -/.,"), rest.ptr[0]) < 5;
}

/* @return false if there is anything that no date has. */
static bool cut_date(struct str text, struct parts *p)
{
    for (size_t at = 0; at < text.len;) {
        size_t digits = run_length(text, at, ascii_is_digit);
        size_t letters = run_length(text, at, ascii_is_letter);
        size_t between = digits || letters ? 0 : separator_length(text, at);
        bool good = between > 0;
        if (digits)
            good = take_number(p, str_part(text, at, digits));
        else if (letters)
            good = take_word(p, str_part(text, at, letters));
        if (!good)
            return false;
        at += digits + letters + between;
        if (digits && p->count == 1)
            p->separator = char_at(text, at);
    }
    return p->count > 0;
}

/* ---- One date ---- */

/* The index of the one number of four digits, or -1. */
static int year_at(const struct parts *p)
{
    int year = -1;
    for (int i = 0; i < p->count; i++) {
        if (p->digits[i] == 4 && year >= 0)
            return -1;
        year = p->digits[i] == 4 ? i : year;
    }
    return year;
}

/* "2019/05/01", "05/2019"; "1.5.2019" has the day first, "5/6/2019" nobody knows which. */
static bool all_numbers(const struct parts *p, int year, struct cited_date *date)
{
    const int *n = p->number;
    if (year == 0) /* of a season there is no day: 2019-13-05 is nothing */
        return (p->count < 3 || n[1] <= 12) && date_of_parts(n, date);
    if (year != p->count - 1)
        return false;
    if (p->count == 2)
        return date_of_parts((const int[]){n[1], n[0], 0}, date);
    if (p->separator == '.' || n[0] > 12)
        return date_of_parts((const int[]){n[2], n[1], n[0]}, date);
    if (n[1] > 12)
        return date_of_parts((const int[]){n[2], n[0], n[1]}, date);
    return date_of_parts((const int[]){n[2], 0, 0}, date);
}

/* "Jul-Aug 2019", "May 1-3, 2019", "May 30-June 2, 2019", "Dec 2019-Jan 2020" */
static bool range_within(const struct parts *p, struct cited_date *date)
{
    int years[PARTS_MAX] = {0}, days[PARTS_MAX] = {0}, year_count = 0, day_count = 0;
    for (int i = 0; i < p->count; i++)
        if (p->digits[i] == 4)
            years[year_count++] = p->number[i];
        else
            days[day_count++] = p->number[i];
    bool months = p->last_month != 0;
    bool good = (year_count == 1 && (day_count == 2 || (months && !day_count)))
             || (year_count == 2 && months && !day_count);
    int year = years[year_count == 2], month = months ? p->last_month : p->month;
    struct cited_date end = {.circa = false};
    good = good && date_of_parts((const int[]){years[0], p->month, days[0]}, date)
        && date_of_parts((const int[]){year, month, days[1]}, &end);
    date->to = end.from;
    return good && (years[0] * 12 + p->month) * 31 + days[0] < (year * 12 + month) * 31 + days[1];
}

static bool single(struct str text, struct cited_date *date)
{
    struct parts p = {.count = 0};
    if (char_at(text, 0) == '-' || !cut_date(text, &p)) /* "-0044" is no year 44 of ours */
        return false;
    if (p.last_month || (p.count == PARTS_MAX && p.month))
        return range_within(&p, date);
    if (p.count == 1 && p.digits[0] == 8 && !p.month && !p.season) {
        int n = p.number[0];
        return date_of_parts((const int[]){n / 10000, n / 100 % 100, n % 100}, date);
    }
    int year = year_at(&p);
    if (year < 0)
        return false;
    date->season = p.season;
    if (!p.month && !p.season)
        return all_numbers(&p, year, date);
    int day = p.count == 2 ? p.number[1 - year] : 0;
    bool good = p.count == 1 || (p.count == 2 && p.month);
    return good && date_of_parts((const int[]){p.number[year], p.month, day}, date);
}

/* ---- About, from and to ---- */

static bool drop_start(struct str *text, const char *start)
{
    if (!ascii_starts(*text, start))
        return false;
    *text = str_trim(str_part(*text, strlen(start), text->len));
    return true;
}

static bool drop_circa(struct str *text)
{
    bool circa = drop_start(text, "circa ") || drop_start(text, "ca.") || drop_start(text, "ca ")
              || drop_start(text, "c.") || drop_start(text, "c ") || drop_start(text, "~");
    if (text->len > 4 && (str_ends(*text, STR("?")) || str_ends(*text, STR("~")))) {
        text->len--;
        circa = true;
    }
    return circa;
}

/* "2019-05-01T10:00:00Z" */
static struct str without_time(struct str text)
{
    char behind = char_at(text, 10);
    bool day = text.len > 11 && text.ptr[4] == '-' && text.ptr[7] == '-';
    bool time = (behind == 'T' || behind == ' ') && ascii_is_digit(text.ptr[11]);
    return day && time ? str_part(text, 0, 10) : text;
}

/* 1999 of "1998-99" and "1998/99"; 0 of "2010-11", which is a month, and of other texts. */
static int short_range_end(struct str text)
{
    enum { LONGEST = 5 }; /* years: "2017-25" is a slip */
    bool digits = text.len == 7 && run_length(text, 0, ascii_is_digit) == 4
               && run_length(text, 5, ascii_is_digit) == 2;
    if (!digits || str_find(STR("-/"), text.ptr[4]) == 2)
        return 0;
    int year = 0, end = (text.ptr[5] - '0') * 10 + (text.ptr[6] - '0');
    for (size_t i = 0; i < 4; i++)
        year = year * 10 + (text.ptr[i] - '0');
    int years = end - year % 100;
    return end > 24 && years > 0 && years <= LONGEST ? year + years : 0;
}

/* "2017-2018", "2017–2018", "2019-05/2019-07": bytes before and behind the sign; false if none. */
static bool is_date_range(struct str text, size_t *from, size_t *to)
{
    *from = str_find(text, '/');
    *to = *from + 1;
    if (*from < text.len && *from >= 4 && text.len - *to >= 4)
        return str_find(str_part(text, *to, text.len), '/') == text.len - *to;
    *from = run_length(text, 0, ascii_is_digit);
    struct str rest = str_part(text, *from, text.len);
    *to = *from + (str_starts(rest, STR("–")) || str_starts(rest, STR("—")) ? 3
                   : str_starts(rest, STR("-")) ? 1 : 0);
    return *from == 4 && *to > *from && text.len == *to + 4;
}

static bool is_no_date(struct str text)
{
    return drop_start(&text, "n.d") || drop_start(&text, "no date") || drop_start(&text, "s.d")
        || drop_start(&text, "undated");
}

/* Without the signs of a catalogue: "[1995]", "c1995", "©1995". */
static struct str without_signs(struct str text)
{
    size_t sign = str_starts(text, STR("©")) ? STR("©").len : char_at(text, 0) == 'c';
    if (str_starts(text, STR("[")) && str_ends(text, STR("]")))
        text = str_part(text, 1, text.len - 2);
    else if (ascii_is_digit(char_at(text, sign)))
        text = str_part(text, sign, text.len);
    return str_trim(text);
}

bool words_are_a_day(struct str text)
{
    struct parts p = {.count = 0};
    return cut_date(without_signs(str_trim(text)), &p) && p.month && !p.last_month && !p.season
           && p.count == 2 && year_at(&p) >= 0;
}

bool date_of_words(struct str text, struct cited_date *date)
{
    struct cited_date read = {.circa = false}, end = {.circa = false};
    size_t from, to;
    text = without_signs(str_trim(text));
    if (is_no_date(text))
        return true;
    read.circa = drop_circa(&text);
    bool good;
    if (short_range_end(text)) {
        good = single(str_part(text, 0, 4), &read);
        read.to.year = (int16_t)short_range_end(text);
    } else if (is_date_range(text, &from, &to)) {
        good = single(str_part(text, 0, from), &read)
            && single(str_part(text, to, text.len), &end);
        read.to = end.from;
    } else {
        good = single(without_time(text), &read);
    }
    if (good)
        *date = read;
    return good;
}
