/*
 * See own_words.h.  A term is found wherever the article says it, in capitals or not, with any
 * space between its words, and with an s or es behind it.  It needs no lexicon, so it is found in
 * every language.
 */
#include "lint/rules/own_words.h"

#include "base/ascii.h"
#include "base/unicode.h"
#include "prose/letters.h"

/* ---- Finding ---- */

/* The character there as it is compared; *at moves behind it, and behind all of a space. */
static uint32_t next_compared(struct str s, size_t *at)
{
    uint32_t c = utf8_next(s, at);
    if (!is_space(c))
        return c == 0x2019 ? '\'' : unicode_lower(c);
    for (size_t next = *at; next < s.len && is_space(utf8_next(s, &next)); *at = next)
        ;
    return ' ';
}

/* "Vitamin B1" is not in "vitamin B12". */
static bool is_word_end(struct str text, size_t at)
{
    return !ascii_is_digit(char_at(text, at)) && !is_letter(letter_at(text, at));
}

/* The end of the term, or its plural, that begins there in the text; 0 if it does not. */
static size_t term_end(struct str text, size_t at, struct str term)
{
    for (size_t i = 0; i < term.len;)
        if (at >= text.len || next_compared(text, &at) != next_compared(term, &i))
            return 0;
    static const char *const plurals[] = {"", "s", "es"};
    for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++) {
        struct str plural = str_of(plurals[i]);
        if (str_starts(str_part(text, at, text.len), plural) && is_word_end(text, at + plural.len))
            return at + plural.len;
    }
    return 0;
}

bool has_term(struct str text, struct str term)
{
    for (size_t at = 0; at < text.len; at++)
        if (!(at && ascii_is_alnum(text.ptr[at - 1])) && term_end(text, at, term))
            return true;
    return false;
}

bool is_allowed(const struct linter *linter, struct str text)
{
    struct own_words words = linter->clinic ? linter->clinic->words : (struct own_words){0};
    for (size_t i = 0; i < words.count; i++)
        if (words.at[i].level == RULE_OFF
            && term_end(text, 0, words.at[i].term.str) == text.len)
            return true;
    return false;
}

/* ---- The rule ---- */

/* With the weight of that word, unless the rule as a whole is off. */
static void report_own_word(struct linter *linter, const struct own_word *word, struct place place,
                            struct str text)
{
    const struct rule_levels *usual = linter->found.levels;
    struct rule_levels levels = usual ? *usual : (struct rule_levels){{RULE_AS_IS}};
    if (word->level && levels.of[RULE_CLINIC_WORD] != RULE_OFF)
        levels.of[RULE_CLINIC_WORD] = word->level;
    linter->found.levels = &levels;
    lint_report(linter, RULE_CLINIC_WORD, place, text, word->say.str);
    linter->found.levels = usual;
}

static void search(struct linter *linter, struct own_count *own, const struct passage *passage)
{
    struct str text = passage->text->str;
    for (size_t at = 0; at < passage->word_count; at++) {
        size_t off = (size_t)(passage->words[at].str.ptr - text.ptr);
        size_t end = term_end(text, off, own->word->term.str);
        if (!end)
            continue;
        own->count++;
        struct str found = str_part(text, off, end - off);
        if (own->count == 1 && own->word->level != RULE_OFF)
            report_own_word(linter, own->word, slice_place(passage, found), found);
    }
}

/* Each word is marked at its first place, and counted in all. */
void lint_own_words(struct linter *linter)
{
    if (!linter->clinic)
        return;
    const struct own_words *words = &linter->clinic->words;
    struct own_count *own = ARENA_ARRAY(linter->arena, words->count, struct own_count);
    for (size_t i = 0; i < words->count; i++) {
        own[i].word = &words->at[i];
        for (size_t k = 0; words->at[i].term.str.len && k < linter->prose.count; k++)
            search(linter, &own[i], &linter->prose.at[k]);
    }
    linter->result->own = own;
    linter->result->own_count = words->count;
}
