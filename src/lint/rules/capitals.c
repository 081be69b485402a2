/*
 * See capitals.h.  A word in capitals is an ordinary one if it is on a short list, if the article
 * has it in small letters elsewhere (which holds in any language), or if it is too long and too
 * easy to speak for an abbreviation.
 */
#include "lint/rules/capitals.h"

#include "base/ascii.h"

#include <string.h>

/* ---- Abbreviations ---- */

struct str singular(struct str word)
{
    if (str_ends(word, STR("'s")))
        return str_part(word, 0, word.len - 2);
    if (str_ends(word, STR("’s")))
        return str_part(word, 0, word.len - sizeof "’s" + 1);
    return str_ends(word, STR("s")) ? str_part(word, 0, word.len - 1) : word;
}

/* In small letters, without the signs in it: "U.S" is us. */
static struct str bare_letters(struct arena *arena, struct str word)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] != '.' && word.ptr[i] != '-')
            builder_char(&b, ascii_lower(word.ptr[i]));
    return builder_str(&b);
}

/* Whether it is of that class, without the "s" of several: "MRIs" is MRI. */
static bool is_of_class(const struct linter *linter, struct str word, enum word_class word_class)
{
    struct str one = word.len > 2 ? singular(word) : word;
    return lexicon_find(linter->prose.lexicon, bare_letters(linter->arena, one), word_class);
}

static bool is_roman(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!strchr("IVX", word.ptr[i]))
            return false;
    return word.len;
}

/* Whether the text has the word among its own, whatever their case. */
static bool has_word(struct str text, struct str word)
{
    for (size_t at = 0; at + word.len <= text.len; at++) {
        bool equal = true;
        for (size_t i = 0; i < word.len && equal; i++)
            equal = ascii_lower(text.ptr[at + i]) == ascii_lower(word.ptr[i]);
        if (equal && !(at && ascii_is_alnum(text.ptr[at - 1]))
            && !ascii_is_alnum(char_at(text, at + word.len)))
            return true;
    }
    return false;
}

static bool is_named(const struct linter *linter, struct str word)
{
    const struct article *article = linter->article;
    bool shouted_title = letters_of(article->title.str).lower == 0;
    if (!shouted_title && has_word(article->title.str, word))
        return true;
    for (size_t i = 0; i < article->topic.count; i++)
        if (letters_of(article->topic.at[i].str).upper > 1
            && has_word(article->topic.at[i].str, word))
            return true;
    return linter->clinic && has_word(linter->clinic->name.str, word);
}

bool is_known_abbreviation(const struct linter *linter, struct str word)
{
    struct str unit = word; /* "5000IU" */
    while (ascii_is_digit(char_at(unit, 0)))
        unit = str_part(unit, 1, unit.len);
    return is_roman(word.len > 2 ? singular(word) : word) || is_of_class(linter, word, CLASS_KNOWN)
           || is_of_class(linter, unit, CLASS_MEASURE) || is_named(linter, word);
}

/* ---- Ordinary words ---- */

static bool is_small_elsewhere(const struct linter *linter, struct str word)
{
    struct str wanted = in_small_letters(linter->arena, word);
    for (size_t i = 0; i < linter->prose.count; i++) {
        const struct passage *passage = &linter->prose.at[i];
        for (size_t j = 0; j < passage->word_count; j++)
            if (str_equal(passage->words[j].str, wanted))
                return true;
    }
    return false;
}

/* Without a vowel nobody can speak it; in other scripts than ours that is not looked at. */
static bool is_speakable(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_alnum(word.ptr[i]) || strchr("AEIOUYaeiouy", word.ptr[i]))
            return true;
    return false;
}

enum { LONG_FOR_AN_ABBREVIATION = 5, SHOUTED_ALONE = 6, WORD_AMONG_SHOUTED = 4,
       WORDS_OF_SHOUTING = 3 };

/* Capitals of its longest part: "HOMA-IR" has 4. */
static int longest_part(struct str word)
{
    int longest = 0;
    while (word.len) {
        struct str part = str_before(word, '-');
        int length = letters_of(part).upper;
        longest = length > longest ? length : longest;
        word = str_part(word, part.len + 1, word.len);
    }
    return longest;
}

bool is_shouted(const struct linter *linter, struct str word)
{
    struct case_count n = letters_of(word);
    if (n.upper < 2 || n.lower || n.digits || is_of_class(linter, word, CLASS_SHORT_NAME))
        return false;
    if (is_of_class(linter, word, CLASS_ORDINARY))
        return true;
    if (is_known_abbreviation(linter, word))
        return false;
    return (longest_part(word) >= LONG_FOR_AN_ABBREVIATION && is_speakable(word))
           || is_small_elsewhere(linter, word);
}

/* ---- The rule ---- */

static bool is_all_capitals(struct str word)
{
    struct case_count n = letters_of(word);
    return n.lower == 0 && (n.upper || n.digits);
}

/* Whether enough words of the run of capitals around that word are ordinary. */
static bool is_run_shouted(const struct linter *linter, const struct passage *passage, size_t at)
{
    struct shouting *run = linter->shouting;
    if (run->passage == passage && at >= run->from && at < run->to)
        return run->enough;
    *run = (struct shouting){.passage = passage, .from = at};
    while (run->from > 0 && is_all_capitals(passage->words[run->from - 1].str))
        run->from--;
    int count = 0;
    for (run->to = run->from; run->to < passage->word_count; run->to++) {
        struct str word = passage->words[run->to].str;
        if (!is_all_capitals(word))
            break;
        count += is_shouted(linter, word);
    }
    run->enough = count >= WORDS_OF_SHOUTING;
    return run->enough;
}

/* Without a lexicon no list helps: beside one ordinary word others are ordinary. */
bool is_shouted_along(const struct linter *linter, const struct passage *passage, size_t at)
{
    struct str word = passage->words[at].str;
    struct case_count n = letters_of(word);
    if (n.upper < 2 || n.lower || n.digits || !is_speakable(word)
        || is_known_abbreviation(linter, word))
        return false;
    return !lexicon_knows(linter->prose.lexicon)
           || (n.upper >= WORD_AMONG_SHOUTED
               && is_run_shouted(linter, passage, at));
}

/* One word as it is written otherwise: abbreviations stay, a sentence begins with a capital. */
static void add_calm(struct builder *b, const struct linter *linter, const struct passage *passage,
                     size_t at)
{
    struct str word = passage->words[at].str;
    size_t initial = 0;
    bool article = str_equal(word, STR("A")) /* but not in "vitamin A" */
                   && !(at && str_equal(passage->words[at - 1].low, STR("vitamin")));
    if (!article && !is_shouted(linter, word) && !is_shouted_along(linter, passage, at)) {
        builder_add(b, word);
        return;
    }
    if (sentence_at(passage, at)->first == at)
        utf8_next(word, &initial);
    builder_add(b, str_part(word, 0, initial));
    builder_add(b, in_small_letters(linter->arena, str_part(word, initial, word.len)));
}

static struct str calm(const struct linter *linter, const struct passage *passage, size_t first,
                       size_t count)
{
    struct builder b = {.arena = linter->arena};
    for (size_t i = first; i < first + count; i++) {
        if (i > first)
            builder_add(&b, gap_before(passage, i));
        add_calm(&b, linter, passage, i);
    }
    return builder_str(&b);
}

static bool any_shouted(const struct linter *linter, const struct passage *passage, size_t from,
                        size_t to)
{
    for (size_t i = from; i < to; i++)
        if (is_shouted(linter, passage->words[i].str))
            return true;
    return false;
}

/* A run of words in capitals, from its first ordinary one to its last. */
static void check_run(struct linter *linter, const struct passage *passage, size_t from, size_t to)
{
    size_t first = to, last = from, ordinary = 0;
    bool any = any_shouted(linter, passage, from, to);
    for (size_t i = from; any && i < to; i++) {
        if (!is_shouted(linter, passage->words[i].str)
            && !is_shouted_along(linter, passage, i))
            continue;
        if (!ordinary++)
            first = i;
        last = i;
    }
    if (ordinary > 1
        || (ordinary == 1 && letters_of(passage->words[first].str).upper >= SHOUTED_ALONE))
        lint_find(linter, ALL_CAPS, words_place(passage, first, last + 1 - first),
                  words_text(passage, first, last + 1 - first),
                  calm(linter, passage, first, last + 1 - first));
}

void lint_capitals(struct linter *linter, const struct passage *passage)
{
    for (size_t at = 0; passage->part != PART_DISCLAIMER && at < passage->word_count; at++) {
        size_t from = at;
        while (at < passage->word_count && is_all_capitals(passage->words[at].str))
            at++;
        if (at > from)
            check_run(linter, passage, from, at);
    }
}
