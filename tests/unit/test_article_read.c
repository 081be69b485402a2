/*
 * Articles: each row of a table is one field, or a few, of an otherwise good article; what is
 * reported must be exactly this, in this place.
 */
#include "read_article.h"

/* ---- Shape ---- */

static const struct row shapes[] = {
    {"", ""},
    {"\"$schema\": \"x\"", ""},
    {"\"$schema\": 1", "wrong-type@1:13"},
    {"\"titel\": \"T\", \"title\":\"T\"", "unknown-field@1:2"},
    {"\"a\": {\"b\": [1, 2]}, \"zzzz\": 1", "unknown-field@1:2 unknown-field@1:22"},
    {"\"title\": null", "wrong-type@1:11"},
    {"\"title\": \"\", \"summary\": \" \\u00a0 \"", "empty-text@1:11 empty-text@1:26"},
    {"\"title\": \"A\", \"title\": \"B\"", "duplicate-field@1:16"},

    {"\"benefits\": {}", "wrong-type@1:14"},
    {"\"benefits\": []", "empty-list@1:14"},
    {"\"benefits\": \"b\"", "wrong-type@1:14"},
    {"\"benefits\": [\"a\", {\"title\": \"t\", \"text\": \"x\"}, {\"text\": \"x\"}]", ""},
    {"\"benefits\": [\"\", 5, [], {}, {\"title\": \"t\"}, {\"text\": 1}, "
     "{\"text\": \"x\", \"a\": 1}]",
     "empty-text@1:15 wrong-type@1:19 wrong-type@1:22 missing-field@1:26 missing-field@1:30 "
     "wrong-type@1:55 unknown-field@1:73"},

    {"\"dosage\": \"d\"", ""},
    {"\"dosage\": {\"amount\": \"a\"}", ""},
    {"\"dosage\": {\"steps\": [\"a\"]}", ""},
    {"\"dosage\": {}", "missing-field@1:12"},
    {"\"dosage\": {\"amout\": \"5 g\"}", "unknown-field@1:13"},
    {"\"dosage\": [\"d\"]", "wrong-type@1:12"},
    {"\"dosage\": {\"steps\": []}", "empty-list@1:22"},
    {"\"dosage\": {\"steps\": \"a\"}", "wrong-type@1:22"},

    {"\"ask_first\": [\"a\"], \"stop_and_call\": [\"a\"], \"unknowns\": [\"a\"]", ""},
    {"\"ask_first\": []", "empty-list@1:15"},
    {"\"unknowns\": [null, true]", "wrong-type@1:15 wrong-type@1:21"},
    {"\"topic\": [\"zinc\", \"amino acid\"]", ""},
    {"\"topic\": [\"漢\"]", ""}, /* not printed */
    {"\"topic\": []", "empty-list@1:11"},
    {"\"topic\": \"zinc\"", "wrong-type@1:11"},
    {"\"topic\": [\" \", 1]", "empty-text@1:12 wrong-type@1:17"},
    {"\"references\": []", "no-references@1:16"},
    {"\"references\": {}", "wrong-type@1:16"},
    {"\"source\": \"x\", \"reviewed\": []", "wrong-type@1:12 wrong-type@1:29"},
    {"\"source\": {\"title\": \"t\", \"url\": \"https://x.org\", \"updated\": \"2024-11-01\"}", ""},
    {"\"source\": {\"link\": \"x\"}", "unknown-field@1:13"},
    {"\"reviewed\": {\"by\": \"x\", \"on\": \"2024-02-29\", \"next\": \"2025-01-01\"}", ""},
};

static void test_shape(void **state)
{
    (void)state;
    check_rows(shapes, COUNT(shapes));
}

static void test_missing(void **state)
{
    struct read r;
    (void)state;
    read_open(&r, "x", " {\"titel\": \"x\", \"sumary\": \"y\", \"Dosage\": \"z\"}");
    assert_report("three misspelt", &r.diags,
                  "missing-field@1:2 missing-field@1:2 missing-field@1:2 unknown-field@1:3 "
                  "unknown-field@1:17 unknown-field@1:32");
    assert_str(r.diags.first->message, "the article has no \"cautions\"");
    assert_str(pointed_at(r.diags.first), "{");
    read_close(&r);

    read_open(&r, "x", "[]");
    assert_report("a list", &r.diags, "wrong-type@1:1");
    assert_str(r.diags.first->message, "the article must be an object, not a list");
    assert_null(r.article.place.source);
    read_close(&r);
}

/* ---- Values ---- */

static const struct row values[] = {
    {"\"language\": \"en\", \"id\": \"a-1\"", ""},
    {"\"language\": \"zh-Hant-TW\"", ""},
    {"\"language\": \"de-1996-x-clinic\"", ""},
    {"\"language\": \"en_US\"", "bad-language@1:14"},
    {"\"language\": \"english\"", "bad-language@1:14"},
    {"\"language\": \"en-\"", "bad-language@1:14"},
    {"\"language\": \"en-x\"", "bad-language@1:14"},
    {"\"language\": \"en--US\"", "bad-language@1:14"},
    {"\"language\": \"e1\"", "bad-language@1:14"},
    {"\"language\": 5", "wrong-type@1:14"},
    {"\"id\": \"A\"", "bad-id@1:8"},
    {"\"id\": \"a b\"", "bad-id@1:8"},
    {"\"id\": \"../a\"", "bad-id@1:8"},
    {"\"id\": \"0123456789-123456789-123456789-123456789-123456789-123456789-123\"", ""},
    {"\"id\": \"0123456789-123456789-123456789-123456789-123456789-123456789-1234\"",
     "bad-id@1:8"},

    {"\"source\": {\"updated\": \"2024-2-01\"}", "bad-date@1:24"},
    {"\"source\": {\"updated\": \"2024-02-30\"}", "bad-date@1:24"},
    {"\"source\": {\"updated\": \"2023-02-29\"}", "bad-date@1:24"},
    {"\"source\": {\"updated\": \"1900-02-29\"}", "bad-date@1:24"},
    {"\"source\": {\"updated\": \"2000-02-29\"}", ""},
    {"\"source\": {\"updated\": \"2024-13-01\"}", "bad-date@1:24"},
    {"\"source\": {\"updated\": \"2024-00-01\"}", "bad-date@1:24"},
    {"\"source\": {\"updated\": \"0000-01-01\"}", "bad-date@1:24"},
    {"\"source\": {\"updated\": \"Nov 1, 2024\"}", "bad-date@1:24"},
    {"\"source\": {\"updated\": \"2024-11-0é\"}", "bad-date@1:24"},
    {"\"source\": {\"updated\": 2024}", "wrong-type@1:24"},

    {"\"source\": {\"url\": \"http://a.example.org:8080/p?q=1#f\"}", ""},
    {"\"source\": {\"url\": \"HTTPS://example.org\"}", ""},
    {"\"source\": {\"url\": \"example.org\"}", "bad-url@1:20"},
    {"\"source\": {\"url\": \"ftp://example.org\"}", "bad-url@1:20"},
    {"\"source\": {\"url\": \"javascript:alert(1)\"}", "bad-url@1:20"},
    {"\"source\": {\"url\": \"https://\"}", "bad-url@1:20"},
    {"\"source\": {\"url\": \"https://localhost/\"}", "bad-url@1:20"},
    {"\"source\": {\"url\": \"https://a..org/\"}", "bad-url@1:20"},
    {"\"source\": {\"url\": \"https://-a.org/\"}", "bad-url@1:20"},
    {"\"source\": {\"url\": \"https://a-.org/\"}", "bad-url@1:20"},
    {"\"source\": {\"url\": \"https://a.org:x/\"}", "bad-url@1:20"},
    {"\"source\": {\"url\": \"https://u@a.org/\"}", "bad-url@1:20"},
    {"\"source\": {\"url\": \"https://a.org/b c\"}", "bad-url@1:20"},
    {"\"source\": {\"url\": \"https://a.org/é\"}", "bad-url@1:20"},
    {"\"source\": {\"url\": \"https://a.org/\\n\"}", "bad-url@1:20"},
};

static void test_values(void **state)
{
    (void)state;
    check_rows(values, COUNT(values));
}

static void test_id_from_name(void **state)
{
    static const char *const rows[][2] = {
        {"l-glutamine.json", "l-glutamine"},
        {"data/Vitamin D (2).de.json", "vitamin-d-2-de"},
        {"/a.b/x", "x"},
        {"", "handout"},
        {"-", "handout"},
        {".json", "handout"},
        {"dir/", "handout"},
        {"größe.json", "gr-e"},
        {"0123456789-123456789-123456789-123456789-123456789-123456789-12-45.json",
         "0123456789-123456789-123456789-123456789-123456789-123456789-12"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct read r;
        read_open(&r, rows[i][0], "");
        assert_str(r.article.id, rows[i][1]);
        assert_str(r.article.language, "en-US");
        read_close(&r);
    }
}

static void languages_are_kept_in_their_usual_case(void **state)
{
    static const char *const rows[][2] = {
        {"HE", "he"},           {"en-us", "en-US"},   {"PA-aRAB-pk", "pa-Arab-PK"},
        {"zh-hant-TW", "zh-Hant-TW"}, {"DE-1996-X-KLIN-at", "de-1996-x-klin-at"},
        {"Es-419", "es-419"},   {"en-a-BBB-x-CC", "en-a-bbb-x-cc"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char text[64];
        struct read r;
        snprintf(text, sizeof text, "{\"language\": \"%s\"}", rows[i][0]);
        read_open(&r, "a.json", text);
        assert_str(r.article.language, rows[i][1]);
        read_close(&r);
    }
}

/* ---- Characters ---- */

static const struct row characters[] = {
    {"\"title\": \"NF-κB ≥ 5 µg – “x” e\\u0301 é\"", ""}, /* NFD and NFC */
    {"\"title\": \"a\\u00a0b\\u202fc\"", ""},
    {"\"title\": \"a\\tb\"", "control-character@1:13"},
    {"\"title\": \"é\\nb\\n\\r\"", "control-character@1:13 control-character@1:18"},
    {"\"title\": \"\\u007f\\u0085\"", "control-character@1:12 control-character@1:18"},
    {"\"title\": \"a\xC2\xAD" "b\"", "control-character@1:13"},
    {"\"title\": \"a\xE2\x80\x8B" "b\\u200b\"", "control-character@1:13"},
    {"\"title\": \"\\u2028\\u202e\\u2066\\ufeff\\ufffd\"",
     "control-character@1:12 control-character@1:18 control-character@1:24 "
     "control-character@1:30 control-character@1:36"},
    {"\"title\": \"\\uE000 \\uFDD0 \\uDBFF\\uDFFF \\uFE0F\"",
     "control-character@1:12 control-character@1:19 control-character@1:26 "
     "control-character@1:39"},
    {"\"title\": \"\\ud83f\\udffe \\uffff\"", "control-character@1:12 control-character@1:25"},
    /* Where letters join or no spaces part the words, what has no width has its work to do. */
    {"\"title\": \"א\u200D\u200Bא \u200E\u2066א\u2069\"", ""},
    {"\"title\": \"א\u202Eא\"", "control-character@1:13"},
    {"\"title\": \"a😀b😀\"", "no-glyph@1:13"},
    {"\"title\": \"a\\ud83d\\ude00b\\ud83d\\ude01\"", "no-glyph@1:13 no-glyph@1:26"},
    {"\"title\": \"😀😁😀\", \"summary\": \"😀\"", "no-glyph@1:12 no-glyph@1:13 no-glyph@1:30"},
    /* All fields that are printed, in one run; what is not printed is not asked for. */
    {"\"benefits\": [\"😀\", {\"title\": \"😀\", \"text\": \"😀\"}]",
     "no-glyph@1:16 no-glyph@1:31 no-glyph@1:44"},
    {"\"dosage\": {\"amount\": \"😀\", \"how\": \"😀\", \"steps\": [\"😀\"]}",
     "no-glyph@1:24 no-glyph@1:36 no-glyph@1:51"},
    {"\"source\": {\"title\": \"😀\"}, \"reviewed\": {\"by\": \"😀\"}",
     "no-glyph@1:23 no-glyph@1:48"},
    {"\"references\": [\"😀\", {\"type\": \"book\", \"title\": \"😀\", \"abstract\": \"😀\","
     " \"author\": [{\"literal\": \"😀\"}], \"issued\": {\"date-parts\": [[2000]]}}]",
     "empty-text@1:17 reference-picture@1:18 reference-incomplete@1:48 reference-incomplete@1:22 "
     "reference-picture@1:49"}, /* of a reference a picture is left out */
    /* A script that no font has: once, wherever it stands; what else is missing stands alone. */
    {"\"title\": \"漢字、カナ\", \"summary\": \"漢 😀 한국 ꬁ\"", /* of Ethiopic there is some */
     "no-script@1:12 no-glyph@1:34 no-script@1:36 no-glyph@1:39"},
    {"\"references\": [{\"type\": \"book\", \"title\": \"漢\", \"author\": [{\"literal\": \"字\"}],"
     " \"issued\": {\"date-parts\": [[2000]]}}], \"title\": \"漢\"", "no-script@1:44"},
    /* Reported by the JSON reader already. */
    {"\"title\": \"a\tb\"", "raw-control@1:13"},
    {"\"title\": \"a\xE9\"", "not-utf8@1:13"},
};

static void test_characters(void **state)
{
    (void)state;
    check_rows(characters, COUNT(characters));
}

/* ---- Messages name the field and the character ---- */

static void test_messages(void **state)
{
    static const struct {
        const char *fields, *message, *hint, *place;
    } rows[] = {
        {"\"benefits\": [\"a\", {\"text\": \"x\\ud83d\\ude00\"}]",
         "\"benefits[2].text\" holds U+1F600 (“😀”), which no font of the handout has",
         "write it in words, or delete it", "\\ud83d\\ude00"},
        {"\"summary\": \"a\\tb\"", "\"summary\" holds U+0009 (a tab), which cannot be printed",
         "put a space in its place", "\\t"},
        {"\"benefits\": {}",
         "\"benefits\" must be a list of texts, or of objects with \"title\" and \"text\", not an "
         "object",
         "", "{"},
        {"\"cautions\": \"x\"",
         "\"cautions\" must be a list of texts, or of objects with \"title\" and \"text\", not a "
         "text",
         "put it in brackets [ ]", "\"x\""},
        {"\"benefit\": [\"a\"]", "\"benefit\" is not a field of an article",
         "did you mean \"benefits\"?", "\"benefit\""},
        {"\"stopandcall\": [\"a\"]", "\"stopandcall\" is not a field of an article",
         "did you mean \"stop_and_call\"?", "\"stopandcall\""},
        {"\"x\\u001b[31m\": 1", "\"x\xEF\xBF\xBD[31m\" is not a field of an article", "",
         "\"x\\u001b[31m\""},
        {"\"title\": false", "\"title\" must be a text, not false", "", "false"},
        {"\"dosage\": {}", "\"dosage\" has no \"amount\"",
         "give at least one of \"amount\", \"how\" and \"steps\"", "{"},
        {"\"references\": [{\"type\": \"book\", \"title\": \"x\", \"Doi\": \"10.1000/x\"}]",
         "\"Doi\" is not a field of a reference", "did you mean \"DOI\"?", "\"Doi\""},
        {"\"references\": [{\"type\": \"book\", \"title\": \"x\"}]",
         "this reference has no \"author\" or \"editor\"", "", "{"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new(NULL, NULL);
        struct read r;
        read_open(&r, "x.json", article_with(arena, rows[i].fields));
        assert_str(r.diags.first->message, rows[i].message);
        assert_str(r.diags.first->hint, rows[i].hint);
        assert_str(pointed_at(r.diags.first), rows[i].place);
        read_close(&r);
        arena_free(arena);
    }
}

/* ---- Caps ---- */

/* `before`, then `part` so many times, then `after`. */
static void check_cap(const char *before, const char *part, size_t times, const char *after,
                      const char *expected)
{
    struct arena *arena = arena_new(NULL, NULL);
    struct builder fields = {.arena = arena};
    struct read r;
    builder_printf(&fields, "%s", before);
    for (size_t i = 0; i < times; i++)
        builder_printf(&fields, "%s", part);
    builder_printf(&fields, "%s", after);
    read_open(&r, "x.json", article_with(arena, builder_str(&fields).ptr));
    assert_report(before, &r.diags, expected);
    read_close(&r);
    arena_free(arena);
}

static void test_caps(void **state)
{
    (void)state;
    check_cap("\"title\": \"", "é", 200, "\"", "");
    check_cap("\"title\": \"", "é", 201, "\"", "too-long@1:11");
    check_cap("\"subtitle\": \"", "x", 201, "\"", "too-long@1:14");
    check_cap("\"summary\": \"", "é", 4000, "\"", "");
    check_cap("\"summary\": \"", "x", 5000, "\"", "too-long@1:13");
    check_cap("\"summary\": \"漢", "\\t", 4000, "\"",
              "too-long@1:13 no-script@1:14 control-character@1:15");
    check_cap("\"benefits\": [\"a\"", ", \"a\"", 11, "]", "");
    check_cap("\"benefits\": [\"a\"", ", \"a\"", 12, "]", "too-many@1:14");
    check_cap("\"cautions\": [\"a\"", ", \"a\"", 12, "]", "too-many@1:14");
    check_cap("\"unknowns\": [\"a\"", ", \"a\"", 12, "]", "too-many@1:14");
    check_cap("\"topic\": [\"a\"", ", \"a\"", 12, "]", "too-many@1:11");
    check_cap("\"dosage\": {\"steps\": [\"a\"", ", \"a\"", 12, "]}", "too-many@1:22");
    check_cap("\"references\": [\"a\"", ", \"a\"", 19, "]", "");
    check_cap("\"references\": [\"a\"", ", \"a\"", 20, "]", "too-many@1:16");
}

/* ---- The whole ---- */

static void test_dump(void **state)
{
    struct read r;
    (void)state;
    read_open(&r, "x.json",
              "{\"title\": \"T\", \"summary\": \"S\",\n"
              " \"benefits\": [\"a\", {\"title\": \"b\", \"text\": \"c\"}],\n"
              " \"dosage\": {\"amount\": \"5 g\", \"steps\": [\"s\"]},\n"
              " \"cautions\": [\"\\\"q\\\"\"], \"references\": [\"r\"], \"language\": \"es\",\n"
              " \"source\": {\"updated\": \"2024-11-01\"}}");
    struct builder b = {.arena = r.arena};
    assert_report("", &r.diags, "");
    article_dump(&r.article, &b);
    assert_str(builder_str(&b), "language \"es\"\n"
                                "id \"x\"\n"
                                "title @10+3 \"T\"\n"
                                "summary @26+3 \"S\"\n"
                                "dosage.amount @102+5 \"5 g\"\n"
                                "dosage.steps[1] @119+3 \"s\"\n"
                                "cautions[1].text @140+7 \"\\\"q\\\"\"\n"
                                "benefits[1].text @45+3 \"a\"\n"
                                "benefits[2].title @60+3 \"b\"\n"
                                "benefits[2].text @73+3 \"c\"\n"
                                "references[1] @165+3 text\n"
                                "  text @165+3 \"r\"\n"
                                "source.updated @212+12 \"2024-11-01\"\n");
    assert_int_equal(r.article.published.updated_on.month, 11);
    assert_int_equal(r.article.benefits.place.span.off, 44);
    read_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shape),        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_values),       cmocka_unit_test(test_id_from_name),
        cmocka_unit_test(languages_are_kept_in_their_usual_case),
        cmocka_unit_test(test_characters),   cmocka_unit_test(test_messages),
        cmocka_unit_test(test_caps),         cmocka_unit_test(test_dump),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
