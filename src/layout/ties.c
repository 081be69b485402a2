/*
 * Ties: what a careful typesetter never parts, though Unicode's rules would.
 *
 * The text is looked at as tokens between single spaces.  Between two tokens the tie depends on
 * both and on the one before; inside a token on the letters at both sides of its hyphen, dash or
 * slash.  No list of units is needed: a number is tied to the word behind it, whatever it counts.
 */
#include "base/ascii.h"
#include "base/unicode.h"
#include "layout/break.h"

/* NUL if there is none. */
static uint32_t first_character(struct str token)
{
    size_t at = 0;
    return token.len ? utf8_next(token, &at) : 0;
}

static uint32_t last_character(struct str token)
{
    size_t start = token.len ? utf8_start(token, token.len - 1) : 0;
    return first_character(str_part(token, start, token.len));
}

/* As the reader counts them: a letter and its accent are one, in one piece or in two. */
static size_t characters(struct str token)
{
    size_t count = 0;
    for (size_t at = 0; at < token.len;)
        count += !unicode_is_mark(utf8_next(token, &at));
    return count;
}

/* Of names: a capital, or a letter of a script that has none. */
static bool starts_name(struct str token)
{
    enum unicode_category category = unicode_category(first_character(token));
    return category == UNICODE_LU || category == UNICODE_LO;
}

/* "mg", "%", "€": what follows a number that counts it. */
static bool starts_unit(struct str token)
{
    uint32_t c = first_character(token);
    enum line_class class = unicode_line_class(c);
    return unicode_is_letter(c) || class == LINE_PO || class == LINE_PR;
}

/* Behind the end of a sentence or clause nothing belongs to what stands before it. */
static bool ends_clause(struct str token)
{
    static const struct str marks = {".,;:", 4};
    return token.len && str_find(marks, token.ptr[token.len - 1]) < marks.len;
}

/* "15", "5–15", "(509)", "1,000", "0.5", "+1": digits and what stands between them. */
static bool is_figure(struct str token)
{
    bool digit = false;
    if (token.len && ascii_is_letter(token.ptr[0])) /* most tokens */
        return false;
    for (size_t at = 0; at < token.len;) {
        uint32_t c = utf8_next(token, &at);
        digit = digit || unicode_category(c) == UNICODE_ND;
        if (unicode_is_letter(c))
            return false;
    }
    return digit && !ends_clause(token);
}

#define WORD(literal) {literal, sizeof literal - 1}

/* Words that are nothing without what follows: titles, and names of numbered things. */
static bool leads(struct str token)
{
    static const struct str words[] = {
        WORD("Dr."), WORD("Mr."), WORD("Mrs."), WORD("Ms."), WORD("Prof."), WORD("St."),
        WORD("No."), WORD("no."), WORD("p."), WORD("pp."), WORD("Vol."), WORD("vol."),
        WORD("Fig."), WORD("fig."), WORD("ca."), WORD("vs."), WORD("Figure"), WORD("Table"),
        WORD("Step"), WORD("Page"), WORD("Phone"), WORD("Fax"), WORD("Suite"), WORD("about"),
        WORD("Dra."), WORD("Dr.a"), WORD("Sr."), WORD("Sra."), WORD("Mme"), WORD("BS."),
        WORD("д-р"), WORD("Д-р"), WORD("№"), WORD("n.º"), WORD("©"),
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal(token, words[i]))
            return true;
    return false;
}

/* What kind of firm a name is of: it stands behind the name, and alone on a line says nothing. */
static bool ends_firm(struct str token)
{
    static const struct str words[] = {
        WORD("PLLC"), WORD("LLC"), WORD("LLP"), WORD("PC"), WORD("P.C."), WORD("P.S."),
        WORD("Inc"), WORD("Inc."), WORD("Ltd"), WORD("Ltd."), WORD("GmbH"), WORD("S.L."),
    };
    if (!ascii_is_upper(token.ptr[0])) /* most words: then none is compared */
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(token, words[i]) &&
            (token.len == words[i].len || (token.len == words[i].len + 1 && ends_clause(token))))
            return true;
    return false;
}
#undef WORD

static bool ends_letter(struct str token)
{
    uint32_t c = last_character(token);
    return unicode_is_letter(c) || unicode_is_mark(c);
}

/* "MH," "D." and the like: initials behind a name, and the letter of a vitamin. */
static bool is_initials_token(struct str token)
{
    size_t capitals = 0;
    while (capitals < token.len && ascii_is_upper(token.ptr[capitals]))
        capitals++;
    return (capitals == 1 || capitals == 2) && capitals < token.len &&
           (token.ptr[capitals] == '.' || token.ptr[capitals] == ',');
}

/* A word so short that between two numbers it makes them a range: "5 to 15", "2 a 4". */
enum { JOINER_MOST = 4 };
/* A longer word behind a number may go to the next line rather than leave a hole. */
enum { UNIT_MOST = 12 };

static bool is_one_character(struct str token)
{
    size_t at = 0;
    if (token.len)
        utf8_next(token, &at);
    while (at < token.len)
        if (!unicode_is_mark(utf8_next(token, &at)))
            return false;
    return at > 0;
}

/* "à", "з", "в": Slavic and French printers do not end a line with a word of one letter. English
 * ones do, with "a" and "I". */
static bool is_preposition(struct str token)
{
    if (token.len < 2 || !is_one_character(token))
        return false;
    enum unicode_category category = unicode_category(first_character(token));
    return category == UNICODE_LL || category == UNICODE_LU;
}

/* What stands between two spaces; all zero before the text. */
struct token {
    struct str text;
    bool figure;
};

static bool is_separator(struct str token)
{
    return str_equal(token, STR("·")) || str_equal(token, STR("–")) || str_equal(token, STR("—"));
}

static bool tied(struct token before, struct token left, struct token right)
{
    bool to_number = ascii_is_digit(right.text.ptr[0]) || right.figure;
    if (is_separator(right.text))
        return true; /* it ends a line, and does not begin one */
    if ((is_initials_token(right.text) || ends_firm(right.text)) && ends_letter(left.text))
        return true;
    if (left.figure && characters(right.text) <= UNIT_MOST)
        return to_number || starts_unit(right.text);
    if (before.figure && to_number && characters(left.text) <= JOINER_MOST
        && !ends_clause(left.text))
        return true;
    if ((to_number || starts_name(right.text)) && leads(left.text))
        return true;
    return is_preposition(left.text) && !before.figure; /* "5 г": a unit */
}

/* ---- Inside a token ---- */

/* Web and mail addresses and DOIs. */
static bool is_address(struct str token)
{
    static const size_t shortest = 6; /* "a@b.cd" */
    return token.len >= shortest &&
           (str_contains(token, STR("://")) || str_contains(token, STR("@")) ||
            str_contains(token, STR("www.")) || str_contains(token, STR("doi")) ||
            (str_contains(token, STR(".")) && str_contains(token, STR("/")) && !is_figure(token)));
}

/* A part shorter than this stays with its neighbour: "L-glutamine", "NF-κB", "and/or". */
enum { PART_LEAST = 4 };

/* Whether so many letters in a row stand from byte `at` on. */
static bool starts_part(struct str token, size_t at)
{
    int letters = 0;
    while (at < token.len && letters < PART_LEAST) {
        uint32_t c = utf8_next(token, &at);
        letters += unicode_is_letter(c);
        if (!unicode_is_letter(c) && !unicode_is_mark(c))
            break;
    }
    return letters == PART_LEAST;
}

/* Whether a line may end behind c, with so many letters in a row before it. */
static bool may_part_token(struct str token, size_t behind, uint32_t c, int letters)
{
    static const uint32_t en_dash = 0x2013;
    if (c == '-' || c == '/' || c == en_dash)
        return letters >= PART_LEAST && starts_part(token, behind);
    bool counts = unicode_category(c) == UNICODE_ND; /* "2錠": two tablets */
    return !(counts && starts_unit(str_part(token, behind, token.len)));
}

/* Most words have no opportunity inside. */
static bool has_any(const bool *may, size_t count)
{
    size_t at = 0;
    while (at < count && !may[at])
        at++;
    return at < count;
}

static void part_word(struct str token, bool *may)
{
    int letters = 0; /* in a row */
    for (size_t at = 0; at < token.len;) {
        uint32_t c = utf8_next(token, &at);
        if (at < token.len && may[at - 1])
            may[at - 1] = may_part_token(token, at, c, letters);
        if (!unicode_is_mark(c))
            letters = unicode_is_letter(c) ? letters + 1 : 0;
    }
}

/* A long address without a slash must break somewhere. */
enum { ADDRESS_PART_MOST = 24 };

/*
 * Addresses break behind a slash; a part that is too long, before a mark.  Never behind a hyphen,
 * which a reader would take for the typesetter's and leave out.
 */
static void part_address(struct str token, bool *may)
{
    static const struct str marks = {"-._?=&#%~@", 10};
    size_t part = 0;
    for (size_t i = 0; i + 1 < token.len; i++) {
        char c = token.ptr[i], next = token.ptr[i + 1];
        bool slash = c == '/' && next != '/' && i > 0 && token.ptr[i - 1] != '/';
        bool mark = i + 1 - part >= ADDRESS_PART_MOST && str_find(marks, next) < marks.len;
        may[i] = slash || mark;
        if (may[i])
            part = i + 1;
    }
}

/* What has no opportunity inside gets one only if it is an address, behind a slash or where it is
 * too long. */
static void part_token(struct str token, bool *may)
{
    bool any = token.len > 1 && has_any(may, token.len - 1);
    if (!any && token.len <= ADDRESS_PART_MOST && str_find(token, '/') == token.len)
        return;
    if (is_address(token))
        part_address(token, may);
    else if (any)
        part_word(token, may);
}

/* Longer than this nothing is tied together, or a row of numbers could not be broken at all. */
enum { CHAIN_MOST = 40 };

void break_tie(struct str text, bool *may)
{
    struct token before = {0}, left = {0};
    size_t chain = 0; /* bytes since the last break between tokens */
    for (size_t start = 0; start < text.len;) {
        struct str rest = str_part(text, start, text.len);
        struct str token = str_before(rest, ' ');
        struct token right = {token, is_figure(token)};
        if (start > 0 && may[start - 1] && token.len && left.text.len)
            may[start - 1] = chain + token.len > CHAIN_MOST || !tied(before, left, right);
        chain = start > 0 && !may[start - 1] ? chain + 1 + token.len : token.len;
        part_token(token, may + start);
        before = left;
        left = right;
        start += token.len + 1;
    }
}
