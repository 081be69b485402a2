/*
 * Short forms in doses, word by word: those of short.def, and the two that have a number within,
 * "q6h" and "x3d".  English: in other languages they are other words, and ours would be wrong.
 */
#include "lint/doser.h"

#include "base/ascii.h"
#include "lint/match.h"

#include <string.h>

enum letters { ANY_CASE, AS_IS };
enum where { ANYWHERE, AFTER_DOSE, AFTER_DROPS };

static const struct short_form {
    const char *name;
    enum letters letters;
    enum where where;
    const char *plain;
} short_forms[] = {
#define SHORT(name, letters, where, plain) {name, letters, where, plain},
#include "lint/short.def"
#undef SHORT
};

/* The word with a slash and one more letter, if that follows a single one: "D/C". */
static struct str slashed(const struct passage *passage, size_t at)
{
    const struct word *word = &passage->words[at];
    struct str text = passage->text->str;
    bool pair = word->str.len == 1 && at + 1 < passage->word_count && word[1].str.len == 1
                && word[1].off == word->off + 2 && text.ptr[word->off + 1] == '/';
    return str_part(text, word->off, pair ? 3 : word->str.len);
}

/* Whether they are the same but for full stops, and for case where that may be. */
static bool is_written(struct str word, const struct short_form *form)
{
    const char *name = form->name;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        if (c == '.')
            continue;
        if (c != *name && (form->letters == AS_IS || ascii_lower(c) != ascii_lower(*name)))
            return false;
        name++;
    }
    return word.len && !*name;
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

static const struct short_form *short_form_at(const struct passage *passage, size_t at);

static bool stands_there(const struct passage *passage, size_t at, enum where where)
{
    if (where == ANYWHERE)
        return true;
    if (!at || !follows(passage, at))
        return false;
    struct str before = passage->words[at - 1].str;
    static const char *const drops[] = {"drop", "drops", "gtt", "gtts"};
    for (size_t i = 0; i < sizeof drops / sizeof *drops; i++)
        if (str_ends(before, str_of(drops[i])))
            return true;
    return where == AFTER_DOSE && (word_is_number(before) || unit_of(before)
                                   || short_form_at(passage, at - 1));
}

static const struct short_form *short_form_at(const struct passage *passage, size_t at)
{
    struct str word = slashed(passage, at);
    for (size_t i = 0; i < sizeof short_forms / sizeof *short_forms; i++)
        if (is_written(word, &short_forms[i]) && stands_there(passage, at, short_forms[i].where))
            return &short_forms[i];
    return NULL;
}

static size_t digits_end(struct str word, size_t at)
{
    while (ascii_is_digit(char_at(word, at)))
        at++;
    return at;
}

/* "q6h" is every 6 hours, "q4-6h" 4 to 6, "x3d" for 3 days. @return absent for other words. */
static struct str with_number(struct arena *arena, struct str word)
{
    size_t low = digits_end(word, 1), range = char_at(word, low) == '-' && low > 1;
    size_t end = range ? digits_end(word, low + 1) : low;
    char first = ascii_lower(char_at(word, 0)), last = ascii_lower(char_at(word, end));
    bool hours = first == 'q' && last == 'h', days = first == 'x' && last == 'd';
    if (end == 1 || word.len != end + 1 || !(hours || days))
        return (struct str){0};
    struct str number = str_part(word, 1, low - 1);
    struct builder b = {.arena = arena};
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

void check_short_forms(struct doser *d)
{
    const struct passage *passage = d->passage;
    for (size_t i = 0; i < passage->word_count; i++) {
        struct str word = slashed(passage, i);
        const struct short_form *form = short_form_at(passage, i);
        struct str plain = form ? str_of(form->plain) : with_number(d->linter->arena, word);
        if (!plain.len || (unit_of(word) && behind_number(passage, i)))
            continue; /* of a unit it is said for the dose as a whole */
        if (!doser_first(d, word))
            continue;
        lint_find(d->linter, ERROR_PRONE_ABBREVIATION,
                  passage_place(passage, passage->words[i].off, word.len), word, plain);
    }
}
