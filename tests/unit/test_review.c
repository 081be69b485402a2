/*
 * The review through the public header: when it may be called, what it returns, and what it hands
 * out.  What each rule finds is tested in tests/lint.
 */
#include "api.h"

static const char no_references[] =
    "{\"title\": \"T\", \"summary\": \"S.\", \"benefits\": [\"B.\"], \"dosage\": \"D.\","
    " \"cautions\": [\"C.\"], \"references\": [], \"disclaimer\": \"L.\"}";

/* A clinic with this weight for the rule that no_references breaks. */
static struct handout_input weighing(char *text, size_t size, const char *weight)
{
    snprintf(text, size,
             "{\"name\": \"N\", \"phone\": \"1\", \"rules\": {\"no-references\": \"%s\"}}", weight);
    return input_text("c.json", text);
}

static size_t count_of(struct handout_diagnostics found, const char *id,
                       enum handout_severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < found.count; i++)
        count += strcmp(found.at[i].id, id) == 0 && found.at[i].severity == severity;
    return count;
}

/* ---- When ---- */

static void without_anything_read_there_is_no_review(void **state)
{
    static const char *const bad[] = {"", "[]", "{\"titel\": \"T\"}"};
    (void)state;
    assert_null(handout_check(NULL, NULL));
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct made made = make(input_text("a.json", bad[i]), NULL);
        size_t before = said(made);
        assert_null(handout_check(made.document, made.pages));
        assert_int_equal(said(made), before);
        unmake(made);
    }
}

static void what_does_not_fit_is_reviewed(void **state)
{
    (void)state;
    struct handout_input article = input_of("golden/bad/sixfold.json");
    struct made made = make(article, NULL);
    struct handout_review *review = handout_check(made.document, made.pages);
    assert_non_null(review);
    assert_int_equal(count_of(review->findings, "does-not-fit", HANDOUT_ERROR), 0);
    handout_review_free(review);
    unmake(made);
    input_free(article);
}

static bool same(struct handout_diagnostics a, struct handout_diagnostics b)
{
    bool same = a.count == b.count && a.errors == b.errors;
    for (size_t i = 0; i < a.count && same; i++)
        same = a.at[i].line == b.at[i].line && strcmp(a.at[i].message, b.at[i].message) == 0;
    return same;
}

static void a_page_is_not_needed_and_each_review_is_whole(void **state)
{
    (void)state;
    struct handout_input article = input_of("golden/doubled.json");
    struct handout_document *document = handout_read(env, &article, NULL, NULL);
    struct handout_diagnostics before = handout_document_diagnostics(document);
    struct handout_review *first = handout_check(document, NULL);
    struct handout_review *second = handout_check(document, NULL);
    assert_true(first->findings.count > 0);
    assert_true(same(first->findings, second->findings));
    assert_true(same(before, handout_document_diagnostics(document)));
    handout_review_free(first);
    handout_review_free(second);
    handout_document_free(document);
    input_free(article);
}

static void a_review_changes_no_page(void **state)
{
    static struct output before;
    struct handout_input article = input_of("golden/all-fields.json");
    (void)state;
    struct made made = make(article, NULL);
    output_init(&before);
    assert_true(handout_write(made.pages, HANDOUT_PDF, take, &before));
    handout_review_free(handout_check(made.document, made.pages));
    assert_true(handout_write(made.pages, HANDOUT_PDF, take, &out));
    assert_int_equal(out.length, before.length);
    assert_memory_equal(out.bytes, before.bytes, out.length);
    unmake(made);
    input_free(article);
}

/* ---- What it returns ---- */

static void weights_and_strict_decide_what_is_an_error(void **state)
{
    static const struct {
        const char *weight;
        bool strict, good;
        size_t count;
        enum handout_severity severity;
    } rows[] = {
        {"warning", false, true, 1, HANDOUT_WARNING}, {"warning", true, false, 1, HANDOUT_ERROR},
        {"error", false, false, 1, HANDOUT_ERROR},    {"note", true, true, 1, HANDOUT_NOTE},
        {"off", true, true, 0, HANDOUT_ERROR},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char text[128];
        struct handout_input clinic = weighing(text, sizeof text, rows[i].weight);
        read_options.strict = rows[i].strict;
        struct made made = make(input_text("a.json", no_references), &clinic);
        struct handout_diagnostics found = handout_document_diagnostics(made.document);
        assert_int_equal(found.errors == 0, rows[i].good);
        assert_int_equal(count_of(found, "no-references", rows[i].severity), rows[i].count);
        assert_int_equal(handout_pages_report(made.pages).pages, 1);
        output_init(&out); /* there is a page even if it may not be printed */
        assert_int_equal(handout_write(made.pages, HANDOUT_PDF, take, &out), rows[i].good);
        struct handout_review *review = handout_check(made.document, made.pages);
        size_t errors = 0;
        for (size_t k = 0; k < review->findings.count; k++)
            errors += review->findings.at[k].severity == HANDOUT_ERROR;
        assert_int_equal(review->findings.errors, errors);
        handout_review_free(review);
        unmake(made);
    }
}

/* ---- What it hands out ---- */

static void assert_text(const char *text)
{
    assert_non_null(text);
    for (size_t at = 0; at < strlen(text);)
        assert_true(utf8_next(str_of(text), &at) != UTF8_BAD);
}

static void assert_hardest(const struct handout_hard *hard, size_t count)
{
    assert_true(count <= 10);
    for (size_t i = 0; i < count; i++) {
        assert_text(hard[i].text);
        assert_true(*hard[i].text && hard[i].line >= 1 && hard[i].column >= 1);
    }
}

static void assert_complete(const struct handout_review *review, const char *formula)
{
    assert_string_equal(review->formula, formula);
    for (size_t i = 0; i < review->reading_count; i++) {
        const struct handout_reading *r = &review->readings[i];
        assert_text(r->part);
        assert_int_equal(*r->part == '\0', i == 0);
        assert_true(r->words >= 0 && r->sentences >= 0 && r->smog >= 0 && r->smog_plain >= 0);
        assert_true(r->smog_plain <= r->smog);
    }
    assert_hardest(review->sentences, review->sentence_count);
    assert_hardest(review->words, review->word_count);
    for (size_t i = 0; i < review->item_count; i++) {
        const struct handout_item *item = &review->items[i];
        assert_text(item->card);
        assert_text(item->question);
        assert_text(item->because);
        assert_true(*item->card && *item->question && item->number >= 1);
        assert_true(item->verdict >= HANDOUT_MET && item->verdict <= HANDOUT_NOT_APPLICABLE);
    }
}

static void a_review_is_complete_in_every_language(void **state)
{
    static const struct {
        const char *path, *formula;
    } rows[] = {
        {"golden/l-glutamine.json", "Flesch-Kincaid"}, {"golden/all-fields.json", "Flesch-Kincaid"},
        {"golden/minimal.json", "Flesch-Kincaid"},     {"golden/lang-es.json", "INFLESZ"},
        {"golden/lang-ru.json", ""},                   {"golden/scripts.json", "Flesch-Kincaid"},
    };
    (void)state;
    struct handout_input clinic = input_text("c.json", good_clinic);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct handout_input article = input_of(rows[i].path);
        struct made made = make(article, &clinic);
        assert_int_equal(handout_pages_report(made.pages).pages, 1);
        struct handout_review *review = handout_check(made.document, made.pages);
        assert_complete(review, rows[i].formula);
        for (size_t k = 0; k < review->findings.count; k++) {
            const struct handout_diagnostic *d = &review->findings.at[k];
            assert_text(d->message);
            assert_text(d->hint);
            assert_text(d->source_line);
            assert_text(d->pointer);
        }
        handout_review_free(review);
        unmake(made);
        input_free(article);
    }
}

static void the_rules_are_a_table(void **state)
{
    size_t count = handout_rule_count();
    (void)state;
    assert_true(count > 40);
    for (size_t i = 0; i < count; i++) {
        struct handout_rule rule = handout_rule_at(i);
        assert_true(*rule.id && strspn(rule.id, "abcdefghijklmnopqrstuvwxyz-") == strlen(rule.id));
        assert_text(rule.message);
        assert_text(rule.source);
        assert_true(*rule.message && *rule.source && rule.severity <= HANDOUT_ERROR);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(rule.id, handout_rule_at(k).id);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(without_anything_read_there_is_no_review),
        TEST(what_does_not_fit_is_reviewed),
        TEST(a_page_is_not_needed_and_each_review_is_whole),
        TEST(a_review_changes_no_page),
        TEST(weights_and_strict_decide_what_is_an_error),
        TEST(a_review_is_complete_in_every_language),
        TEST(the_rules_are_a_table),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
