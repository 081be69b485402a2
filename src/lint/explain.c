/*
 * See explain.h.  What follows a word is read by its signs and its first words only: the rules that
 * ask rather miss a word that is not explained than nag about one that is.
 */
#include "lint/explain.h"

#include "base/ascii.h"
#include "lint/match.h"

const struct sentence *sentence_at(const struct passage *passage, size_t word)
{
    const struct sentence *sentence = passage->sentences;
    while (word >= sentence->first + sentence->count)
        sentence++;
    return sentence;
}

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
    if (at + 2 >= passage->word_count
        || !(phrase_at(passage, at, "which is") || phrase_at(passage, at, "which are")))
        return false;
    static const char *const describes[] = {"also", "common", "found", "in", "made", "not", "often",
                                            "used", NULL};
    struct str next = passage->words[at + 2].str;
    return !str_ends(next, STR("ed")) && !str_ends(next, STR("ly"))
           && !phrase_among(passage, at + 2, describes);
}

static bool ends_with(const struct passage *passage, size_t end, const char *const *phrases)
{
    for (; *phrases; phrases++)
        for (size_t at = end >= 3 ? end - 3 : 0; at < end; at++)
            if (at + phrase_at(passage, at, *phrases) == end)
                return true;
    return false;
}

bool opens_bracket(const struct passage *passage, size_t first)
{
    uint32_t off = passage->words[first].off;
    return off > 0 && passage->text->str.ptr[off - 1] == '(';
}

bool is_explained(const struct passage *passage, size_t first, size_t count)
{
    static const char *const aside[] = {"a", "an", "the", "which means", "meaning", "that is",
                                        "also called", "also known as", "called", NULL};
    static const char *const defines[] = {"means", "is a", "is an", "is the", "is when", "are a",
                                          "happens when", "is called", "are called", "stands for",
                                          "is short for", NULL};
    static const char *const names[] = {"called", "known as", "named", "word for", "term for",
                                        "name for", NULL};
    struct str rest = text_behind(passage, first + count - 1);
    size_t end = first + count;
    switch (char_at(rest, 0)) {
    case '(':
        if (says_something(rest))
            return true;
        break;
    case ':':
        return true;
    case ',':
        if (phrase_among(passage, end, aside) || says_which(passage, end))
            return true;
        break;
    default:
        if (phrase_among(passage, end, defines))
            return true;
    }
    return ends_with(passage, first, names);
}
