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

/* @return whether there is a number in words */
static bool count_passage_words(int *of, const struct passage *passage)
{
    bool worded = false;
    for (size_t i = 0; i < passage->word_count; i++) {
        if (class_at(passage, i, CLASS_NUMBER)) {
            of[FACT_NUMBERS]++;
            of[FACT_BROKEN_NUMBERS] += !is_whole_number(passage, i);
        }
        of[FACT_DIRECT] += class_at(passage, i, CLASS_YOU) > 0;
        worded = worded || class_at(passage, i, CLASS_NUMBER_WORD);
    }
    of[FACT_ODDS] += times_said(SAYING_ODDS, passage);
    of[FACT_SUMS] += times_said(SAYING_SUM, passage);
    return worded;
}

/* ---- Sentences and sections ---- */

static void count_sentences(int *of, const struct prose *prose)
{
    bool worded = false;
    for (size_t i = 0; i < prose->count; i++) {
        const struct passage *passage = &prose->at[i];
        int count = (int)passage->sentence_count;
        if (!part_is_body(passage->part))
            continue;
        worded = count_passage_words(of, passage) || worded;
        if (passage->heading)
            continue;
        of[FACT_SENTENCES] += count;
        if (passage->part == PART_SUMMARY)
            of[FACT_SUMMARY] = count;
        else if (count > of[FACT_LONGEST])
            of[FACT_LONGEST] = count;
    }
    of[FACT_ANY_NUMBERS] = of[FACT_NUMBERS] || worded || !of[FACT_REVIEWED];
    of[FACT_NUMBERS_OR_SUMS] = of[FACT_ANY_NUMBERS] || of[FACT_SUMS];
}

static void count_sections(int *of, const struct article *article)
{
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        if (sections[i].kind == SECTION_IS_own_sections)
            continue;
        of[FACT_SECTIONS] += section_is_given(&sections[i], article);
        of[FACT_LISTS] += section_list(&sections[i], article).count > 1;
    }
    for (size_t i = 0; i < article->sections.count; i++) {
        of[FACT_SECTIONS]++;
        of[FACT_LISTS] += article->sections.at[i].items.count > 1;
    }
    of[FACT_PICTURE] = article->picture.file.str.len > 0;
    of[FACT_CAPTION] = article->picture.caption.str.len > 0;
    of[FACT_STEPS] = (int)article->dosage.steps.count;
    of[FACT_ASK_FIRST] = article->ask_first.count > 0;
    of[FACT_STOP_AND_CALL] = article->stop_and_call.count > 0;
    of[FACT_BENEFITS] = (int)article->benefits.count;
    of[FACT_CAUTIONS] = (int)article->cautions.count;
    of[FACT_UNKNOWNS] = (int)article->unknowns.count;
    of[FACT_REFERENCES] = (int)article->references.count;
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

static void count_rule_findings(int *of, const struct linter *linter)
{
#define FACT(id, one, many)
#define FOUND(rule, one, many) of[FACT_##rule] = linter->fired[RULE_##rule];
#include "lint/score/fact.def"
    of[FACT_PASSIVE_CORE] = count_passive(linter);
    of[FACT_OFTEN_NOT_PLAIN] = of[FACT_PLAIN_WORD] * 5 > of[FACT_SENTENCES];
    of[FACT_OFTEN_PASSIVE] = of[FACT_PASSIVE_VOICE] * 5 > of[FACT_SENTENCES];
}

/* "If the material includes information about when and how to contact a medical provider …" */
static void look_at_clinic(int *of, const struct clinic *clinic)
{
    bool reachable = clinic->phone.str.len || clinic->email.str.len || clinic->website.str.len;
    of[FACT_CALL_REACHABLE] = of[FACT_STOP_AND_CALL] && reachable;
    of[FACT_OWN_LABELS] = clinic->labels.count > 0;
    of[FACT_PLAN_OFF] = clinic->plan == PLAN_OFF;
}

struct facts facts_of(const struct linter *linter)
{
    struct facts facts = {{0}};
    int *of = facts.of;
    of[FACT_ALWAYS] = 1;
    of[FACT_REVIEWED] = lexicon_knows(linter->prose.lexicon);
    of[FACT_PAGE] = linter->pages != NULL;
    of[FACT_FOREIGN_HEADINGS] = linter->pages && has_foreign_heading(linter->pages->root);
    count_sentences(of, &linter->prose);
    count_sections(of, linter->article);
    count_rule_findings(of, linter);
    if (linter->clinic)
        look_at_clinic(of, linter->clinic);
    return facts;
}
