/*
 * How hard the text is to read: the body as a whole and part by part, and what makes it so.
 *
 * The text is cut into MEASURES, one a sentence, and all figures are sums of them.  A point's
 * lead-in is read as the beginning of its text, so its words count in the first sentence there.
 */
#include "lint/score/reading.h"

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

/* Sums of one sentence, of a part or of the body. */
struct sums {
    int words, sentences, syllables, long_words, long_plain;
};

struct measure {
    const struct passage *passage;
    const struct sentence *sentence;
    struct sums sums;
    int32_t score;
};

struct reader {
    struct linter *linter;
    enum formula formula;
    struct topic topic;
    struct measure *measures;
    size_t count;
    struct sums body, parts[PART_COUNT];
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

static void measure_words(struct reader *reader, struct sums *sums, const struct passage *passage,
                          size_t first, size_t count)
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
        sums->long_plain++;
        struct hard hard = {words_place(passage, i, 1), word->str, syllables * 1000};
        int32_t key = hard.score + (int32_t)utf8_length(word->str);
        if (!is_listed_word(&reader->words, word->low))
            keep_hardest(&reader->words, (struct ranked){hard, word->low, key});
    }
}

static void add_sums(struct sums *to, const struct sums *more)
{
    to->words += more->words;
    to->sentences += more->sentences;
    to->syllables += more->syllables;
    to->long_words += more->long_words;
    to->long_plain += more->long_plain;
}

static void measure_passage(struct reader *reader, const struct passage *passage)
{
    for (size_t i = 0; i < passage->sentence_count; i++) {
        const struct sentence *sentence = &passage->sentences[i];
        struct measure *measure = &reader->measures[reader->count++];
        *measure = (struct measure){passage, sentence, {.sentences = 1}, 0};
        if (i == 0 && passage->lead)
            measure_words(reader, &measure->sums, passage->lead, 0, passage->lead->word_count);
        measure_words(reader, &measure->sums, passage, sentence->first, sentence->count);
        add_sums(&reader->parts[passage->part], &measure->sums);
        add_sums(&reader->body, &measure->sums);
    }
}

static void measure_body(struct reader *reader)
{
    const struct prose *prose = &reader->linter->prose;
    size_t most = 0;
    for (size_t i = 0; i < prose->count; i++)
        most += prose->at[i].sentence_count;
    reader->measures = ARENA_ARRAY(reader->linter->arena, most, struct measure);
    for (size_t i = 0; i < prose->count; i++)
        if (passage_is_text(&prose->at[i]))
            measure_passage(reader, &prose->at[i]);
}

/* ---- Scores ---- */

static int32_t sentence_score(const struct reader *reader, const struct sums *sums)
{
    double usual = (double)reader->body.syllables / reader->body.words;
    double words = sums->words, syllables = sums->syllables;
    if (words < SENTENCE_WORDS_LEAST) {
        syllables += (SENTENCE_WORDS_LEAST - words) * usual;
        words = SENTENCE_WORDS_LEAST;
    }
    return score(reader->formula, words, syllables / words);
}

static void rank_sentences(struct reader *reader)
{
    for (size_t i = 0; i < reader->count; i++) {
        struct measure *m = &reader->measures[i];
        m->score = sentence_score(reader, &m->sums);
        struct hard hard = {
            slice_place(m->passage, m->sentence->str),
            m->sentence->str,
            m->score,
        };
        int32_t key = reader->formula == FORMULA_ENGLISH ? hard.score : -hard.score;
        keep_hardest(&reader->sentences, (struct ranked){.hard = hard, .key = key});
    }
}

static struct reading reading_of(const struct reader *reader, struct str part,
                                 const struct sums *sums)
{
    double sentence_words = (double)sums->words / sums->sentences;
    struct reading reading = {
        .part = part,
        .words = sums->words,
        .sentences = sums->sentences,
        .syllables = sums->syllables,
        .long_words = sums->long_words,
        .long_words_plain = sums->long_plain,
        .score = score(reader->formula, sentence_words, (double)sums->syllables / sums->words),
        .sentence_mean = thousandths(sentence_words),
    };
    if (reader->formula == FORMULA_ENGLISH) {
        reading.smog = smog_grade((double)sums->long_words / sums->sentences);
        reading.smog_plain = smog_grade((double)sums->long_plain / sums->sentences);
    }
    return reading;
}

static void report_reading(struct reader *reader)
{
    struct arena *arena = reader->linter->arena;
    struct lint_result *result = reader->linter->result;
    struct reading *readings = ARENA_ARRAY(arena, 1 + PART_COUNT, struct reading);
    size_t count = 0;
    readings[count++] = reading_of(reader, (struct str){0}, &reader->body);
    for (int part = 0; part < PART_COUNT; part++)
        if (reader->parts[part].words)
            readings[count++] = reading_of(reader, part_name(part), &reader->parts[part]);
    result->readings = readings;
    result->reading_count = count;
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

enum { GRADE_MOST = 8000, GRADE_GOAL = 6000, EASE_LEAST = 55000, EASE_GOAL = 65000 };

static void judge_body(const struct reader *reader, int32_t score)
{
    struct linter *linter = reader->linter;
    struct str value = score_text(reader, score), hint = reading_hint(reader);
    int32_t grade = rounded(score);
    if (reader->formula == FORMULA_SPANISH) {
        if (grade < EASE_LEAST)
            lint_find(linter, SPANISH_EASE, lint_whole(linter), value, hint);
        else if (grade < EASE_GOAL)
            lint_find(linter, SPANISH_GOAL, lint_whole(linter), value, hint);
    } else if (grade > GRADE_MOST) {
        lint_find(linter, READING_GRADE, lint_whole(linter), value, hint);
    } else if (grade > GRADE_GOAL) {
        lint_find(linter, READING_GOAL, lint_whole(linter), value, hint);
    }
}

/* The hardest sentence of a part is where its rewriting begins. */
static struct place hardest_of(const struct reader *reader, struct str part)
{
    const struct measure *hardest = NULL;
    for (size_t i = 0; i < reader->count; i++) {
        const struct measure *m = &reader->measures[i];
        if (str_equal(part_name(m->passage->part), part)
            && (!hardest || m->score > hardest->score))
            hardest = m;
    }
    return slice_place(hardest->passage, hardest->sentence->str);
}

/*
 * A part is told of where the body's own finding does not cover it: that one was silent at this
 * limit, or the part is worse by more than either may be off.
 */
static bool stands_out(int32_t part, int32_t body, int32_t limit)
{
    return rounded(part) > limit && (rounded(body) <= limit || part > body + ERROR);
}

static void judge_part(const struct reader *reader, const struct reading *part, int32_t body)
{
    struct linter *linter = reader->linter;
    struct str value = score_text(reader, part->score);
    struct str hint = STR("its hardest sentence is here; --report lists ten of the whole text");
    if (part->words < PART_WORDS_LEAST)
        return;
    if (stands_out(part->score, body, GRADE_MOST))
        lint_find(linter, SECTION_GRADE, hardest_of(reader, part->part), part->part, value, hint);
    else if (stands_out(part->score, body, GRADE_GOAL))
        lint_find(linter, SECTION_GOAL, hardest_of(reader, part->part), part->part, value, hint);
}

void lint_reading(struct linter *linter)
{
    struct lint_result *result = linter->result;
    if (result->formula == FORMULA_NONE)
        return;
    struct reader reader = {
        .linter = linter,
        .formula = result->formula,
        .topic = topic_of(linter->arena, linter->article),
    };
    measure_body(&reader);
    if (!reader.body.words)
        return;
    rank_sentences(&reader);
    report_reading(&reader);
    if (reader.body.words < PART_WORDS_LEAST)
        return;
    judge_body(&reader, result->readings[0].score);
    for (size_t i = 1; reader.formula == FORMULA_ENGLISH && i < result->reading_count; i++)
        judge_part(&reader, &result->readings[i], result->readings[0].score);
}
