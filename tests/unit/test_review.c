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

static size_t count_of(struct handout_job *job, const char *id, enum handout_severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < handout_diagnostic_count(job); i++) {
        const struct handout_diagnostic *d = handout_diagnostic_at(job, i);
        count += strcmp(d->id, id) == 0 && d->severity == severity;
    }
    return count;
}

/* ---- When ---- */

static void without_anything_read_there_is_no_review(void **state)
{
    static const char *const bad[] = {"", "[]", "{\"titel\": \"T\"}"};
    (void)state;
    struct handout_job *job = handout_job_new(env, &options);
    assert_false(handout_check(job));
    assert_null(handout_job_review(job));
    assert_int_equal(handout_diagnostic_count(job), 0);
    handout_job_free(job);
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct handout_input article = input_text("a.json", bad[i]);
        job = handout_job_new(env, &options);
        assert_false(handout_read(job, &article, NULL));
        size_t said = handout_diagnostic_count(job);
        assert_false(handout_layout(job));
        assert_false(handout_check(job));
        assert_null(handout_job_review(job));
        assert_int_equal(handout_diagnostic_count(job), said);
        handout_job_free(job);
    }
}

static void what_does_not_fit_is_reviewed(void **state)
{
    (void)state;
    struct handout_job *job = handout_job_new(env, &options);
    struct handout_input article = input_of("golden/bad/quadrupled.json");
    assert_true(handout_read(job, &article, NULL));
    assert_null(handout_job_review(job));
    assert_false(handout_layout(job));
    size_t said = handout_diagnostic_count(job);
    assert_false(handout_check(job)); /* as does-not-fit is an error */
    assert_non_null(handout_job_review(job));
    assert_true(handout_diagnostic_count(job) >= said);
    handout_job_free(job);
    input_free(article);
}

static void a_page_is_not_needed(void **state)
{
    (void)state;
    struct handout_job *job = handout_job_new(env, &options);
    struct handout_input article = input_text("a.json", good_article);
    assert_true(handout_read(job, &article, NULL));
    assert_true(handout_check(job));
    assert_non_null(handout_job_review(job));
    assert_ptr_equal(handout_job_review(job), handout_job_review(job));
    size_t said = handout_diagnostic_count(job);
    assert_true(handout_check(job));
    assert_int_equal(handout_diagnostic_count(job), said); /* nothing is found twice */
    assert_int_equal(handout_job_report(job).pages, 0);
    handout_job_free(job);
}

static void a_review_changes_no_page(void **state)
{
    static struct output before;
    struct handout_input article = input_of("golden/all-fields.json");
    (void)state;
    output_init(&before);
    for (int review = 0; review <= 1; review++) {
        struct handout_job *job = handout_job_new(env, &options);
        assert_true(handout_read(job, &article, NULL));
        assert_true(handout_layout(job));
        if (review)
            handout_check(job);
        assert_true(handout_write(job, take, review ? &out : &before));
        handout_job_free(job);
    }
    assert_int_equal(out.length, before.length);
    assert_memory_equal(out.bytes, before.bytes, out.length);
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
        struct handout_options wanted = options;
        struct handout_input article = input_text("a.json", no_references);
        struct handout_input clinic = weighing(text, sizeof text, rows[i].weight);
        wanted.strict = rows[i].strict;
        struct handout_job *job = handout_job_new(env, &wanted);
        assert_int_equal(handout_read(job, &article, &clinic), rows[i].good);
        assert_int_equal(handout_layout(job), rows[i].good);
        assert_int_equal(count_of(job, "no-references", rows[i].severity), rows[i].count);
        assert_int_equal(handout_job_report(job).pages, 1); /* even if it may not be printed */
        bool checked = handout_check(job);
        bool errors = false;
        for (size_t k = 0; k < handout_diagnostic_count(job); k++)
            errors |= handout_diagnostic_at(job, k)->severity == HANDOUT_ERROR;
        assert_int_equal(checked, !errors);
        assert_true(rows[i].good || errors);
        handout_job_free(job);
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
        struct handout_job *job = handout_job_new(env, &options);
        assert_true(handout_read(job, &article, &clinic));
        assert_true(handout_layout(job));
        handout_check(job);
        assert_complete(handout_job_review(job), rows[i].formula);
        for (size_t k = 0; k < handout_diagnostic_count(job); k++) {
            const struct handout_diagnostic *d = handout_diagnostic_at(job, k);
            assert_text(d->message);
            assert_text(d->hint);
            assert_text(d->source_line);
        }
        handout_job_free(job);
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
        TEST(a_page_is_not_needed),
        TEST(a_review_changes_no_page),
        TEST(weights_and_strict_decide_what_is_an_error),
        TEST(a_review_is_complete_in_every_language),
        TEST(the_rules_are_a_table),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
