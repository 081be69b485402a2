/*
 * References that no text could be tied to.  A reference belongs if its title shares a word of
 * substance with the handout: words are compared by their stems, and words that any study may have
 * in its title ("effects", "review") tie nothing.  A title of such words alone is not judged, nor
 * one in another language.
 */
#include "base/array.h"
#include "base/ascii.h"
#include "lint/linter.h"
#include "prose/letters.h"

#include <stdlib.h>
#include <string.h>

enum { LETTERS_LEAST = 3 };
enum { STEM = 6 }; /* bytes: "gastro" is gastric's neighbour, and that is near enough */

struct stems {
    ARRAY(uint64_t);
};

/* ---- Words of a text ---- */

/* Words of other scripts are in no English text: they are not asked for. */
static bool has_substance(const struct linter *linter, struct str word)
{
    bool letter = false;
    if ((unsigned char)char_at(word, 0) >= 0x80)
        return false;
    for (size_t i = 0; i < word.len; i++)
        letter = letter || !ascii_is_digit(word.ptr[i]);
    return letter && word.len >= LETTERS_LEAST
           && !lexicon_find(linter->prose.lexicon, in_small_letters(linter->arena, word),
                            CLASS_TITLE_WORD);
}

/* The first letters without an ending, as one number: of berry and berries those of "berr". */
static uint64_t stem_of(struct str word)
{
    uint64_t stem = 0;
    size_t length = word.len < STEM ? word.len : STEM;
    while (length > 3 && strchr("seyi", ascii_lower(word.ptr[length - 1])))
        length--;
    for (size_t i = 0; i < length; i++)
        stem = stem << 8 | (unsigned char)ascii_lower(word.ptr[i]);
    return stem;
}

static int compare_stems(const void *a, const void *b)
{
    uint64_t one = *(const uint64_t *)a, other = *(const uint64_t *)b;
    return (one > other) - (one < other);
}

/* ---- The handout's ---- */

static void add_words(const struct linter *linter, struct stems *stems, struct str s)
{
    struct str word;
    for (size_t at = 0; (word = next_part(s, &at)).len;)
        if (has_substance(linter, word))
            *ARRAY_PUSH(linter->arena, stems) = stem_of(word);
}

/* Of all that is read on the page but the disclaimer. */
static struct stems handout_stems(const struct linter *linter)
{
    const struct prose *prose = &linter->prose;
    const struct texts *topic = &linter->article->topic;
    struct stems stems = {0};
    add_words(linter, &stems, linter->article->published.title.str);
    for (size_t i = 0; i < prose->count; i++)
        if (prose->at[i].part != PART_DISCLAIMER)
            add_words(linter, &stems, prose->at[i].text->str);
    for (size_t i = 0; i < topic->count; i++)
        add_words(linter, &stems, topic->at[i].str);
    if (stems.count)
        qsort(stems.at, stems.count, sizeof *stems.at, compare_stems);
    return stems;
}

/* ---- The rule ---- */

/* Whether the text shares a word with the handout, or has none to share. */
static bool is_tied(const struct linter *linter, const struct stems *stems, struct str text)
{
    bool judged = false;
    struct str word;
    for (size_t at = 0; (word = next_part(text, &at)).len;) {
        if (!has_substance(linter, word))
            continue;
        judged = true;
        uint64_t stem = stem_of(word);
        if (stems->count && bsearch(&stem, stems->at, stems->count, sizeof stem, compare_stems))
            return true;
    }
    return !judged;
}

/* Whether a title has two words that hold any sentence of the language together: "de la". */
static bool reads_as_ours(const struct linter *linter, struct str title)
{
    int small = 0;
    struct str word;
    for (size_t at = 0; (word = next_part(title, &at)).len;)
        small += lexicon_find(linter->prose.lexicon, in_small_letters(linter->arena, word),
                              CLASS_SMALL_WORD) != NULL;
    return small > 1;
}

/* Articles in other languages rest on English studies: there a title must show that it is none. */
static bool is_foreign(const struct linter *linter, const struct reference *reference,
                       struct str title)
{
    struct str ours = str_of(linter->prose.lexicon->language);
    if (reference->language_tag.len) /* what is none, such as "English", says nothing */
        return !language_is(reference->language_tag, ours);
    return !str_equal(ours, STR("en")) && !reads_as_ours(linter, title);
}

void lint_references(struct linter *linter)
{
    const struct references *references = &linter->article->references;
    if (!references->count)
        return;
    struct stems stems = handout_stems(linter);
    for (size_t i = 0; i < references->count; i++) {
        const struct reference *reference = &references->at[i];
        bool text = reference->kind == REFERENCE_TEXT;
        struct str title = text ? reference->text.str : reference->title;
        if (!is_foreign(linter, reference, title) && !is_tied(linter, &stems, title))
            lint_find_plain(linter, UNTIED_REFERENCE, reference->place);
    }
}
