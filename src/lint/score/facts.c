/* See facts.h.  A pass over the words, and one over the findings and the tags. */
#include "lint/score/facts.h"

#include "base/ascii.h"

/* ---- Words ---- */

static bool is_whole_number(const struct passage *passage, size_t at)
{
    struct str word = passage->words[at].str, rest = text_behind(passage, at);
    bool fraction = char_at(rest, 0) == '/' && ascii_is_digit(char_at(rest, 1));
    return str_find(word, '.') == word.len && char_at(rest, 0) != '%' && !fraction;
}

/* "20 %", "20 percent", "1 in 5", "one in five", "3 out of 10" */
static bool is_odds(const struct passage *passage, size_t at)
{
    bool number = class_at(passage, at, CLASS_NUMBER);
    if (number && (char_at(text_behind(passage, at), 0) == '%'
                   || class_at(passage, at + 1, CLASS_PERCENT)))
        return true;
    if (!number && !class_at(passage, at, CLASS_NUMBER_WORD) && !class_at(passage, at, CLASS_ONE))
        return false;
    size_t next = at + 1 + class_at(passage, at + 1, CLASS_OUT_OF);
    return next > at + 1 && (class_at(passage, next, CLASS_NUMBER)
                             || class_at(passage, next, CLASS_NUMBER_WORD));
}

/* "5 mg/kg", and what says to reckon. */
static bool is_sum(const struct passage *passage, size_t at)
{
    const struct word *word = &passage->words[at];
    return class_at(passage, at, CLASS_RECKON)
           || (str_equal(word->low, STR("kg"))
               && char_at(passage->text->str, word->off - 1) == '/');
}

static void count_passage_words(struct facts *facts, const struct passage *passage)
{
    for (size_t i = 0; i < passage->word_count; i++) {
        if (class_at(passage, i, CLASS_NUMBER)) {
            facts->numbers++;
            facts->broken_numbers += !is_whole_number(passage, i);
        }
        facts->odds += is_odds(passage, i);
        facts->sums += is_sum(passage, i);
        facts->number_words += class_at(passage, i, CLASS_NUMBER_WORD) > 0;
        facts->direct += class_at(passage, i, CLASS_YOU) > 0;
    }
}

/* ---- Sentences and sections ---- */

static void count_sentences(struct facts *facts, const struct prose *prose)
{
    for (size_t i = 0; i < prose->count; i++) {
        const struct passage *passage = &prose->at[i];
        int count = (int)passage->sentence_count;
        if (!part_is_body(passage->part))
            continue;
        count_passage_words(facts, passage);
        if (passage->heading)
            continue;
        facts->sentences += count;
        if (passage->part == PART_SUMMARY)
            facts->summary = count;
        else if (count > facts->longest)
            facts->longest = count;
    }
}

static void count_sections(struct facts *facts, const struct article *article)
{
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        if (sections[i].kind == SECTION_IS_own_sections)
            continue;
        facts->sections += section_is_given(&sections[i], article);
        facts->lists += section_list(&sections[i], article).count > 1;
    }
    for (size_t i = 0; i < article->sections.count; i++) {
        facts->sections++;
        facts->lists += article->sections.at[i].items.count > 1;
    }
    facts->steps = (int)article->dosage.steps.count;
}

/* ---- Findings and tags ---- */

static bool is_in(struct place place, const struct text *text)
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
            count += is_in(diag->at, &article->summary) || is_in(diag->at, &article->dosage.how);
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
    struct facts facts = {.reviewed = lexicon_knows(linter->prose.lexicon)};
    count_sentences(&facts, &linter->prose);
    count_sections(&facts, linter->article);
    facts.passive_core = count_passive(linter);
    facts.foreign_headings = linter->pages && has_foreign_heading(linter->pages->root);
    return facts;
}
