/*
 * Dates of CSL: lists of numbers, words, or a text of EDTF.  Numbers win over words, as they are
 * what the exporter understood of them.
 */
#include "base/ascii.h"
#include "read/csl_parts.h"
#include "read/csl_text.h"
#include "read/date_words.h"
#include "read/text_check.h"

/* ---- Reporting ---- */

/* The value as it stands in the file, on one line and without spaces inside its brackets. */
static struct str on_one_line(struct arena *arena, struct str written)
{
    struct builder b = {.arena = arena};
    struct str text = text_excerpt(arena, written);
    for (size_t i = 0; i < text.len; i++) {
        bool inner = text.ptr[i] == ' '
                  && (char_at(text, i - 1) == '[' || char_at(text, i + 1) == ']'
                      || char_at(text, i + 1) == '[');
        if (!inner || char_at(text, i - 1) == ',')
            builder_char(&b, text.ptr[i]);
    }
    return builder_str(&b);
}

static void bad_date(struct reader *r, const struct json *value)
{
    struct str written = str_part(r->source->text, value->span.off, value->span.len);
    if (value->kind == JSON_STRING)
        written = value->string;
    diag_add(r->diags, DIAG_BAD_DATE, place_whole(r, value), on_one_line(r->arena, written),
             STR("in a reference write it like {\"date-parts\": [[2019, 5, 1]]} or \"2019\""));
}

/* ---- Numbers ---- */

/* A whole number of at most four digits, given as a number or as a text, or 0 for an empty one;
 * else -1. */
static int part_value(const struct json *part)
{
    struct str digits = str_trim(part->string);
    int value = digits.len <= 4 ? 0 : -1;
    if (json_is_empty(part))
        return 0;
    if (part->kind != JSON_NUMBER && part->kind != JSON_STRING)
        return -1;
    for (size_t i = 0; i < digits.len && value >= 0; i++)
        value = ascii_is_digit(digits.ptr[i]) ? value * 10 + (digits.ptr[i] - '0') : -1;
    return value;
}

/* [year, month, day] */
static bool one_date(const struct json *list, struct cited_date *date)
{
    int parts[3] = {0, 0, 0}, i = 0;
    if (list->kind != JSON_LIST || list->count > 3)
        return false;
    for (const struct json *part = list->first; part; part = part->next) {
        parts[i] = part_value(part);
        if (parts[i++] < 0)
            return false;
    }
    return date_of_parts(parts, date);
}

/* [[year, month, day]], or two of them. */
static void date_parts_read(struct reader *r, const struct json *value, void *to)
{
    struct cited_date *date = to, end = {.circa = false};
    if (!list_check(r, value, "a list like [[2017, 5, 1]]", 0, 2) || !value->count)
        return;
    const struct json *second = value->first->next;
    bool range = second && !json_is_empty(second);
    if (!one_date(value->first, date) || (range && !one_date(second, &end)))
        bad_date(r, value);
    date->to = end.from;
}

/* ---- Words ---- */

/* Whether there is more than the figures and signs of a date that does not exist. */
static bool has_words(struct str text)
{
    const struct str signs = STR("0123456789 -/.,");
    for (size_t i = 0; i < text.len; i++)
        if (str_find(signs, text.ptr[i]) == signs.len)
            return true;
    return false;
}

/* Words that are not understood are printed as they stand, but figures must be a date, and so must
 * a month with a day and a year: no "June 31, 2017". */
static void date_words_read(struct reader *r, const struct json *value, void *to)
{
    struct cited_date *date = to;
    struct str text = {0};
    csl_number_read(r, value, &text);
    if (!text.len || date_of_words(text, date))
        return;
    if (has_words(text) && !words_are_a_day(text))
        date->words = text;
    else
        bad_date(r, value);
}

/* ---- The whole ---- */

struct csl_date {
    struct cited_date numbers, raw, literal;
    enum season season;
    bool circa;
};

/* 1 to 4, or a word. */
static void season_read(struct reader *r, const struct json *value, void *to)
{
    struct cited_date date = {.circa = false};
    struct str text = {0};
    csl_number_read(r, value, &text);
    if (text.len == 1 && text.ptr[0] >= '1' && text.ptr[0] <= '4')
        *(enum season *)to = (enum season)(text.ptr[0] - '0');
    else if (season_of_word(text, &date.season))
        *(enum season *)to = date.season;
}

static void circa_read(struct reader *r, const struct json *value, void *to)
{
    bool none = value->kind == JSON_BOOL ? !value->boolean
              : str_equal(value->string, STR("false")) || str_equal(value->string, STR("0"));
    (void)r;
    *(bool *)to = !none;
}

static struct cited_date merged(const struct csl_date *csl)
{
    struct cited_date date = csl->numbers.from.year ? csl->numbers
                           : !cited_date_is_absent(&csl->literal) ? csl->literal : csl->raw;
    date.circa = date.circa || csl->circa;
    if (!date.from.month && csl->season)
        date.season = csl->season;
    return date;
}

void csl_date_read(struct reader *r, const struct json *value, void *to)
{
#define AT(member) offsetof(struct csl_date, member)
    static const struct field fields[] = {
        {"date-parts", date_parts_read, AT(numbers), NULL},
        {"raw", date_words_read, AT(raw), NULL},
        {"edtf", date_words_read, AT(raw), NULL},
        {"literal", date_words_read, AT(literal), NULL},
        {"season", season_read, AT(season), NULL},
        {"circa", circa_read, AT(circa), NULL},
    };
#undef AT
    static const struct shape shape = {"a date", fields, FIELD_COUNT(fields), NULL,
                                       .foreign = csl_foreign};
    struct csl_date csl = {.circa = false};
    if (value->kind == JSON_STRING || value->kind == JSON_NUMBER)
        date_words_read(r, value, &csl.raw);
    else
        object_read(r, value, &shape, &csl);
    *(struct cited_date *)to = merged(&csl);
}
