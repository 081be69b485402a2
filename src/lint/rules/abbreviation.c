/*
 * See abbreviation.h.  It is spelled out if its letters are found, in their order, in the words
 * before a bracket that begins with it, or as the first letters of words anywhere in the article;
 * or if the text says what it means in another way.  That is loose: who spells out at all does it
 * rightly.
 */
#include "lint/rules/abbreviation.h"

#include "base/ascii.h"
#include "lint/rules/explain.h"
#include "prose/letters.h"

#include <string.h>

struct str singular(struct str word)
{
    static const char *const endings[] = {"'s", "’s", "s"};
    for (size_t i = 0; word.len > 2 && i < sizeof endings / sizeof *endings; i++)
        if (str_ends(word, str_of(endings[i])))
            return str_part(word, 0, word.len - strlen(endings[i]));
    return word;
}

/* ---- What it stands for ---- */

/* Its letters alone, in small. */
static struct str initials_of(struct arena *arena, struct str word)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < word.len; i++)
        if (ascii_is_letter(word.ptr[i]))
            builder_char(&b, ascii_lower(word.ptr[i]));
    return builder_str(&b);
}

/* The letter there, small and without its accent: the "i" of "índice". */
static char small_letter_at(struct str s, size_t at)
{
    return at < s.len ? ascii_lower(latin_letter(utf8_next(s, &at))) : '\0';
}

/* Whether the letters occur in the text in their order: "mrna" in "messenger RNA". */
static bool occur_in_order(struct str letters, struct str text)
{
    size_t found = 0;
    for (size_t i = 0; i < text.len && found < letters.len; i++)
        found += small_letter_at(text, i) == letters.ptr[found];
    return found == letters.len;
}

/* "irritable bowel syndrome (IBS)": from a word with the first letter up to the bracket. */
static bool is_spelled_before(const struct passage *passage, size_t at, struct str letters)
{
    size_t first = sentence_at(passage, at)->first;
    size_t from = at > first + letters.len + 3 ? at - letters.len - 3 : first;
    if (!opens_bracket(passage, at))
        return false;
    for (size_t i = from; i < at; i++)
        if (small_letter_at(passage->words[i].str, 0) == letters.ptr[0]
            && occur_in_order(letters, words_text(passage, i, at - i)))
            return true;
    return false;
}

/* Takes the first letters of a word's parts, "heat-shock", from letters. @return how many. */
static size_t take_initials(struct str word, struct str letters)
{
    size_t taken = 0;
    for (size_t i = 0; i < word.len; i++)
        if ((i == 0 || word.ptr[i - 1] == '-') && taken < letters.len) {
            if (small_letter_at(word, i) != letters.ptr[taken])
                return 0;
            taken++;
        }
    return taken;
}

/* Whether the words from `at` on have these first letters; "of" and the like may stand between. */
static bool has_initials(const struct passage *passage, size_t at, struct str letters)
{
    while (letters.len && at < passage->word_count) {
        bool small = class_at(passage, at, CLASS_SMALL_WORD);
        struct str word = passage->words[at++].str;
        size_t taken = word.len > 2 || letters.len == 1 ? take_initials(word, letters) : 0;
        if (!taken && !small)
            return false;
        letters = str_part(letters, taken, letters.len);
    }
    return letters.len == 0;
}

static bool is_spelled_anywhere(const struct prose *prose, struct str letters)
{
    if (letters.len < 3) /* two words in a row begin with these by chance */
        return false;
    for (size_t i = 0; i < prose->count; i++)
        for (size_t at = 0; at < prose->at[i].word_count; at++)
            if (small_letter_at(prose->at[i].words[at].str, 0) == letters.ptr[0]
                && !class_at(&prose->at[i], at, CLASS_SMALL_WORD)
                && has_initials(&prose->at[i], at, letters))
                return true;
    return false;
}

bool is_spelled_out(const struct linter *linter, struct str word)
{
    struct str letters = initials_of(linter->arena, word);
    if (!letters.len || is_spelled_anywhere(&linter->prose, letters))
        return true;
    for (size_t i = 0; i < linter->prose.count; i++) {
        const struct passage *passage = &linter->prose.at[i];
        for (size_t at = 0; at < passage->word_count; at++)
            if (str_equal(singular(passage->words[at].str), word)
                && (is_explained(passage, at, 1) || is_spelled_before(passage, at, letters)))
                return true;
    }
    return false;
}

/* ---- Formulas ---- */

/* Bytes of the symbol of an element there; 0 if none. */
static size_t element_at(const struct lexicon *lexicon, struct str s, size_t at)
{
    for (size_t length = 2; length > 0; length--)
        if (lexicon_find(lexicon, str_part(s, at, length), CLASS_ELEMENT))
            return str_part(s, at, length).len;
    return 0;
}

/* Whether a lowered or raised figure or sign is there: "₂", "⁺". */
static bool is_script(struct str s)
{
    size_t at = 0;
    uint32_t c = s.len ? utf8_next(s, &at) : 0;
    return (c >= 0x2070 && c <= 0x208E) || c == 0xB2 || c == 0xB3 || c == 0xB9;
}

/* Whether figures follow: "CO" of "CO₂", "OH" of "Ca(OH)2". */
static bool figures_follow(struct str behind)
{
    bool bracket = char_at(behind, 0) == ')';
    return is_script(behind) || (bracket && (is_script(str_part(behind, 1, behind.len))
                                             || ascii_is_digit(char_at(behind, 1))));
}

bool is_formula(const struct passage *passage, size_t at)
{
    struct str word = passage->words[at].str;
    bool figure = figures_follow(text_behind(passage, word));
    for (size_t i = 0; i < word.len;) {
        size_t symbol = element_at(passage->lexicon, word, i), end = i + symbol;
        bool script = is_script(str_part(word, i, word.len));
        if (!symbol && !(i && (script || ascii_is_digit(word.ptr[i]))))
            return false;
        if (!symbol)
            utf8_next(word, &end);
        figure = figure || symbol != 1;
        i = end;
    }
    return figure;
}

/* ---- How a name is said ---- */

enum { SYLLABLES_LEAST = 3, SYLLABLE_MOST = 6 /* letters */ };

/* "shus", but neither "your" nor what is no word of letters alone. */
static bool may_be_syllable(const struct passage *passage, size_t at)
{
    struct str word = passage->words[at].str;
    size_t small = 0;
    while (small < word.len && ascii_is_lower(word.ptr[small]))
        small++;
    return small == word.len && small <= SYLLABLE_MOST && !class_at(passage, at, CLASS_SMALL_WORD);
}

/* The first of the words in the bracket around a word; that word itself if there is no bracket. */
static size_t bracket_start(const struct passage *passage, size_t at)
{
    size_t first = at, least = sentence_at(passage, at)->first;
    while (first > least && str_equal(gap_before(passage, first), STR(" ")))
        first--;
    return opens_bracket(passage, first) ? first : at;
}

/* Behind the last of the words that follow a word with nothing but blanks between them. */
static size_t words_end(const struct passage *passage, size_t at)
{
    const struct sentence *sentence = sentence_at(passage, at);
    size_t end = at + 1;
    while (end < sentence->first + sentence->count
           && str_equal(gap_before(passage, end), STR(" ")))
        end++;
    return end;
}

bool is_stressed_syllable(const struct passage *passage, size_t at)
{
    size_t first = bracket_start(passage, at), end = words_end(passage, at), letters = 0;
    if (!first || first == at || end - first < SYLLABLES_LEAST
        || char_at(text_behind(passage, passage->words[end - 1].str), 0) != ')')
        return false;
    for (size_t i = first; i < end; i++) {
        if (i != at && !may_be_syllable(passage, i))
            return false;
        letters += passage->words[i].str.len;
    }
    struct str name = passage->words[first - 1].str;
    bool alike = letters < 2 * name.len && name.len < 2 * letters;
    return alike && small_letter_at(name, 0) == small_letter_at(passage->words[first].str, 0);
}
