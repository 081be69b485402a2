/*
 * Clinics: each row is a few fields of an otherwise good one; and what article and clinic must
 * have between them.
 */
#include "read/read.h"

#include "read/labels_read.h"
#include "report.h"

struct read {
    struct arena *arena;
    struct diags diags;
    struct clinic clinic;
};

/* Has all but CJK, and emoji. */
static bool has(const void *context, uint32_t c)
{
    (void)context;
    return c < 0x2E80;
}

/* read lives longer than the call: places point into it. */
static void read_open(struct read *r, const char *text)
{
    const struct charset charset = {has, NULL, NULL};
    struct labels usual;
    const struct json *tree;
    *r = (struct read){.arena = arena_new(NULL, NULL)};
    diags_init(&r->diags, r->arena, false);
    r->clinic.source = (struct source){STR("clinic.json"), str_of(text)};
    labels_read(r->arena, STR("en"), &usual);
    clinic_read(r->arena, &r->diags, &charset, &usual, &r->clinic, &tree);
}

static void read_close(struct read *r)
{
    arena_free(r->arena);
}

#define GOOD ", \"name\": \"N\", \"phone\": \"1\"}"

static const struct {
    const char *text, *expected;
} rows[] = {
    {"{\"name\": \"N\", \"phone\": \"1\"}", ""},
    {"{\"name\": \"N\", \"address\": [\"a\"]}", ""},
    {"{\"name\": \"N\", \"email\": \"a@b.org\"}", ""},
    {"{\"name\": \"N\", \"website\": \"b.org\"}", ""},
    {"{\"name\": \"N\", \"fax\": \"1\", \"hours\": \"x\"}", "no-contact@1:1"},
    {"{\"name\": \"N\", \"email\": \"x\"}", "bad-email@1:24"}, /* but there is one */
    {"{}", "missing-field@1:1 no-contact@1:1"},
    {"[]", "wrong-type@1:1"},
    {"", "empty-file@1:1"},
    {"{\"nam\": \"N\", \"phone\": \"1\"}", "unknown-field@1:2"},

    {"{\"address\": \"a\"" GOOD, "wrong-type@1:13"},
    {"{\"address\": []" GOOD, "empty-list@1:13"},
    {"{\"address\": [\"\", \"b\"]" GOOD, "empty-text@1:14"},
    {"{\"address\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\"]" GOOD, ""},
    {"{\"address\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\"]" GOOD, "too-many@1:13"},
    {"{\"about\": \"😀\", \"hours\": \"a\\tb\"" GOOD, "no-glyph@1:12 control-character@1:27"},

    {"{\"email\": \"first.last+x@mail.example.org\"" GOOD, ""},
    {"{\"email\": \"a@b\"" GOOD, "bad-email@1:11"},
    {"{\"email\": \"@b.org\"" GOOD, "bad-email@1:11"},
    {"{\"email\": \"a b@b.org\"" GOOD, "bad-email@1:11"},
    {"{\"email\": \"a..b@b.org\"" GOOD, "bad-email@1:11"},
    {"{\"email\": \".a@b.org\"" GOOD, "bad-email@1:11"},
    {"{\"email\": \"a.@b.org\"" GOOD, "bad-email@1:11"},
    {"{\"email\": \"a@b@c.org\"" GOOD, "bad-email@1:11"},
    {"{\"email\": \"N <a@b.org>\"" GOOD, "bad-email@1:11"},
    {"{\"email\": \"mailto:a@b.org\"" GOOD, "bad-email@1:11"},
    {"{\"email\": \"a@b.org.\"" GOOD, "bad-email@1:11"},
    {"{\"website\": \"https://b.org/x?y\"" GOOD, ""},
    {"{\"website\": \"www.b.org/x\"" GOOD, ""},
    {"{\"website\": \"b\"" GOOD, "bad-url@1:13"},
    {"{\"website\": \"our site\"" GOOD, "bad-url@1:13"},
    {"{\"website\": \"a@b.org\"" GOOD, "bad-url@1:13"},
    {"{\"website\": \"1.5\"" GOOD, "bad-url@1:13"},

    {"{\"accent\": \"#1b5E5a\"" GOOD, ""},
    {"{\"accent\": \"1B5E5A\"" GOOD, "bad-color@1:12"},
    {"{\"accent\": \"#1B5E5\"" GOOD, "bad-color@1:12"},
    {"{\"accent\": \"#1B5E5G\"" GOOD, "bad-color@1:12"},
    {"{\"accent\": \"teal\"" GOOD, "bad-color@1:12"},
    {"{\"accent\": 5" GOOD, "wrong-type@1:12"},
    {"{\"paper\": \"a4\", \"supplement_statement\": \"plural\", \"citation_style\": \"ama\", "
     "\"qr\": \"none\"" GOOD, ""},
    {"{\"paper\": \"A4\"" GOOD, "bad-choice@1:11"},
    {"{\"paper\": null, \"qr\": \"x\"" GOOD, "wrong-type@1:11 bad-choice@1:23"},
    {"{\"supplement_statement\": \"yes\"" GOOD, "bad-choice@1:26"},
    {"{\"citation_style\": \"mla\"" GOOD, "bad-choice@1:20"},

    {"{\"plan\": false" GOOD, ""},
    {"{\"plan\": [\"For\"]" GOOD, ""},
    {"{\"plan\": true" GOOD, "wrong-type@1:10"},
    {"{\"plan\": []" GOOD, "empty-list@1:10"},
    {"{\"plan\": \"For\"" GOOD, "wrong-type@1:10"},
    {"{\"plan\": {\"fillable\": true}" GOOD, ""},
    {"{\"plan\": {\"fields\": [\"For\"], \"fillable\": false}" GOOD, ""},
    {"{\"plan\": {\"fillable\": 1}" GOOD, "wrong-type@1:23"},
    {"{\"plan\": {\"fields\": []}" GOOD, "empty-list@1:21"},
    {"{\"plan\": {\"filled\": true}" GOOD, "unknown-field@1:11"},
    {"{\"language\": \"en-US\"" GOOD, ""},
    {"{\"language\": \"English\"" GOOD, "bad-language@1:14"},
    {"{\"language_help\": {\"language\": \"es\", \"text\": \"t\"}" GOOD, ""},
    {"{\"language_help\": {\"text\": \"t\"}" GOOD, "missing-field@1:19"},

    {"{\"disclaimer\": \"d\", \"emergency\": \"e\", \"language_help\": \"l\", "
     "\"copyright\": \"c\", \"$schema\": \"s\"" GOOD, ""},
    {"{\"logo\": \"l.png\", \"logo_alt\": \"a\"" GOOD, ""},
    {"{\"qr\": \"contact\", \"citation_style\": \"apa\"" GOOD, ""},
    {"{\"fonts\": {\"regular\": \"a.ttf\", \"bold\": \"b\", \"italic\": \"i\"}" GOOD,
     ""},
    {"{\"fonts\": {\"reglar\": \"a.ttf\"}" GOOD, "unknown-field@1:12"},
    {"{\"fonts\": \"a.ttf\"" GOOD, "wrong-type@1:11"},

    {"{\"labels\": {}" GOOD, ""},
    {"{\"labels\": {\"plan\": \"My plan\", \"phone\": \"Tel. {0}\"}" GOOD, ""},
    {"{\"labels\": {\"plans\": \"x\", \"zzzzz\": \"y\"}" GOOD,
     "unknown-field@1:13 unknown-field@1:27"},
    {"{\"labels\": {\"phone\": \"Tel.\"}" GOOD, "bad-label@1:22"},
    {"{\"labels\": {\"reviewed_by_on\": \"x\"}" GOOD, "bad-label@1:31 bad-label@1:31"},
    {"{\"labels\": {\"plan\": \"\", \"fax\": 1}" GOOD, "empty-text@1:21 wrong-type@1:32"},
    {"{\"labels\": {\"plan\": \"😀\"}" GOOD, "no-glyph@1:22"},
    {"{\"labels\": [\"x\"]" GOOD, "wrong-type@1:12"},

    {"{\"rules\": {}" GOOD, ""},
    {"{\"rules\": {\"all-caps\": \"off\", \"no-date\": \"note\", \"no-hedge\": \"warning\", "
     "\"long-list\": \"error\"}" GOOD, ""},
    {"{\"rules\": {\"all-cap\": \"off\"}" GOOD, "unknown-field@1:12"},
    {"{\"rules\": {\"syntax\": \"off\"}" GOOD, "unknown-field@1:12"}, /* no matter of taste */
    {"{\"rules\": {\"all-caps\": \"OFF\"}" GOOD, "bad-choice@1:24"},
    {"{\"rules\": {\"all-caps\": false, \"no-date\": null}" GOOD,
     "wrong-type@1:24 wrong-type@1:42"},
    {"{\"rules\": {\"all-caps\": \"off\", \"all-caps\": \"off\"}" GOOD, "duplicate-field@1:31"},
    {"{\"rules\": [\"all-caps\"]" GOOD, "wrong-type@1:11"},
    {"{\"rules\": \"off\"" GOOD, "wrong-type@1:11"},
};

static void test_reports(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct read r;
        read_open(&r, rows[i].text);
        assert_report(rows[i].text, &r.diags, rows[i].expected);
        read_close(&r);
    }
}

static void test_messages(void **state)
{
    static const struct {
        const char *text, *message, *hint;
    } messages[] = {
        {"{\"paper\": \"a3\"" GOOD, "\"a3\" is not a paper size",
         "choose one of \"letter\", \"a4\", \"a5\", \"legal\""},
        {"{\"plan\": true" GOOD,
         "\"plan\" must be a list of texts, an object, or false, not true", ""},
        {"{\"labels\": {\"phone\": \"Tel.\"}" GOOD,
         "\"labels.phone\" has no {0}, which stands for what is filled in",
         "the usual wording is \"Phone {0}\""},
        {"{\"labels\": {\"plan_four\": \"x\"}" GOOD, "\"plan_four\" is not a field of the labels",
         "did you mean \"plan_for\"?"},
        {"{\"rules\": {\"passive-voise\": \"off\"}" GOOD,
         "\"passive-voise\" is not a field of the rules", "did you mean \"passive-voice\"?"},
        {"{\"rules\": {\"no-date\": \"of\"}" GOOD, "\"of\" is not a weight of a rule",
         "choose one of \"off\", \"note\", \"warning\", \"error\""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(messages); i++) {
        struct read r;
        read_open(&r, messages[i].text);
        assert_str(r.diags.first->message, messages[i].message);
        assert_str(r.diags.first->hint, messages[i].hint);
        read_close(&r);
    }
}

/* Twice the same label is an error; it must not write behind the end of the list either. */
static void test_label_twice(void **state)
{
    struct arena *arena = arena_new(NULL, NULL);
    struct builder b = {.arena = arena};
    struct read r;
    (void)state;
    builder_printf(&b, "{\"labels\": {\"plan\": \"x\"");
    for (int i = 0; i < 50; i++)
        builder_printf(&b, ", \"plan\": \"x\"");
    builder_printf(&b, "}" GOOD);
    read_open(&r, builder_str(&b).ptr);
    assert_int_equal(r.diags.errors, 50);
    assert_int_equal(r.clinic.labels.count, 51);
    read_close(&r);
    arena_free(arena);
}

static void test_dump(void **state)
{
    struct read r;
    (void)state;
    read_open(&r, "{\"name\": \"N\", \"address\": [\"1 Main St\", \"Spokane\"],\n"
                  "\"accent\": \"#1B5E5A\", \"paper\": \"a4\", \"plan\": [\"For\", \"Date\"],\n"
                  "\"supplement_statement\": \"singular\", \"labels\": {\"fax\": \"F {0}\"}}");
    struct builder b = {.arena = r.arena};
    assert_report("", &r.diags, "");
    assert_int_equal(r.clinic.accent_rgb, 0x1B5E5A);
    clinic_dump(&r.clinic, &b);
    assert_str(builder_str(&b), "clinic.name @9+3 \"N\"\n"
                                "clinic.address[1] @26+11 \"1 Main St\"\n"
                                "clinic.address[2] @39+9 \"Spokane\"\n"
                                "clinic.accent @61+9 \"#1B5E5A\"\n"
                                "clinic.paper a4\n"
                                "clinic.plan labels\n"
                                "clinic.qr none\n"
                                "clinic.citation_style ama\n"
                                "clinic.supplement_statement singular\n"
                                "clinic.plan_labels[1] @96+5 \"For\"\n"
                                "clinic.plan_labels[2] @103+6 \"Date\"\n"
                                "clinic.labels.fax @166+7 \"F {0}\"\n");
    read_close(&r);
}

static void test_rules(void **state)
{
    struct read r;
    (void)state;
    read_open(&r, "{\"rules\": {\"no-date\": \"error\", \"all-caps\": \"off\", \"no-hedge\": \"x\","
                  "\"reading-goal\": \"warning\", \"passive-voice\": \"note\"}" GOOD);
    assert_report("", &r.diags, "bad-choice@1:63");
    assert_int_equal(r.clinic.rules.of[RULE_NO_DATE], RULE_AS_ERROR);
    assert_int_equal(r.clinic.rules.of[RULE_ALL_CAPS], RULE_OFF);
    assert_int_equal(r.clinic.rules.of[RULE_NO_HEDGE], RULE_AS_IS);
    assert_int_equal(r.clinic.rules.of[RULE_READING_GOAL], RULE_AS_WARNING);
    assert_int_equal(r.clinic.rules.of[RULE_PASSIVE_VOICE], RULE_AS_NOTE);
    assert_int_equal(r.clinic.rules.of[RULE_LONG_LIST], RULE_AS_IS);
    struct builder b = {.arena = r.arena};
    clinic_dump(&r.clinic, &b);
    if (!strstr(builder_str(&b).ptr, "clinic.rules.reading-goal warning\n"
                                     "clinic.rules.passive-voice note\n"
                                     "clinic.rules.all-caps off\n"
                                     "clinic.rules.no-date error\n"))
        fail_msg("%s", builder_str(&b).ptr);
    read_close(&r);
}

/* ---- Both files ---- */

#define ARTICLE                                                                                   \
    "{\"title\": \"T\", \"summary\": \"S\", \"benefits\": [\"B\"], \"dosage\": \"D\", "           \
    "\"cautions\": [\"C\"], \"references\": [\"R\"]"

static void test_together(void **state)
{
    static const struct {
        const char *article, *clinic; /* clinic NULL: none */
        struct date today;
        const char *expected;
    } pairs[] = {
        {ARTICLE "}", "{\"x\": 1}", {0}, "no-disclaimer@1:1"},
        {ARTICLE "}", NULL, {0}, "no-disclaimer@1:1"},
        {ARTICLE ", \"disclaimer\": \"d\"}", NULL, {0}, ""},
        {ARTICLE "}", "{\"disclaimer\": \"d\"}", {0}, ""},
        /* What could not be read is not missing. */
        {ARTICLE ", \"disclaimer\": 5}", NULL, {0}, ""},
        {"{\"title\":}", NULL, {0}, ""},
        {ARTICLE "}", "{", {0}, ""},
        {ARTICLE ", \"disclaimer\": \"d\", \"reviewed\": {\"next\": \"2025-06-15\"}}", NULL,
         {2025, 6, 15}, ""},
        {ARTICLE ", \"disclaimer\": \"d\", \"reviewed\": {\"next\": \"2025-06-15\"}}", NULL,
         {2025, 6, 16}, "review-due@1:146"},
        {ARTICLE ", \"disclaimer\": \"d\", \"reviewed\": {\"next\": \"2025-06-15\"}}", NULL,
         {2026, 1, 1}, "review-due@1:146"},
        {ARTICLE ", \"disclaimer\": \"d\", \"reviewed\": {\"next\": \"2025-06-15\"}}", NULL,
         {2024, 12, 31}, ""},
        {ARTICLE ", \"disclaimer\": \"d\", \"reviewed\": {\"next\": \"2025-06-15\"}}", NULL, {0},
         ""},
    };
    static const struct labels no_labels;
    const struct charset charset = {has, NULL, NULL};
    (void)state;
    for (size_t i = 0; i < COUNT(pairs); i++) {
        struct arena *arena = arena_new(NULL, NULL);
        struct diags reading, diags;
        struct article article = {.source = {STR("a"), str_of(pairs[i].article)}};
        struct clinic clinic = {.source = {STR("c"), str_of(pairs[i].clinic)}};
        const struct json *tree;
        diags_init(&reading, arena, false);
        diags_init(&diags, arena, false);
        article_read(arena, &reading, &charset, &article, &tree);
        if (pairs[i].clinic)
            clinic_read(arena, &reading, &charset, &no_labels, &clinic, &tree);
        read_check_together(&diags, &article, pairs[i].clinic ? &clinic : NULL, pairs[i].today);
        assert_report(pairs[i].article, &diags, pairs[i].expected);
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reports),     cmocka_unit_test(test_messages),
        cmocka_unit_test(test_label_twice), cmocka_unit_test(test_dump),
        cmocka_unit_test(test_rules),       cmocka_unit_test(test_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
