/*
 * Ties: what a careful typesetter never parts, though Unicode's rules would.
 *
 * The text is looked at as tokens between single spaces.  Between two tokens the tie depends on
 * both and on the one before; inside a token on the letters at both sides of its hyphen, dash or
 * slash.  No list of units is needed: a number is tied to the word behind it, whatever it counts.
 */
#include "base/ascii.h"
#include "layout/break.h"

static bool is_letter(char c)
{
    /* Bytes of other scripts count as letters; the dashes and quotes among them do no harm. */
    return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

/* As the reader counts them: a letter and its accent are one, in one piece or in two. */
static size_t characters(struct str token)
{
    size_t count = 0;
    for (size_t at = 0; at < token.len;) {
        uint32_t c = utf8_next(token, &at);
        count += c < 0x300 || c > 0x36F;
    }
    return count;
}

/* Of the scripts that our faces have; dashes, quotes and the like come later. */
static bool is_foreign_letter(struct str token)
{
    size_t at = 0;
    uint32_t c = token.len ? utf8_next(token, &at) : 0;
    return c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7;
}

/* Behind the end of a sentence or clause nothing belongs to what stands before it. */
static bool ends_clause(struct str token)
{
    static const struct str marks = {".,;:", 4};
    return token.len && str_find(marks, token.ptr[token.len - 1]) < marks.len;
}

/* "15", "5–15", "(509)", "1,000", "0.5", "+1": digits and what stands between them. */
static bool is_number(struct str token)
{
    bool digit = false;
    for (size_t i = 0; i < token.len; i++) {
        char c = token.ptr[i];
        digit = digit || ascii_is_digit(c);
        if (is_letter(c) && (unsigned char)c < 0x80)
            return false;
    }
    return digit && !ends_clause(token);
}

/* Words that are nothing without what follows: titles, and names of numbered things. */
static bool leads(struct str token)
{
#define WORD(literal) {literal, sizeof literal - 1}
    static const struct str words[] = {
        WORD("Dr."), WORD("Mr."), WORD("Mrs."), WORD("Ms."), WORD("Prof."), WORD("St."),
        WORD("No."), WORD("no."), WORD("p."), WORD("pp."), WORD("Vol."), WORD("vol."),
        WORD("Fig."), WORD("fig."), WORD("ca."), WORD("vs."), WORD("Figure"), WORD("Table"),
        WORD("Step"), WORD("Page"), WORD("Phone"), WORD("Fax"), WORD("Suite"), WORD("about"),
        WORD("Dra."), WORD("Dr.a"), WORD("Sr."), WORD("Sra."), WORD("Mme"), WORD("BS."),
        WORD("д-р"),
        WORD("Д-р"), WORD("№"), WORD("n.º"),
    };
#undef WORD
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal(token, words[i]))
            return true;
    return false;
}

/* "MH," "D." and the like: initials behind a name, and the letter of a vitamin. */
static bool is_initials(struct str token)
{
    size_t capitals = 0;
    while (capitals < token.len && token.ptr[capitals] >= 'A' && token.ptr[capitals] <= 'Z')
        capitals++;
    return (capitals == 1 || capitals == 2) && capitals < token.len &&
           (token.ptr[capitals] == '.' || token.ptr[capitals] == ',');
}

/* A word so short that between two numbers it makes them a range: "5 to 15", "2 a 4". */
enum { JOINER_MOST = 4 };
/* A longer word behind a number may go to the next line rather than leave a hole. */
enum { UNIT_MOST = 12 };

/* "à", "з", "в": Slavic and French printers do not end a line with a word of one letter. */
static bool is_preposition(struct str token)
{
    bool accented = token.len > 1 && is_letter(token.ptr[0]) && (unsigned char)token.ptr[0] < 0x80;
    return characters(token) == 1 && (accented || is_foreign_letter(token));
}

static bool tied(struct str before, struct str left, struct str right)
{
    bool to_number = right.len && (ascii_is_digit(right.ptr[0]) || is_number(right));
    if (str_equal(right, STR("·")) || str_equal(right, STR("–")) || str_equal(right, STR("—")))
        return true; /* a separator ends a line, it does not begin one */
    if (is_initials(right) && left.len && is_letter(left.ptr[left.len - 1]))
        return true;
    if (is_number(left) && characters(right) <= UNIT_MOST)
        return to_number || is_letter(right.ptr[0]) || right.ptr[0] == '%';
    if (is_number(before) && characters(left) <= JOINER_MOST && !ends_clause(left) && to_number)
        return true;
    if (leads(left))
        return to_number || is_foreign_letter(right) ||
               (right.len && right.ptr[0] >= 'A' && right.ptr[0] <= 'Z');
    return is_preposition(left) && !is_number(before); /* "5 г": a unit */
}

/* ---- Inside a token ---- */

/* Web and mail addresses and DOIs. */
static bool is_address(struct str token)
{
    static const size_t shortest = 6; /* "a@b.cd" */
    return token.len >= shortest &&
           (str_contains(token, STR("://")) || str_contains(token, STR("@")) ||
            str_contains(token, STR("www.")) || str_contains(token, STR("doi")) ||
            (str_contains(token, STR(".")) && str_contains(token, STR("/")) && !is_number(token)));
}

/* Not so the further bytes of a letter, and the accents U+0300 to U+036F. */
static bool starts_letter(unsigned char byte)
{
    return (byte & 0xC0) != 0x80 && byte != 0xCC && byte != 0xCD;
}

/* How many letters in a row stand before byte i (step -1) or from it on (step 1). */
static int letters(struct str token, size_t i, int step)
{
    int count = 0;
    while (i < token.len && is_letter(token.ptr[i])) {
        count += starts_letter((unsigned char)token.ptr[i]);
        i += (size_t)step; /* wraps below 0 and so ends the loop */
    }
    return count;
}

/* A part shorter than this stays with its neighbour: "L-glutamine", "NF-κB", "and/or". */
enum { PART_LEAST = 4 };

/* Whether a line may end behind the character that ends at byte i of the token. */
static bool may_part(struct str token, size_t i)
{
    static const struct str en_dash = {"–", 3};
    bool dash = i >= 2 && str_equal(str_part(token, i - 2, 3), en_dash);
    size_t size = dash ? 3 : 1;
    char c = token.ptr[i];
    if (!dash && c != '-' && c != '/')
        return true;
    return i + 1 > size && letters(token, i - size, -1) >= PART_LEAST &&
           letters(token, i + 1, 1) >= PART_LEAST;
}

static void part_word(struct str token, bool *may)
{
    for (size_t i = 0; i + 1 < token.len; i++)
        if (may[i])
            may[i] = may_part(token, i);
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

/* Longer than this nothing is tied together, or a row of numbers could not be broken at all. */
enum { CHAIN_MOST = 40 };

void break_tie(struct str text, bool *may)
{
    struct str before = {0}, left = {0};
    size_t chain = 0; /* bytes since the last break between tokens */
    for (size_t start = 0; start < text.len;) {
        struct str rest = str_part(text, start, text.len);
        struct str token = str_before(rest, ' ');
        if (start > 0 && may[start - 1] && token.len && left.len)
            may[start - 1] = chain + token.len > CHAIN_MOST || !tied(before, left, token);
        chain = start > 0 && !may[start - 1] ? chain + 1 + token.len : token.len;
        if (is_address(token))
            part_address(token, may + start);
        else
            part_word(token, may + start);
        before = left;
        left = token;
        start += token.len + 1;
    }
}
