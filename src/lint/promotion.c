/*
 * Words that promote more than they inform: promotion.def has them.  Each is marked once.  It is
 * none where it is denied ("does not cure"), where it is only mentioned (“detox” in quotation
 * marks, "Boost" as a name), and in a warning but for those that play a risk down.
 */
#include "base/ascii.h"
#include "lint/linter.h"
#include "lint/stance.h"

#include <string.h>

enum kind { PRAISE, PROMISE, SAFETY, INNOCENT };

struct promotion {
    const char *phrase;
    enum kind kind;
    const char *hint;
};

static const struct promotion table[] = {
#define PROMOTION(phrase, kind, hint) {phrase, kind, hint},
#include "lint/promotion.def"
#undef PROMOTION
};

enum { COUNT = sizeof table / sizeof *table };

/* ---- Finding ---- */

/* Words that the row is there; 0 if it is not. */
static size_t row_at(const struct passage *passage, size_t at, const char *phrase)
{
    struct str word = passage->words[at].str;
    if (*phrase == '-') {
        size_t length = strlen(phrase);
        bool ends = word.len > length
                    && word_equals(str_part(word, word.len - length, length), str_of(phrase));
        return ends ? 1 : 0;
    }
    return phrase_at(passage, at, phrase);
}

/* The row with the most words, of those the innocent one; COUNT if there is none. */
static size_t longest_row(const struct passage *passage, size_t at, size_t *words)
{
    size_t best = COUNT;
    char first = ascii_lower(passage->words[at].str.ptr[0]);
    *words = 0;
    for (size_t row = 0; row < COUNT; row++) {
        if (*table[row].phrase != first && *table[row].phrase != '-')
            continue; /* most of them */
        size_t length = row_at(passage, at, table[row].phrase);
        if (length > *words || (length && length == *words && table[row].kind == INNOCENT)) {
            best = row;
            *words = length;
        }
    }
    return best;
}

/* "100% safe": its "%" is no part of a word, so no phrase. */
static size_t hundred_percent(const struct passage *passage, const struct sentence *sentence,
                              size_t at)
{
    static const char *const of[] = {"effective", "safe", "natural", "guaranteed", "certain",
                                     "pure", "proven", "sure", NULL};
    if (at + 1 >= sentence->first + sentence->count
        || !word_equals(passage->words[at].str, STR("100")))
        return 0;
    struct str sign = str_trim(gap_behind(passage, at));
    if (str_equal(sign, STR("%")) && word_among(passage->words[at + 1].str, of))
        return 2;
    size_t behind = at + 2;
    return phrase_at(passage, at, "100 percent") && behind < sentence->first + sentence->count
                   && word_among(passage->words[behind].str, of)
               ? 3
               : 0;
}

/* ---- What excuses it ---- */

/* “So” or "so": somebody else's word. */
static bool is_quoted(const struct passage *passage, size_t first, size_t count)
{
    struct str s = passage->text->str;
    size_t from = passage->words[first].off, to = from + words_text(passage, first, count).len;
    struct str behind = str_part(s, to, s.len);
    if (str_starts(behind, STR(",")) || str_starts(behind, STR(".")))
        behind = str_part(behind, 1, behind.len);
    bool open = (from >= 1 && s.ptr[from - 1] == '"')
                || (from >= 3 && str_equal(str_part(s, from - 3, 3), STR("“")));
    return open && (str_starts(behind, STR("\"")) || str_starts(behind, STR("”")));
}

/* A capital within a sentence of the body: the drink Boost. */
static bool is_name(const struct passage *passage, const struct sentence *sentence, size_t at)
{
    char c = passage->words[at].str.ptr[0];
    bool lone = at > sentence->first && c >= 'A' && c <= 'Z';
    return lone && !passage->heading && char_at(passage->words[at].str, 1) > 'Z';
}

/* "Until it heals the skin": a time, no promise. */
static bool is_awaited(const struct passage *passage, size_t first, size_t at)
{
    static const char *const times[] = {"when", "until", "while", "once", "after", "before",
                                        "as it", "as the", "as your", "as you", NULL};
    return any_within(passage, first, at - first, times);
}

static bool is_excused(const struct passage *passage, const struct sentence *sentence, size_t at,
                       size_t words, enum kind kind)
{
    if (kind == INNOCENT || (kind != SAFETY && part_is_warning(passage->part))
        || is_denied(passage, sentence->first, at) || is_quoted(passage, at, words)
        || is_name(passage, sentence, at))
        return true;
    return kind != PRAISE
           && (is_supposed(passage, sentence->first, at)
               || is_awaited(passage, sentence->first, at) || is_question(passage, sentence));
}

/* ---- The rule ---- */

struct search {
    struct linter *linter;
    const struct passage *passage;
    bool seen[COUNT + 1]; /* the last one is "100%" */
};

/* Looks at one word. @return the words to go on by */
static size_t look(struct search *search, const struct sentence *sentence, size_t at)
{
    const struct passage *passage = search->passage;
    size_t words, row = longest_row(passage, at, &words);
    enum kind kind = row < COUNT ? table[row].kind : SAFETY;
    const char *hint = row < COUNT ? table[row].hint : "leave it out: nothing is so for everyone";
    if (!words)
        words = hundred_percent(passage, sentence, at);
    if (!words)
        return 1;
    if (!search->seen[row] && !is_excused(passage, sentence, at, words, kind)) {
        search->seen[row] = true;
        size_t shown = kind == PROMISE ? 1 : words; /* "heals" of "heals your" */
        lint_find(search->linter, PROMOTIONAL_WORD, words_place(passage, at, shown),
                  words_text(passage, at, shown), str_of(hint));
    }
    return words;
}

void lint_promotion(struct linter *linter)
{
    struct search search = {.linter = linter};
    for (size_t i = 0; i < linter->prose.count; i++) {
        const struct passage *passage = search.passage = &linter->prose.at[i];
        if (passage->part == PART_DISCLAIMER)
            continue;
        for (size_t n = 0; n < passage->sentence_count; n++) {
            const struct sentence *sentence = &passage->sentences[n];
            for (size_t at = sentence->first; at < sentence->first + sentence->count;)
                at += look(&search, sentence, at);
        }
    }
}
