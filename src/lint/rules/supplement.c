/*
 * The statement on supplements, which may be printed in the words of the law only: 21 CFR
 * 101.93(c), class "lawful" of the lexicon.  Words are compared, not commas and capitals.  Whatever
 * else says that no agency evaluated a statement, or that a product is not meant for a disease, is
 * an attempt at it.
 */
#include "lint/rules/pattern.h"

/* Case is of no account: a clinic may print all of it in capitals. */
static bool is_statement_at(struct arena *arena, const struct passage *passage, size_t at,
                            const struct entry *entry)
{
    const struct text text = {.str = entry_instead(passage->lexicon, entry)};
    struct passage lawful = {.text = &text, .lexicon = passage->lexicon};
    cut_sentences(arena, &lawful);
    for (size_t i = 0; i < lawful.word_count; i++, at++)
        if (at >= passage->word_count || !str_equal(passage->words[at].low, lawful.words[i].low))
            return false;
    return true;
}

static bool has_statement(struct arena *arena, const struct passage *passage)
{
    for (size_t at = 0; at < passage->word_count; at++) {
        const struct entry *lawful = entry_at(passage, at, CLASS_LAWFUL, NULL);
        if (lawful && is_statement_at(arena, passage, at, lawful))
            return true;
    }
    return false;
}

/* The statement as the law has it. */
static struct str lawful_words(const struct passage *passage)
{
    bool many = class_within(passage, 0, passage->word_count, CLASS_STATEMENTS, NULL);
    struct str start = many ? STR("these statements have") : STR("this statement has");
    return entry_instead(passage->lexicon,
                         lexicon_find(passage->lexicon, start, CLASS_LAWFUL));
}

/* Once is enough in a text. */
void lint_supplement(struct linter *linter, const struct passage *passage)
{
    struct found found;
    if (!passage->heading && !has_statement(linter->arena, passage)
        && passage_says(SAYING_STATEMENT, passage, &found))
        lint_find(linter, SUPPLEMENT_STATEMENT, slice_place(passage, found.sentence->str),
                  lawful_words(passage));
}
