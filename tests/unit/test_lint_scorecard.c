/*
 * lint/scorecard: both cards are whole, and each item that a program can decide is decided both
 * ways.  What other rules find is put in by hand: here it matters only that it counts.
 */
#include "lint/linter.h"
#include "read_article.h"

static struct arena *texts;

static int setup(void **state)
{
    (void)state;
    texts = arena_new(NULL, NULL);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(texts);
    return 0;
}

#define TEXT(s) {{s, sizeof s - 1}, {NULL, {0, 0}}}

static struct tag root;
static struct pages pages = {.root = &root};
static const struct clinic no_plan = {.plan = PLAN_OFF};
static const struct clinic reachable = {.phone = TEXT("555-0100")};
static const struct own_label own_label = {{"benefits", 8}, TEXT("What is good")};
static const struct clinic own_labels = {.labels = {&own_label, 1}};

/* One item of one card, and what it is taken to be. */
struct score {
    const char *card;
    int number;
    enum verdict verdict;
    const char *because;
    const char *fields; /* of the article; NULL: only those that it must have */
    enum rule rule;     /* that found something so many times */
    int times;
    const struct clinic *clinic;
    bool no_page;
};

/* read outlives the call: the items point into it. */
static struct linter *linter_for(struct read *read, const struct score *score)
{
    const char *text = article_with(texts, score->fields ? score->fields : "");
    read_open(read, "x.json", text);
    assert_int_equal(read->diags.faults, 0);
    struct linter *linter = ARENA_NEW(read->arena, struct linter);
    *linter = (struct linter){
        .arena = read->arena,
        .article = &read->article,
        .clinic = score->clinic,
        .pages = score->no_page ? NULL : &pages,
        .prose = prose_of(read->arena, &read->article, NULL),
        .result = ARENA_NEW(read->arena, struct lint_result),
    };
    diags_init(&linter->found, read->arena, false);
    linter->fired[score->rule] = score->times;
    if (str_starts(read->article.language, STR("en")))
        linter->result->formula = FORMULA_ENGLISH;
    return linter;
}

static struct item item_of(const struct lint_result *result, const char *card, int number)
{
    for (size_t i = 0; i < result->item_count; i++)
        if (str_starts(result->items[i].card, str_of(card)) && result->items[i].number == number)
            return result->items[i];
    fail_msg("%s has no item %d", card, number);
    return (struct item){0};
}

static void check_score(const struct score *score)
{
    struct read read;
    struct linter *linter = linter_for(&read, score);
    lint_scorecards(linter);
    struct item item = item_of(linter->result, score->card, score->number);
    if (item.verdict != score->verdict || !str_equal(item.because, str_of(score->because)))
        fail_msg("\n  %s %d of %s\n  is %d, \"%.*s\"\n  not %d, \"%s\"", score->card,
                 score->number, score->fields ? score->fields : "the least article", item.verdict,
                 STR_ARGS(item.because), score->verdict, score->because);
    read_close(&read);
}

static void check_scores(const struct score *scores, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_score(&scores[i]);
}

#define CDC(n, is, ...) {.card = "CDC", .number = n, .verdict = VERDICT_##is, __VA_ARGS__}
#define PEMAT(n, is, ...) {.card = "PEMAT", .number = n, .verdict = VERDICT_##is, __VA_ARGS__}

/* ---- Whole ---- */

static void the_cards_are_whole(void **state)
{
    struct read read;
    struct linter *linter = linter_for(&read, &(struct score){0});
    (void)state;
    lint_scorecards(linter);
    const struct lint_result *result = linter->result;
    assert_int_equal(result->item_count, 20 + 24);
    for (int i = 0; i < 20; i++) {
        assert_str(result->items[i].card, "CDC Clear Communication Index");
        assert_int_equal(result->items[i].number, i + 1);
        assert_true(str_ends(result->items[i].question, STR("?")));
    }
    for (int i = 20; i < 44; i++) {
        int place = i - 20;
        assert_str(result->items[i].card, "PEMAT-P");
        assert_int_equal(result->items[i].number, place < 12 ? place + 1 : place + 3);
        assert_true(str_starts(result->items[i].question, STR("The material"))
                    || result->items[i].number == 4 || result->items[i].number == 6);
        assert_true(str_ends(result->items[i].question, STR(".")));
    }
    for (size_t i = 0; i < result->item_count; i++)
        for (size_t j = 0; j < i; j++)
            assert_false(str_equal(result->items[i].question, result->items[j].question));
    read_close(&read);
}

/* No reasons, no verdict: what is met or not says why. */
static void verdicts_have_reasons(void **state)
{
    static const struct score articles[] = {
        {.fields = NULL},
        {.fields = NULL, .no_page = true},
        {.fields = "\"language\": \"pl\""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(articles); i++) {
        struct read read;
        struct linter *linter = linter_for(&read, &articles[i]);
        lint_scorecards(linter);
        for (size_t j = 0; j < linter->result->item_count; j++) {
            const struct item *item = &linter->result->items[j];
            assert_non_null(item->because.ptr);
            assert_true(item->because.len || item->verdict == VERDICT_TO_JUDGE);
            assert_false(str_starts(item->because, STR(",")));
        }
        read_close(&read);
    }
}

/* ---- How it is built ---- */

#define TWO "[\"One.\", \"Two.\"]"
#define EIGHT "[\"1.\", \"2.\", \"3.\", \"4.\", \"5.\", \"6.\", \"7.\", \"8.\"]"
#define STEPS(list) "\"dosage\": {\"how\": \"D.\", \"steps\": " list "}"

static void the_main_message_is_judged(void **state)
{
    static const struct score scores[] = {
        CDC(1, TO_JUDGE, "2 sentences in the summary", "\"summary\": \"It helps. A lot.\""),
        CDC(1, NOT_MET, "4 sentences in the summary", "\"summary\": \"A b. C d. E f. G h.\"",
            RULE_LONG_SUMMARY, 1),
        CDC(2, MET, "the summary stands under the title"),
        CDC(2, TO_JUDGE, "the summary has more than three sentences", NULL, RULE_LONG_SUMMARY, 1),
        CDC(2, TO_JUDGE, "there is no page", .no_page = true),
        CDC(3, MET, "the summary has a bar beside it"),
        CDC(3, TO_JUDGE, "there is no page", .no_page = true),
        CDC(4, NOT_MET, "the page has no pictures"),
        CDC(10, TO_JUDGE, "the summary comes first"),
        PEMAT(11, MET, "the summary under the title"),
        PEMAT(11, TO_JUDGE, "the summary has more than three sentences", NULL, RULE_LONG_SUMMARY,
              1),
    };
    (void)state;
    check_scores(scores, COUNT(scores));
}

static void actions_are_judged(void **state)
{
    static const char ask[] = "\"ask_first\": [\"take pills\"]";
    static const char stop[] = "\"stop_and_call\": [\"bleed\"]";
    static const char none[] = "no steps, no list of when to ask or to call";
    static const struct score scores[] = {
        CDC(5, TO_JUDGE, none),
        CDC(5, MET, "when to ask first", ask),
        CDC(12, MET, "when to stop and call", stop),
        CDC(12, TO_JUDGE, none),
        PEMAT(20, MET, "2 steps", STEPS(TWO)),
        PEMAT(20, TO_JUDGE, none),
        CDC(14, MET, "2 steps", STEPS(TWO)),
        CDC(14, TO_JUDGE, "", STEPS("[\"Drink it.\"]")),
        CDC(14, MET, "when to call, and how to reach the clinic", stop, .clinic = &reachable),
        CDC(14, TO_JUDGE, "", ask, .clinic = &reachable),
        CDC(14, TO_JUDGE, "", stop, .clinic = &no_plan),
        CDC(14, TO_JUDGE, "", stop),
        PEMAT(22, MET, "2 steps", STEPS(TWO)),
        PEMAT(22, NOT_MET, "8 steps", STEPS(EIGHT)),
        PEMAT(22, TO_JUDGE, ""),
        PEMAT(21, TO_JUDGE, "2 times \"you\" or \"your\"",
              "\"summary\": \"You may eat. Ask your nurse.\""),
        PEMAT(21, TO_JUDGE, "", "\"language\": \"fr\""),
        PEMAT(23, MET, "a plan with lines to fill in"),
        PEMAT(23, MET, "a plan with lines to fill in", .clinic = &reachable),
        PEMAT(23, TO_JUDGE, "the plan's lines to fill in are off", .clinic = &no_plan),
        PEMAT(23, TO_JUDGE, "there is no page", .no_page = true),
    };
    (void)state;
    check_scores(scores, COUNT(scores));
}

static void chunks_are_judged(void **state)
{
    static const struct score scores[] = {
        CDC(8, NOT_MET, "no list of two items or more"),
        CDC(8, MET, "2 lists", "\"benefits\": " TWO ", " STEPS(TWO)),
        CDC(8, NOT_MET, "1 list, 1 with more than 7 items", "\"cautions\": " EIGHT, RULE_LONG_LIST,
            1),
        CDC(9, MET, "3 sections with headings"),
        CDC(9, MET, "5 sections with headings",
            "\"unknowns\": [\"U.\"], \"ask_first\": [\"A.\"], " STEPS(TWO)),
        CDC(9, NOT_MET, "3 sections with headings, a list of more than 7 items", NULL,
            RULE_LONG_LIST, 1),
        PEMAT(8, TO_JUDGE, "3 sections with headings, a text of 6 sentences",
              "\"dosage\": \"A b. C d. E f. G h. K l. M n.\""),
        PEMAT(8, MET, "3 sections with headings", "\"dosage\": \"A b. C d. E f. G h. K l.\""),
        PEMAT(8, MET, "3 sections with headings", "\"summary\": \"A b. C d. E f. G h. K l. M n.\""),
        PEMAT(9, MET, "3 sections, each with a heading that names its subject"),
        PEMAT(9, TO_JUDGE, "the clinic has labels of its own", .clinic = &own_labels),
        PEMAT(9, TO_JUDGE, "there is no page", .no_page = true),
        PEMAT(12, MET, "bar, box, bullets, bold and larger type"),
        PEMAT(12, TO_JUDGE, "capitals are used as a cue too", NULL, RULE_ALL_CAPS, 1),
        PEMAT(12, TO_JUDGE, "there is no page", .no_page = true),
    };
    (void)state;
    check_scores(scores, COUNT(scores));
}

static void headings_in_another_language_do_not_inform(void **state)
{
    struct tag heading = {.kind = TAG_H2, .language = STR("en")};
    struct tag section = {.first = &(struct kid){.tag = &heading}};
    const struct score score =
        PEMAT(9, NOT_MET, "the headings are not in the language of the text",
              "\"language\": \"pl\"");
    (void)state;
    root.first = &(struct kid){.tag = &section};
    check_score(&score);
    heading.kind = TAG_LINK; /* of a reference in English */
    check_score(&(struct score)PEMAT(
        9, MET, "3 sections, each with a heading that names its subject", "\"language\": \"pl\""));
    root.first = NULL;
}

/* ---- What it says ---- */

static void words_are_judged(void **state)
{
    static const char six[] = "\"summary\": \"S t. S u.\", \"cautions\": [\"C.\"]";
    static const char led[] = "\"benefits\": [{\"title\": \"T\", \"text\": \"B.\"}]";
    static const struct score scores[] = {
        CDC(7, TO_JUDGE, ""),
        CDC(7, NOT_MET, "1 abbreviation not spelled out", NULL, RULE_UNDEFINED_ABBREVIATION, 1),
        CDC(7, NOT_MET, "2 medical terms", NULL, RULE_MEDICAL_WORD, 2),
        CDC(7, NOT_MET, "1 word that is not plain", NULL, RULE_PLAIN_WORD, 1),
        CDC(7, TO_JUDGE, "", NULL, RULE_PASSIVE_VOICE, 1),
        PEMAT(2, TO_JUDGE, ""),
        PEMAT(2, NOT_MET, "1 promotional word", NULL, RULE_PROMOTIONAL_WORD, 1),
        PEMAT(2, NOT_MET, "2 words from a blog", NULL, RULE_BLOG_WORDING, 2),
        PEMAT(2, NOT_MET, "1 link that earns a commission", NULL, RULE_AFFILIATE_LINK, 1),
        PEMAT(3, TO_JUDGE, "", six),
        PEMAT(3, TO_JUDGE, "1 word that is not plain in 5 sentences", six, RULE_PLAIN_WORD, 1),
        PEMAT(3, NOT_MET, "2 words that are not plain in 5 sentences", six, RULE_PLAIN_WORD, 2),
        PEMAT(3, NOT_MET, "1 abbreviation not spelled out", six, RULE_UNDEFINED_ABBREVIATION, 1),
        PEMAT(3, NOT_MET, "1 word that is not plain in 4 sentences", led, RULE_PLAIN_WORD, 1),
        PEMAT(4, TO_JUDGE, ""),
        PEMAT(4, NOT_MET, "1 medical term", NULL, RULE_MEDICAL_WORD, 1),
        PEMAT(5, TO_JUDGE, ""),
        PEMAT(5, TO_JUDGE, "1 verb that may be passive in 5 sentences", six, RULE_PASSIVE_VOICE, 1),
        PEMAT(5, NOT_MET, "2 verbs that may be passive in 5 sentences", six, RULE_PASSIVE_VOICE, 2),
        CDC(6, TO_JUDGE, "", NULL, RULE_PASSIVE_VOICE, 9), /* in none of its texts */
        CDC(13, TO_JUDGE, ""),
        PEMAT(1, TO_JUDGE, ""), PEMAT(10, TO_JUDGE, ""),
    };
    (void)state;
    check_scores(scores, COUNT(scores));
}

/* Only in the main message, and in what to do. */
static void passive_verbs_count_where_they_stand(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        struct read read;
        struct linter *linter = linter_for(&read, &(struct score){0});
        const struct text *at[] = {&read.article.summary, &read.article.dosage.how,
                                   &read.article.cautions.at[0].text, &read.article.title};
        diag_add(&linter->found, DIAG_PASSIVE_VOICE, text_place(at[i], 0, 1), STR("is done"));
        diag_add(&linter->found, DIAG_ALL_CAPS, text_place(at[0], 0, 1), STR("S"), STR("s"));
        lint_scorecards(linter);
        struct item item = item_of(linter->result, "CDC", 6);
        assert_int_equal(item.verdict, i < 2 ? VERDICT_NOT_MET : VERDICT_TO_JUDGE);
        assert_str(item.because, i < 2 ? "1 verb that may be passive" : "");
        read_close(&read);
    }
}

static void numbers_are_judged(void **state)
{
    static const char two[] = "\"dosage\": \"Take 5 to 7.5 g, or 1/2 cup.\"";
    static const char kilos[] = "\"dosage\": \"Take 5 mg/kg.\"";
    static const char none[] = "no numbers";
    static const struct score scores[] = {
        CDC(15, NOT_APPLICABLE, none),
        CDC(15, NOT_APPLICABLE, none, "\"summary\": \"B12 and omega-3.\""),
        CDC(15, TO_JUDGE, "", "\"dosage\": \"Take half.\""),
        CDC(15, TO_JUDGE, "", "\"language\": \"fr\", \"dosage\": \"Une demi.\""),
        CDC(15, TO_JUDGE, "1 number in figures", "\"dosage\": \"Take 5.\""),
        CDC(15, TO_JUDGE, "4 numbers in figures, 2 of them not whole", two),
        CDC(15, TO_JUDGE, "1 number in figures, 1 of them not whole", "\"summary\": \"5 %\""),
        CDC(16, NOT_APPLICABLE, none),
        CDC(16, TO_JUDGE, "", two),
        CDC(16, NOT_MET, "1 dose without a unit", two, RULE_DOSE_WITHOUT_UNIT, 1),
        PEMAT(6, NOT_APPLICABLE, none),
        PEMAT(6, TO_JUDGE, "", two),
        PEMAT(6, NOT_MET, "2 trailing zeros", two, RULE_TRAILING_ZERO, 2),
        PEMAT(6, NOT_MET, "1 range like one number", two, RULE_HYPHEN_RANGE, 1),
        CDC(17, NOT_APPLICABLE, none),
        CDC(17, TO_JUDGE, "", two),
        CDC(17, NOT_MET, "1 amount to work out", kilos),
        PEMAT(7, TO_JUDGE, ""),
        PEMAT(7, NOT_MET, "1 amount to work out", "\"dosage\": \"Take a gram per kg.\""),
        PEMAT(7, TO_JUDGE, "", "\"dosage\": \"It is sold by the kg.\""),
        PEMAT(24, NOT_APPLICABLE, none),
        PEMAT(24, TO_JUDGE, "", two),
        PEMAT(24, TO_JUDGE, "1 amount to work out", kilos),
        PEMAT(24, TO_JUDGE, "1 amount to work out", "\"dosage\": \"Multiply it by your age.\""),
    };
    (void)state;
    check_scores(scores, COUNT(scores));
}

static void risks_are_judged(void **state)
{
    static const char no_odds[] = "no probability in figures";
    static const struct score scores[] = {
        CDC(11, TO_JUDGE, "1 reference"),
        CDC(11, MET, "2 things not known, 1 reference", "\"unknowns\": " TWO),
        CDC(11, TO_JUDGE, "1 thing not known", "\"unknowns\": [\"U.\"], \"references\": []"),
        CDC(11, NOT_MET, "nothing on what is not known", NULL, RULE_NO_UNKNOWNS, 1),
        CDC(18, TO_JUDGE, "1 caution"),
        CDC(19, MET, "2 benefits, 1 caution", "\"benefits\": " TWO),
        CDC(19, TO_JUDGE, "1 benefit, 1 caution, few words on the cautions", NULL,
            RULE_FEW_CAUTIONS, 1),
        CDC(19, TO_JUDGE, "1 benefit, 1 caution", "\"language\": \"fr\""),
        CDC(20, NOT_APPLICABLE, no_odds, "\"summary\": \"Take 5 g in the morning.\""),
        CDC(20, NOT_APPLICABLE, no_odds, "\"summary\": \"No one in town has it.\""),
        CDC(20, TO_JUDGE, "1 percentage or \"1 in …\"", "\"summary\": \"20 % are sick.\""),
        CDC(20, TO_JUDGE, "1 percentage or \"1 in …\"", "\"summary\": \"One in five is.\""),
        CDC(20, TO_JUDGE, "3 percentages or \"1 in …\"",
            "\"summary\": \"1 in 5, 20 percent, 2 out of 10.\""),
        CDC(20, TO_JUDGE, "", "\"language\": \"de\""),
        CDC(20, TO_JUDGE, "1 percentage or \"1 in …\"",
            "\"language\": \"de\", \"summary\": \"20\\u00A0% sind krank.\""),
    };
    (void)state;
    check_scores(scores, COUNT(scores));
}

static void there_are_no_visual_aids(void **state)
{
    static const struct score scores[] = {
        PEMAT(15, TO_JUDGE, "no visual aids"),
        PEMAT(16, NOT_APPLICABLE, "no visual aids"),
        PEMAT(17, NOT_APPLICABLE, "no visual aids"),
        PEMAT(18, NOT_APPLICABLE, "no visual aids"),
        PEMAT(19, NOT_APPLICABLE, "no tables"),
        PEMAT(25, NOT_APPLICABLE, "no charts, graphs, tables or diagrams"),
        PEMAT(26, TO_JUDGE, "no visual aids"),
    };
    (void)state;
    check_scores(scores, COUNT(scores));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cards_are_whole),
        cmocka_unit_test(verdicts_have_reasons),
        cmocka_unit_test(the_main_message_is_judged),
        cmocka_unit_test(actions_are_judged),
        cmocka_unit_test(chunks_are_judged),
        cmocka_unit_test(headings_in_another_language_do_not_inform),
        cmocka_unit_test(words_are_judged),
        cmocka_unit_test(passive_verbs_count_where_they_stand),
        cmocka_unit_test(numbers_are_judged),
        cmocka_unit_test(risks_are_judged),
        cmocka_unit_test(there_are_no_visual_aids),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
