/*
 * JSON that is damaged, huge or deep: always a diagnostic, never a crash; and JSON that is sound:
 * the same tree as cJSON makes of it.
 */
#include "parse.h"

#include <cjson/cJSON.h>
#include <dirent.h>

/* Whether both are the same value. */
static bool agrees(const struct json *value, const cJSON *item)
{
    if (value->kind == JSON_STRING)
        return cJSON_IsString(item) && str_equal(value->string, str_of(item->valuestring));
    if (value->kind == JSON_NUMBER) {
        char text[64] = "";
        memcpy(text, value->string.ptr, value->string.len);
        return cJSON_IsNumber(item) && strtod(text, NULL) == item->valuedouble;
    }
    if (value->kind == JSON_BOOL)
        return value->boolean ? cJSON_IsTrue(item) : cJSON_IsFalse(item);
    if (value->kind == JSON_NULL)
        return cJSON_IsNull(item);
    const cJSON *other = item->child;
    bool same = value->kind == JSON_LIST ? cJSON_IsArray(item) : cJSON_IsObject(item);
    for (const struct json *child = value->first; child && same; child = child->next) {
        same = other && agrees(child, other) &&
               (value->kind == JSON_LIST || str_equal(child->key, str_of(other->string)));
        other = other ? other->next : NULL;
    }
    return same && !other;
}

/* A text that we find no fault with must be the same to cJSON; anything else must be reported. */
static bool check_damaged(struct str text)
{
    struct parse p;
    parse_open(&p, text);
    bool accepted = p.value && !p.diags.errors;
    assert_true(p.value || p.diags.errors);
    if (accepted) {
        cJSON *tree = cJSON_ParseWithLength(p.bytes, text.len);
        assert_non_null(tree);
        assert_true(agrees(p.value, tree));
        cJSON_Delete(tree);
    }
    parse_close(&p);
    return accepted;
}

static void test_prefixes(void **state)
{
    const struct str texts[] = {str_of(sample), read_file("../data/l-glutamine.json")};
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
        for (size_t len = 0; len < str_trim(texts[i]).len; len++)
            assert_false(check_damaged(str_part(texts[i], 0, len)));
}

static void test_damaged_bytes(void **state)
{
    static const char bytes[] = "\"\\{}[],:'0-+.eu/ \n\t\0\x80\xE9\xFF";
    char copy[sizeof sample];
    (void)state;
    for (size_t i = 0; i < sizeof sample - 1; i++) {
        memcpy(copy, sample, sizeof sample);
        for (size_t j = 0; j < sizeof bytes - 1; j++) {
            copy[i] = bytes[j];
            check_damaged((struct str){copy, sizeof sample - 1});
        }
        memcpy(copy + i, sample + i + 1, sizeof sample - 1 - i);
        check_damaged((struct str){copy, sizeof sample - 2});
    }
}

/* ---- Caps ---- */

static struct str repeated(struct arena *arena, const char *part, size_t times)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < times; i++)
        builder_add(&b, str_of(part));
    return builder_str(&b);
}

static void test_caps(void **state)
{
    static const struct {
        const char *before, *part, *after;
        size_t times;
        const char *expected;
    } rows[] = {
        {"", "[", "", 100000, "too-deep@1:33"},
        {"", "[", "", 1 << 20, "too-deep@1:33"},
        {"", "{\"a\":", "", 200000, "too-deep@1:161"},
        {"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "", "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", 0, ""},
        {"[", "1,", "1]", JSON_VALUES_MAX - 2, ""},
        {"[", "1,", "1]", JSON_VALUES_MAX - 1, "too-many-values@1:40000"},
        {"[1", "0", "]", 308, ""},
        {"[1", "0", "]", 309, "bad-number@1:2"},
        {"[0.", "0", "1]", 100000, ""},
        {"[\"", "\n ", "\"]", 400000, NULL},
        {"", "@", "", 1 << 20, NULL},
        {"", "\xE9 ", "", 1 << 19, NULL},
        {"", "/**/", "", 1 << 18, NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new(NULL, NULL);
        struct builder b = {.arena = arena};
        struct parse p;
        builder_printf(&b, "%s", rows[i].before);
        builder_add(&b, repeated(arena, rows[i].part, rows[i].times));
        builder_printf(&b, "%s", rows[i].after);
        parse_open(&p, builder_str(&b));
        if (rows[i].expected) {
            assert_report(rows[i].part, &p.diags, rows[i].expected);
        } else { /* twenty faults, and that there are more */
            assert_int_equal(p.diags.count, 21);
            assert_non_null(strstr(report(&p.diags), "too-many-faults@"));
        }
        parse_close(&p);
        arena_free(arena);
    }
}

static void test_many_duplicates(void **state)
{
    struct arena *arena = arena_new(NULL, NULL);
    struct builder b = {.arena = arena};
    struct parse p;
    (void)state;
    builder_char(&b, '{');
    builder_add(&b, repeated(arena, "\"a\":1,", JSON_VALUES_MAX - 2));
    builder_printf(&b, "\"a\":1}");
    parse_open(&p, builder_str(&b));
    assert_int_equal(p.diags.errors, JSON_VALUES_MAX - 2);
    assert_int_equal(p.diags.count, DIAG_MAX);
    parse_close(&p);
    arena_free(arena);
}

static void test_many_fields(void **state)
{
    struct arena *arena = arena_new(NULL, NULL);
    struct builder b = {.arena = arena};
    struct parse p;
    (void)state;
    builder_printf(&b, "{\"first\": 1");
    for (int i = 0; i < 1000; i++)
        builder_printf(&b, ",\n\"%d\": 1", i);
    builder_printf(&b, ",\n\"500\": 1, \"first\": 2}");
    parse_open(&p, builder_str(&b));
    assert_report("1000 fields", &p.diags, "duplicate-field@1002:1 duplicate-field@1002:11");
    assert_str(p.diags.first->hint, "the first is on line 502; keep one of them");
    parse_close(&p);
    arena_free(arena);
}

/* ---- All that we print ---- */

/* The examples, and every article and clinic file of the golden tests that has no fault. */
static void test_real_files(void **state)
{
    static const char *const folders[] = {"golden", "golden/bad", "../data", "../data/labels"};
    size_t accepted = 0;
    (void)state;
    for (size_t i = 0; i < COUNT(folders); i++) {
        DIR *folder = opendir(folders[i]);
        assert_non_null(folder);
        for (struct dirent *entry; (entry = readdir(folder));) {
            char path[512];
            if (!str_ends(str_of(entry->d_name), STR(".json")))
                continue;
            snprintf(path, sizeof path, "%s/%s", folders[i], entry->d_name);
            accepted += check_damaged(read_file(path));
        }
        closedir(folder);
    }
    assert_true(accepted > 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prefixes),    cmocka_unit_test(test_damaged_bytes),
        cmocka_unit_test(test_caps),        cmocka_unit_test(test_many_duplicates),
        cmocka_unit_test(test_many_fields), cmocka_unit_test(test_real_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
