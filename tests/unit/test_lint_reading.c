/*
 * The formulas with values from their papers' arithmetic, syllables of words that rules get wrong
 * most easily, and what a review says of the reading level of a small article.
 */
#include "unit.h"

#include "lint/lint.h"
#include "lint/score/reading.h"
#include "prose/lexicon.h"
#include "prose/syllables.h"
#include "prose/topic.h"
#include "read_article.h"

#include "arena_unit.h" /* last: read_article.h has an arena of its own in its functions */

/* ---- Formulas ---- */

static void formulas_give_the_check_values(void **state)
{
    (void)state;
    assert_int_equal(flesch_kincaid(100.0 / 8, 140.0 / 100), 5805);
    assert_int_equal(smog_grade(8.0 / 8), 8842);                   /* 8.8418 */
    assert_int_equal(inflesz_ease(100.0 / 8, 190.0 / 100), 75965);
    assert_int_equal(flesch_kincaid(2, 1), -3010);
    assert_int_equal(smog_grade(0), 3129);
}

/* ---- Syllables ---- */

struct counted {
    const char *word;
    int syllables;
};

typedef int counter(struct str word);

static void check_words(const struct counted *rows, size_t count, counter *syllables)
{
    for (size_t i = 0; i < count; i++)
        if (syllables(str_of(rows[i].word)) != rows[i].syllables)
            fail_msg("%s: %d, not %d", rows[i].word, syllables(str_of(rows[i].word)),
                     rows[i].syllables);
}

static const struct counted english[] = {
    {"L-glutamine", 4}, {"amino", 3}, {"acid", 2}, {"inflammatory", 5}, {"bowel", 2},
    {"disease", 2}, {"glutathione", 4}, {"antioxidant", 5}, {"ammonia", 3}, {"metabolism", 5},
    {"diarrhea", 4}, {"pneumonia", 3}, {"anemia", 4}, {"diabetes", 4}, {"hypertension", 4},
    {"cholesterol", 4}, {"medicine", 3}, {"medication", 4}, {"ibuprofen", 4},
    {"acetaminophen", 6}, {"supplement", 3}, {"supplements", 3}, {"vitamin", 3},
    {"capsule", 2}, {"capsules", 2}, {"tablet", 2}, {"tablets", 2}, {"pharmacist", 3},
    {"healthcare", 2}, {"provider", 3}, {"well-being", 3}, {"kidney", 2}, {"liver", 2},
    {"pregnant", 2}, {"breastfeeding", 3}, {"allergic", 3}, {"allergy", 3}, {"anxious", 2},
    {"anxiety", 4}, {"nausea", 3}, {"vomiting", 3}, {"headache", 2}, {"headaches", 2},
    {"bloating", 2}, {"indigestion", 4}, {"constipation", 4}, {"stomach", 2},
    {"intestine", 3}, {"intestines", 3}, {"bacteria", 4}, {"toxins", 2}, {"muscle", 2}, {"WIC", 5},
    {"muscles", 2}, {"immune", 2}, {"exercise", 3}, {"energy", 3}, {"powder", 2},
    {"blood", 1}, {"thinner", 2}, {"gallstones", 2}, {"warfarin", 3}, {"omega", 3},
    {"magnesium", 4}, {"calcium", 3}, {"potassium", 4}, {"sodium", 3}, {"iron", 2},
    {"zinc", 1}, {"melatonin", 4}, {"turmeric", 3}, {"curcumin", 3}, {"probiotics", 4},
    {"infection", 3}, {"antibiotic", 5}, {"antibiotics", 5}, {"surgery", 3}, {"cancer", 2},
    {"chemotherapy", 5}, {"heart", 1}, {"rhythm", 2}, {"pressure", 2}, {"insulin", 3},
    {"glucose", 2}, {"thyroid", 2}, {"hypothyroidism", 6}, {"arthritis", 3},
    {"osteoporosis", 6}, {"asthma", 2}, {"eczema", 3}, {"fatigue", 2}, {"insomnia", 4},
    {"depression", 3}, {"doctor", 2}, {"nurse", 1}, {"nurses", 2}, {"nurse's", 2},
    {"don't", 1}, {"didn't", 2}, {"isn't", 2}, {"you're", 1}, {"it's", 1}, {"patient's", 2},
    {"doctor's", 2}, {"e.g", 2}, {"U.S", 2}, {"FDA", 3}, {"IBD", 3}, {"NOT", 1}, {"STAT", 1},
    {"5mg", 2}, {"1,000", 1}, {"5.0", 1}, {"B12", 2}, {"vitamins", 3}, {"daily", 2},
    {"people", 2}, {"area", 3}, {"areas", 3}, {"fluid", 2}, {"fluids", 2}, {"diet", 2},
    {"quiet", 2}, {"science", 2}, {"ingredients", 4}, {"patients", 2}, {"special", 2},
    {"physician", 3}, {"physicians", 3}, {"questions", 2}, {"caution", 2}, {"cautious", 2},
    {"increase", 2}, {"increases", 3}, {"increased", 2}, {"decrease", 2}, {"needed", 2},
    {"changes", 2}, {"causes", 2}, {"caused", 1}, {"tired", 1}, {"hours", 1}, {"hour", 1},
    {"require", 2}, {"fire", 1}, {"prevent", 2}, {"effects", 2}, {"gradual", 3},
    {"gradually", 4}, {"usually", 4}, {"unusual", 4}, {"evaluate", 4}, {"influenza", 4},
    {"diagnosis", 4}, {"diagnose", 3}, {"hemorrhage", 3}, {"esophagus", 4}, {"aorta", 3},
    {"trachea", 3}, {"idea", 3}, {"create", 2}, {"created", 3}, {"creatine", 3},
    {"protein", 2}, {"proteins", 2}, {"caffeine", 2}, {"codeine", 2}, {"morphine", 2},
    {"vaccine", 2}, {"vaccines", 2}, {"hygiene", 2}, {"gene", 1}, {"genes", 1}, {"saline", 2},
    {"urine", 2}, {"routine", 2}, {"naive", 2}, {"caf\xC3\xA9", 2}, {"na\xC3\xAFve", 2},
    {"saut\xC3\xA9", 2}, {"sometimes", 2}, {"something", 2}, {"someone", 2}, {"therefore", 2},
    {"everyone", 3}, {"anyone", 3}, {"homemade", 2}, {"safety", 2}, {"safely", 2},
    {"lifestyle", 2}, {"baseline", 2}, {"movement", 2}, {"treatment", 2}, {"management", 3},
    {"statement", 2}, {"careful", 2}, {"carefully", 3}, {"useful", 2}, {"little", 2},
    {"able", 2}, {"tolerable", 4}, {"measles", 2}, {"shingles", 2}, {"ginger", 2},
    {"chamomile", 3}, {"echinacea", 5}, {"ginkgo", 2}, {"ashwagandha", 4}, {"valerian", 4},
    {"elderberry", 4}, {"licorice", 3}, {"psyllium", 3}, {"serotonin", 4}, {"dopamine", 3},
    {"estrogen", 3}, {"progesterone", 4}, {"testosterone", 4}, {"cortisol", 3},
    {"obesity", 4}, {"nutrient", 3}, {"nutrients", 3}, {"nutrition", 3}, {"recipe", 3},
    {"recipes", 3}, {"symptom", 2}, {"symptoms", 2}, {"syrup", 2}, {"swelling", 2},
    {"swallow", 2}, {"itchy", 2}, {"breathing", 2}, {"breathe", 1}, {"seizure", 2},
    {"seizures", 2}, {"stroke", 1}, {"immediately", 5}, {"emergency", 4}, {"appointment", 3},
    {"information", 4}, {"reactions", 3}, {"react", 2}, {"reaction", 3}, {"realize", 2},
    {"really", 2}, {"tissue", 2}, {"tissues", 2}, {"continue", 3}, {"continued", 3},
    {"glucosamine", 4}, {"chondroitin", 3}, {"quinine", 2}, {"guide", 1}, {"guidelines", 2},
    {"league", 1}, {"tongue", 1}, {"argue", 2}, {"vague", 1}, {"virus", 2}, {"viruses", 3},
    {"dosage", 2}, {"dosages", 3}, {"aged", 1}, {"allergies", 3}, {"carried", 2},
    {"studies", 2}, {"studied", 2}, {"worries", 2}, {"dizziness", 3}, {"drowsiness", 3},
    {"weakness", 2}, {"coyote", 3}, {"apnea", 3}, {"aloe", 2}, {"aerobic", 3}, {"soybean", 2},
    {"period", 3}, {"various", 3}, {"serious", 3}, {"previous", 3},
    {"clean", 1}, {"lean", 1}, {"moisture", 2},
};

static void english_words(void **state)
{
    (void)state;
    check_words(english, COUNT(english), syllables_english);
}

/* As the lexicon has them, plurals too. */
static void every_exception_is_found(void **state)
{
    const struct lexicon *lexicon = lexicon_of(STR("en"));
    size_t count = 0;
    (void)state;
    for (size_t i = 0; i < lexicon->count; i++) {
        const struct entry *entry = &lexicon->entries[i];
        if (entry->word_class != CLASS_SYLLABLES)
            continue;
        const struct counted row = {entry_phrase(lexicon, entry).ptr,
                                    *entry_instead(lexicon, entry).ptr - '0'};
        check_words(&row, 1, syllables_english);
        count++;
    }
    assert_true(count > 20);
}

static void spanish_words(void **state)
{
    static const struct counted rows[] = {
        {"diabetes", 3}, {"agua", 2}, {"ahora", 3}, {"b\xC3\xBAho", 2}, {"proh\xC3\xAD""be", 3},
        {"prohibir", 2}, {"rehusar", 2}, {"paranoia", 4}, {"ahuecar", 3}, {"muy", 1}, {"hoy", 1},
        {"y", 1}, {"ayuda", 3}, {"yo", 1}, {"estoy", 2}, {"queso", 2}, {"gu\xC3\xAD""a", 2},
        {"guitarra", 3}, {"ping\xC3\xBCino", 3}, {"verg\xC3\xBC""enza", 3}, {"Uruguay", 3},
        {"informaci\xC3\xB3n", 4}, {"medicamento", 5}, {"d\xC3\xAD""a", 2}, {"d\xC3\xAD""as", 2},
        {"ve\xC3\xAD""a", 3}, {"leer", 2}, {"a\xC3\xA9reo", 4}, {"\xC3\xA1rea", 3},
        {"m\xC3\xA9""dico", 3}, {"ciudad", 2}, {"cu\xC3\xAD""date", 3}, {"construir", 2},
        {"constitu\xC3\xAD""a", 4}, {"hu\xC3\xA9sped", 2}, {"hueso", 2}, {"chiita", 3},
        {"estudi\xC3\xA1is", 3}, {"n\xC3\xA1useas", 3}, {"o\xC3\xADr", 2}, {"ra\xC3\xADz", 2},
        {"ma\xC3\xADz", 2}, {"oiga", 2}, {"aire", 2}, {"ling\xC3\xBC\xC3\xADstica", 4},
        {"medicaci\xC3\xB3n", 4}, {"5", 1}, {"1.000", 1}, {"antiinflamatorio", 7},
        {"alimentos", 4}, {"tratamiento", 4}, {"prote\xC3\xADna", 4}, {"noche", 2}, {"hacia", 2},
        {"hac\xC3\xAD""a", 3}, {"D\xC3\xAD""a", 2}, {"\xC3\x81REA", 3}, {"di\xCC\x81""a", 2},
        {"pingu\xCC\x88ino", 3}, {"me\xCC\x81""dico", 3}, {"gusto", 2},
    };
    (void)state;
    check_words(rows, COUNT(rows), syllables_spanish);
}

static void odd_words_do_no_harm(void **state)
{
    struct builder b = {.arena = arena};
    (void)state;
    for (int i = 0; i < 200; i++)
        builder_add(&b, STR("lao"));
    assert_int_equal(syllables_english(builder_str(&b)), 41); /* of its first 62 letters */
    assert_int_equal(syllables_spanish(builder_str(&b)), 41);
    static const char *const odd[] = {"", "'", "-", "\xFF", "\xC3", "e", "y", "'s", "es", "ed", "q",
                                      "qu", "gu", "\xCC\x81", "ey", "hh", "\xE4\xB8\xAD"};
    for (size_t i = 0; i < COUNT(odd); i++) {
        assert_int_equal(syllables_english(str_of(odd[i])), 1);
        assert_int_equal(syllables_spanish(str_of(odd[i])), 1);
    }
}

/* ---- The topic ---- */

static bool is_of(const struct topic *topic, const char *text)
{
    const struct word word = {.str = str_of(text), .low = as_read(arena, str_of(text))};
    return topic_has(topic, &word);
}

static void the_topic_has_its_title_its_plurals_and_its_compounds(void **state)
{
    struct read r;
    (void)state;
    read_open(&r, "x.json", article_with(arena, "\"title\": \"L-Glutamine and you\","
                                                "\"topic\": [\"supplement\", \"amino acid\"]"));
    struct topic topic = topic_of(arena, &r.article);
    static const char *const in[] = {"glutamine", "Glutamine", "L-glutamine", "supplements",
                                     "Supplement", "amino", "acids"};
    static const char *const out[] = {"L-carnitine", "glutathione", "supplementation", "minor",
                                      "acidity"};
    for (size_t i = 0; i < COUNT(in); i++)
        assert_true(is_of(&topic, in[i]));
    for (size_t i = 0; i < COUNT(out); i++)
        assert_false(is_of(&topic, out[i]));
    read_close(&r);
}

/* ---- Readings ---- */

struct reviewed {
    struct read read;
    const struct lint_result *result;
};

static void review(struct reviewed *reviewed, const char *fields)
{
    read_open(&reviewed->read, "x.json", article_with(arena, fields));
    assert_report(fields, &reviewed->read.diags, "");
    const struct lint_request request = {.article = &reviewed->read.article};
    reviewed->result = lint_review(reviewed->read.arena, &reviewed->read.diags, &request);
}

/* 15 words, 4 sentences, 23 syllables. */
static const char small[] =
    "\"title\": \"Medication\", \"summary\": \"Take it. It may help.\",\n"
    "\"benefits\": [{\"title\": \"Stomach\", \"text\": \"may help digestion\"}],\n"
    "\"dosage\": \"Swallow the medication with some water\",\n"
    "\"cautions\": [\"\xE2\x80\x94\"], \"disclaimer\": \"Informational identification.\"";

static void readings_are_of_the_body_and_its_parts(void **state)
{
    struct reviewed r;
    struct builder b = {.arena = arena};
    (void)state;
    review(&r, small);
    for (size_t i = 0; i < r.result->reading_count; i++) {
        const struct reading *reading = &r.result->readings[i];
        builder_printf(&b, "%.*s:%d/%d/%d/%d/%d ", STR_ARGS(reading->part), reading->words,
                       reading->sentences, reading->syllables, reading->long_words,
                       reading->long_words_plain);
    }
    assert_str(builder_str(&b), ":15/4/23/2/1 summary:5/2/5/0/0 dosage:6/1/11/1/0 "
                                "benefits:4/1/7/1/1 ");
    assert_int_equal(r.result->readings[0].score, flesch_kincaid(15.0 / 4, 23.0 / 15));
    assert_int_equal(r.result->readings[0].smog, smog_grade(2.0 / 4));
    assert_int_equal(r.result->readings[0].smog_plain, smog_grade(1.0 / 4));
    assert_int_equal(r.result->readings[0].sentence_mean, 3750);
    read_close(&r.read);
}

static void the_hardest_have_their_places(void **state)
{
    struct reviewed r;
    (void)state;
    review(&r, small);
    assert_int_equal(r.result->sentence_count, 4);
    assert_str(r.result->sentences[0].text, "Swallow the medication with some water");
    assert_true(r.result->sentences[0].score > r.result->sentences[1].score);
    assert_int_equal(r.result->word_count, 1); /* "medication" is the topic */
    assert_str(r.result->words[0].text, "digestion");
    assert_int_equal(r.result->words[0].score, 3000);
    struct place at = r.result->words[0].at;
    assert_str(str_part(at.source->text, at.span.off, at.span.len), "digestion");
    read_close(&r.read);
}

static void the_hardest_are_ten_and_each_word_is_there_once(void **state)
{
    struct reviewed r;
    (void)state;
    review(&r, "\"summary\": \"Remedy. Remedy. Medicine. medicine. Operation. Appendix. "
               "Different. Energy. Hospital. Digestion. Mineral. Surgery. Surgeries. Vitamin. "
               "Potassium. Cholesterol. Acetaminophen. One acetaminophen.\"");
    assert_int_equal(r.result->sentence_count, 10);
    assert_int_equal(r.result->word_count, 10);
    assert_str(r.result->words[0].text, "Acetaminophen");
    assert_str(r.result->words[1].text, "Cholesterol");
    for (size_t i = 0; i < 10; i++) {
        assert_true(i == 0 || r.result->words[i - 1].score >= r.result->words[i].score);
        assert_true(i == 0 || r.result->sentences[i - 1].score >= r.result->sentences[i].score);
        for (size_t j = 0; j < i; j++)
            assert_false(str_equal(r.result->words[i].text, r.result->words[j].text));
    }
    read_close(&r.read);
}

static void spanish_is_measured_in_points_and_others_are_not(void **state)
{
    struct reviewed r;
    (void)state;
    review(&r, "\"language\": \"es-MX\", \"summary\": \"Tome agua. Es buena.\"");
    assert_int_equal(r.result->formula, FORMULA_SPANISH);
    assert_int_equal(r.result->readings[1].score, inflesz_ease(2, 7.0 / 4));
    assert_int_equal(r.result->readings[1].smog, 0);
    read_close(&r.read);
    review(&r, "\"language\": \"est\", \"summary\": \"Joo vett.\""); /* Estonian */
    assert_int_equal(r.result->formula, FORMULA_NONE);
    read_close(&r.read);
    review(&r, "\"language\": \"fr\", \"summary\": \"Buvez.\"");
    assert_int_equal(r.result->formula, FORMULA_NONE);
    assert_int_equal(r.result->reading_count, 0);
    assert_int_equal(r.result->sentence_count, 0);
    read_close(&r.read);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formulas_give_the_check_values),
        cmocka_unit_test(english_words),
        cmocka_unit_test(every_exception_is_found),
        cmocka_unit_test(spanish_words),
        cmocka_unit_test(odd_words_do_no_harm),
        cmocka_unit_test(the_topic_has_its_title_its_plurals_and_its_compounds),
        cmocka_unit_test(readings_are_of_the_body_and_its_parts),
        cmocka_unit_test(the_hardest_have_their_places),
        cmocka_unit_test(the_hardest_are_ten_and_each_word_is_there_once),
        cmocka_unit_test(spanish_is_measured_in_points_and_others_are_not),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
