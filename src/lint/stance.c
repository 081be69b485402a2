/* See stance.h. */
#include "lint/stance.h"

/* ---- Between words ---- */

struct str gap_behind(const struct passage *passage, size_t at)
{
    const struct word *word = &passage->words[at];
    size_t end = word->off + word->str.len;
    return str_part(passage->text->str, end, word[1].off - end);
}

bool clause_ends(const struct passage *passage, size_t at)
{
    struct str gap = gap_behind(passage, at);
    for (size_t i = 0; i < gap.len; i++) {
        struct str rest = str_part(gap, i, gap.len);
        if (gap.ptr[i] == ';' || gap.ptr[i] == ':' || gap.ptr[i] == '('
            || str_starts(rest, STR("–")) || str_starts(rest, STR("—"))
            || str_starts(rest, STR(" - ")))
            return true;
    }
    return false;
}

/* ---- Denied, supposed, asked ---- */

bool is_negator(struct str word)
{
    static const char *const negators[] = {
        "not",  "no",     "never",   "none",    "nothing", "neither", "nor", "without",
        "nobody", "cannot", "hardly", "unproven", NULL};
    struct str tail = str_part(word, word.len > 2 ? word.len - 2 : 0, 2);
    return word_among(word, negators)
           || (word.len > 3 && word_equals(tail, STR("'t")))
           || (word.len > 4 && str_ends(word, STR("’t")));
}

/* "But" begins anew, and "not only" denies nothing. */
bool is_denied(const struct passage *passage, size_t first, size_t at)
{
    bool denied = false;
    for (size_t i = first; i < at; i++) {
        struct str word = passage->words[i].str;
        if (word_equals(word, STR("but")))
            denied = false;
        else if (phrase_at(passage, i, "not only") == 0
                 && (is_negator(word) || phrase_at(passage, i, "rather than")
                     || phrase_at(passage, i, "instead of")))
            denied = true;
        if (str_find(gap_behind(passage, i), ';') < gap_behind(passage, i).len)
            denied = false;
    }
    return denied;
}

bool is_supposed(const struct passage *passage, size_t first, size_t at)
{
    static const char *const cases[] = {"if",    "whether", "unless",   "ask",      "claim",
                                        "claims", "promise", "promises", "promised", NULL};
    for (size_t i = first; i < at; i++)
        if (word_among(passage->words[i].str, cases))
            return true;
    return false;
}

bool is_question(const struct passage *passage, const struct sentence *sentence)
{
    struct str s = str_part(passage->text->str, sentence->off, sentence->len);
    return str_find(s, '?') < s.len;
}

/* ---- Open ---- */

bool is_hedged(const struct passage *passage, size_t first, size_t count)
{
    static const char *const hedges[] = {
        "may", "might", "could", "maybe", "perhaps", "possibly", "possible", "probably", "likely",
        "sometimes", "can help", "can also help", "some people", "some studies", "some study",
        "several studies", "some research", "some evidence", "a few studies", "few studies",
        "one study", "small study~", "early study~", "early research", "some users", "in some",
        "for some", "most people", "many people", "some patients", "some kinds", "seem~", "appear~",
        "suggest~", "is studied", "being studied", "are studied", "been studied", "was studied",
        "were studied", "studied for", "being tested", "is thought", "are thought", "thought to",
        "believed", "researchers", "scientists", "tend~", "unclear", "not clear", "not known",
        "said to", "used for", "limited", "mixed", "hope~", "promising", "to try to", NULL};
    return any_within(passage, first, count, hedges);
}
