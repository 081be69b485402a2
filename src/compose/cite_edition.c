/*
 * Editions in citations.  See citation_parts.h.
 *
 * An edition comes as a number, an ordinal, a word or a phrase of several languages: "11",
 * "2nd rev. ed.", "8/e", "Eleventh edition".  It is cut into words; where each of them is known,
 * the style's own form is printed, and else what is given.
 */
#include "base/ascii.h"
#include "compose/citation_parts.h"
#include "compose/quotes.h"

static struct str ordinal_ending(struct str digits)
{
    char last = digits.ptr[digits.len - 1];
    bool teen = digits.len > 1 && digits.ptr[digits.len - 2] == '1';
    if (teen || last < '1' || last > '3')
        return STR("th");
    return last == '1' ? STR("st") : last == '2' ? STR("nd") : STR("rd");
}

/* The number of "eleventh" and "twenty-first"; 0 for other words. */
static int ordinal_word(struct str word)
{
    static const char *const ones[] = {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
        "seventeenth", "eighteenth", "nineteenth",
    };
    static const char *const tens[][2] = {
        {"twentieth", "twenty"}, {"thirtieth", "thirty"}, {"fortieth", "forty"},
        {"fiftieth", "fifty"}, {"sixtieth", "sixty"}, {"seventieth", "seventy"},
        {"eightieth", "eighty"}, {"ninetieth", "ninety"},
    };
    struct str ten = str_before(word, '-');
    struct str one = str_part(word, ten.len + 1, word.len);
    for (int i = 0; i < (int)(sizeof ones / sizeof *ones); i++)
        if (ascii_is_word(word, ones[i]))
            return i + 1;
    for (int i = 0; i < (int)(sizeof tens / sizeof *tens); i++)
        if (ascii_is_word(word, tens[i][0]))
            return (i + 2) * 10;
        else if (ascii_is_word(ten, tens[i][1]) && ordinal_word(one) % 10 == ordinal_word(one))
            return (i + 2) * 10 + ordinal_word(one);
    return 0;
}

/* The number of "11", "11.", "11th", "4ª", "4e" and "eleventh"; absent for other words. */
static struct str edition_number(struct arena *arena, struct str word)
{
    static const char *const endings[] = {"", ".", "st", "nd", "rd", "th", "e", "a", "o", "ª", "º"};
    size_t digits = 0;
    int ordinal = ordinal_word(word);
    while (ascii_is_digit(char_at(word, digits)))
        digits++;
    for (size_t i = 0; i < sizeof endings / sizeof *endings && digits && digits < 4; i++)
        if (ascii_is_word(str_part(word, digits, word.len), endings[i]))
            return str_part(word, 0, digits);
    return ordinal ? str_of_int(arena, ordinal) : (struct str){0};
}

/* What an edition says of itself. */
struct edition {
    struct str number;
    bool revised;
    size_t known; /* bytes before a word that says something else */
};

static bool is_edition_word(struct str word)
{
    static const char *const words[] = {"edition", "edn", "ed", "aufl", "auflage", "éd", "e", ""};
    word.len -= str_ends(word, STR("."));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ascii_is_word(word, words[i]))
            return true;
    return false;
}

static bool take_edition_word(struct arena *arena, struct edition *edition, struct str word)
{
    struct str number = edition_number(arena, word);
    bool revised = ascii_is_word(word, "revised") || ascii_is_word(word, "rev.")
                || ascii_is_word(word, "rev");
    if (number.len && edition->number.len)
        return false;
    edition->number = number.len ? number : edition->number;
    edition->revised = edition->revised || revised;
    return number.len || revised || is_edition_word(word);
}

/* "11th Edition, Revised", "8/e": blanks, commas and a slash stand between the words. */
static struct edition edition_of(struct arena *arena, struct str text)
{
    struct edition edition = {.known = 0};
    for (size_t from = 0, at = 0; at <= text.len; at++) {
        if (at < text.len && str_find(STR(" ,/"), text.ptr[at]) == 3)
            continue;
        if (!take_edition_word(arena, &edition, str_part(text, from, at - from)))
            return edition;
        from = edition.known = at + 1;
    }
    return edition;
}

/* "International" of "International edition", which the style's own word follows; absent for what
 * does not call itself an edition. */
static struct str edition_name(struct str text)
{
    static const char *const words[] = {" edition", " edn.", " edn", " ed.", " ed"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = str_of(words[i]).len, rest = text.len > length ? text.len - length : 0;
        if (rest && ascii_is_word(str_part(text, rest, length), words[i]))
            return str_trim(str_before(str_part(text, 0, rest), ','));
    }
    return (struct str){0};
}

struct str cite_edition(struct arena *arena, struct str given, bool apa)
{
    struct builder b = {.arena = arena};
    struct str text = str_trim(given);
    struct edition edition = edition_of(arena, text);
    bool other = edition.known <= text.len, numbered = !other && edition.number.len;
    bool revised = !other && edition.revised;
    if (other && !edition_name(text).len)
        return curled(arena, text);
    if (!apa && !revised && numbered && str_equal(edition.number, STR("1")))
        return (struct str){0};
    if (other)
        builder_add(&b, curled(arena, edition_name(text)));
    else if (numbered)
        cite_wrap(&b, STR(""), edition.number, ordinal_ending(edition.number));
    cite_join(&b, STR(" "), !revised ? STR("") : numbered ? STR("rev.") : STR("Rev."));
    cite_wrap(&b, STR(""), b.len ? STR(" ed.") : STR(""), STR(""));
    return apa ? builder_str(&b) : cite_without_periods(arena, builder_str(&b));
}
