/*
 * JSON that is damaged, huge or deep, or read without memory: always a diagnostic, never a crash.
 */
#include "parse.h"

#include <cjson/cJSON.h>
#include <errno.h>

/* A text that we find no fault with must be read by cJSON too; anything else must be reported. */
static bool check_damaged(struct str text)
{
    struct parse p;
    parse_open(&p, text);
    bool accepted = p.value && !p.diags.errors;
    assert_true(p.value || p.diags.errors);
    if (accepted) {
        cJSON *tree = cJSON_ParseWithLength(p.bytes, text.len);
        assert_non_null(tree);
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
        {"[1", "0", "]", 62, ""},
        {"[1", "0", "]", 63, "bad-number@1:2"},
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

/* ---- No memory inside cJSON ---- */

static size_t allocations_left, allocations_open;
static jmp_buf out_of_memory;

static void *failing_malloc(size_t size)
{
    if (allocations_left == 0) {
        errno = ENOMEM;
        return NULL;
    }
    allocations_left--;
    allocations_open++;
    return malloc(size);
}

static void counting_free(void *block)
{
    allocations_open -= block != NULL;
    free(block);
}

static void jump(void *context)
{
    (void)context;
    longjmp(out_of_memory, 1);
}

/* Whichever allocation of cJSON fails, the arena's hook is called, and nothing leaks. */
static void test_no_memory(void **state)
{
    cJSON_Hooks hooks = {failing_malloc, counting_free};
    static struct parse p;
    static volatile size_t n;
    static volatile bool done;
    (void)state;
    cJSON_InitHooks(&hooks);
    done = false;
    for (n = 0; !done; n++) {
        p.arena = arena_new(jump, NULL);
        p.source = (struct source){STR("x"), str_of(sample)};
        diags_init(&p.diags, p.arena, false);
        allocations_left = n;
        allocations_open = 0;
        if (!setjmp(out_of_memory))
            done = json_parse(p.arena, &p.diags, &p.source) != NULL;
        assert_string_equal(report(&p.diags), "");
        assert_int_equal(allocations_open, 0);
        arena_free(p.arena);
    }
    assert_true(n > 20);
    cJSON_InitHooks(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prefixes),    cmocka_unit_test(test_damaged_bytes),
        cmocka_unit_test(test_caps),        cmocka_unit_test(test_many_duplicates),
        cmocka_unit_test(test_many_fields), cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
