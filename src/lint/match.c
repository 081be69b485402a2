/* See match.h. */
#include "lint/match.h"

#include "base/ascii.h"

#include <stdlib.h>
#include <string.h>

/* One character of a word as the lists write it; *at moves behind it. */
static char plain_next(struct str word, size_t *at)
{
    if (str_starts(str_part(word, *at, word.len), STR("’"))) {
        *at += sizeof "’" - 1;
        return '\'';
    }
    return ascii_lower(word.ptr[(*at)++]);
}

/* The length of the word's part that is the prefix; 0 if it does not begin with it. */
static size_t prefix_length(struct str word, struct str lower)
{
    size_t at = 0, i = 0;
    while (i < lower.len && at < word.len && plain_next(word, &at) == lower.ptr[i])
        i++;
    return i == lower.len ? at : 0;
}

bool word_equals(struct str word, struct str lower)
{
    return word.len && prefix_length(word, lower) == word.len;
}

bool word_among(struct str word, const char *const *list)
{
    for (; *list; list++)
        if (word_equals(word, str_of(*list)))
            return true;
    return false;
}

static int compare(const void *key, const void *entry)
{
    return strcmp(key, *(const char *const *)entry);
}

bool word_among_sorted(struct str word, const char *const *list, size_t count)
{
    char lower[24];
    size_t length = 0;
    for (size_t at = 0; at < word.len && length + 1 < sizeof lower;)
        lower[length++] = plain_next(word, &at);
    lower[length] = '\0';
    return bsearch(lower, list, count, sizeof *list, compare);
}

/* The base without its last `cut` letters, then one of the endings. */
static bool ends_in(struct str word, struct str base, size_t cut, const char *const *endings)
{
    struct str stem = str_part(base, 0, base.len - cut);
    size_t length = prefix_length(word, stem);
    return length && word_among(str_part(word, length, word.len), endings);
}

bool is_vowel(char c)
{
    return c && strchr("aeiou", c);
}

bool word_inflects(struct str word, struct str base)
{
    static const char *const usual[] = {"s", "es", "ed", "ing", NULL};
    static const char *const after_e[] = {"ed", "ing", NULL};
    static const char *const after_y[] = {"ies", "ied", NULL};
    if (word_equals(word, base) || ends_in(word, base, 0, usual))
        return true;
    if (base.len < 3)
        return false;
    char last = base.ptr[base.len - 1], before = base.ptr[base.len - 2];
    if (last == 'e' && ends_in(word, base, 1, after_e))
        return true;
    if (last == 'y' && !is_vowel(before) && ends_in(word, base, 1, after_y))
        return true;
    const char doubled[][5] = {{last, 'e', 'd'}, {last, 'i', 'n', 'g'}};
    const char *const after_double[] = {doubled[0], doubled[1], NULL};
    return is_vowel(before) && ends_in(word, base, 0, after_double);
}

static bool word_matches(struct str word, struct str pattern)
{
    if (pattern.len && pattern.ptr[pattern.len - 1] == '~')
        return word_inflects(word, str_part(pattern, 0, pattern.len - 1));
    return word_equals(word, pattern);
}

bool word_adjoins(const struct passage *passage, size_t at)
{
    const struct word *word = &passage->words[at];
    size_t end = word->off + word->str.len;
    while (end < word[1].off)
        if (!is_space(utf8_next(passage->text->str, &end)))
            return false;
    return true;
}

size_t phrase_at(const struct passage *passage, size_t at, const char *phrase)
{
    if (at >= passage->word_count || *phrase != ascii_lower(passage->words[at].str.ptr[0]))
        return 0; /* most often so, and lists are long */
    struct str rest = str_of(phrase);
    size_t count = 0;
    while (rest.len) {
        size_t length = str_find(rest, ' '), i = at + count;
        if (i >= passage->word_count || (count && !word_adjoins(passage, i - 1))
            || !word_matches(passage->words[i].str, str_part(rest, 0, length)))
            return 0;
        count++;
        rest = length < rest.len ? str_part(rest, length + 1, rest.len) : (struct str){0};
    }
    return count;
}

size_t phrase_among(const struct passage *passage, size_t at, const char *const *phrases)
{
    for (; *phrases; phrases++) {
        size_t words = phrase_at(passage, at, *phrases);
        if (words)
            return words;
    }
    return 0;
}

bool phrase_within(const struct passage *passage, size_t first, size_t count, const char *phrase,
                   size_t *at)
{
    for (size_t i = first; i < first + count; i++) {
        size_t words = phrase_at(passage, i, phrase);
        if (words && i + words <= first + count) {
            if (at)
                *at = i;
            return true;
        }
    }
    return false;
}

bool any_within(const struct passage *passage, size_t first, size_t count,
                const char *const *phrases)
{
    for (; *phrases; phrases++)
        if (phrase_within(passage, first, count, *phrases, NULL))
            return true;
    return false;
}

bool any_in_part(const struct prose *prose, enum part part, const char *const *phrases)
{
    for (size_t i = 0; i < prose->count; i++)
        if (prose->at[i].part == part
            && any_within(&prose->at[i], 0, prose->at[i].word_count, phrases))
            return true;
    return false;
}
