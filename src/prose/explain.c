/*
 * See explain.h.  What follows a word is read by its signs and its first words only: the rules that
 * ask rather miss a word that is not explained than nag about one that is.
 */
#include "prose/explain.h"

#include "base/ascii.h"

/* Whether the bracket has a word in small letters: "(a stomach bug)", but not "(NF-κB, STAT)". */
static bool says_something(struct str bracket)
{
    int run = 0;
    for (size_t i = 1; i < bracket.len && bracket.ptr[i] != ')'; i++) {
        run = bracket.ptr[i] >= 'a' && bracket.ptr[i] <= 'z' ? run + 1 : 0;
        if (run == 3)
            return !ascii_is_digit(bracket.ptr[1]);
    }
    return false;
}

/* ", which is swelling", but not ", which is often used". */
static bool says_which(const struct passage *passage, size_t at)
{
    size_t next = at + class_at(passage, at, CLASS_WHICH);
    return next > at && next < passage->word_count
           && !str_ends(passage->words[next].str, STR("ed"))
           && !class_at(passage, next, CLASS_ADVERB) && !class_at(passage, next, CLASS_DESCRIBES);
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
    struct str rest = text_behind(passage, passage->words[first + count - 1].str);
    size_t end = first + count;
    switch (char_at(rest, 0)) {
    case '(':
        if (says_something(rest))
            return true;
        break;
    case ':':
        return true;
    case ',':
        if ((class_at(passage, end, CLASS_ARTICLE) && !goes_on_as_list(passage, first, end))
            || class_at(passage, end, CLASS_ASIDE) || says_which(passage, end))
            return true;
        break;
    default:
        if (class_at(passage, end, CLASS_DEFINES))
            return true;
    }
    return is_called(passage, first);
}
