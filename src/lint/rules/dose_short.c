/*
 * Short forms in doses, word by word: those of the lexicon, and the two that have a number within,
 * "q6h" and "x3d".
 */
#include "lint/rules/doser.h"

#include "base/ascii.h"
#include "lint/text/letters.h"

#include <string.h>

/* The word with a slash and one more letter, if that follows a single one: "D/C". */
static struct str slashed(const struct passage *passage, size_t at)
{
    const struct word *word = &passage->words[at];
    struct str text = passage->text->str;
    bool pair = word->str.len == 1 && at + 1 < passage->word_count && word[1].str.len == 1
                && word[1].off == word->off + 2 && text.ptr[word->off + 1] == '/';
    return str_part(text, word->off, pair ? 3 : word->str.len);
}

/* Without its full stops, as "q.d." is written too. */
static struct str without_stops(struct arena *arena, struct str word)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] != '.')
            builder_char(&b, word.ptr[i]);
    return builder_str(&b);
}

/* Whether only spaces, a comma or the stop of "tab." part the word from the one before it. */
static bool follows(const struct passage *passage, size_t at)
{
    const struct word *word = &passage->words[at], *before = word - 1;
    for (size_t i = before->off + before->str.len; i < word->off; i++)
        if (!strchr(" ,.", passage->text->str.ptr[i]))
            return false;
    return true;
}

static size_t digits_end(struct str word, size_t at)
{
    while (ascii_is_digit(char_at(word, at)))
        at++;
    return at;
}

/* Where a short form is one: anywhere, or only behind a dose or a drop ("PO Box" is none). */
enum where { ANYWHERE, AFTER_DOSE, AFTER_DROPS };

static const struct short_class {
    enum word_class word_class;
    bool as_written;
    enum where where;
} short_classes[] = {
    {CLASS_SHORT, false, ANYWHERE},        {CLASS_SHORT_EXACT, true, ANYWHERE},
    {CLASS_SHORT_DOSE, false, AFTER_DOSE}, {CLASS_SHORT_DOSE_EXACT, true, AFTER_DOSE},
    {CLASS_SHORT_DROP, true, AFTER_DROPS},
};

static const struct entry *short_form_at(const struct doser *d, size_t at);

static bool stands_there(const struct doser *d, size_t at, enum where where)
{
    if (where == ANYWHERE)
        return true;
    if (!at || !follows(d->passage, at))
        return false;
    struct str before = d->passage->words[at - 1].str;
    size_t digits = digits_end(before, 0); /* "2gtts" */
    if (lexicon_find(d->linter->prose.lexicon,
                     in_small_letters(d->linter->arena, str_part(before, digits, before.len)),
                     CLASS_DROP))
        return true;
    return where == AFTER_DOSE && (word_is_number(before) || unit_of(d->linter, before).entry
                                   || short_form_at(d, at - 1));
}

static const struct entry *short_form_at(const struct doser *d, size_t at)
{
    struct arena *arena = d->linter->arena;
    struct str word = without_stops(arena, slashed(d->passage, at));
    struct str low = in_small_letters(arena, word);
    for (size_t i = 0; i < sizeof short_classes / sizeof *short_classes; i++) {
        const struct short_class *c = &short_classes[i];
        const struct entry *entry = lexicon_find(d->linter->prose.lexicon,
                                                 c->as_written ? word : low, c->word_class);
        if (entry && stands_there(d, at, c->where))
            return entry;
    }
    return NULL;
}

/* "q6h" is every 6 hours, "q4-6h" 4 to 6, "x3d" for 3 days. @return absent for other words. */
static struct str with_number(const struct doser *d, struct str word)
{
    size_t low = digits_end(word, 1), range = char_at(word, low) == '-' && low > 1;
    size_t end = range ? digits_end(word, low + 1) : low;
    char first = ascii_lower(char_at(word, 0)), last = ascii_lower(char_at(word, end));
    bool hours = first == 'q' && last == 'h', days = first == 'x' && last == 'd';
    if (!is_english(d->locale) || end == 1 || word.len != end + 1 || !(hours || days))
        return (struct str){0};
    struct str number = str_part(word, 1, low - 1);
    struct builder b = {.arena = d->linter->arena};
    builder_printf(&b, "%s %.*s", hours ? "every" : "for", STR_ARGS(number));
    if (range)
        builder_printf(&b, " to %.*s", STR_ARGS(str_part(word, low + 1, end - low - 1)));
    builder_printf(&b, " %s%s", hours ? "hour" : "day", str_equal(number, STR("1")) ? "" : "s");
    return builder_str(&b);
}

static bool behind_number(const struct passage *passage, size_t at)
{
    return at && word_is_number(passage->words[at - 1].str) && follows(passage, at);
}

/* "c/8 h": the word and the number behind the slash. @return words of it; 0: it is none */
static size_t joined_at(const struct passage *passage, size_t at, struct str *plain)
{
    const struct entry *entry = entry_at(passage, at, CLASS_JOINED, NULL);
    if (!entry || at + 1 >= passage->word_count || !word_is_number(passage->words[at + 1].str)
        || str_find(gap_behind(passage, at), '/') == gap_behind(passage, at).len)
        return 0;
    *plain = entry_instead(passage->lexicon, entry);
    return 2;
}

static void check_joined(struct doser *d, size_t at)
{
    struct str plain, words;
    struct builder b = {.arena = d->linter->arena};
    size_t count = joined_at(d->passage, at, &plain);
    if (!count || !doser_first(d, words = words_text(d->passage, at, count)))
        return;
    builder_printf(&b, "%.*s %.*s", STR_ARGS(plain), STR_ARGS(d->passage->words[at + 1].str));
    lint_find(d->linter, ERROR_PRONE_ABBREVIATION, words_place(d->passage, at, count), words,
              builder_str(&b));
}

void check_short_forms(struct doser *d)
{
    const struct passage *passage = d->passage;
    for (size_t i = 0; i < passage->word_count; i++) {
        check_joined(d, i);
        struct str word = slashed(passage, i);
        const struct entry *form = short_form_at(d, i);
        struct str plain = form ? entry_instead(passage->lexicon, form)
                                : with_number(d, word);
        if (!plain.len || (behind_number(passage, i) && unit_of(d->linter, word).entry))
            continue; /* of a unit it is said for the dose as a whole */
        if (doser_first(d, word))
            lint_find(d->linter, ERROR_PRONE_ABBREVIATION,
                      passage_place(passage, passage->words[i].off, word.len), word, plain);
    }
}
