/*
 * How hard the text is to read: the body as a whole and part by part, and what makes it so.
 *
 * The text is cut into MEASURES, one a sentence, and all figures are sums of them.  A point's
 * lead-in is read as the beginning of its text, so its words count in the first sentence there.
 */
#include "lint/score/reading.h"

#include "base/array.h"
#include "base/ascii.h"
#include "lint/linter.h"
#include "prose/syllables.h"
#include "prose/topic.h"

#include <math.h>
#include <stdlib.h>

enum {
    /* Below, a grade says nothing: among 30 words four syllables are the 1.5 that it may be off. */
    PART_WORDS_LEAST = 30,
    /* A shorter sentence is scored as if words of the usual length filled it up to this: no
       rewriting is called for by "kidney disease" in a list, which is of grade 14 by itself. */
    SENTENCE_WORDS_LEAST = 10,
    LONG_WORD = 3, /* syllables */
    ERROR = 1500,  /* what a grade may be off */
};

/* ---- Formulas ---- */

static int32_t thousandths(double value)
{
    return (int32_t)lround(value * 1000);
}

int32_t flesch_kincaid(double sentence_words, double word_syllables)
{
    return thousandths(0.39 * sentence_words + 11.8 * word_syllables - 15.59);
}

int32_t inflesz_ease(double sentence_words, double word_syllables)
{
    return thousandths(206.835 - sentence_words - 62.3 * word_syllables);
}

int32_t smog_grade(double sentence_long_words)
{
    return thousandths(1.0430 * sqrt(30 * sentence_long_words) + 3.1291);
}

static int32_t score(enum formula formula, double sentence_words, double word_syllables)
{
    return formula == FORMULA_ENGLISH ? flesch_kincaid(sentence_words, word_syllables)
                                      : inflesz_ease(sentence_words, word_syllables);
}

/* The harder, the more, of any of them. */
static int32_t hardness(enum formula formula, int32_t value)
{
    return formula == FORMULA_SPANISH ? -value : value;
}

/* ---- The hardest ---- */

struct ranked {
    struct hard hard;
    struct str low; /* of a word, in small letters */
    int32_t key;    /* how hard */
};

/* The hardest first. */
struct hardest {
    struct ranked at[HARDEST];
    size_t count;
};

static void keep_hardest(struct hardest *list, struct ranked ranked)
{
    size_t at = list->count;
    while (at > 0 && list->at[at - 1].key < ranked.key)
        at--;
    if (at == HARDEST)
        return;
    list->count += list->count < HARDEST;
    for (size_t i = list->count - 1; i > at; i--)
        list->at[i] = list->at[i - 1];
    list->at[at] = ranked;
}

static const struct hard *listed(struct arena *arena, const struct hardest *list)
{
    struct hard *hard = ARENA_ARRAY(arena, list->count, struct hard);
    for (size_t i = 0; i < list->count; i++)
        hard[i] = list->at[i].hard;
    return hard;
}

/* ---- Measuring ---- */

/* One sentence, and the sums of its words. */
struct measure {
    const struct passage *passage;
    const struct sentence *sentence;
    struct reading sums;
};

struct reader {
    struct linter *linter;
    enum formula formula;
    struct topic topic;
    struct {
        ARRAY(struct measure);
    } measures;
    struct reading body, parts[PART_COUNT];
    struct hardest words, sentences;
};

static bool is_listed_word(const struct hardest *list, struct str word)
{
    for (size_t i = 0; i < list->count; i++)
        if (str_equal(list->at[i].low, word))
            return true;
    return false;
}

/* A telephone number is long, but not a hard word. */
static bool has_letter(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (ascii_is_letter(word.ptr[i]) || (unsigned char)word.ptr[i] >= 0x80)
            return true;
    return false;
}

static void rank_word(struct reader *reader, const struct passage *passage, size_t at,
                      int syllables)
{
    const struct word *word = &passage->words[at];
    struct hard hard = {words_place(passage, at, 1), word->str, syllables * 1000};
    int32_t key = hard.score + (int32_t)utf8_length(word->str);
    if (!is_listed_word(&reader->words, word->low))
        keep_hardest(&reader->words, (struct ranked){hard, word->low, key});
}

static void measure_words(struct reader *reader, struct reading *sums,
                          const struct passage *passage, size_t first, size_t count)
{
    for (size_t i = first; i < first + count; i++) {
        const struct word *word = &passage->words[i];
        int syllables = reader->formula == FORMULA_ENGLISH ? syllables_english(word->str)
                                                           : syllables_spanish(word->str);
        sums->words++;
        sums->syllables += syllables;
        if (syllables < LONG_WORD || !has_letter(word->str))
            continue;
        sums->long_words++;
        if (topic_has(&reader->topic, word))
            continue;
        sums->long_words_plain++;
        rank_word(reader, passage, i, syllables);
    }
}

static void add_sums(struct reading *to, const struct reading *more)
{
    to->words += more->words;
    to->sentences += more->sentences;
    to->syllables += more->syllables;
    to->long_words += more->long_words;
    to->long_words_plain += more->long_words_plain;
}

static void measure_passage(struct reader *reader, const struct passage *passage)
{
    const struct passage *lead = passage->lead;
    for (size_t i = 0; i < passage->sentence_count; i++) {
        const struct sentence *sentence = &passage->sentences[i];
        struct reading sums = {.sentences = 1};
        if (i == 0 && lead)
            measure_words(reader, &sums, lead, 0, lead->word_count);
        measure_words(reader, &sums, passage, sentence->first, sentence->count);
        add_sums(&reader->parts[passage->part], &sums);
        add_sums(&reader->body, &sums);
        *ARRAY_PUSH(reader->linter->arena, &reader->measures) =
            (struct measure){passage, sentence, sums};
    }
}

/* ---- Scores ---- */

static void score_sentence(struct reader *reader, struct measure *m)
{
    double usual = (double)reader->body.syllables / reader->body.words;
    double words = m->sums.words, syllables = m->sums.syllables;
    if (words < SENTENCE_WORDS_LEAST) {
        syllables += (SENTENCE_WORDS_LEAST - words) * usual;
        words = SENTENCE_WORDS_LEAST;
    }
    int32_t value = score(reader->formula, words, syllables / words);
    struct hard hard = {slice_place(m->passage, m->sentence->str), m->sentence->str, value};
    m->sums.score = value;
    keep_hardest(&reader->sentences,
                 (struct ranked){.hard = hard, .key = hardness(reader->formula, value)});
}

static struct reading scored(enum formula formula, struct str part, struct reading sums)
{
    double sentence_words = (double)sums.words / sums.sentences;
    sums.part = part;
    sums.score = score(formula, sentence_words, (double)sums.syllables / sums.words);
    sums.sentence_mean = thousandths(sentence_words);
    if (formula == FORMULA_ENGLISH) {
        sums.smog = smog_grade((double)sums.long_words / sums.sentences);
        sums.smog_plain = smog_grade((double)sums.long_words_plain / sums.sentences);
    }
    return sums;
}

static void report_reading(struct reader *reader, struct lint_result *result)
{
    struct arena *arena = reader->linter->arena;
    struct reading *readings = ARENA_ARRAY(arena, 1 + PART_COUNT, struct reading);
    readings[result->reading_count++] = reader->body =
        scored(reader->formula, (struct str){0}, reader->body);
    for (int part = 0; part < PART_COUNT; part++)
        if (reader->parts[part].words)
            readings[result->reading_count++] = reader->parts[part] =
                scored(reader->formula, part_name((enum part)part), reader->parts[part]);
    result->readings = readings;
    result->sentences = listed(arena, &reader->sentences);
    result->sentence_count = reader->sentences.count;
    result->words = listed(arena, &reader->words);
    result->word_count = reader->words.count;
}

/* ---- Rules ---- */

/* To one decimal, which is what is printed and so what is compared with the limits. */
static int32_t rounded(int32_t score)
{
    return (score + (score < 0 ? -50 : 50)) / 100 * 100;
}

/* Schools end at grade 18, and points of ease at 0: there is no figure for what lies beyond. */
static struct str score_text(const struct reader *reader, int32_t score)
{
    if (reader->formula == FORMULA_ENGLISH && rounded(score) > 18000)
        return STR("over 18");
    return rounded(score) < 0 ? STR("under 0") : lint_decimal(reader->linter, rounded(score));
}

static struct str reading_hint(const struct reader *reader)
{
    const struct place *at = &reader->sentences.at[0].hard.at;
    struct builder b = {.arena = reader->linter->arena};
    builder_printf(&b, "the hardest sentence is on line %d; --report lists ten",
                   (int)source_position(at->source, at->span.off).line);
    return builder_str(&b);
}

/* What is too hard, the hardest first; in points of ease, less is harder. */
static const struct limit {
    enum formula formula;
    int32_t most; /* as hardness() has it */
    enum rule body, part;
} limits[] = {
    {FORMULA_ENGLISH, 8000, RULE_READING_GRADE, RULE_SECTION_GRADE},
    {FORMULA_ENGLISH, 6000, RULE_READING_GOAL, RULE_SECTION_GOAL},
    {FORMULA_SPANISH, -55000, RULE_SPANISH_EASE, RULE_COUNT},
    {FORMULA_SPANISH, -65000, RULE_SPANISH_GOAL, RULE_COUNT},
};

static bool is_over(const struct reader *reader, const struct limit *limit, int32_t value)
{
    return limit->formula == reader->formula
           && hardness(reader->formula, rounded(value)) > limit->most;
}

static void judge_body(const struct reader *reader)
{
    int32_t value = reader->body.score;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (is_over(reader, &limits[i], value)) {
            lint_report(reader->linter, limits[i].body, lint_whole(reader->linter),
                        score_text(reader, value), reading_hint(reader));
            return;
        }
}

/* The hardest sentence of a part is where its rewriting begins. */
static struct place hardest_of(const struct reader *reader, enum part part)
{
    const struct measure *hardest = NULL;
    for (const struct measure *m = reader->measures.at;
         m < reader->measures.at + reader->measures.count; m++)
        if (m->passage->part == part && (!hardest || m->sums.score > hardest->sums.score))
            hardest = m;
    return slice_place(hardest->passage, hardest->sentence->str);
}

/*
 * A part is told of where the body's own finding does not cover it: that one was silent at this
 * limit, or the part is worse by more than either may be off.  Points of ease have no such rule.
 */
static void judge_part(const struct reader *reader, enum part part)
{
    const struct reading *reading = &reader->parts[part];
    struct str hint = STR("its hardest sentence is here; --report lists ten of the whole text");
    int32_t body = reader->body.score;
    for (const struct limit *l = limits; l < limits + sizeof limits / sizeof *limits; l++)
        if (l->part != RULE_COUNT && is_over(reader, l, reading->score)
            && (!is_over(reader, l, body) || reading->score > body + ERROR)) {
            lint_report(reader->linter, l->part, hardest_of(reader, part), reading->part,
                        score_text(reader, reading->score), hint);
            return;
        }
}

void lint_reading(struct linter *linter)
{
    const struct prose *prose = &linter->prose;
    struct reader reader = {.linter = linter, .formula = linter->result->formula};
    if (reader.formula == FORMULA_NONE)
        return;
    reader.topic = topic_of(linter->arena, linter->article);
    for (size_t i = 0; i < prose->count; i++)
        if (passage_is_text(&prose->at[i]))
            measure_passage(&reader, &prose->at[i]);
    for (size_t i = 0; i < reader.measures.count; i++)
        score_sentence(&reader, &reader.measures.at[i]);
    if (reader.body.words)
        report_reading(&reader, linter->result);
    if (reader.body.words >= PART_WORDS_LEAST)
        judge_body(&reader);
    for (int part = 0; part < PART_COUNT; part++)
        if (reader.parts[part].words >= PART_WORDS_LEAST)
            judge_part(&reader, (enum part)part);
}
