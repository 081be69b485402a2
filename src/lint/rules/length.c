/*
 * What is too long: sentences, the lists, the summary.  A lead-in is read with the text behind it,
 * so its words count in that text's first sentence.
 */
#include "lint/linter.h"

enum { SENTENCE_MOST = 25, MEAN_MOST = 15, LIST_MOST = 7, SUMMARY_MOST = 3 };

/* The words of a sentence as it is read. */
static size_t sentence_words(const struct passage *passage, const struct sentence *sentence)
{
    bool led = passage->lead && sentence == passage->sentences;
    return sentence->count + (led ? passage->lead->word_count : 0);
}

/* ---- Sentences ---- */

struct tally {
    size_t sentences, words;
    size_t longest; /* words of the longest sentence */
    struct place where;
};

static void measure(struct linter *linter, const struct passage *passage, struct tally *tally)
{
    for (size_t i = 0; i < passage->sentence_count; i++) {
        const struct sentence *sentence = &passage->sentences[i];
        size_t words = sentence_words(passage, sentence);
        struct place place = slice_place(passage, sentence->str);
        if (words > SENTENCE_MOST)
            lint_find(linter, LONG_SENTENCE, place, str_of_int(linter->arena, words));
        if (words > tally->longest) {
            tally->longest = words;
            tally->where = place;
        }
        tally->sentences++;
        tally->words += words;
    }
}

static void check_mean(struct linter *linter, const struct tally *tally)
{
    int32_t mean = (int32_t)((tally->words * 1000 + tally->sentences / 2) / tally->sentences);
    struct builder hint = {.arena = linter->arena};
    if ((mean + 50) / 100 <= MEAN_MOST * 10) /* as it is printed */
        return;
    builder_printf(&hint, "make two of long ones: the longest, of %zu words, is on line %u",
                   tally->longest,
                   (unsigned)source_position(tally->where.source, tally->where.span.off).line);
    lint_find(linter, SENTENCE_MEAN, lint_whole(linter), lint_decimal(linter, mean),
              builder_str(&hint));
}

void lint_sentences(struct linter *linter)
{
    struct tally tally = {0};
    for (size_t i = 0; i < linter->prose.count; i++)
        if (passage_is_text(&linter->prose.at[i]))
            measure(linter, &linter->prose.at[i], &tally);
    if (tally.sentences)
        check_mean(linter, &tally);
}

/* ---- Lists and the summary ---- */

static void check_list(struct linter *linter, struct section_list list)
{
    if (list.count > LIST_MOST)
        lint_find(linter, LONG_LIST, list.place, list.path,
                  str_of_int(linter->arena, list.count));
}

/* Points at what is too much: the sentences behind the third. */
static void check_summary(struct linter *linter, const struct passage *summary)
{
    if (summary->sentence_count <= SUMMARY_MOST)
        return;
    const struct sentence *last = &summary->sentences[summary->sentence_count - 1];
    lint_find(linter, LONG_SUMMARY,
              slice_place(summary, str_spanning(summary->sentences[SUMMARY_MOST].str, last->str)),
              str_of_int(linter->arena, summary->sentence_count));
}

void lint_lists(struct linter *linter)
{
    const struct own_sections *own = &linter->article->sections;
    for (size_t i = 0; i < SECTION_COUNT; i++)
        check_list(linter, section_list(&sections[i], linter->article));
    for (size_t i = 0; i < own->count; i++)
        check_list(linter, (struct section_list){own->at[i].title.str, own->at[i].items.count,
                                                 own->at[i].items.place});
    for (size_t i = 0; i < linter->prose.count; i++)
        if (linter->prose.at[i].part == PART_SUMMARY)
            check_summary(linter, &linter->prose.at[i]);
}
