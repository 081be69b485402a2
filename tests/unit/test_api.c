/*
 * The promises of handout.h: the order of the phases, sinks that stop, options out of range,
 * strings that are always there, and one env for many threads.
 */
#include "api.h"

#include <dirent.h>
#include <locale.h>
#include <pthread.h>

/* A job over the good article and clinic that is laid out. */
static struct handout_job *laid_out(const struct handout_options *wanted)
{
    struct handout_job *job = handout_job_new(env, wanted);
    struct handout_input article = input_text("a.json", good_article);
    struct handout_input clinic = input_text("c.json", good_clinic);
    assert_true(handout_read(job, &article, &clinic));
    assert_true(handout_layout(job));
    return job;
}

/* ---- Order ---- */

static void the_documented_order_gives_a_pdf(void **state)
{
    (void)state;
    struct handout_job *job = laid_out(&options);
    assert_true(handout_write(job, take, &out));
    assert_memory_equal(out.bytes, "%PDF-1.7\n", 9);
    assert_memory_equal(out.bytes + out.length - 6, "%%EOF\n", 6);
    assert_int_equal(handout_diagnostic_count(job), 0);
    assert_string_equal(handout_job_id(job), "a");
    struct handout_report report = handout_job_report(job);
    assert_string_equal(report.paper, "Letter");
    assert_int_equal(report.pages, 1);
    assert_int_equal(report.body, 14000);
    assert_int_equal(report.fine, 10000);
    assert_true(report.words > 10 && report.room > 100);
    assert_string_equal(handout_version(), HANDOUT_VERSION);
    handout_job_free(job);
}

/* No phase but reading may be entered; nothing is said or handed out. */
static void assert_idle(struct handout_job *job)
{
    size_t said = handout_diagnostic_count(job);
    assert_false(handout_layout(job));
    assert_false(handout_write(job, take, &out));
    for (int what = HANDOUT_DUMP_ARTICLE; what <= HANDOUT_DUMP_TAGS; what++)
        assert_false(handout_dump(job, (enum handout_dump)what, take, &out));
    assert_int_equal(out.calls, 0);
    assert_int_equal(handout_diagnostic_count(job), said);
    struct handout_report report = handout_job_report(job);
    assert_string_equal(report.paper, "");
    assert_int_equal(report.pages, 0);
    assert_non_null(handout_job_id(job));
}

static void phases_out_of_order_return_false(void **state)
{
    (void)state;
    struct handout_job *job = handout_job_new(env, &options);
    struct handout_input article = input_text("a.json", good_article);
    assert_idle(job);
    assert_false(handout_dump(job, HANDOUT_DUMP_JSON, take, &out));
    assert_true(handout_read(job, &article, NULL));
    assert_false(handout_write(job, take, &out));
    assert_false(handout_dump(job, HANDOUT_DUMP_PAGE, take, &out));
    assert_false(handout_dump(job, HANDOUT_DUMP_TAGS, take, &out));
    assert_false(handout_dump(job, HANDOUT_DUMP_SHEET, take, &out));
    assert_true(handout_dump(job, HANDOUT_DUMP_JSON, take, &out));
    assert_true(handout_dump(job, HANDOUT_DUMP_ARTICLE, take, &out));
    assert_int_equal(out.calls, 2);
    handout_job_free(job);
}

static void nothing_follows_a_phase_that_failed(void **state)
{
    static const char *const bad[] = {"", "{", "[]", "{\"titel\": \"T\"}"};
    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct handout_job *job = handout_job_new(env, &options);
        struct handout_input article = input_text("a.json", bad[i]);
        assert_false(handout_read(job, &article, NULL));
        assert_true(handout_diagnostic_count(job) > 0);
        assert_idle(job);
        handout_job_free(job);
    }
}

static void a_page_that_does_not_fit_leaves_only_its_sheet(void **state)
{
    (void)state;
    struct handout_job *job = handout_job_new(env, &options);
    struct handout_input article = input_of("golden/bad/quadrupled.json");
    assert_true(handout_read(job, &article, NULL));
    assert_false(handout_layout(job));
    assert_string_equal(handout_diagnostic_at(job, 0)->id, "does-not-fit");
    assert_false(handout_write(job, take, &out));
    assert_true(handout_dump(job, HANDOUT_DUMP_SHEET, take, &out));
    assert_false(handout_dump(job, HANDOUT_DUMP_PAGE, take, &out));
    handout_job_free(job);
    input_free(article);
}

static void nothing_may_be_freed(void **state)
{
    (void)state;
    handout_job_free(NULL);
    handout_env_close(NULL);
    handout_job_free(handout_job_new(env, &options));
}

/* ---- Inputs ---- */

static void inputs_may_be_empty_or_huge(void **state)
{
    char *huge = calloc(1, HANDOUT_INPUT_MAX + 1);
    const struct {
        struct handout_input input;
        const char *id;
    } rows[] = {
        {{"a.json", NULL, 0}, "empty-file"},
        {{"a.json", "", 0}, "empty-file"},
        {{NULL, "", 0}, "empty-file"},
        {{"", "{", 1}, "syntax"},
        {{"a.json", huge, HANDOUT_INPUT_MAX}, "raw-control"},
        {{"a.json", huge, HANDOUT_INPUT_MAX + 1}, "too-large"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct handout_job *job = handout_job_new(env, &options);
        assert_false(handout_read(job, &rows[i].input, NULL));
        assert_string_equal(handout_diagnostic_at(job, 0)->id, rows[i].id);
        handout_job_free(job);
    }
    free(huge);
}

static void both_files_are_complained_of(void **state)
{
    (void)state;
    struct handout_job *job = handout_job_new(env, &options);
    struct handout_input article = input_text("a.json", "{}"), clinic = input_text("c.json", "[]");
    assert_false(handout_read(job, &article, &clinic));
    size_t last = handout_diagnostic_count(job) - 1;
    assert_string_equal(handout_diagnostic_at(job, 0)->file, "a.json");
    assert_string_equal(handout_diagnostic_at(job, last)->file, "c.json");
    assert_ptr_equal(handout_diagnostic_at(job, 0), handout_diagnostic_at(job, 0));
    handout_job_free(job);
}

static void assert_complete(const struct handout_diagnostic *d)
{
    const char *strings[] = {d->id, d->file, d->source_line, d->message, d->hint};
    for (size_t i = 0; i < COUNT(strings); i++) {
        assert_non_null(strings[i]);
        struct str s = str_of(strings[i]);
        for (size_t at = 0; at < s.len;)
            assert_true(utf8_next(s, &at) != UTF8_BAD);
    }
    assert_true(*d->id && *d->message && d->width >= 1);
    assert_int_equal(d->line == 0, d->column == 0);
    assert_true(d->caret <= utf8_length(str_of(d->source_line)));
    assert_true(d->severity <= HANDOUT_ERROR);
}

static void every_diagnostic_is_complete(void **state)
{
    DIR *folder = opendir("golden/bad");
    struct handout_input clinic = input_of("golden/bad/clinic-values.clinic.json");
    size_t files = 0;
    (void)state;
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        char path[sizeof "golden/bad/" + 256];
        if (!str_ends(str_of(entry->d_name), STR(".json")))
            continue;
        snprintf(path, sizeof path, "golden/bad/%s", entry->d_name);
        struct handout_input article = input_of(path);
        struct handout_job *job = handout_job_new(env, &options);
        handout_read(job, &article, &clinic);
        for (size_t i = 0; i < handout_diagnostic_count(job); i++)
            assert_complete(handout_diagnostic_at(job, i));
        handout_job_free(job);
        input_free(article);
        files++;
    }
    closedir(folder);
    input_free(clinic);
    assert_true(files > 20);
}

/* ---- Options ---- */

static void the_least_body_is_clamped(void **state)
{
    const struct {
        int32_t asked, body;
    } rows[] = {{INT32_MIN, 14000}, {0, 14000}, {9000, 14000}, {14000, 14000}, {INT32_MAX, 14000}};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct handout_options wanted = options;
        wanted.min_body = rows[i].asked;
        struct handout_job *job = laid_out(&wanted);
        assert_int_equal(handout_job_report(job).body, rows[i].body);
        handout_job_free(job);
    }
    struct handout_options wanted = options;
    struct handout_input article = input_of("golden/bad/quadrupled.json");
    struct handout_input clinic = input_of("golden/l-glutamine.clinic.json");
    for (int most = 0; most <= 1; most++) {
        wanted.min_body = most ? INT32_MAX : INT32_MIN;
        struct handout_job *job = handout_job_new(env, &wanted);
        assert_true(handout_read(job, &article, &clinic));
        assert_false(handout_layout(job));
        assert_non_null(strstr(handout_diagnostic_at(job, 0)->message, most ? "14 pt" : "9 pt"));
        handout_job_free(job);
    }
    input_free(article);
    input_free(clinic);
}

static void other_options_do_what_they_say(void **state)
{
    const struct {
        struct handout_options options;
        const char *article, *paper, *in_pdf, *id;
    } rows[] = {
        {{.min_body = 10000, .source_date_epoch = -1, .paper = HANDOUT_PAPER_A4}, good_article,
         "A4", "/MediaBox [ 0 0 595.25 841.875 ]", NULL},
        {{.min_body = 10000, .source_date_epoch = 0}, good_article, "Letter", "(D:19700101000000",
         NULL},
        {{.min_body = 10000, .source_date_epoch = INT64_MAX}, good_article, "Letter", "%PDF",
         NULL},
        {{.min_body = 10000, .source_date_epoch = -1, .today = "no day"}, good_article, "Letter",
         "%PDF", NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct handout_job *job = laid_out(&rows[i].options);
        output_init(&out);
        assert_true(handout_write(job, take, &out));
        assert_string_equal(handout_job_report(job).paper, rows[i].paper);
        bool found = false;
        for (size_t at = 0; at < out.length && !found; at++)
            found = str_starts((struct str){out.bytes + at, out.length - at},
                               str_of(rows[i].in_pdf));
        if (!found)
            fail_msg("row %zu: no %s", i, rows[i].in_pdf);
        handout_job_free(job);
    }
}

/* ---- Sinks ---- */

static void a_sink_may_stop_at_any_call_or_byte(void **state)
{
    static struct output whole;
    (void)state;
    struct handout_job *job = laid_out(&options);
    output_init(&whole);
    assert_true(handout_write(job, take, &whole));
    for (size_t calls = 0; calls < whole.calls; calls++) {
        output_init(&out);
        out.most_calls = calls;
        assert_false(handout_write(job, take, &out));
        assert_int_equal(out.calls, calls);
    }
    for (size_t most = 0; most < whole.length; most += most < 20 ? 1 : 997) {
        output_init(&out);
        out.most = most;
        assert_false(handout_write(job, take, &out));
    }
    assert_int_equal(handout_diagnostic_count(job), 0); /* the caller knows why */
    output_init(&out);
    assert_true(handout_write(job, take, &out));
    assert_int_equal(out.length, whole.length);
    assert_memory_equal(out.bytes, whole.bytes, whole.length);
    handout_job_free(job);
}

static void a_dump_says_whether_it_was_taken(void **state)
{
    (void)state;
    struct handout_job *job = laid_out(&options);
    for (int what = HANDOUT_DUMP_JSON; what <= HANDOUT_DUMP_TAGS; what++) {
        output_init(&out);
        assert_true(handout_dump(job, (enum handout_dump)what, take, &out));
        assert_true(out.length > 20 && out.bytes[out.length - 1] == '\n');
        out.most_calls = out.calls;
        assert_false(handout_dump(job, (enum handout_dump)what, take, &out));
    }
    handout_job_free(job);
}

/* ---- Around it ---- */

static void a_decimal_comma_changes_nothing(void **state)
{
    static struct output german;
    (void)state;
    struct handout_job *job = laid_out(&options);
    assert_true(handout_write(job, take, &out));
    handout_job_free(job);
    if (!setlocale(LC_ALL, "de_DE.UTF-8"))
        skip(); /* ./check installs it */
    assert_string_equal(localeconv()->decimal_point, ",");
    output_init(&german);
    job = laid_out(&options);
    assert_true(handout_write(job, take, &german));
    setlocale(LC_ALL, "C");
    assert_int_equal(german.length, out.length);
    assert_memory_equal(german.bytes, out.bytes, out.length);
    handout_job_free(job);
}

enum { THREADS = 4, JOBS = 25 };

/* Fails through its result: cmocka's assertions are for the main thread only. */
static void *many_jobs(void *expected)
{
    const struct output *whole = expected;
    struct output *own = malloc(sizeof *own);
    struct handout_input article = input_text("a.json", good_article);
    struct handout_input clinic = input_text("c.json", good_clinic);
    size_t same = 0;
    for (int i = 0; i < JOBS; i++) {
        struct handout_job *job = handout_job_new(env, &options);
        output_init(own);
        bool made = handout_read(job, &article, &clinic) && handout_layout(job) &&
                    handout_write(job, take, own);
        same += made && own->length == whole->length &&
                memcmp(own->bytes, whole->bytes, whole->length) == 0;
        handout_job_free(job);
    }
    free(own);
    return same == JOBS ? expected : NULL;
}

static void threads_share_an_env(void **state)
{
    pthread_t threads[THREADS];
    (void)state;
    struct handout_job *job = laid_out(&options);
    assert_true(handout_write(job, take, &out));
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, many_jobs, &out), 0);
    for (int i = 0; i < THREADS; i++) {
        void *result;
        pthread_join(threads[i], &result);
        assert_ptr_equal(result, &out);
    }
    handout_job_free(job);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(the_documented_order_gives_a_pdf),
        TEST(phases_out_of_order_return_false),
        TEST(nothing_follows_a_phase_that_failed),
        TEST(a_page_that_does_not_fit_leaves_only_its_sheet),
        TEST(nothing_may_be_freed),
        TEST(inputs_may_be_empty_or_huge),
        TEST(both_files_are_complained_of),
        TEST(every_diagnostic_is_complete),
        TEST(the_least_body_is_clamped),
        TEST(other_options_do_what_they_say),
        TEST(a_sink_may_stop_at_any_call_or_byte),
        TEST(a_dump_says_whether_it_was_taken),
        TEST(a_decimal_comma_changes_nothing),
        TEST(threads_share_an_env),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
