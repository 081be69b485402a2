/*
 * The promises of handout.h: the order of the phases, sinks that stop, options out of range,
 * strings that are always there, and one env for many threads.
 */
#include "api.h"

#include <dirent.h>
#include <locale.h>
#include <pthread.h>

/* The good article and clinic. */
static struct made make_good(void)
{
    struct handout_input clinic = input_text("c.json", good_clinic);
    struct made made = make(input_text("a.json", good_article), &clinic);
    assert_int_equal(handout_document_diagnostics(made.document).errors, 0);
    assert_int_equal(handout_pages_report(made.pages).pages, 1);
    return made;
}

/* ---- Order ---- */

static void the_documented_order_gives_a_pdf(void **state)
{
    (void)state;
    struct made made = make_good();
    assert_true(handout_write(made.pages, HANDOUT_PDF, take, &out));
    assert_memory_equal(out.bytes, "%PDF-1.7\n", 9);
    assert_memory_equal(out.bytes + out.length - 6, "%%EOF\n", 6);
    assert_int_equal(said(made), 0);
    assert_string_equal(handout_document_id(made.document), "a");
    struct handout_report report = handout_pages_report(made.pages);
    assert_string_equal(report.paper, "Letter");
    assert_int_equal(report.body, 14000);
    assert_int_equal(report.fine, 10000);
    assert_true(report.words > 10 && report.room > 100);
    assert_string_equal(handout_version(), HANDOUT_VERSION);
    unmake(made);
}

/* Nothing is written, dumped or handed out. */
static void assert_idle(const struct handout_document *document, struct handout_pages *pages)
{
    assert_false(handout_write(pages, HANDOUT_PDF, take, &out));
    for (int what = HANDOUT_DUMP_ARTICLE; what <= HANDOUT_DUMP_TAGS; what++)
        assert_false(handout_dump(document, pages, (enum handout_dump)what, take, &out));
    assert_int_equal(out.calls, 0);
    assert_int_equal(handout_pages_diagnostics(pages).count, 0);
    assert_int_equal(handout_pages_boxes(pages).count, 0);
    struct handout_report report = handout_pages_report(pages);
    assert_string_equal(report.paper, "");
    assert_int_equal(report.pages, 0);
    assert_non_null(handout_document_id(document));
    assert_null(handout_check(document, pages));
}

/* As all that could not be made is. */
static void null_gives_nothing(void **state)
{
    (void)state;
    assert_null(handout_layout(NULL, &layout_options));
    assert_idle(NULL, NULL);
    assert_int_equal(handout_document_diagnostics(NULL).count, 0);
    handout_review_free(NULL);
}

static void a_document_has_dumps_without_pages(void **state)
{
    (void)state;
    struct handout_input article = input_text("a.json", good_article);
    struct handout_document *document = handout_read(env, &article, NULL, NULL);
    assert_false(handout_dump(document, NULL, HANDOUT_DUMP_PAGE, take, &out));
    assert_false(handout_dump(document, NULL, HANDOUT_DUMP_TAGS, take, &out));
    assert_false(handout_dump(document, NULL, HANDOUT_DUMP_SHEET, take, &out));
    assert_true(handout_dump(document, NULL, HANDOUT_DUMP_JSON, take, &out));
    assert_true(handout_dump(document, NULL, HANDOUT_DUMP_ARTICLE, take, &out));
    assert_int_equal(out.calls, 2);
    handout_document_free(document);
}

static void nothing_follows_a_phase_that_failed(void **state)
{
    static const char *const bad[] = {"", "{", "[]", "{\"titel\": \"T\"}"};
    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct made made = make(input_text("a.json", bad[i]), NULL);
        assert_true(handout_document_diagnostics(made.document).errors > 0);
        assert_idle(made.document, made.pages);
        unmake(made);
    }
}

static void a_page_that_does_not_fit_leaves_only_its_sheet(void **state)
{
    (void)state;
    struct handout_input article = input_of("golden/bad/sixfold.json");
    struct made made = make(article, NULL);
    struct handout_diagnostics found = handout_pages_diagnostics(made.pages);
    assert_int_equal(found.errors, 1);
    assert_string_equal(found.at[0].id, "does-not-fit");
    assert_string_equal(found.at[0].pointer, "/benefits");
    assert_false(handout_write(made.pages, HANDOUT_PDF, take, &out));
    assert_true(handout_dump(made.document, made.pages, HANDOUT_DUMP_SHEET, take, &out));
    assert_false(handout_dump(made.document, made.pages, HANDOUT_DUMP_PAGE, take, &out));
    unmake(made);
    input_free(article);
}

static void nothing_may_be_freed(void **state)
{
    (void)state;
    handout_pages_free(NULL);
    handout_document_free(NULL);
    handout_env_close(NULL);
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
        struct handout_document *document = handout_read(env, &rows[i].input, NULL, NULL);
        assert_string_equal(handout_document_diagnostics(document).at[0].id, rows[i].id);
        handout_document_free(document);
    }
    free(huge);
}

static void both_files_are_complained_of(void **state)
{
    (void)state;
    struct handout_input article = input_text("a.json", "{}"), clinic = input_text("c.json", "[]");
    struct handout_document *document = handout_read(env, &article, &clinic, NULL);
    struct handout_diagnostics found = handout_document_diagnostics(document);
    assert_string_equal(found.at[0].file, "a.json");
    assert_string_equal(found.at[found.count - 1].file, "c.json");
    handout_document_free(document);
}

static void assert_complete(const struct handout_diagnostic *d)
{
    const char *strings[] = {d->id,      d->file,    d->source_line,
                             d->pointer, d->message, d->hint};
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
    assert_true(!*d->pointer || *d->pointer == '/');
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
        struct handout_document *document = handout_read(env, &article, &clinic, NULL);
        struct handout_diagnostics found = handout_document_diagnostics(document);
        for (size_t i = 0; i < found.count; i++)
            assert_complete(&found.at[i]);
        handout_document_free(document);
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
    const int32_t asked[] = {INT32_MIN, 0, 9000, 14000, INT32_MAX};
    (void)state;
    for (size_t i = 0; i < COUNT(asked); i++) {
        layout_options.min_body = asked[i];
        struct made made = make_good();
        assert_int_equal(handout_pages_report(made.pages).body, 14000);
        unmake(made);
    }
    struct handout_input article = input_of("golden/bad/sixfold.json");
    struct handout_input clinic = input_of("golden/l-glutamine.clinic.json");
    for (int most = 0; most <= 1; most++) {
        layout_options.min_body = most ? INT32_MAX : INT32_MIN;
        struct made made = make(article, &clinic);
        const char *message = handout_pages_diagnostics(made.pages).at[0].message;
        assert_non_null(strstr(message, most ? "14 pt" : "9 pt"));
        unmake(made);
    }
    input_free(article);
    input_free(clinic);
}

static void assert_in_pdf(const char *part)
{
    bool found = false;
    for (size_t at = 0; at < out.length && !found; at++)
        found = str_starts((struct str){out.bytes + at, out.length - at}, str_of(part));
    if (!found)
        fail_msg("no %s", part);
}

static void other_options_do_what_they_say(void **state)
{
    const struct {
        enum handout_paper paper;
        int64_t epoch;
        const char *today, *name, *in_pdf;
    } rows[] = {
        {HANDOUT_PAPER_A4, -1, NULL, "A4", "/MediaBox [ 0 0 595.25 841.875 ]"},
        {HANDOUT_PAPER_DEFAULT, 0, NULL, "Letter", "(D:19700101000000"},
        {HANDOUT_PAPER_DEFAULT, INT64_MAX, NULL, "Letter", "%PDF"},
        {HANDOUT_PAPER_DEFAULT, -1, "no day", "Letter", "%PDF"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        layout_options.paper = rows[i].paper;
        read_options.source_date_epoch = rows[i].epoch;
        read_options.today = rows[i].today;
        struct made made = make_good();
        output_init(&out);
        assert_true(handout_write(made.pages, HANDOUT_PDF, take, &out));
        assert_string_equal(handout_pages_report(made.pages).paper, rows[i].name);
        assert_in_pdf(rows[i].in_pdf);
        unmake(made);
    }
}

/* ---- Sinks ---- */

static void a_sink_may_stop_at_any_call_or_byte(void **state)
{
    static struct output whole;
    (void)state;
    struct made made = make_good();
    output_init(&whole);
    assert_true(handout_write(made.pages, HANDOUT_PDF, take, &whole));
    for (size_t calls = 0; calls < whole.calls; calls++) {
        output_init(&out);
        out.most_calls = calls;
        assert_false(handout_write(made.pages, HANDOUT_PDF, take, &out));
        assert_int_equal(out.calls, calls);
    }
    for (size_t most = 0; most < whole.length; most += most < 20 ? 1 : 997) {
        output_init(&out);
        out.most = most;
        assert_false(handout_write(made.pages, HANDOUT_PDF, take, &out));
    }
    assert_int_equal(said(made), 0); /* the caller knows why */
    output_init(&out);
    assert_true(handout_write(made.pages, HANDOUT_PDF, take, &out));
    assert_int_equal(out.length, whole.length);
    assert_memory_equal(out.bytes, whole.bytes, whole.length);
    unmake(made);
}

static void a_dump_says_whether_it_was_taken(void **state)
{
    (void)state;
    struct made made = make_good();
    for (int what = HANDOUT_DUMP_JSON; what <= HANDOUT_DUMP_TAGS; what++) {
        output_init(&out);
        assert_true(handout_dump(made.document, made.pages, (enum handout_dump)what, take, &out));
        assert_true(out.length > 20 && out.bytes[out.length - 1] == '\n');
        out.most_calls = out.calls;
        assert_false(handout_dump(made.document, made.pages, (enum handout_dump)what, take, &out));
    }
    unmake(made);
}

/* ---- Around it ---- */

static void a_decimal_comma_changes_nothing(void **state)
{
    static struct output german;
    (void)state;
    struct made made = make_good();
    assert_true(handout_write(made.pages, HANDOUT_PDF, take, &out));
    unmake(made);
    if (!setlocale(LC_ALL, "de_DE.UTF-8"))
        skip(); /* ./check installs it */
    assert_string_equal(localeconv()->decimal_point, ",");
    output_init(&german);
    made = make_good();
    assert_true(handout_write(made.pages, HANDOUT_PDF, take, &german));
    setlocale(LC_ALL, "C");
    assert_int_equal(german.length, out.length);
    assert_memory_equal(german.bytes, out.bytes, out.length);
    unmake(made);
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
        struct handout_document *document = handout_read(env, &article, &clinic, NULL);
        struct handout_pages *pages = handout_layout(document, NULL);
        output_init(own);
        same += handout_write(pages, HANDOUT_PDF, take, own) && own->length == whole->length &&
                memcmp(own->bytes, whole->bytes, whole->length) == 0;
        handout_pages_free(pages);
        handout_document_free(document);
    }
    free(own);
    return same == JOBS ? expected : NULL;
}

static void threads_share_an_env(void **state)
{
    pthread_t threads[THREADS];
    (void)state;
    struct made made = make_good();
    assert_true(handout_write(made.pages, HANDOUT_PDF, take, &out));
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, many_jobs, &out), 0);
    for (int i = 0; i < THREADS; i++) {
        void *result;
        pthread_join(threads[i], &result);
        assert_ptr_equal(result, &out);
    }
    unmake(made);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(the_documented_order_gives_a_pdf),
        TEST(null_gives_nothing),
        TEST(a_document_has_dumps_without_pages),
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
