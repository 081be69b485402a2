/* See facts.h.  A pass over the words, and one over the findings and the tags. */
#include "lint/score/facts.h"

#include "base/ascii.h"
#include "lint/rules/pattern.h"

/* ---- Words ---- */

static bool is_whole_number(const struct passage *passage, size_t at)
{
    struct str word = passage->words[at].str, rest = text_behind(passage, word);
    bool fraction = char_at(rest, 0) == '/' && ascii_is_digit(char_at(rest, 1));
    return str_find(word, '.') == word.len && char_at(rest, 0) != '%' && !fraction;
}

/* What the body's texts have. */
struct text_count {
    int numbers, broken, odds, sums, direct, sentences;
    int summary, longest; /* sentences of it, and of the longest other text */
    bool worded;          /* a number in words */
};

static void count_numbers(struct text_count *text, const struct passage *passage)
{
    for (size_t i = 0; i < passage->word_count; i++) {
        bool number = class_at(passage, i, CLASS_NUMBER);
        text->numbers += number;
        text->broken += number && !is_whole_number(passage, i);
        text->direct += class_at(passage, i, CLASS_YOU) > 0;
        text->worded = text->worded || class_at(passage, i, CLASS_NUMBER_WORD);
    }
    text->odds += times_said(SAYING_ODDS, passage);
    text->sums += times_said(SAYING_SUM, passage);
}

static struct text_count count_text(const struct prose *prose)
{
    struct text_count text = {0};
    for (size_t i = 0; i < prose->count; i++) {
        const struct passage *passage = &prose->at[i];
        int count = (int)passage->sentence_count;
        if (part_is_body(passage->part))
            count_numbers(&text, passage);
        if (!passage_is_text(passage))
            continue;
        text.sentences += count;
        if (passage->part == PART_SUMMARY)
            text.summary = count;
        else if (count > text.longest)
            text.longest = count;
    }
    return text;
}

/* ---- Sections ---- */

/* @param lists  only those with a list of two items or more */
static int count_sections(const struct article *article, bool lists)
{
    int count = 0;
    for (size_t i = 0; i < SECTION_COUNT; i++)
        if (sections[i].kind != SECTION_IS_own_sections)
            count += lists ? section_list(&sections[i], article).count > 1
                           : section_is_given(&sections[i], article);
    for (size_t i = 0; i < article->sections.count; i++)
        count += !lists || article->sections.at[i].items.count > 1;
    return count;
}

/* "If the material includes information about when and how to contact a medical provider …" */
static bool is_reachable(const struct clinic *clinic)
{
    return clinic
           && (clinic->phone.str.len || clinic->email.str.len || clinic->website.str.len);
}

/* ---- Findings and tags ---- */

static bool is_within_text(struct place place, const struct text *text)
{
    return text->str.ptr && place.source == text->at.source
           && place.span.off >= text->at.span.off
           && place.span.off < text->at.span.off + text->at.span.len;
}

/* Of the main message and of what to do. */
static int count_passive(const struct linter *linter)
{
    const struct article *article = linter->article;
    int count = 0;
    for (const struct diag *diag = linter->found.first; diag; diag = diag->next)
        if (diag->id == DIAG_PASSIVE_VOICE)
            count += is_within_text(diag->at, &article->summary)
                     || is_within_text(diag->at, &article->dosage.how);
    return count;
}

/* Labels that have no file for the language of the text are in English, and tagged so. */
static bool has_foreign_heading(const struct tag *tag)
{
    if (tag->kind == TAG_H2 && tag->language.len)
        return true;
    for (const struct kid *kid = tag->first; kid; kid = kid->next)
        if (kid->tag && has_foreign_heading(kid->tag))
            return true;
    return false;
}

struct facts facts_of(const struct linter *linter)
{
    const struct article *article = linter->article;
    const struct clinic *clinic = linter->clinic;
    const struct pages *pages = linter->pages;
    const struct text_count text = count_text(&linter->prose);
    struct facts facts = {{0}};
    int *of = facts.of;
#define FACT(id, one, many, value) of[FACT_##id] = (int)(value);
#define FOUND(rule, one, many) of[FACT_##rule] = linter->fired[RULE_##rule];
#include "lint/score/fact.def"
    return facts;
}
