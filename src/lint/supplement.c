/*
 * The statement on supplements, which may be printed in the words of the law only: 21 CFR
 * 101.93(c).  Words are compared, not commas and capitals.  Whatever else says that no agency
 * evaluated a statement, or that a product is not meant for a disease, is an attempt at it.
 */
#include "base/ascii.h"
#include "lint/linter.h"

#define BEHIND                                                                                    \
    " not been evaluated by the Food and Drug Administration. This product is not intended to "    \
    "diagnose, treat, cure, or prevent any disease."
#define SINGULAR "This statement has" BEHIND
#define PLURAL "These statements have" BEHIND

/* The next word of the statement, in the case in which it stands there; *text moves behind it. */
static struct str next_word(struct str *text)
{
    while (text->len && (text->ptr[0] == ' ' || text->ptr[0] == ',' || text->ptr[0] == '.'))
        *text = str_part(*text, 1, text->len);
    size_t end = 0;
    while (end < text->len && text->ptr[end] != ' ' && text->ptr[end] != ','
           && text->ptr[end] != '.')
        end++;
    struct str word = str_part(*text, 0, end);
    *text = str_part(*text, end, text->len);
    return word;
}

/* Case is of no account: a clinic may print all of it in capitals. */
static bool same_word(struct str word, struct str lawful)
{
    char lower[32];
    if (lawful.len > sizeof lower || word.len != lawful.len)
        return false;
    for (size_t i = 0; i < lawful.len; i++)
        lower[i] = ascii_lower(lawful.ptr[i]);
    return word_equals(word, (struct str){lower, lawful.len});
}

static bool is_statement_at(const struct passage *passage, size_t at, struct str statement)
{
    for (struct str word = next_word(&statement); word.len; word = next_word(&statement), at++)
        if (at >= passage->word_count || !same_word(passage->words[at].str, word))
            return false;
    return true;
}

static bool has_statement(const struct passage *passage)
{
    for (size_t at = 0; at < passage->word_count; at++)
        if (is_statement_at(passage, at, STR(SINGULAR))
            || is_statement_at(passage, at, STR(PLURAL)))
            return true;
    return false;
}

/* Whether a sentence tries to say it. Handouts, too, are not intended to diagnose. */
static bool attempts(const struct passage *passage, const struct sentence *sentence)
{
    static const char *const evaluated[] = {
        "evaluated by the food and drug", "evaluated by the fda", "evaluated by fda",
        "evaluated by the us food and drug", "evaluated by the u.s", /* the stop parts phrases */
        "reviewed by the food and drug", NULL};
    static const char *const intended[] = {"intended to diagnose", "intended to treat",
                                           "intended to be used to diagnose", "meant to diagnose",
                                           NULL};
    static const char *const products[] = {"product~", "supplement~", NULL};
    static const char *const statements[] = {"statement~", "claim~", NULL};
    size_t first = sentence->first, count = sentence->count;
    bool below = passage->part == PART_DISCLAIMER;
    return (any_within(passage, first, count, evaluated)
            && (below || any_within(passage, first, count, statements)))
           || (any_within(passage, first, count, intended)
               && any_within(passage, first, count, products));
}

void lint_supplement(struct linter *linter)
{
    for (size_t i = 0; i < linter->prose.count; i++) {
        const struct passage *passage = &linter->prose.at[i];
        bool many = phrase_within(passage, 0, passage->word_count, "statements", NULL);
        bool lawful = passage->heading || has_statement(passage);
        for (size_t n = 0; n < passage->sentence_count && !lawful; n++) {
            const struct sentence *sentence = &passage->sentences[n];
            if (!attempts(passage, sentence))
                continue;
            lint_find(linter, SUPPLEMENT_STATEMENT,
                      passage_place(passage, sentence->off, sentence->len),
                      many ? STR(PLURAL) : STR(SINGULAR));
            lawful = true; /* once is enough */
        }
    }
}
