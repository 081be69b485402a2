/*
 * See syllables.h.  A part of a word becomes LETTERS, and of each vowel among them it is asked
 * whether it is the nucleus of a syllable.  What decides are the rows of the language:
 * syllables.def has those of English, syllables_es.def those of Spanish.
 */
#include "prose/syllables.h"

#include "base/ascii.h"
#include "prose/letters.h"
#include "prose/lexicon.h"

#include <string.h>

/* ---- Letters ---- */

enum { LETTERS_MOST = 62 }; /* what a longer word has more is not looked at */

/*
 * A part of a word in small letters, with "^" before it and "$" and a NUL behind.  A vowel with an
 * accent is a capital without it: it is read, whatever stands beside it.
 */
struct letters {
    char at[LETTERS_MOST + 3];
    size_t end;      /* of the "$" */
    size_t capitals; /* as written */
};

static bool is_vowel(char c)
{
    return c && strchr("aeiouyAEIOUY", c);
}

static bool is_consonant(char c)
{
    return c >= 'a' && c <= 'z' && !is_vowel(c);
}

/* An accent that stands behind its letter, as some programs write it. */
static bool is_accent(uint32_t c)
{
    return c >= 0x300 && c <= 0x36F;
}

static void add_letter(struct letters *letters, char c)
{
    if (letters->end <= LETTERS_MOST)
        letters->at[letters->end++] = c;
}

/* Letters from *at on, which moves behind them. */
static void read_letters(struct letters *letters, struct str word, size_t *at)
{
    *letters = (struct letters){.at = "^", .end = 1};
    while (*at < word.len) {
        size_t next = *at;
        uint32_t c = utf8_next(word, &next);
        char letter = latin_letter(c), *last = &letters->at[letters->end - 1];
        if (letter) {
            letters->capitals += c >= 'A' && c <= 'Z';
            add_letter(letters, letter);
        } else if (is_accent(c)) {
            *last = is_vowel(*last) ? (char)(*last & ~0x20) : *last;
        } else {
            break;
        }
        *at = next;
    }
    letters->at[letters->end] = '$';
}

static struct str letters_str(const struct letters *letters)
{
    return (struct str){letters->at + 1, letters->end - 1};
}

/* ---- Rows ---- */

/* Whether a letter is what a row asks for: one of a kind, or that letter. */
static bool matches_letter(char letter, char pattern)
{
    if (ascii_is_letter(pattern)) /* most are */
        return letter == pattern;
    switch (pattern) {
    case '-':
        return is_consonant(letter);
    case '+':
        return is_vowel(letter);
    case '/':
        return is_vowel(letter) && ascii_lower(letter) != letter;
    case '!':
        return letter && strchr("aeoAEO", letter);
    case '=':
        return letter && strchr("bcfghkmpw", letter);
    default:
        return letter == pattern;
    }
}

static bool fits_before(const char *at, size_t from, const char *before)
{
    size_t length = strlen(before);
    bool anywhere = *before == '*';
    for (; length > anywhere; length--)
        if (from == 0 || !matches_letter(at[--from], before[length - 1]))
            return false;
    while (anywhere && from > 0)
        if (is_vowel(at[--from]))
            anywhere = false;
    return !anywhere;
}

static bool fits_behind(const char *at, const char *behind)
{
    while (*behind)
        if (!matches_letter(*at++, *behind++))
            return false;
    return true;
}

struct row {
    const char *letters; /* the pair of vowels, or the one */
    const char *before, *behind;
    bool yes;
};

struct rows {
    const struct row *at;
    size_t count;
};

/* Pairs of vowels that are two syllables, vowels read as consonants, and an "e" that is silent. */
struct language {
    struct rows apart, glides, silent;
};

static const struct row english_pairs[] = {
#define APART(pair, before, behind) {pair, before, behind, true},
#define ONE(pair, before, behind) {pair, before, behind, false},
#include "prose/syllables.def"
};
static const struct row english_glides[] = {
#define GLIDE(letter, before, behind) {letter, before, behind, true},
#define VOWEL(letter, before, behind) {letter, before, behind, false},
#include "prose/syllables.def"
};
static const struct row english_silent[] = {
#define SILENT(before, behind) {"e", before, behind, true},
#define READ(before, behind) {"e", before, behind, false},
#include "prose/syllables.def"
};
static const struct row spanish_pairs[] = {
#define APART(pair, before, behind) {pair, before, behind, true},
#define ONE(pair, before, behind) {pair, before, behind, false},
#include "prose/syllables_es.def"
};
static const struct row spanish_glides[] = {
#define GLIDE(letter, before, behind) {letter, before, behind, true},
#include "prose/syllables_es.def"
};

#define ROWS(rows) {rows, sizeof rows / sizeof *rows}
static const struct language english = {ROWS(english_pairs), ROWS(english_glides),
                                        ROWS(english_silent)};
static const struct language spanish = {ROWS(spanish_pairs), ROWS(spanish_glides), {NULL, 0}};

/* The first row whose letters and context are those at `from`; without one, no. */
static bool decide(struct rows rows, const char *at, size_t from)
{
    for (size_t i = 0; i < rows.count; i++) {
        const struct row *row = &rows.at[i];
        if (matches_letter(at[from], row->letters[0]) && fits_behind(at + from, row->letters)
            && fits_before(at, from, row->before)
            && fits_behind(at + from + strlen(row->letters), row->behind))
            return row->yes;
    }
    return false;
}

static bool is_nucleus(const struct language *language, const char *at, size_t i)
{
    if (!is_vowel(at[i]) || decide(language->glides, at, i))
        return false;
    if (is_vowel(at[i - 1]) && !decide(language->glides, at, i - 1))
        return decide(language->apart, at, i - 1);
    return at[i] != 'e' || !decide(language->silent, at, i);
}

static int count_nuclei(const struct language *language, const struct letters *letters)
{
    int count = 0;
    for (size_t i = 1; i < letters->end; i++)
        count += is_nucleus(language, letters->at, i);
    return count;
}

/* ---- Words of English ---- */

/* Whether the word is of that class of the lexicon; NULL if not. */
static const struct entry *english_entry(struct str word, enum word_class word_class)
{
    return lexicon_find(lexicon_of(STR("en")), word, word_class);
}

/* Syllables that the ending adds to the vowels that are read, or takes. */
struct ending {
    const char *letters, *before;
    int more;
};

/* What no vowel shows, or more vowels than are read. */
static int hidden(const struct letters *letters)
{
    static const struct ending rows[] = {
#define ENDING(letters, more) {letters, "", more},
#include "prose/syllables.def"
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_ends(letters_str(letters), str_of(rows[i].letters)))
            return rows[i].more;
    return 0;
}

static int count_letters(const struct letters *letters)
{
    const struct entry *listed = english_entry(letters_str(letters), CLASS_SYLLABLES);
    if (listed)
        return *entry_instead(lexicon_of(STR("en")), listed).ptr - '0';
    int count = count_nuclei(&english, letters) + hidden(letters);
    return count > 1 ? count : 1;
}

/* ---- Parts of a word ---- */

/* The names of the letters: "double-u" is the one of more than one syllable. */
static int spell(const struct letters *letters)
{
    int count = 0;
    for (size_t i = 1; i < letters->end; i++)
        count += letters->at[i] == 'w' ? 3 : 1;
    return count;
}

/*
 * Whether capitals stand for letters ("FDA", "IBD", "DNA") and not for a loud word ("NOT"): no
 * vowel among them, or two or three that are no word of every day.  Perhaps with a plural's s.
 */
static bool is_spelled(const struct letters *letters)
{
    struct str word = letters_str(letters);
    bool vowel = false;
    if (letters->capitals < 2 || letters->capitals + str_ends(word, STR("s")) < word.len)
        return word.len == 1;
    if (english_entry(word, CLASS_ORDINARY))
        return false;
    for (size_t i = 0; i < word.len; i++)
        vowel = vowel || is_vowel(word.ptr[i]);
    return !vowel || letters->capitals <= 3;
}

/* What an apostrophe and the letters behind it add: "didn't", "nurse's", "it'll"; else -1. */
static int count_tail(const struct letters *stem, const struct letters *tail)
{
    static const struct ending rows[] = {
#define TAIL(letters, before, more) {letters, before, more},
#include "prose/syllables.def"
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_equal(letters_str(tail), str_of(rows[i].letters))
            && fits_before(stem->at, stem->end, rows[i].before))
            return rows[i].more;
    return -1;
}

/* Moves *at behind a number, which is one syllable however it is written: "1,000", "5.0". */
static bool skip_number(struct str word, size_t *at)
{
    size_t start = *at;
    while (ascii_is_digit(char_at(word, *at))
           || (strchr(".,", char_at(word, *at)) && ascii_is_digit(char_at(word, *at + 1))))
        ++*at;
    return *at > start;
}

static bool follows_apostrophe(struct str word, size_t at)
{
    struct str before = str_part(word, 0, at);
    return str_ends(before, STR("'")) || str_ends(before, STR("’"));
}

/* Moves *at to the next Latin letter or digit. @return whether letters of another script passed. */
static bool skip_others(struct str word, size_t *at)
{
    bool any = false;
    while (*at < word.len && !ascii_is_digit(word.ptr[*at])) {
        size_t next = *at;
        uint32_t c = utf8_next(word, &next);
        if (latin_letter(c))
            break;
        any = any || (c >= 0x370 && c < 0x2000);
        *at = next;
    }
    return any;
}

int syllables_english(struct str word)
{
    struct letters stem = {.at = "^$", .end = 1}, part;
    int count = 0;
    for (size_t at = 0; at < word.len;) {
        if (skip_number(word, &at) || skip_others(word, &at)) {
            count++;
            continue;
        }
        bool tail = follows_apostrophe(word, at) && stem.end > 1;
        read_letters(&part, word, &at);
        if (part.end == 1)
            continue;
        int more = tail ? count_tail(&stem, &part) : -1;
        count += more >= 0 ? more : is_spelled(&part) ? spell(&part) : count_letters(&part);
        stem = part;
    }
    return count ? count : 1;
}

int syllables_spanish(struct str word)
{
    struct letters part;
    int count = 0;
    for (size_t at = 0; at < word.len;) {
        if (skip_number(word, &at)) {
            count++;
        } else if (!skip_others(word, &at)) {
            read_letters(&part, word, &at);
            count += count_nuclei(&spanish, &part);
        }
    }
    return count ? count : 1;
}
