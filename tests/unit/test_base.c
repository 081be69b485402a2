/*
 * base: arena, array, text, source.
 */
#include "base/array.h"
#include "base/source.h"

#include "unit.h"

#include <locale.h>
#include <stdalign.h>

static struct arena *arena;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_new(NULL, NULL);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* ---- Arena ---- */

static void test_arena(void **state)
{
    /* Sizes around the first chunk's and the largest step's. */
    static const size_t sizes[] = {0, 1, 7, 4096, 65535, 65536, 65537, 200000, 5000000, 3};
    unsigned char *blocks[COUNT(sizes)];
    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        blocks[i] = arena_alloc(arena, sizes[i]);
        assert_non_null(blocks[i]);
        assert_int_equal((uintptr_t)blocks[i] % alignof(max_align_t), 0);
        for (size_t j = 0; j < sizes[i]; j++)
            assert_int_equal(blocks[i][j], 0);
        memset(blocks[i], (int)i + 1, sizes[i]);
    }
    for (size_t i = 0; i < COUNT(sizes); i++) /* none overlaps another */
        for (size_t j = 0; j < sizes[i]; j++)
            assert_int_equal(blocks[i][j], i + 1);
    arena_free(NULL);
}

static void test_arena_grow(void **state)
{
    const int old[] = {1, 2, 3};
    (void)state;
    int *longer = arena_grow(arena, old, 3, 5, sizeof *longer);
    const int expected[] = {1, 2, 3, 0, 0};
    assert_memory_equal(longer, expected, sizeof expected);
    assert_non_null(arena_grow(arena, NULL, 0, 1, 1));
}

/* Memory that was written to comes back zeroed, whichever way it is asked for. */
static void test_arena_reset(void **state)
{
    enum { SIZE = 3000000 }; /* more than the first chunk */
    const unsigned char ones[] = {1, 1};
    (void)state;
    unsigned char *first = arena_alloc(arena, 100);
    memset(first, 0xEE, 100);
    for (int round = 0; round < 3; round++) {
        memset(arena_alloc(arena, SIZE), 0xEE, SIZE);
        arena_reset(arena);
        unsigned char *again = arena_alloc(arena, 100);
        assert_ptr_equal(again, first); /* the chunk is kept */
        for (size_t i = 0; i < 100; i++)
            assert_int_equal(again[i], 0);
        memset(again, 0xEE, 100);
    }
    arena_reset(arena);
    unsigned char *longer = arena_grow(arena, ones, 2, 50, 1);
    for (size_t i = 0; i < 50; i++)
        assert_int_equal(longer[i], i < 2);
}

/* ---- Array ---- */

static void test_array(void **state)
{
    struct { ARRAY(uint32_t); } numbers = {0};
    struct { ARRAY(struct str); } texts = {0};
    (void)state;
    for (uint32_t i = 0; i < 1000; i++) {
        uint32_t *last = ARRAY_PUSH(arena, &numbers);
        assert_int_equal(*last, 0);
        *last = i;
        *ARRAY_PUSH(arena, &texts) = str_of_int(arena, i);
    }
    assert_int_equal(numbers.count, 1000);
    assert_true(numbers.room >= 1000 && numbers.room < 2000);
    for (uint32_t i = 0; i < 1000; i++) {
        assert_int_equal(numbers.at[i], i);
        assert_true(str_equal(texts.at[i], str_of_int(arena, i)));
    }
}

static jmp_buf jump;

static void jump_back(void *context)
{
    *(int *)context += 1;
    longjmp(jump, 1);
}

static void test_out_of_memory(void **state)
{
    static int calls;
    struct arena *own = arena_new(jump_back, &calls);
    (void)state;
    calls = 0;
    if (!setjmp(jump))
        arena_alloc(own, SIZE_MAX);
    if (!setjmp(jump))
        arena_array(own, SIZE_MAX / 4, 8); /* the product overflows */
    if (!setjmp(jump))
        arena_out_of_memory(own);
    assert_int_equal(calls, 3);
    arena_free(own);
}

/* ---- Slices ---- */

static void test_slices(void **state)
{
    struct str s = STR("  ab c ");
    (void)state;
    assert_null(str_of(NULL).ptr);
    assert_true(str_equal(STR(""), str_of(NULL)));
    assert_true(str_equal(STR("ab"), str_part(s, 2, 2)));
    assert_false(str_equal(STR("ab"), STR("abc")));
    assert_false(str_equal(STR("ab"), STR("ac")));
    assert_str(str_part(s, 5, 100), "c ");
    assert_str(str_part(s, 100, 1), "");
    assert_true(str_starts(s, STR("  a")) && !str_starts(s, STR("a")));
    assert_true(str_ends(s, STR("c ")) && !str_ends(STR("c"), STR("xc")));
    assert_int_equal(str_find(s, 'b'), 3);
    assert_int_equal(str_find(s, 'x'), s.len);
    assert_int_equal(str_find(str_of(NULL), 'x'), 0);
    assert_str(str_trim(s), "ab c");
    assert_str(str_trim(STR(" \r\n\t ")), "");
    assert_string_equal(str_c(arena, str_part(s, 2, 2)), "ab");
}

/* ---- UTF-8 ---- */

static void test_utf8_valid(void **state)
{
    static const uint32_t limits[] = {0,      0x41,   0x7F,   0x80,    0x7FF,   0x800,
                                      0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
    static const size_t sizes[] = {1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4};
    (void)state;
    for (size_t i = 0; i < COUNT(limits); i++) {
        char bytes[4];
        size_t at = 0, size = utf8_put(bytes, limits[i]);
        assert_int_equal(size, sizes[i]);
        assert_int_equal(utf8_next((struct str){bytes, size}, &at), limits[i]);
        assert_int_equal(at, size);
    }
}

static void test_utf8_bad(void **state)
{
    static const struct {
        struct str bytes;
        size_t length; /* in characters: a bad byte is one */
    } rows[] = {
        {{"\x80", 1}, 1},
        {{"\xC0\x80", 2}, 2},             /* overlong NUL */
        {{"\xC1\xBF", 2}, 2},             /* overlong DEL */
        {{"\xE0\x9F\xBF", 3}, 3},         /* overlong U+07FF */
        {{"\xED\xA0\x80", 3}, 3},         /* surrogate */
        {{"\xF0\x8F\xBF\xBF", 4}, 4},     /* overlong U+FFFF */
        {{"\xF4\x90\x80\x80", 4}, 4},     /* U+110000 */
        {{"\xF8\x88\x80\x80\x80", 5}, 5},
        {{"\xE2\x82", 2}, 2},             /* cut off */
        {{"\xE2\x82\x61", 3}, 3},
        {{"\xFF\xFE", 2}, 2},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t at = 0;
        assert_int_equal(utf8_next(rows[i].bytes, &at), UTF8_BAD);
        assert_int_equal(at, 1);
        assert_int_equal(utf8_length(rows[i].bytes), rows[i].length);
    }
    assert_int_equal(utf8_length(STR("aé\xFF😀")), 4);
}

/* ---- Words and distances ---- */

static void test_words(void **state)
{
    (void)state;
    assert_int_equal(str_words(STR("")), 0);
    assert_int_equal(str_words(STR("  ")), 0);
    assert_int_equal(str_words(STR(" 5 to\n15\tgrams ")), 4);
    assert_int_equal(str_words(STR("5\xC2\xA0g")), 1);
}

static void test_distance(void **state)
{
    static const struct {
        const char *a, *b;
        unsigned limit, expected;
    } rows[] = {
        {"benefit", "benefits", 2, 1}, {"kitten", "sitting", 5, 3}, {"kitten", "sitting", 2, 3},
        {"", "abc", 5, 3},             {"abc", "", 5, 3},           {"abc", "abc", 0, 0},
        {"abc", "xyz", 1, 2},          {"titel", "title", 2, 2},    {"ab", "ba", 9, 2},
    };
    char long_a[100], long_b[100];
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(str_distance(str_of(rows[i].a), str_of(rows[i].b), rows[i].limit),
                         rows[i].expected);
    memset(long_a, 'a', sizeof long_a);
    memset(long_b, 'a', sizeof long_b);
    long_b[99] = 'b'; /* behind the 64 bytes that count */
    assert_int_equal(str_distance((struct str){long_a, 100}, (struct str){long_b, 100}, 3), 0);
}

/* ---- Builder ---- */

static void test_builder(void **state)
{
    struct builder b = {.arena = arena};
    (void)state;
    assert_string_equal(builder_str(&b).ptr, "");
    for (int i = 0; i < 300; i++)
        builder_char(&b, 'x');
    assert_int_equal(strlen(builder_str(&b).ptr), 300);
    builder_printf(&b, "%d-%s", 42, "y");
    builder_utf8(&b, 0xE9);
    assert_string_equal(builder_str(&b).ptr + 300, "42-yé");
    for (int i = 0; i < 200; i++) /* a print that does not fit the rest of the buffer */
        builder_printf(&b, "%0100d", i);
    assert_int_equal(b.len, 300 + 6 + 200 * 100);
    assert_string_equal(builder_str(&b).ptr + b.len - 4, "0199");
}

static void test_milli(void **state)
{
    static const struct {
        int32_t value;
        const char *expected;
    } rows[] = {
        {0, "0"},         {1, "0.001"},   {-1, "-0.001"},         {12500, "12.5"},
        {12000, "12"},    {100000, "100"}, {-1230, "-1.23"},
        {INT32_MAX, "2147483.647"},       {INT32_MIN, "-2147483.648"},
    };
    (void)state;
    setlocale(LC_ALL, "de_DE.UTF-8"); /* a decimal comma, where that locale is installed */
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct builder b = {.arena = arena};
        builder_milli(&b, rows[i].value);
        assert_str(builder_str(&b), rows[i].expected);
    }
    setlocale(LC_ALL, "C");
}

/* ---- Source ---- */

static void test_position(void **state)
{
    static const char text[] = "ab\ncd\r\n\né😀z\rlast";
    static const struct source source = {{"x", 1}, {text, sizeof text - 1}};
    static const struct {
        uint32_t offset, line, column;
        const char *text;
    } rows[] = {
        {0, 1, 1, "ab"}, {1, 1, 2, "ab"},   {2, 1, 3, "ab"},  {3, 2, 1, "cd"},
        {5, 2, 3, "cd"}, {6, 2, 3, "cd"},   {7, 3, 1, ""},    {8, 4, 1, "é😀z"},
        {10, 4, 2, "é😀z"}, {14, 4, 3, "é😀z"}, {15, 4, 4, "é😀z"}, {16, 5, 1, "last"},
        {20, 5, 5, "last"},
    };
    static const struct source empty = {{"x", 1}, {"", 0}};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct position p = source_position(&source, rows[i].offset);
        assert_int_equal(p.line, rows[i].line);
        assert_int_equal(p.column, rows[i].column);
        assert_str(p.line_text, rows[i].text);
    }
    assert_int_equal(source_position(&empty, 0).line, 1);
    assert_int_equal(source_position(&empty, 0).column, 1);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_arena),      TEST(test_arena_grow), TEST(test_out_of_memory),
        TEST(test_arena_reset), TEST(test_array),
        TEST(test_slices),     TEST(test_utf8_valid), TEST(test_utf8_bad),
        TEST(test_words),      TEST(test_distance),   TEST(test_builder),
        TEST(test_milli),      TEST(test_position),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
