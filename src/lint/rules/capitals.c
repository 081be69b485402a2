/*
 * Words in capital letters: those that most people would write small ("STOP"), and abbreviations
 * that are never spelled out.
 *
 * A word in capitals is an ordinary one if it is on a short list, if the article has it in small
 * letters elsewhere (which holds in any language), or if it is too long and too easy to speak for
 * an abbreviation.  Others may be taken along: a RUN is all the words in capitals in a row.
 *
 * A word is taken for an abbreviation if it has two capitals, and more of them than small letters:
 * IBD, mRNA, NF-κB.
 */
#include "lint/rules/abbreviation.h"

#include "base/ascii.h"
#include "lint/rules/own_words.h"
#include "prose/letters.h"

#include <string.h>

/* ---- Abbreviations ---- */

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
    struct str bare = bare_letters(linter->arena, singular(word));
    return lexicon_find(linter->prose.lexicon, bare, word_class);
}

static bool is_roman(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!strchr("IVX", word.ptr[i]))
            return false;
    return word.len;
}

/* On purpose: by the title, the topic or the clinic. */
static bool is_named(const struct linter *linter, struct str word)
{
    const struct article *article = linter->article;
    bool shouted_title = letters_of(article->title.str).lower == 0;
    if (!shouted_title && has_term(article->title.str, word))
        return true;
    for (size_t i = 0; i < article->topic.count; i++)
        if (letters_of(article->topic.at[i].str).upper > 1
            && has_term(article->topic.at[i].str, word))
            return true;
    return linter->clinic && has_term(linter->clinic->name.str, word);
}

/* In use among all, or named so. */
static bool is_known_abbreviation(const struct linter *linter, struct str word)
{
    struct str unit = word; /* "5000IU" */
    while (ascii_is_digit(char_at(unit, 0)))
        unit = str_part(unit, 1, unit.len);
    return is_roman(singular(word)) || is_of_class(linter, word, CLASS_KNOWN)
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
    struct str part;
    for (size_t at = 0; (part = next_part(word, &at)).len;)
        longest = letters_of(part).upper > longest ? letters_of(part).upper : longest;
    return longest;
}

/* Whether all is capitals that most people would write small: "NOT", "STOP", "IMPORTANT". */
static bool is_shouted(const struct linter *linter, struct str word)
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

/* ---- Runs ---- */

/* Words of the passage, and how many of them are ordinary. */
struct capitals {
    size_t from, to;
    int ordinary;
};

/* That from a word on; without words if that one is not in capitals. */
static struct capitals run_from(const struct linter *linter, const struct passage *passage,
                                size_t from)
{
    struct capitals run = {from, from, 0};
    for (; run.to < passage->word_count; run.to++) {
        struct case_count n = letters_of(passage->words[run.to].str);
        if (n.lower || !(n.upper || n.digits))
            break;
        run.ordinary += is_shouted(linter, passage->words[run.to].str);
    }
    return run;
}

/*
 * Whether the word is an ordinary one, or taken for one because of the others in its run: "CHEW".
 * Without a lexicon no list helps, so beside one ordinary word others are.
 */
static bool is_loud(const struct linter *linter, struct str word, const struct capitals *run)
{
    struct case_count n = letters_of(word);
    if (n.upper < 2 || n.lower || n.digits)
        return false;
    if (is_shouted(linter, word))
        return true;
    if (!is_speakable(word) || is_known_abbreviation(linter, word))
        return false;
    return lexicon_knows(linter->prose.lexicon)
               ? n.upper >= WORD_AMONG_SHOUTED && run->ordinary >= WORDS_OF_SHOUTING
               : run->ordinary > 0;
}

/* ---- Shouting ---- */

/* One word as it is written otherwise: abbreviations stay, a sentence begins with a capital. */
static void add_calm(struct builder *b, const struct linter *linter, const struct passage *passage,
                     size_t at, const struct capitals *run)
{
    struct str word = passage->words[at].str;
    size_t initial = 0;
    bool article = str_equal(word, STR("A")) /* but not in "vitamin A" */
                   && !(at && str_equal(passage->words[at - 1].low, STR("vitamin")));
    if (!article && !is_loud(linter, word, run)) {
        builder_add(b, word);
        return;
    }
    if (sentence_at(passage, at)->first == at)
        utf8_next(word, &initial);
    builder_add(b, str_part(word, 0, initial));
    builder_add(b, in_small_letters(linter->arena, str_part(word, initial, word.len)));
}

/* The words from `first` to `last`. */
static struct str calm(const struct linter *linter, const struct passage *passage,
                       const struct capitals *run, size_t first, size_t last)
{
    struct builder b = {.arena = linter->arena};
    for (size_t i = first; i <= last; i++) {
        if (i > first)
            builder_add(&b, gap_before(passage, i));
        add_calm(&b, linter, passage, i, run);
    }
    return builder_str(&b);
}

/* From its first ordinary word to its last. */
static void check_run(struct linter *linter, const struct passage *passage,
                      const struct capitals *run)
{
    size_t first = run->to, last = run->from, loud = 0;
    for (size_t i = run->from; run->ordinary && i < run->to; i++) {
        if (!is_loud(linter, passage->words[i].str, run))
            continue;
        first = loud++ ? first : i;
        last = i;
    }
    if (!loud || (loud == 1 && letters_of(passage->words[first].str).upper < SHOUTED_ALONE))
        return;
    struct str words = words_text(passage, first, last + 1 - first);
    lint_find(linter, ALL_CAPS, slice_place(passage, words), words,
              calm(linter, passage, run, first, last));
}

/* ---- Abbreviations ---- */

/* "1-800-FDA-1088": letters on the keys of a telephone; "5-HTP" is none. */
static bool is_phone_number(struct str word, size_t digits)
{
    return digits > 2 && ascii_is_digit(char_at(word, 0)) && str_find(word, '-') < word.len;
}

static bool is_abbreviation(const struct linter *linter, struct str word)
{
    struct case_count n = letters_of(word);
    if (is_phone_number(word, n.digits))
        return false;
    bool names_person = word.len == 3 && word.ptr[1] == '.'; /* "J.R. Roe" */
    return n.upper > 1 && n.upper > n.lower && !names_person && !is_known_abbreviation(linter, word)
           && !is_shouted(linter, word);
}

/* Whether it stands in the text to read before that place. */
static bool is_repeated(const struct prose *prose, const struct passage *passage, size_t at)
{
    struct str word = singular(passage->words[at].str);
    for (const struct passage *p = prose->at; p <= passage; p++)
        for (size_t i = 0; i < (p == passage ? at : p->word_count); i++)
            if (part_is_body(p->part) && str_equal(singular(p->words[i].str), word))
                return true;
    return false;
}

static void check_abbreviation(struct linter *linter, const struct passage *passage, size_t at,
                               const struct capitals *run)
{
    struct str word = singular(passage->words[at].str);
    if (is_abbreviation(linter, word) && !is_formula(passage, at)
        && !is_stressed_syllable(passage, at)
        && !is_loud(linter, passage->words[at].str, run)
        && !is_repeated(&linter->prose, passage, at) && !is_spelled_out(linter, word))
        lint_find(linter, UNDEFINED_ABBREVIATION, words_place(passage, at, 1), word);
}

/* ---- Both rules ---- */

void lint_capitals(struct linter *linter, const struct passage *passage)
{
    bool reviewed = lexicon_knows(passage->lexicon) && part_is_body(passage->part);
    for (size_t at = 0; passage->part != PART_DISCLAIMER && at < passage->word_count;) {
        struct capitals run = run_from(linter, passage, at);
        check_run(linter, passage, &run);
        for (size_t end = run.to > at ? run.to : at + 1; at < end; at++)
            if (reviewed)
                check_abbreviation(linter, passage, at, &run);
    }
}
