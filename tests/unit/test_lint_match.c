/*
 * lint/match: words and phrases of a list in a passage, and where they stand in the file.
 */
#include "arena_unit.h"
#include "prose/letters.h"
#include "prose/match.h"
#include "prose/prose.h"
#include "unit.h"

/* The summary of an otherwise empty article. */
static const struct passage *passage_of(const char *words)
{
    struct article *article = ARENA_NEW(arena, struct article);
    article->language = STR("en");
    article->summary.str = str_of(words);
    struct prose prose = prose_of(arena, article, NULL);
    assert_int_equal(prose.count, *words ? 1 : 0);
    return prose.at;
}

/* The pieces with a bar between them. */
static const char *words_of(const char *text)
{
    struct builder b = {.arena = arena};
    const struct passage *passage = passage_of(text);
    for (size_t i = 0; i < passage->word_count; i++) {
        builder_printf(&b, "%s%.*s", i ? "|" : "", STR_ARGS(passage->words[i].str));
        assert_in_range((uintptr_t)passage->words[i].str.ptr, (uintptr_t)text,
                        (uintptr_t)text + strlen(text)); /* no copy */
    }
    return builder_str(&b).ptr;
}

struct pair {
    const char *text, *expected;
};

/* ---- Words ---- */

static void words_are_what_is_read_as_one(void **state)
{
    static const struct pair rows[] = {
        {"Take it.", "Take|it"},
        {"don't, can’t", "don't|can’t"},
        {"'quoted' ‘quoted’", "quoted|quoted"},
        {"well-being - a pre‑natal one", "well-being|a|pre‑natal|one"},
        {"5.0 mg, .5 mg, 1,000 mg", "5.0|mg|.5|mg|1,000|mg"},
        {"e.g. at 9 a.m. in the U.S.", "e.g|at|9|a.m|in|the|U.S"},
        {"5mg/kg", "5mg|kg"},
        {"Größe µg naïve 5\u00A0g", "Größe|µg|naïve|5|g"},
        {"end.Next and/or a...b", "end|Next|and|or|a|b"},
        {"…", ""},
        {" .,;- ", ""},
        {"é", "é"},
        {".", ""},
        {".5", ".5"},
        {"5.", "5"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_string_equal(words_of(rows[i].text), rows[i].expected);
}

/* ---- Words as they are compared ---- */

static void words_are_compared_as_they_are_read(void **state)
{
    (void)state;
    assert_str(as_read(arena, STR("Don’T")), "don't");
    assert_str(as_read(arena, STR("don't")), "don't");
    assert_str(as_read(arena, STR("E.G")), "e.g");
    assert_str(as_read(arena, STR("ÉCLAIR")), "éclair");
    assert_str(as_read(arena, STR("ПРИВЕТ")), "привет");
    assert_str(as_read(arena, STR("")), "");
}

static void words_inflect_regularly(void **state)
{
    static const char *const yes[][2] = {
        {"utilize", "utilize"},   {"utilizes", "utilize"},    {"utilized", "utilize"},
        {"utilizing", "utilize"}, {"study", "study"},         {"studies", "study"},
        {"studied", "study"},     {"studying", "study"},      {"stopped", "stop"},
        {"stopping", "stop"},     {"stops", "stop"},          {"helped", "help"},
        {"boxes", "box"},         {"plays", "play"},          {"played", "play"},
        {"cured", "cure"},        {"go", "go"},               {"goes", "go"},
        {"going", "go"},          {"heal-alls", "heal-all"}
    };
    static const char *const no[][2] = {
        {"utilizer", "utilize"}, {"utiliz", "utilize"}, {"util", "utilize"}, {"studys", "stud"},
        {"stoped", "sto"},       {"helper", "help"},
        {"heals", "healing"},    {"s", "s-"},           {"", "go"},
        {"us", "use"},           {"use's", "use"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(yes); i++)
        if (!word_inflects(str_of(yes[i][0]), str_of(yes[i][1])))
            fail_msg("%s is a form of %s", yes[i][0], yes[i][1]);
    for (size_t i = 0; i < COUNT(no); i++)
        if (word_inflects(str_of(no[i][0]), str_of(no[i][1])))
            fail_msg("%s is no form of %s", no[i][0], no[i][1]);
}

/* ---- Phrases ---- */

static void phrases_are_found_in_place(void **state)
{
    static const struct {
        const char *text, *phrase;
        size_t at, words;
    } rows[] = {
        {"in order to rest", "in order to", 0, 3},
        {"Rest in Order\u00A0to heal", "in order to", 1, 3},
        {"in  order to", "in order to", 0, 3},
        {"in\torder\u202Fto", "in order to", 0, 3},
        {"in, order to", "in order to", 0, 0},
        {"in. Order to", "in order to", 0, 0},
        {"in/order to", "in order to", 0, 0},
        {"rest in order", "in order to", 1, 0},
        {"in", "in order to", 0, 0},
        {"Don’t take", "don't take", 0, 2},
        {"rest", "rest", 0, 1},
        {"rest", "rest", 1, 0},
        {"rest", "rest", 9, 0},
        {"rest", "", 0, 0},
        {"rest", " ", 0, 0},
        {"", "rest", 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        if (*rows[i].text) {
            size_t words =
                phrase_at(passage_of(rows[i].text), rows[i].at, str_of(rows[i].phrase));
            if (words != rows[i].words)
                fail_msg("row %zu: %zu words", i, words);
        }
}

static void phrases_are_found_within_bounds(void **state)
{
    const struct passage *passage = passage_of("Rest in order to heal.");
    (void)state;
    assert_true(phrase_within(passage, 0, 5, STR("in order to")));
    assert_true(phrase_within(passage, 1, 3, STR("in order to")));
    assert_false(phrase_within(passage, 1, 2, STR("in order to"))); /* is cut off */
    assert_false(phrase_within(passage, 2, 3, STR("in order to")));
    assert_false(phrase_within(passage, 0, 0, STR("rest")));
}

/* ---- Classes ---- */

static void words_have_classes(void **state)
{
    static const struct {
        const char *text;
        size_t at;
        enum word_class word_class;
        size_t words;
    } rows[] = {
        {"Take it prior to meals", 2, CLASS_PLAIN, 2}, /* the longest of two */
        {"A prior visit", 1, CLASS_PLAIN, 1},
        {"prior, to", 0, CLASS_PLAIN, 1},
        {"It UTILIZES it", 1, CLASS_PLAIN, 1},
        {"It utilized it", 1, CLASS_PLAIN, 1},
        {"They undergo it", 1, CLASS_PLAIN, 1},
        {"They underwent it", 1, CLASS_PLAIN, 1}, /* a verb that takes no -ed */
        {"They cannot", 1, CLASS_NEGATOR, 1},
        {"They don’t", 1, CLASS_NEGATOR, 1},
        {"wound-healing", 0, CLASS_INNOCENT, 1},
        {"wound-healing", 0, CLASS_PRAISE, 0}, /* of a family one */
        {"gut-healing", 0, CLASS_PRAISE, 1},
        {"looking for a cure", 3, CLASS_PROMISE, 0}, /* is taken by what guards it */
        {"find a cure", 2, CLASS_PROMISE, 1},
        {"It is washed", 2, CLASS_PARTICIPLE, 1},
        {"It is needed", 2, CLASS_PARTICIPLE, 0},
        {"It is needed", 2, CLASS_STATE, 1},
        {"It is red", 2, CLASS_PARTICIPLE, 0},
        {"this gas helps", 0, CLASS_ENDING_S, 0},
        {"this gas helps", 2, CLASS_ENDING_S, 1},
        {"5 mg", 0, CLASS_NUMBER, 1},
        {"5 mg", 9, CLASS_NUMBER, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t words = class_at(passage_of(rows[i].text), rows[i].at, rows[i].word_class);
        if (words != rows[i].words)
            fail_msg("row %zu: %zu words", i, words);
    }
}

static void classes_are_found_within_bounds(void **state)
{
    const struct passage *passage = passage_of("Rest prior to it.");
    size_t at = 99;
    (void)state;
    assert_true(class_within(passage, 0, 4, CLASS_PLAIN, &at));
    assert_int_equal(at, 1);
    assert_false(class_within(passage, 0, 2, CLASS_PLAIN, NULL)); /* is cut off */
    assert_false(class_within(passage, 2, 2, CLASS_PLAIN, NULL));
}

static void the_lexicon_is_of_the_language(void **state)
{
    (void)state;
    assert_string_equal(lexicon_of(STR("en-GB"))->language, "en");
    assert_string_equal(lexicon_of(STR("ES-mx"))->language, "es");
    assert_string_equal(lexicon_of(STR("eng"))->language, "any");
    assert_false(lexicon_knows(lexicon_of(STR("fr"))));
    assert_non_null(lexicon_find(lexicon_of(STR("fr")), STR("mg"), CLASS_UNIT));
    assert_null(lexicon_find(lexicon_of(STR("en")), STR("Mg"), CLASS_UNIT));
    assert_null(lexicon_find(lexicon_of(STR("en")), STR(""), CLASS_UNIT));
    assert_null(lexicon_find(lexicon_of(STR("en")), STR("prio"), CLASS_PLAIN));
}

/* ---- Places ---- */

static struct str marked(const struct passage *passage, size_t first, size_t count)
{
    struct place place = words_place(passage, first, count);
    return str_part(place.source->text, place.span.off, place.span.len);
}

/* What is marked is what was found, whatever escapes stand before it or in it. */
static void places_point_at_words(void **state)
{
    static const char file[] = "{\"summary\": \"A\\u00e9 \\ud83d\\ude00 \\\"don\\u2019t\\\" do\"}";
    static const char words[] = "Aé 😀 \"don’t\" do";
    const struct source source = {STR("x"), {file, sizeof file - 1}};
    const struct article article = {.summary = {{words, sizeof words - 1},
                                                {&source, {12, sizeof file - 14}}}};
    struct prose prose = prose_of(arena, &article, NULL);
    const struct passage *passage = prose.at;
    size_t last = passage->word_count - 1;
    (void)state;
    assert_str(marked(passage, 0, 1), "A\\u00e9");
    assert_str(marked(passage, last - 1, 1), "don\\u2019t");
    assert_str(marked(passage, last, 1), "do");
    assert_str(marked(passage, last - 1, 2), "don\\u2019t\\\" do");
    assert_str(words_text(passage, last - 1, 2), "don’t\" do");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_what_is_read_as_one),
        cmocka_unit_test(words_are_compared_as_they_are_read),
        cmocka_unit_test(words_inflect_regularly),
        cmocka_unit_test(phrases_are_found_in_place),
        cmocka_unit_test(phrases_are_found_within_bounds),
        cmocka_unit_test(words_have_classes),
        cmocka_unit_test(classes_are_found_within_bounds),
        cmocka_unit_test(the_lexicon_is_of_the_language),
        cmocka_unit_test(places_point_at_words),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
