/*
 * See explain.h.  What follows a word is read by its signs and its first words only, as
 * patterns.def has it: the rules that ask rather miss a word that is not explained than nag about
 * one that is.
 */
#include "lint/rules/explain.h"

#include "base/ascii.h"
#include "lint/rules/pattern.h"

/* Whether the bracket has a word in small letters: "(a stomach bug)", but not "(NF-κB, STAT)". */
bool bracket_explains(const struct found *found)
{
    struct str bracket = text_behind(found->passage, found->passage->words[found->start - 1].str);
    int run = 0;
    for (size_t i = 1; i < bracket.len && bracket.ptr[i] != ')' && run < 3; i++)
        run = ascii_is_lower(bracket.ptr[i]) ? run + 1 : 0;
    return run == 3 && !ascii_is_digit(bracket.ptr[1]);
}

enum { NAMING_MOST = 3 }; /* words: "is known as" */

/* "… called X" */
static bool is_called(const struct passage *passage, size_t first)
{
    for (size_t at = first > NAMING_MOST ? first - NAMING_MOST : 0; at < first; at++)
        if (at + class_at(passage, at, CLASS_NAMES) == first)
            return true;
    return false;
}

/*
 * Whether the words are one of several: "a PPI, a diuretic, or an antibiotic".  They are if an
 * article stands before them too, or a comma, and "or" or "and" comes later in the sentence.
 */
static bool goes_on_as_list(const struct passage *passage, size_t first, size_t end)
{
    const struct sentence *sentence = sentence_at(passage, first);
    size_t last = sentence->first + sentence->count;
    bool one_of = first > sentence->first
                  && (class_at(passage, first - 1, CLASS_ARTICLE)
                      || char_at(gap_before(passage, first), 0) == ',');
    return one_of && class_within(passage, end, last - end, CLASS_LISTING, NULL);
}

bool opens_bracket(const struct passage *passage, size_t first)
{
    return str_ends(gap_before(passage, first), STR("("));
}

bool is_explained(const struct passage *passage, size_t first, size_t count)
{
    const struct sentence *sentence = sentence_at(passage, first);
    size_t end = first + count;
    return is_called(passage, first) || is_said_at(SAYING_EXPLANATION, passage, sentence, end)
           || (is_said_at(SAYING_ASIDE, passage, sentence, end)
               && !goes_on_as_list(passage, first, end));
}
