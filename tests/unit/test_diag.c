/*
 * base/diag: what a list of diagnostics says, how a clinic weighs its rules, how two are joined.
 */
#include "arena_unit.h"
#include "report.h"

static const struct place nowhere = {NULL, {0, 0}};

static void test_diag_text(void **state)
{
    struct diags diags;
    (void)state;
    diags_init(&diags, arena, false);
    diag_add(&diags, DIAG_UNKNOWN_FIELD, nowhere, STR("titel"), STR("an article"), STR("title"));
    diag_add(&diags, DIAG_UNKNOWN_FIELD, nowhere, STR("{1}"), STR("an article"), STR(""));
    diag_plain(&diags, DIAG_EMPTY_FILE, nowhere);
    const struct diag *diag = diags.first;
    assert_str(diag->message, "\"titel\" is not a field of an article");
    assert_str(diag->hint, "did you mean \"title\"?");
    diag = diag->next; /* arguments are not looked into, and a hint without its own is left out */
    assert_str(diag->message, "\"{1}\" is not a field of an article");
    assert_str(diag->hint, "");
    assert_str(diag->next->message, "the file is empty");
    assert_null(diag->next->next);
    assert_str(diag_slug(DIAG_EMPTY_FILE), "empty-file");
}

static void test_severity(void **state)
{
    (void)state;
    for (int strict = 0; strict < 2; strict++) {
        struct diags diags;
        diags_init(&diags, arena, strict);
        diag_plain(&diags, DIAG_NO_REFERENCES, nowhere);
        diag_add(&diags, DIAG_LABELS_IN_ENGLISH, nowhere, STR("qr"));
        assert_int_equal(diags.errors, strict);
        assert_int_equal(diags.first->severity, strict ? SEVERITY_ERROR : SEVERITY_WARNING);
        assert_int_equal(diags.first->next->severity, SEVERITY_NOTE);
        diag_plain(&diags, DIAG_EMPTY_FILE, nowhere);
        assert_int_equal(diags.errors, strict + 1);
    }
}

static void test_diag_cap(void **state)
{
    struct diags diags;
    const struct diag *last;
    (void)state;
    diags_init(&diags, arena, false);
    for (int i = 0; i < DIAG_MAX + 50; i++)
        diag_plain(&diags, DIAG_EMPTY_FILE, nowhere);
    for (last = diags.first; last->next; last = last->next)
        continue;
    assert_int_equal(diags.count, DIAG_MAX);
    assert_int_equal(diags.errors, DIAG_MAX + 50);
    assert_int_equal(diags.unlisted, 51);
    assert_int_equal(last->id, DIAG_TOO_MANY_FAULTS);
}

/* Slugs name entries of the manual: each only once, in one style. */
static void test_slugs(void **state)
{
    (void)state;
    for (int id = 0; id < DIAG_COUNT; id++) {
        struct str slug = diag_slug((enum diag_id)id);
        assert_true(slug.len > 0);
        for (size_t i = 0; i < slug.len; i++)
            assert_true((slug.ptr[i] >= 'a' && slug.ptr[i] <= 'z') || slug.ptr[i] == '-'
                        || slug.ptr[i] == '8');
        for (int other = 0; other < id; other++)
            assert_false(str_equal(slug, diag_slug((enum diag_id)other)));
    }
}

/* ---- Rules ---- */

/* A rule of each severity, and a diagnostic that is none. */
static void add_some(struct diags *diags)
{
    diag_plain(diags, DIAG_EMPTY_FILE, nowhere);                             /* an error */
    diag_add(diags, DIAG_PASSIVE_VOICE, nowhere, STR("is"));                 /* a note */
    diag_plain(diags, DIAG_NO_REFERENCES, nowhere);                          /* a warning */
    diag_add(diags, DIAG_INVERTED_DISCLAIMER, nowhere, STR("should defer")); /* an error */
    diag_add(diags, DIAG_LABELS_IN_ENGLISH, nowhere, STR("pl"));             /* a note */
}

/* "ENWEN": the first letters of the severities */
static const char *severities(const struct diags *diags)
{
    struct builder b = {.arena = arena};
    for (const struct diag *diag = diags->first; diag; diag = diag->next)
        builder_char(&b, "NWE"[diag->severity]);
    assert_int_equal(b.len, diags->count);
    return builder_str(&b).ptr;
}

static struct rule_levels all(enum rule_level level)
{
    struct rule_levels levels;
    for (int i = 0; i < RULE_COUNT; i++)
        levels.of[i] = level;
    return levels;
}

static void rules_are_weighed_and_faults_are_not(void **state)
{
    static const struct {
        enum rule_level level;
        bool strict;
        const char *expected;
        size_t errors;
    } rows[] = {
        {RULE_AS_IS, false, "ENWEN", 2},   {RULE_AS_IS, true, "ENEEN", 3},
        {RULE_OFF, false, "EN", 1},        {RULE_OFF, true, "EN", 1},
        {RULE_AS_NOTE, false, "ENNNN", 1}, {RULE_AS_NOTE, true, "ENNNN", 1},
        {RULE_AS_WARNING, false, "EWWWN", 1}, {RULE_AS_WARNING, true, "EEEEN", 4},
        {RULE_AS_ERROR, false, "EEEEN", 4},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        for (int late = 0; late < 2; late++) { /* weighed before they are added, or after */
            struct rule_levels levels = all(rows[i].level);
            struct diags diags;
            diags_init(&diags, arena, rows[i].strict);
            if (!late)
                diags_weigh(&diags, &levels);
            add_some(&diags);
            if (late)
                diags_weigh(&diags, &levels);
            assert_string_equal(severities(&diags), rows[i].expected);
            assert_int_equal(diags.errors, rows[i].errors);
            assert_int_equal(diags.faults, 1);
            diag_plain(&diags, DIAG_EMPTY_FILE, nowhere); /* the list can go on */
            assert_int_equal(strlen(severities(&diags)), strlen(rows[i].expected) + 1);
        }
}

static void each_rule_has_a_level_of_its_own(void **state)
{
    struct rule_levels levels = all(RULE_AS_IS);
    struct diags diags;
    (void)state;
    levels.of[RULE_NO_REFERENCES] = RULE_OFF;
    diags_init(&diags, arena, false);
    add_some(&diags);
    diags_weigh(&diags, &levels);
    assert_report("", &diags, "empty-file passive-voice inverted-disclaimer labels-in-english");
    for (int i = 0; i < RULE_COUNT; i++) {
        struct rule_entry entry = rule_entry((enum rule)i);
        assert_true(str_equal(entry.slug, diag_slug((enum diag_id)(DIAG_RULES + i))));
        assert_true(entry.source.len && entry.message.len);
    }
}

static void weighing_anew_starts_from_the_table(void **state)
{
    struct rule_levels errors = all(RULE_AS_ERROR);
    struct diags diags;
    (void)state;
    diags_init(&diags, arena, false);
    add_some(&diags);
    diags_weigh(&diags, &errors);
    diags_weigh(&diags, NULL);
    assert_string_equal(severities(&diags), "ENWEN");
    assert_int_equal(diags.errors, 2);
}

/* ---- Joining ---- */

static const struct source article = {{"a", 1}, {"123456789", 9}};
static const struct source clinic = {{"c", 1}, {"123456789", 9}};

static struct place at(const struct source *source, uint32_t offset)
{
    return (struct place){source, {offset, 1}};
}

static void findings_are_joined_in_the_order_of_the_file(void **state)
{
    struct diags diags, from;
    (void)state;
    diags_init(&diags, arena, false);
    diags_init(&from, arena, false);
    diag_plain(&diags, DIAG_NO_DATE, at(&article, 8));
    diag_plain(&from, DIAG_NO_REVIEWER, at(&clinic, 0));
    diag_plain(&from, DIAG_NO_UNKNOWNS, at(&article, 5));
    diag_plain(&from, DIAG_NO_REFERENCES, nowhere);
    diag_plain(&from, DIAG_NO_ASK_FIRST, at(&article, 2));
    diag_plain(&from, DIAG_NO_HEDGE, at(&article, 5));
    diag_plain(&from, DIAG_NO_STOP_AND_CALL, at(&article, 0));
    diags_join(&diags, &from, &article);
    assert_report("", &diags,
                  "no-date@1:9 no-stop-and-call@1:1 no-ask-first@1:3 no-unknowns@1:6 "
                  "no-hedge@1:6 no-reviewer@1:1 no-references");
    assert_int_equal(diags.count, 7);
    assert_null(from.first);
    assert_int_equal(from.count, 0);
    diag_plain(&from, DIAG_NO_DATE, nowhere); /* both can go on */
    diag_plain(&diags, DIAG_NO_DATE, nowhere);
    assert_int_equal(from.count, 1);
    assert_int_equal(diags.count, 8);
}

/* An error behind the last that is listed still is one. */
static void what_is_not_listed_counts_when_joined(void **state)
{
    struct diags diags, from;
    (void)state;
    diags_init(&diags, arena, false);
    diags_init(&from, arena, false);
    diag_add(&diags, DIAG_INVERTED_DISCLAIMER, nowhere, STR("should defer"));
    for (int i = 0; i < DIAG_MAX + 9; i++)
        diag_plain(&from, DIAG_NO_DATE, nowhere);
    diag_add(&from, DIAG_AFFILIATE_LINK, nowhere, STR("amzn.to"));
    diags_join(&diags, &from, &article);
    assert_int_equal(diags.errors, 2);
    assert_int_equal(diags.faults, 0);
    assert_int_equal(diags.unlisted, 11);
    assert_int_equal(strlen(severities(&diags)), 1 + DIAG_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_diag_text),
        cmocka_unit_test(test_severity),
        cmocka_unit_test(test_diag_cap),
        cmocka_unit_test(test_slugs),
        cmocka_unit_test(rules_are_weighed_and_faults_are_not),
        cmocka_unit_test(each_rule_has_a_level_of_its_own),
        cmocka_unit_test(weighing_anew_starts_from_the_table),
        cmocka_unit_test(findings_are_joined_in_the_order_of_the_file),
        cmocka_unit_test(what_is_not_listed_counts_when_joined),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
