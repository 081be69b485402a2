/*
 * See encoding_guess.h.  A byte over 0x7F is a different character in each encoding, but its place
 * tells which: 0x8E within a small word is the "é" of a Mac, hardly the "Ž" of Windows; a quote
 * opens before a word, and no box is drawn in a sentence.  Each encoding gets points for what its
 * characters would be good for where the bytes stand, and the best is named.
 *
 * The characters themselves are not needed, only their kinds, one letter for each of 0x80 to 0xFF:
 *     a  small letter         A  capital letter      (  what opens: “ ‘ « ¿      )  what closes
 *     '  apostrophe           -  dash                .  other signs of texts: ° ½ ® •
 *     _  no-break space       #  what texts hardly have: boxes
 */
#include "read/encoding_guess.h"

#include "base/ascii.h"

static const struct encoding {
    const char *name, *iconv;
    int doubt; /* points less than for what is met every day */
    const char *kinds;
} encodings[] = {
    {"Windows-1252", "WINDOWS-1252", 0,
     ".#(#(...#.A(A#A##('().--#.a)a#aA_(..#.#.#..(##.#....'.#.#..)...("
     "AAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaa"},
    {"Mac Roman", "MACINTOSH", 0,
     "AAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaa......#a...'#.AA#.....###a#..Aaa"
     "((###.#()._AAAAa--()('.#aA..()aa..((.AAAAAAAAAAA#AAAA###########"},
    {"an old DOS code page", "CP850", 1,
     "AaaaaaaaaaaaaaAAAaAaaaaaaAAa.A.#aaaaaA..(.#..(()#####AAA.####..#"
     "######aA########aAAAA#AAA#####A#AaAAaA.aAAAAaA#'#.#.#..#.#....#_"},
};

enum { ENCODINGS = sizeof encodings / sizeof *encodings };

/* ---- A byte in its place ---- */

struct neighbours {
    char before, at, after;
    struct str behind;
};

/* A letter, or one of the bytes that may be letters. */
static bool may_be_letter(char c)
{
    return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

static bool is_nothing(char c)
{
    return !c || ascii_is_space(c);
}

/* "don’t", "it’s", "we’ll" */
static bool is_contraction(struct str behind)
{
    static const char *const ends[] = {"s", "t", "d", "m", "ll", "re", "ve"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ascii_starts(behind, ends[i]) && !may_be_letter(char_at(behind, str_of(ends[i]).len)))
            return true;
    return false;
}

enum points { BAD = -4, POOR = 1, GOOD = 2, BEST = 3 };

static enum points letter_points(char kind, struct neighbours n)
{
    bool figure = ascii_is_digit(n.before) || ascii_is_digit(n.after);
    bool small = ascii_is_lower(n.before), great = ascii_is_letter(n.before) && !small;
    if (figure)
        return BAD;
    if (kind == 'A')
        return small ? BAD : may_be_letter(n.before) || may_be_letter(n.after) ? GOOD : POOR;
    bool capitals = great && ascii_is_letter(n.after) && !ascii_is_lower(n.after);
    return capitals ? BAD : may_be_letter(n.before) || may_be_letter(n.after) ? GOOD : POOR;
}

static enum points sign_points(char kind, struct neighbours n)
{
    bool within = may_be_letter(n.before) && may_be_letter(n.after);
    switch (kind) {
    case '(':
        return ascii_is_alnum(n.before) || is_nothing(n.after) ? BAD : GOOD;
    case ')':
        return is_nothing(n.before) || ascii_is_alnum(n.after) ? BAD : BEST;
    case '\'':
        return is_nothing(n.before) ? BAD : is_contraction(n.behind) ? BEST : GOOD;
    case '-':
        return GOOD;
    case '.':
        return within ? BAD : GOOD;
    case '_':
        return ascii_is_digit(n.before) ? BEST : POOR;
    default:
        return BAD;
    }
}

static int points_of(const struct encoding *encoding, struct neighbours n)
{
    char kind = encoding->kinds[(unsigned char)n.at - 0x80];
    bool letter = kind == 'a' || kind == 'A';
    return (int)(letter ? letter_points(kind, n) : sign_points(kind, n));
}

/* ---- The whole ---- */

/* What the bytes that are no UTF-8 tell. */
struct evidence {
    int points[ENCODINGS];
    bool beyond_latin; /* some that Latin-1 has no character for */
    bool neither;      /* whole words of them: another alphabet */
};

static void take_byte(struct evidence *e, struct str bytes, size_t at)
{
    struct neighbours n = {at ? bytes.ptr[at - 1] : '\0', bytes.ptr[at], char_at(bytes, at + 1),
                           str_part(bytes, at + 1, bytes.len)};
    e->beyond_latin = e->beyond_latin || (unsigned char)n.at < 0xA0;
    for (size_t i = 0; i < ENCODINGS; i++)
        e->points[i] += points_of(&encodings[i], n);
}

static struct evidence evidence_of(struct str bytes)
{
    enum { WORD = 4 }; /* bytes in a row that Western words do not have beyond ASCII */
    struct evidence e = {.neither = false};
    size_t row = 0;
    for (size_t i = 0; i < ENCODINGS; i++)
        e.points[i] = -encodings[i].doubt;
    for (size_t at = 0; at < bytes.len;) {
        size_t from = at;
        bool bad = utf8_next(bytes, &at) == UTF8_BAD;
        bool pair = bad || at - from == 2; /* some pairs of such bytes look like UTF-8 */
        row = pair ? row + at - from : 0;
        e.neither = e.neither || (bad && row >= WORD);
        if (bad)
            take_byte(&e, bytes, from);
    }
    return e;
}

static void add_encoding(struct builder *hint, const char *name, const char *iconv)
{
    builder_printf(hint, "%s: iconv -f %s -t UTF-8", name, iconv);
}

struct str encoding_hint(struct arena *arena, struct str bytes)
{
    struct evidence e = evidence_of(bytes);
    struct builder hint = {.arena = arena};
    int best = 0, named = 0;
    for (size_t i = 0; i < ENCODINGS; i++)
        best = e.points[i] > best ? e.points[i] : best;
    if (e.neither || best <= 0)
        return STR("save the file as UTF-8 in the program that wrote it");
    builder_add(&hint, STR("save the file as UTF-8; it looks like "));
    for (size_t i = 0; i < ENCODINGS; i++) {
        bool latin = i == 0 && !e.beyond_latin; /* where it is the same as Windows-1252 */
        if (e.points[i] < best)
            continue;
        builder_add(&hint, named++ ? STR("; or like ") : STR(""));
        add_encoding(&hint, latin ? "Latin-1" : encodings[i].name,
                     latin ? "LATIN1" : encodings[i].iconv);
    }
    return builder_str(&hint);
}
