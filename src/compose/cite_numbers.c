/*
 * Pages and dates in citations.  See citation_parts.h.
 *
 * Pages come as somebody typed them: "pp. 1077-83", "S12--5", "no-no".  A range is cut into
 * letters before the figures, figures, and what is behind, so that its end can be filled up.
 */
#include "base/ascii.h"
#include "compose/citation_parts.h"
#include "compose/date.h"
#include "compose/quotes.h"

/* ---- Pages ---- */

/* One end of a range. */
struct page {
    struct str before, digits, behind;
};

static struct page page_range_of(struct str text)
{
    size_t start = 0, end;
    while (start < text.len && !ascii_is_digit(text.ptr[start]))
        start++;
    for (end = start; end < text.len && ascii_is_digit(text.ptr[end]);)
        end++;
    return (struct page){str_part(text, 0, start), str_part(text, start, end - start),
                         str_part(text, end, text.len)};
}

/* "1083" of 1077 and "83"; "S15" of S12 and "5". Nothing is added to what is no later page. */
static struct str filled_up(struct arena *arena, struct str from, struct str to)
{
    struct page a = page_range_of(from), b = page_range_of(to);
    struct builder filled = {.arena = arena}, digits = filled;
    bool alike = !a.behind.len && !b.behind.len && a.digits.len && b.digits.len
              && (!b.before.len || str_equal(a.before, b.before));
    if (!alike || b.digits.len > a.digits.len)
        return to;
    builder_add(&digits, str_part(a.digits, 0, a.digits.len - b.digits.len));
    builder_add(&digits, b.digits);
    struct str all = builder_str(&digits);
    for (size_t i = 0; i < all.len && all.ptr[i] <= a.digits.ptr[i]; i++)
        if (all.ptr[i] < a.digits.ptr[i])
            return to; /* "12-5" is no range of this kind */
    builder_add(&filled, a.before);
    builder_add(&filled, all);
    return builder_str(&filled);
}

/* Bytes of the dash at `at`, however it is typed, or 0. */
static size_t dash_at(struct str text, size_t at)
{
    static const char *const dashes[] = {"-", "–", "—", "‐", "‑", "−", "‒"};
    struct str rest = str_part(text, at, text.len);
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (str_starts(rest, str_of(dashes[i])))
            return str_of(dashes[i]).len;
    return 0;
}

/* Words before the figures, such as "discussion 225-6": their bytes, with the blank. */
static size_t words_before(struct str text)
{
    size_t end = 0;
    while (ascii_is_letter(char_at(text, end)) || char_at(text, end) == ' ')
        end++;
    return end && char_at(text, end - 1) == ' ' && ascii_is_digit(char_at(text, end)) ? end : 0;
}

/* "101" of "p101": "P101" is the number of a poster. */
static struct str without_letter(struct str page)
{
    return char_at(page, 0) == 'p' && ascii_is_digit(char_at(page, 1))
         ? str_part(page, 1, page.len) : page;
}

/* One range or page; more dashes than one are a number of an article, not a range. */
static void add_range(struct builder *b, struct str text, struct str dash)
{
    size_t at = 0, width = 0, words = words_before(str_trim(text));
    text = str_trim(text);
    builder_add(b, str_part(text, 0, words));
    text = str_part(text, words, text.len);
    while (at < text.len && !(width = dash_at(text, at)))
        at++;
    struct str from = without_letter(str_trim(str_part(text, 0, at)));
    while (dash_at(text, at + width))
        width += dash_at(text, at + width);
    struct str to = without_letter(str_trim(str_part(text, at + width, text.len)));
    if (from.len && to.len)
        to = filled_up(b->arena, from, to);
    builder_add(b, from);
    if (!str_equal(from, to))
        cite_wrap(b, from.len ? dash : STR(""), to, STR(""));
}

/* What publishers write where there are no pages: "n/a", and as a range "no-no", "NP-NP". */
static bool is_no_page(struct str page)
{
    static const char *const nothing[] = {"n/a", "na", "no", "np", "n.pag", "n.p", "null", "0",
                                          "undefined", "none", "-", "–", "epub", "online",
                                          "ahead of print", "epub ahead of print", "in press",
                                          "[epub ahead of print]", "published online"};
    size_t half = 0;
    while (half < page.len && !dash_at(page, half))
        half++;
    struct str from = str_part(page, 0, half), to = str_part(page, half, page.len);
    bool doubled = to.len && str_equal(from, str_part(to, dash_at(page, half), to.len));
    page = doubled ? from : page;
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        if (ascii_is_word(page, nothing[i]))
            return true;
    return false;
}

/* "pp. 1-10." is 1-10. */
static struct str without_debris(struct str page)
{
    static const char *const words[] = {"pages ", "page ", "pp.", "pp ", "pg.", "p.", "p "};
    page = str_trim(page);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = str_of(words[i]).len;
        if (!ascii_is_word(str_part(page, 0, length), words[i]))
            continue;
        page = str_trim(str_part(page, length, page.len));
        break;
    }
    while (page.len && str_find(STR(".,;: "), page.ptr[page.len - 1]) < 5)
        page.len--;
    if (str_ends(page, STR(" p")) || str_ends(page, STR(" pp")))
        page = str_before(page, 'p');
    return is_no_page(page) ? (struct str){0} : page;
}

/* Where a list of ranges is cut, or its length: the first comma or semicolon. */
static size_t first_cut(struct str text)
{
    size_t at = 0;
    while (at < text.len && text.ptr[at] != ',' && text.ptr[at] != ';')
        at++;
    return at;
}

struct str cite_pages(struct arena *arena, const struct reference *r, struct str dash)
{
    struct builder b = {.arena = arena};
    struct str rest = without_debris(r->page);
    while (rest.len) {
        size_t end = first_cut(rest);
        add_range(&b, str_part(rest, 0, end), dash);
        if (end + 1 < rest.len) /* "A1, 4" and "A1,4" stand as they are given */
            builder_add(&b, rest.ptr[end] == ';'       ? STR("; ")
                            : rest.ptr[end + 1] == ' ' ? STR(", ")
                                                       : STR(","));
        rest = str_part(rest, end + 1, rest.len);
    }
    return builder_str(&b);
}

struct str cite_number(const struct reference *r)
{
    size_t colon = str_find(r->number, ':'); /* "arXiv:1901.00001" */
    struct str id = colon < r->number.len ? str_part(r->number, colon + 1, r->number.len)
                                          : r->number;
    return id.len && str_ends(r->doi, id) ? (struct str){0} : r->number;
}

bool cite_is_number(struct str text)
{
    bool digit = false;
    for (size_t i = 0, letters = 0; i < text.len; i++) {
        bool letter = ascii_is_letter(text.ptr[i]);
        letters = letter ? letters + 1 : 0;
        digit = digit || ascii_is_digit(text.ptr[i]);
        if (letters > 2 || (!letter && str_find(STR("0123456789-, &./"), text.ptr[i]) == 16))
            return false;
    }
    return digit;
}

bool cite_is_code(struct str text)
{
    bool digit = false;
    for (size_t i = 0; i < text.len; i++) {
        digit = digit || ascii_is_digit(text.ptr[i]);
        if (!ascii_is_alnum(text.ptr[i]))
            return false;
    }
    return digit;
}

/* ---- Dates ---- */

static struct str season_name(enum season season)
{
    static const char *const names[] = {"", "Spring", "Summer", "Autumn", "Winter", "Fall"};
    return str_of(names[season]);
}

struct str cite_year(struct arena *arena, const struct cited_date *date, struct str dash)
{
    struct builder b = {.arena = arena};
    if (date->words.len || !date->from.year)
        return date->words;
    builder_int(&b, date->from.year);
    if (date->to.year && date->to.year != date->from.year) {
        builder_add(&b, dash);
        builder_int(&b, date->to.year);
    }
    return builder_str(&b);
}

struct str cite_day(struct arena *arena, const struct cited_date *date, struct str dash)
{
    struct builder b = {.arena = arena};
    const struct date *from = &date->from, *to = &date->to;
    if (date->season)
        return season_name(date->season);
    builder_add(&b, date_month_day(arena, *from));
    if (to->year == from->year && from->month && to->month) {
        bool month = to->month == from->month && from->day && to->day;
        struct str end = month ? str_of_int(arena, to->day) : date_month_day(arena, *to);
        bool same = to->month == from->month && to->day == from->day;
        cite_wrap(&b, dash, same ? STR("") : end, STR(""));
    }
    return builder_str(&b);
}

struct str cite_date(struct arena *arena, const struct cited_date *date, struct str dash)
{
    struct builder b = {.arena = arena};
    struct str day = cite_day(arena, date, dash), year = cite_year(arena, date, dash);
    bool years = date->to.year && date->to.year != date->from.year;
    if (date->words.len || years || !day.len)
        return year;
    builder_add(&b, day);
    builder_add(&b, date->from.day ? STR(", ") : STR(" "));
    builder_add(&b, year);
    return builder_str(&b);
}
