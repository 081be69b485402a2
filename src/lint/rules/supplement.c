/*
 * The statement on supplements, which may be printed in the words of the law only: 21 CFR
 * 101.93(c).  Words are compared, not commas and capitals.  Whatever else says that no agency
 * evaluated a statement, or that a product is not meant for a disease, is an attempt at it.
 */
#include "lint/linter.h"
#include "lint/text/letters.h"

#include <string.h>

#define BEHIND                                                                                    \
    " not been evaluated by the Food and Drug Administration. This product is not intended to "    \
    "diagnose, treat, cure, or prevent any disease."
#define SINGULAR "This statement has" BEHIND
#define PLURAL "These statements have" BEHIND

/* The next word of the statement; *text moves behind it. */
static struct str pop_word(struct str *text)
{
    while (text->len && (text->ptr[0] == ' ' || text->ptr[0] == ',' || text->ptr[0] == '.'))
        *text = str_part(*text, 1, text->len);
    size_t end = 0;
    while (end < text->len && !strchr(" ,.", text->ptr[end]))
        end++;
    struct str word = str_part(*text, 0, end);
    *text = str_part(*text, end, text->len);
    return word;
}

/* Case is of no account: a clinic may print all of it in capitals. */
static bool is_statement_at(const struct linter *linter, const struct passage *passage, size_t at,
                            struct str statement)
{
    struct str lawful = in_small_letters(linter->arena, statement);
    for (struct str word = pop_word(&lawful); word.len; word = pop_word(&lawful), at++)
        if (at >= passage->word_count || !str_equal(passage->words[at].low, word))
            return false;
    return true;
}

static bool has_statement(const struct linter *linter, const struct passage *passage)
{
    for (size_t at = 0; at < passage->word_count; at++)
        if (passage->words[at].low.ptr[0] == 't'
            && (is_statement_at(linter, passage, at, STR(SINGULAR))
                || is_statement_at(linter, passage, at, STR(PLURAL))))
            return true;
    return false;
}

/* Whether a sentence tries to say it. Handouts, too, are not intended to diagnose. */
static bool attempts(const struct passage *passage, const struct sentence *sentence)
{
    bool below = passage->part == PART_DISCLAIMER;
    return (class_in(passage, sentence, CLASS_EVALUATED)
            && (below || class_in(passage, sentence, CLASS_STATEMENT)))
           || (class_in(passage, sentence, CLASS_INTENDED)
               && class_in(passage, sentence, CLASS_PRODUCT));
}

void lint_supplement(struct linter *linter)
{
    for (size_t i = 0; i < linter->prose.count; i++) {
        const struct passage *passage = &linter->prose.at[i];
        bool many = class_within(passage, 0, passage->word_count, CLASS_STATEMENTS, NULL);
        bool lawful = passage->heading || has_statement(linter, passage);
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
