/*
 * What is made with a cache is what is made without: shaped text, subsets, widths; whatever the
 * cache has seen before, and when it has to forget.  And so is what was made with the program.
 */
#include "unit.h"

#include "base/cache.h"
#include "font/font.h"
#include "font/ready.h"

#include <libdeflate.h>

#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static struct fonts *fonts;
static struct font_cache *cache;

static int setup(void **state)
{
    (void)state;
    arena = arena_new(NULL, NULL);
    fonts = fonts_open();
    cache = font_cache_new();
    return fonts && cache ? 0 : 1;
}

static int teardown(void **state)
{
    (void)state;
    font_cache_free(cache);
    fonts_close(fonts);
    arena_free(arena);
    return 0;
}

static const struct fonts *set_up(bool fallback_first, struct font_cache *with)
{
    return fonts_set_up(fonts, arena, (struct font_setting){fallback_first, STR("en"), with});
}

static void expect_same(const struct glyphs *a, const struct glyphs *b, struct str text)
{
    if (a->count != b->count)
        fail_msg("%zu glyphs, not %zu: %.*s", b->count, a->count, STR_ARGS(text));
    for (size_t i = 0; i < a->count; i++) {
        const struct glyph *x = &a->at[i], *y = &b->at[i];
        if (x->from != y->from || x->to != y->to || x->id != y->id || x->face != y->face
            || x->level != y->level || x->advance != y->advance || x->dx != y->dx
            || x->dy != y->dy)
            fail_msg("glyph %zu of: %.*s", i, STR_ARGS(text));
    }
}

/* In all styles, in the text face or the fallback first. */
static void expect_shaped_alike(struct str text)
{
    for (int i = 0; i < 2 * FONT_STYLES; i++) {
        const struct fonts *without = set_up(i % 2, NULL), *with = set_up(i % 2, cache);
        enum font_style style = (enum font_style)(i / 2);
        struct glyphs expected = font_shape(without, arena, text, style, NULL);
        for (int again = 0; again < 2; again++) {
            struct glyphs found = font_shape(with, arena, text, style, NULL);
            expect_same(&expected, &found, text);
        }
    }
}

static void texts_of_all_kinds(void **state)
{
    static const char *const texts[] = {
        "", " ", "  two  spaces  ", "A", " A", "A T V", "may help 5 to 15 g a day, “leaky gut,” To",
        "To Tell Your Team: Take 2 Tablets. Yes? We Try.", "α-lipoic acid and β-carotene",
        "vitamin D₃ 25 µg (1,000 IU) — once a day", "Ω-3", "15 мг на день", "tiếng Việt là",
        "e\xCC\x81 combining", "soft\xC2\xADhyphen", "zero\xE2\x80\x8Bwidth", "日本 and A",
        ("no\xC2\xA0" "break\xE2\x80\xAFspace"), "☐ box → arrow ≥ 3", "NF-κB", "Ελληνικά A",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
        expect_shaped_alike(str_of(texts[i]));
}

/* Characters of texts that are shaped by the word. */
static uint32_t next_letter(uint32_t c)
{
    return c == 0x7E ? 0xA1 : c == 0xAC ? 0xAE : c + 1;
}

/* The space is kerned with the letter behind it: each pair of characters around one. */
static void every_pair_around_a_space(void **state)
{
    (void)state;
    for (uint32_t a = 0x21; a < 0x17F; a = next_letter(a)) {
        struct builder text = {.arena = arena};
        for (uint32_t b = 0x21; b < 0x17F; b = next_letter(b)) {
            builder_utf8(&text, a);
            builder_char(&text, ' ');
            builder_utf8(&text, b);
            builder_utf8(&text, a);
            builder_char(&text, ' ');
        }
        struct str made = builder_str(&text);
        const struct fonts *without = set_up(false, NULL), *with = set_up(false, cache);
        struct glyphs expected = font_shape(without, arena, made, FONT_REGULAR, NULL);
        struct glyphs found = font_shape(with, arena, made, FONT_REGULAR, NULL);
        expect_same(&expected, &found, made);
        arena_reset(arena);
    }
}

/* What HarfBuzz says of letters one behind the other is what the table of pairs says; by words,
 * since one letter that is not in the table keeps a word from it. */
static void every_pair_in_a_word(void **state)
{
    const enum font_style styles[] = {FONT_REGULAR, FONT_BOLD, FONT_ITALIC};
    (void)state;
    for (uint32_t a = 0x21; a < 0x17F; a = next_letter(a)) {
        struct builder text = {.arena = arena};
        for (uint32_t b = 0x21; b < 0x203B; b = b == 0x17F ? 0x2010 : next_letter(b)) {
            builder_utf8(&text, a);
            builder_utf8(&text, b);
            builder_utf8(&text, a);
            builder_char(&text, ' ');
        }
        struct str made = builder_str(&text);
        for (size_t i = 0; i < COUNT(styles); i++) {
            struct glyphs expected = font_shape(set_up(false, NULL), arena, made, styles[i], NULL);
            struct glyphs found = font_shape(set_up(false, cache), arena, made, styles[i], NULL);
            expect_same(&expected, &found, made);
        }
        arena_reset(arena);
    }
}

static void subsets_and_widths(void **state)
{
    const struct fonts *without = set_up(false, NULL), *with = set_up(false, cache);
    (void)state;
    for (int face = 0; face < FACE_OWN_REGULAR; face++) {
        uint16_t ids[60];
        for (int i = 0; i < 60; i++)
            ids[i] = (uint16_t)(2 * i + 1);
        struct font_program a = font_subset(without, arena, (enum face)face, ids, 60);
        for (int again = 0; again < 2; again++) {
            struct font_program b = font_subset(with, arena, (enum face)face, ids, 60);
            assert_true(str_equal(a.bytes, b.bytes) && a.cff == b.cff);
        }
        for (int again = 0; again < 2; again++)
            for (int i = 0; i < 60; i++)
                assert_int_equal(font_advance(without, (enum face)face, ids[i]),
                                 font_advance(with, (enum face)face, ids[i]));
        assert_int_equal(font_advance(without, (enum face)face, 0xFFFF),
                         font_advance(with, (enum face)face, 0xFFFF));
    }
}

/* ---- Ready subsets ---- */

static const struct ready_program *const ready[] = {
    [FACE_TEXT_REGULAR] = &ready_text_regular,
    [FACE_TEXT_BOLD] = &ready_text_bold,
    [FACE_TEXT_ITALIC] = &ready_text_italic,
};

static void ready_ones_are_the_subsets_that_would_be_made(void **state)
{
    static char bytes[1 << 16];
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    (void)state;
    for (size_t face = 0; face < COUNT(ready); face++) {
        const struct ready_program *it = ready[face];
        struct font_program made =
            font_subset(set_up(false, NULL), arena, (enum face)face, it->glyphs, it->count);
        struct ready_font found = font_ready((enum face)face, it->glyphs, it->count);
        assert_int_equal(made.bytes.len, found.length);
        assert_int_equal(libdeflate_zlib_decompress(decompressor, found.bytes.ptr, found.bytes.len,
                                                    bytes, found.length, NULL), 0);
        assert_memory_equal(made.bytes.ptr, bytes, found.length);
    }
    libdeflate_free_decompressor(decompressor);
}

static void ready_ones_are_for_what_they_have(void **state)
{
    const struct ready_program *it = &ready_text_regular;
    const uint16_t outer[] = {it->glyphs[0], it->glyphs[it->count - 1]};
    const uint16_t strange[] = {it->glyphs[0], (uint16_t)(it->glyphs[it->count - 1] + 1)};
    (void)state;
    assert_int_equal(font_ready(FACE_TEXT_REGULAR, outer, 2).length, it->length);
    assert_int_equal(font_ready(FACE_TEXT_REGULAR, strange, 2).length, 0);
    assert_int_equal(font_ready(FACE_TEXT_REGULAR, strange + 1, 1).length, 0);
    assert_int_equal(font_ready(FACE_SYMBOLS, outer, 1).length, 0);
    assert_int_equal(font_ready(FACE_OWN_REGULAR, outer, 1).length, 0);
}

/* ---- The cache itself ---- */

static struct cache_key key_of(char *room, int number)
{
    int length = snprintf(room, 64, "%*d", number % 50 + 1, number);
    return (struct cache_key){(uint32_t)number % 3, {room, (size_t)length}};
}

static void it_forgets_and_goes_on(void **state)
{
    enum { MOST = 1 << 16, ENTRIES = 5000, FORGOTTEN_MOST = ENTRIES - 100 };
    struct cache *small = cache_new(MOST);
    char room[64];
    int forgotten = 0;
    (void)state;
    for (int i = 0; i < ENTRIES; i++) {
        struct cache_key key = key_of(room, i);
        assert_null(cache_find(small, key).ptr);
        cache_keep(small, key, key.bytes);
        assert_true(str_equal(cache_find(small, key).ptr ? cache_find(small, key) : STR("-"),
                              key.bytes));
    }
    for (int i = 0; i < ENTRIES; i++) {
        struct cache_key key = key_of(room, i);
        struct str kept = cache_find(small, key);
        forgotten += !kept.ptr;
        assert_true(!kept.ptr || str_equal(kept, key.bytes));
        key.tag += 3;
        assert_null(cache_find(small, key).ptr);
    }
    assert_true(forgotten > 0 && forgotten < FORGOTTEN_MOST);
    cache_free(small);
}

static void what_is_too_large_is_not_kept(void **state)
{
    enum { MOST = 1 << 12 };
    struct cache *small = cache_new(MOST);
    char *large = calloc(1, 2 * MOST);
    struct cache_key one = {1, STR("one")}, two = {2, STR("two")};
    (void)state;
    cache_keep(small, one, STR(""));
    assert_non_null(cache_find(small, one).ptr);
    cache_keep(small, two, (struct str){large, MOST / 2});
    cache_keep(small, two, (struct str){large, 2 * MOST});
    assert_null(cache_find(small, two).ptr);
    assert_non_null(cache_find(small, one).ptr);
    cache_keep(NULL, one, STR(""));
    assert_null(cache_find(NULL, one).ptr);
    cache_free(NULL);
    cache_free(small);
    free(large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_of_all_kinds),
        cmocka_unit_test(every_pair_around_a_space),
        cmocka_unit_test(every_pair_in_a_word),
        cmocka_unit_test(subsets_and_widths),
        cmocka_unit_test(ready_ones_are_the_subsets_that_would_be_made),
        cmocka_unit_test(ready_ones_are_for_what_they_have),
        cmocka_unit_test(it_forgets_and_goes_on),
        cmocka_unit_test(what_is_too_large_is_not_kept),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
