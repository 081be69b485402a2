/*
 * The real faces: what they cover, that every style covers the same, and what shaping does.
 */
#include "unit.h"

#include "base/unicode.h"
#include "font/font.h"

#include <errno.h>

static struct arena *arena;
static struct fonts *fonts;

static int setup(void **state)
{
    (void)state;
    arena = arena_new(NULL, NULL);
    fonts = fonts_open();
    return fonts ? 0 : 1;
}

static int teardown(void **state)
{
    (void)state;
    fonts_close(fonts);
    arena_free(arena);
    return 0;
}

static struct glyphs shape(const char *text, enum font_style style)
{
    return font_shape(fonts, arena, str_of(text), style, NULL);
}

static void every_style_has_what_the_fonts_have(void **state)
{
    int covered = 0;
    (void)state;
    for (uint32_t c = 0x20; c < 0x20000; c++) {
        if (!fonts_has(fonts, c) || unicode_is_ignorable(c))
            continue;
        char bytes[5] = {0};
        utf8_put(bytes, c);
        for (int style = FONT_REGULAR; style <= FONT_ITALIC; style++) {
            struct glyphs glyphs = shape(bytes, (enum font_style)style);
            assert_true(glyphs.count >= 1);
            for (size_t i = 0; i < glyphs.count; i++)
                if (glyphs.at[i].id == 0)
                    fail_msg("U+%04X has no glyph in style %d", (unsigned)c, style);
        }
        covered++;
    }
    assert_true(covered > 1900);
}

static void a_handout_needs_these(void **state)
{
    struct str text = STR("– — ’ ‘ “ ” „ « » … • · ° ½ ± × ≥ ≤ ≠ ≈ → ← ↑ ↓ ☐ ☑ ✓ − µ μ κ β ₂ ² ³ "
                          "® ™ © € äöüßéèêñçøåæœ ąćęłńóśźż ĂăÂâĐđÊêÔôƠơƯư ạảấầẩẫậắặẹẻẽếềểễệ "
                          "ΑΒΓΔαβγδέήίόύώς АБВГДЕЁЖЗабвгдеёжзЄєІіЇїҐґ \u00A0\u2011\u202F");
    (void)state;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (!fonts_has(fonts, c))
            fail_msg("U+%04X is missing", (unsigned)c);
    }
    assert_false(fonts_has(fonts, 0x1F600));
    assert_false(fonts_has(fonts, 0x4E00));
}

static struct str faces_of(struct glyphs glyphs)
{
    struct builder b = {.arena = arena};
    for (size_t g = 0; g < glyphs.count; g++)
        builder_int(&b, glyphs.at[g].face);
    return builder_str(&b);
}

static void faces_are_chosen_by_word_and_cluster(void **state)
{
    static const struct {
        const char *text;
        enum font_style style;
        const char *faces; /* a digit for each glyph, enum face */
    } cases[] = {
        {"abc", FONT_REGULAR, "000"},      {"abc", FONT_BOLD, "111"},
        {"abc", FONT_ITALIC, "222"},       {"NF-κB", FONT_REGULAR, "00030"},
        {"μέρα", FONT_BOLD, "4444"},       {"5 µg", FONT_REGULAR, "0000"},
        {"e\u0301", FONT_REGULAR, "0"},    {"a☐b", FONT_REGULAR, "050"},
        {"\u1EC7", FONT_REGULAR, "3"},     {"e\u0323\u0302", FONT_REGULAR, "3"},
        /* One word, one face: with its marks of punctuation, and up to the next word. */
        {"tiếng a", FONT_REGULAR, "3333330"}, {"\"tiê\u0301ng\",", FONT_BOLD, "44444444"},
        {"Žluť", FONT_REGULAR, "0000"},    {"Đương", FONT_ITALIC, "33333"},
        {"д-р, x", FONT_REGULAR, "333330"}, {"5мг", FONT_REGULAR, "333"},
        {"a π b", FONT_REGULAR, "00330"},  {"µm", FONT_REGULAR, "00"},
        {"μg", FONT_REGULAR, "30"},        {"it’s“", FONT_REGULAR, "00000"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct glyphs glyphs = shape(cases[i].text, cases[i].style);
        assert_str(faces_of(glyphs), cases[i].faces);
    }
}

static void the_fallback_can_come_first(void **state)
{
    const struct fonts *first = fonts_set_up(fonts, arena,
                                             (struct font_setting){true, STR("en"), NULL});
    static const struct {
        const char *text;
        enum font_style style;
        const char *faces;
    } cases[] = {
        {"abc, 1", FONT_REGULAR, "333333"}, {"abc", FONT_BOLD, "444"},
        {"abc", FONT_ITALIC, "333"},        {"κ☐", FONT_REGULAR, "35"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct glyphs glyphs = font_shape(first, arena, str_of(cases[i].text), cases[i].style,
                                          NULL);
        assert_str(faces_of(glyphs), cases[i].faces);
    }
}

static void letters_that_the_text_face_lacks_are_counted(void **state)
{
    static const struct {
        const char *text;
        size_t all, lacking;
    } cases[] = {
        {"", 0, 0},           {"abc, 12 — é", 4, 0},          {"NF-κB", 4, 1},
        {"мир!", 3, 3},       {"tiê\u0301ng tiếng", 10, 2},   {"Ω ☐ → ½ n\u0303", 2, 1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct letter_count count = {0, 0};
        font_count_letters(fonts, str_of(cases[i].text), &count);
        assert_int_equal(count.all, cases[i].all);
        assert_int_equal(count.lacking, cases[i].lacking);
    }
}

static void composed_and_decomposed_look_the_same(void **state)
{
    static const char *const pairs[][2] = {
        {"é", "e\u0301"}, {"ñ", "n\u0303"}, {"ệ", "e\u0323\u0302"}, {"й", "и\u0306"},
        {"ộ", "o\u0302\u0323"},
        {"ộ", "ô\u0323"},
        {"ế", "e\u0302\u0301"}, {"ΐ", "ι\u0308\u0301"},
        {"tiếng Việt", "tie\u0302\u0301ng Vie\u0323\u0302t"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(pairs); i++) {
        struct glyphs one = shape(pairs[i][0], FONT_REGULAR);
        struct glyphs two = shape(pairs[i][1], FONT_REGULAR);
        assert_int_equal(one.count, two.count);
        for (size_t g = 0; g < one.count; g++) {
            assert_int_equal(one.at[g].id, two.at[g].id);
            assert_int_equal(one.at[g].face, two.at[g].face);
        }
    }
}

static void text_is_composed(void **state)
{
    static const char *const cases[][2] = {
        {"plain", "plain"}, {"", ""}, {"tie\u0302\u0301ng Vie\u0323\u0302t", "tiếng Việt"},
        {"и\u0306, і\u0301", "й, і\u0301"}, {"x\u0301", "x\u0301"}, {"Ͱ", "Ͱ"},
        {"a\u0316\u0317\u0318\u0319\u031C\u031D\u031E\u031F\u0320",
         "a\u0316\u0317\u0318\u0319\u031C\u031D\u031E\u031F\u0320"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_str(font_compose(arena, str_of(cases[i][0])), cases[i][1]);
}

static void a_composed_letter_is_one_glyph(void **state)
{
    struct str letters = STR("ạẹịọụỵặậệộợựắằẳẵếềểễốồổỗớờởỡứừửữ" "éñçїйёΐώ");
    (void)state;
    for (size_t at = 0; at < letters.len;) {
        size_t from = at;
        utf8_next(letters, &at);
        struct str letter = str_part(letters, from, at - from);
        for (int style = FONT_REGULAR; style <= FONT_ITALIC; style++)
            assert_int_equal(
                font_shape(fonts, arena, letter, (enum font_style)style, NULL).count, 1);
    }
    /* Stress marks that no letter has: the dot of the i gives way to the mark. */
    assert_int_equal(shape("і\u0301", FONT_REGULAR).count, 2);
    assert_int_not_equal(shape("і\u0301", FONT_REGULAR).at[0].id,
                         shape("і", FONT_REGULAR).at[0].id);
}

static void kerning_is_on_and_ligatures_are_off(void **state)
{
    struct glyphs pair = shape("AV", FONT_REGULAR), office = shape("office", FONT_REGULAR);
    (void)state;
    int16_t alone = font_advance(fonts, FACE_TEXT_REGULAR, pair.at[0].id);
    assert_true(pair.at[0].advance < alone);
    assert_int_equal(office.count, 6);
}

static void a_subset_is_a_font_file(void **state)
{
    struct glyphs glyphs = shape("Aé", FONT_REGULAR);
    uint16_t ids[] = {glyphs.at[0].id, glyphs.at[1].id};
    struct str file = font_subset(fonts, arena, FACE_TEXT_REGULAR, ids, 2).bytes;
    (void)state;
    assert_true(file.len > 500 && file.len < 8000);
    assert_memory_equal(file.ptr, "\0\1\0\0", 4);
}

/* What failed in the caller before is nobody's fault here. */
static void memory_that_lacked_before_is_no_fault(void **state)
{
    static const uint16_t glyph = 36;
    (void)state;
    errno = ENOMEM;
    assert_int_equal(shape("Water", FONT_REGULAR).count, 5);
    errno = ENOMEM;
    assert_true(font_subset(fonts, arena, FACE_TEXT_REGULAR, &glyph, 1).bytes.len > 0);
    errno = ENOMEM;
    assert_true(font_outline(fonts, arena, FACE_TEXT_REGULAR, glyph).len > 0);
    errno = ENOMEM;
    struct fonts *others = fonts_open();
    assert_non_null(others);
    fonts_close(others);
    assert_false(fonts_spoilt(fonts));
}

static void metrics_are_in_thousandths(void **state)
{
    (void)state;
    for (int face = 0; face < FACE_OWN_REGULAR; face++) {
        struct face_metrics m = font_metrics(fonts, (enum face)face);
        assert_in_range(m.cap_height, 600, 800);
        assert_in_range(m.ascent, 700, 1300);
        assert_true(m.descent < 0 && m.bbox[0] < m.bbox[2] && m.bbox[1] < m.bbox[3]);
        assert_int_equal(m.italic_angle, face == FACE_TEXT_ITALIC ? -12 : 0);
    }
}

static void only_latin_greek_and_cyrillic_lean(void **state)
{
    (void)state;
    assert_true(font_has_italics(STR("Nature 12 “é” Ω Жж tiếng")));
    assert_true(font_has_italics(STR("")));
    assert_false(font_has_italics(STR("Nature 水")));
    assert_false(font_has_italics(STR("ماء")));
    assert_false(font_has_italics(STR("ውሃ")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_style_has_what_the_fonts_have),
        cmocka_unit_test(a_handout_needs_these),
        cmocka_unit_test(faces_are_chosen_by_word_and_cluster),
        cmocka_unit_test(the_fallback_can_come_first),
        cmocka_unit_test(letters_that_the_text_face_lacks_are_counted),
        cmocka_unit_test(composed_and_decomposed_look_the_same),
        cmocka_unit_test(text_is_composed),
        cmocka_unit_test(a_composed_letter_is_one_glyph),
        cmocka_unit_test(kerning_is_on_and_ligatures_are_off),
        cmocka_unit_test(a_subset_is_a_font_file),
        cmocka_unit_test(memory_that_lacked_before_is_no_fault),
        cmocka_unit_test(metrics_are_in_thousandths),
        cmocka_unit_test(only_latin_greek_and_cyrillic_lean),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
