/*
 * JSON: what is accepted and where its values stand, what is reported and where.
 */
#include "parse.h"

/* ---- Faults ---- */

#define TEXT(literal) {literal, sizeof literal - 1}

struct fault {
    struct str text;
    const char *expected;
};

static const struct fault faults[] = {
    /* What other readers accept in silence */
    {TEXT("{\"a\": 1, \"a\": 2}"), "duplicate-field@1:10"},
    {TEXT("{\"a\": 1,\n \"\\u0061\": 2, \"a\": 3}"), "duplicate-field@2:2 duplicate-field@2:15"},
    {TEXT("[\"a\nb\"]"), "raw-control@1:4"},
    {TEXT("[\"a\r\n\tb\"]"), "raw-control@1:4"},
    {TEXT("[\"a\tb\", \"c\x01\"]"), "raw-control@1:4 raw-control@1:11"},
    {TEXT("[\"caf\xE9\"]"), "not-utf8@1:6"},
    {TEXT("[\"\xE9t\xE9\", \"\xC0\x80\", \"\xED\xA0\x80\"]"),
     "not-utf8@1:3 not-utf8@1:5 not-utf8@1:10 not-utf8@1:16"},
    {TEXT("[1e999, -1e999, 1e-999]"), "bad-number@1:2 bad-number@1:9"},
    {TEXT("{} x"), "text-after-value@1:4"},
    {TEXT("{}}"), "text-after-value@1:3"},
    {TEXT("[\"a\\u0000b\"]"), "nul-character@1:4"},
    {TEXT("[\"a\0b\"]"), "raw-control@1:4"},
    {TEXT("[01, -01, 1., -.5, 2.e3]"),
     "bad-number@1:2 bad-number@1:6 bad-number@1:11 bad-number@1:15 bad-number@1:20"},
    {TEXT("\x01[1]"), "raw-control@1:1"},
    {TEXT("[1,\x0B 2,\0 3]"), "raw-control@1:4 raw-control@1:8"},
    {TEXT("[1]\0"), "text-after-value@1:4"},

    /* Whole files */
    {TEXT(""), "empty-file@1:1"},
    {TEXT(" \r\n\t "), "empty-file@1:1"},
    {TEXT("\xEF\xBB\xBF"), "empty-file@1:1"},
    {TEXT("\xFF\xFE{\0}\0"), "not-utf8@1:1"},
    {TEXT("[1, 2"), "syntax@1:1"},
    {TEXT("{\"a\": [1, {\"b\": 2}"), "syntax@1:7"},
    {TEXT("\xA0"), "not-utf8@1:1"},

    /* Commas, colons, brackets */
    {TEXT("[1, 2, ]"), "syntax@1:6"},
    {TEXT("{\"a\": [1,],}"), "syntax@1:9 syntax@1:11"},
    {TEXT("[1 2]"), "syntax@1:3"},
    {TEXT("{\"a\": 1\n \"b\": 2}"), "syntax@1:8"},
    {TEXT("{\"a\" 1}"), "syntax@1:5"},
    {TEXT("{\"a\"}"), "syntax@1:2"},
    {TEXT("{\"a\": }"), "syntax@1:5"},
    {TEXT("{\"a\":, \"b\": 1}"), "syntax@1:5"},
    {TEXT("[,1,,2]"), "syntax@1:2 syntax@1:5"},
    {TEXT("{,}"), "syntax@1:2"},
    {TEXT("[\"a\": 1]"), "syntax@1:5"},
    {TEXT("{\"a\": \"b\": 1}"), "syntax@1:10"},
    {TEXT("{\"a\":: 1}"), "syntax@1:6"},
    {TEXT("{1: 2}"), "syntax@1:2"},
    {TEXT("{{\"a\": 1}}"), "syntax@1:2"},
    {TEXT("{\"a\" = 1; \"b\": 2}"), "syntax@1:6 syntax@1:9"},
    {TEXT("[1, 2}"), "syntax@1:6"},
    {TEXT("{\"a\": [1, 2}"), "syntax@1:12"},
    {TEXT("]"), "syntax@1:1"},

    /* Words, numbers, quotes, comments */
    {TEXT("[True, FALSE, None, undefined]"), "syntax@1:2 syntax@1:8 syntax@1:15 syntax@1:21"},
    {TEXT("[NaN, Infinity, -Infinity]"), "bad-number@1:2 bad-number@1:7 bad-number@1:17"},
    {TEXT("[+1, .5, 0x1F, 1e, -, 5g]"),
     "bad-number@1:2 bad-number@1:6 bad-number@1:10 bad-number@1:16 bad-number@1:20 "
     "bad-number@1:23"},
    {TEXT("{\"a\": 5 to 15 g, \"b\": 1}"), "bad-number@1:7"},
    {TEXT("{a: 1, größe: 2}"), "syntax@1:2 syntax@1:8"},
    {TEXT("{\"a\": hello big world, \"b\": tru}"), "syntax@1:7 syntax@1:29"},
    {TEXT("{'a': 'it's', \"b\": `c`}"), "syntax@1:2 syntax@1:7 syntax@1:20"},
    {TEXT("{“a”: “b, c”}"), "syntax@1:2 syntax@1:7"},
    {TEXT("// x\n[1, /* 2 */ 3] # y"), "syntax@1:1 syntax@2:5 text-after-value@2:16"},
    {TEXT("[1 /*"), "syntax@1:4 syntax@1:1"},
    {TEXT("[1,\xC2\xA0 2]"), "syntax@1:4"},
    {TEXT("[1, @, 2]"), "syntax@1:5 syntax@1:6"},

    /* Texts */
    {TEXT("[\"a\\qb\", \"\\u12G4\", \"\\\xC3\xA9\"]"), "syntax@1:4 syntax@1:11 syntax@1:21"},
    {TEXT("[\"\\ud83d\", \"\\ude00\", \"\\ud83d\\u0041\"]"),
     "syntax@1:3 syntax@1:13 syntax@1:23"},
    {TEXT("[\"abc"), "syntax@1:2 syntax@1:1"},
    {TEXT("[\"abc\\"), "syntax@1:6 syntax@1:2 syntax@1:1"},
    {TEXT("{\"a\": \"b,\n \"c\": \"d\"}"), "syntax@1:7"},
    {TEXT("{\"a\": \"b\n}"), "syntax@1:7"},
    {TEXT("[\"b\n c\",\n 1]"), "raw-control@1:4"},
    {TEXT("[\"he said \"hi\" to me\", \"b\"]"), "syntax@1:11"},
    {TEXT("{\"a\": \"5\" grams, \"b\": 1}"), "syntax@1:9"},
};

static void test_faults(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(faults); i++) {
        struct parse p;
        parse_open(&p, faults[i].text);
        assert_report(faults[i].text.ptr, &p.diags, faults[i].expected);
        assert_true(p.diags.errors > 0);
        parse_close(&p);
    }
}

/* Faults that leave a tree, for the readers to look for more. */
static void test_tree_beside_faults(void **state)
{
    static const struct {
        struct str text;
        bool tree;
    } rows[] = {
        {TEXT("{\"a\": 1, \"a\": 2}"), true},  {TEXT("[\"a\nb\"]"), true},
        {TEXT("[\"caf\xE9\"]"), true},         {TEXT("[1e999]"), true},
        {TEXT("[\"a\0b\"]"), false},           {TEXT("[\"a\\u0000b\"]"), false},
        {TEXT("[1,]"), false},                 {TEXT("\x01[1]"), false},
        {TEXT("[1] x"), false},                {TEXT("[01]"), false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct parse p;
        parse_open(&p, rows[i].text);
        if ((p.value != NULL) != rows[i].tree)
            fail_msg("%s", rows[i].text.ptr);
        parse_close(&p);
    }
}

static void test_messages(void **state)
{
    static const struct {
        const char *text, *message, *hint, *place;
    } rows[] = {
        {"[\"caf\xE9\xE8\"]", "the byte 0xE9 is not UTF-8 text",
         "save the file as UTF-8; it looks like Latin-1: iconv -f LATIN1 -t UTF-8", "\xE9\xE8"},
        {"[True]", "JSON spells this word otherwise", "write true", "True"},
        {"[\"a\tb\"]", "the character U+0009 (a tab) stands unescaped in the file",
         "delete it, or put a space", "\t"},
        {"{\"b\": {\"a\": 1,\n\"a\": 2}}", "\"a\" is given twice",
         "the first is on line 1; keep one of them", "\"a\""},
        {"{\"a\x1B\": 1, \"a\\u001b\": 2}",
         "the character U+001B (an escape) stands unescaped in the file",
         "delete it, or put a space", "\x1B"},
        {"{\"a\": [1,\n 2}", "} cannot close the [ of line 1", "write ], or put it before this",
         "}"},
        {"{\"a\": [1, {\"b\": \"c\"", "this { is never closed",
         "at the end of the file write }]}", "{"},
        {"[1] [2] x\n y", "there is text after the end of the JSON value",
         "delete it, or put it inside the braces", "[2] x"},
        {"[\"\\ud83d\"]", "this escape is only half of a character", "write the character itself",
         "\\ud83d"},
        {"[2017-05-01]", "2017-05-01 cannot be read as a number",
         "to make it a text, put it in double quotes", "2017-05-01"},
        {"[1 ; 2]", "U+003B (“;”) does not belong here", "write ,", ";"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct parse p;
        parse_open(&p, str_of(rows[i].text));
        assert_str(p.diags.first->message, rows[i].message);
        assert_str(p.diags.first->hint, rows[i].hint);
        assert_str(pointed_at(p.diags.first), rows[i].place);
        parse_close(&p);
    }
}

/* ---- What is accepted ---- */

static void test_dump(void **state)
{
    struct parse p;
    (void)state;
    parse_open(&p, STR("\xEF\xBB\xBF {\"a\" : [1.50, -2e+3, true,false , null],\r\n"
                       "\"\\u00e9\\n\":\"x\\\"\\\\\\/\\ud83d\\ude00é\", \"\": {}, "
                       "\"l\": [ ]} \n"));
    struct builder b = {.arena = p.arena};
    assert_non_null(p.value);
    json_dump(p.value, &b);
    assert_string_equal(builder_str(&b).ptr,
                        "object of 4 @4+95\n"
                        "  \"a\": list of 5 @11+32\n"
                        "    1.50 @12+4\n"
                        "    -2e+3 @18+5\n"
                        "    true @25+4\n"
                        "    false @30+5\n"
                        "    null @38+4\n"
                        "  \"é\\u000a\": \"x\\\"\\\\/😀é\" @57+23\n"
                        "  \"\": object of 0 @86+2\n"
                        "  \"l\": list of 0 @95+3\n");
    parse_close(&p);
}

/* The slice of the file that a value's span names, parsed alone, is that value again. */
static void check_slice(const struct parse *whole, const struct json *value)
{
    struct parse slice;
    struct str text = str_part(whole->source.text, value->span.off, value->span.len);
    parse_open(&slice, text);
    assert_non_null(slice.value);
    assert_int_equal(slice.value->kind, value->kind);
    assert_int_equal(slice.value->span.len, value->span.len);
    assert_int_equal(slice.value->count, value->count);
    assert_true(str_equal(slice.value->string, value->string));
    assert_true(slice.value->boolean == value->boolean);
    parse_close(&slice);
    if (value->key.ptr) {
        parse_open(&slice, str_part(whole->source.text, value->key_span.off, value->key_span.len));
        assert_non_null(slice.value);
        assert_true(str_equal(slice.value->string, value->key));
        parse_close(&slice);
    }
    for (const struct json *child = value->first; child; child = child->next)
        check_slice(whole, child);
}

/* C1 controls and what turns the text around it would reach a terminal as they are. */
static void test_dump_shows_controls(void **state)
{
    struct parse p;
    (void)state;
    parse_open(&p, STR("\"\xC2\x9B \xE2\x80\xAE \xE2\x80\xA8 \xC3\xA9\""));
    struct builder b = {.arena = p.arena};
    json_dump(p.value, &b);
    assert_non_null(strstr(builder_str(&b).ptr, "\"\\u009b \\u202e \\u2028 \xC3\xA9\""));
    parse_close(&p);
}

static void test_spans(void **state)
{
    const struct str texts[] = {str_of(sample), read_file("../data/l-glutamine.json")};
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct parse p;
        parse_open(&p, texts[i]);
        assert_string_equal(report(&p.diags), "");
        check_slice(&p, p.value);
        parse_close(&p);
    }
}

/* Each character of a text, sought in the file, is itself or an escape of itself. */
static void test_locate(void **state)
{
    struct parse p;
    (void)state;
    parse_open(&p, STR("\"aé\\u00e9\\n\\ud83d\\ude00\\ud800\\udc00😀e\\u0301\\/\\\\z\""));
    const char *const expected[] = {"a", "é", "\\u00e9", "\\n", "\\ud83d\\ude00",
                                    "\\ud800\\udc00", "😀", "e", "\\u0301", "\\/", "\\\\", "z"};
    size_t i = 0;
    for (size_t at = 0; at < p.value->string.len; i++) {
        struct span span = json_locate(&p.source, p.value, at);
        assert_str(str_part(p.source.text, span.off, span.len), expected[i]);
        utf8_next(p.value->string, &at);
        span = json_locate(&p.source, p.value, at - 1); /* any byte of it will do */
        assert_str(str_part(p.source.text, span.off, span.len), expected[i]);
    }
    assert_int_equal(i, COUNT(expected));
    struct span end = json_locate(&p.source, p.value, p.value->string.len);
    assert_int_equal(end.off, p.source.text.len - 1);
    parse_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_faults),   cmocka_unit_test(test_tree_beside_faults),
        cmocka_unit_test(test_messages), cmocka_unit_test(test_dump),
        cmocka_unit_test(test_dump_shows_controls),
        cmocka_unit_test(test_spans),    cmocka_unit_test(test_locate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
