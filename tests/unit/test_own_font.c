/*
 * A clinic's own fonts: which files are taken, what the others are called, which face a character
 * comes from, and that no file, however damaged, does more than be refused or look odd.
 */
#include "chance.h"
#include "font_file.h"

#include "font/font.h"

static struct arena *arena;
static struct fonts *ours;
static struct str noto, noto_bold, hindi, hindi_bold;

static int setup(void **state)
{
    (void)state;
    arena = arena_new(NULL, NULL);
    ours = fonts_open();
    noto = read_font(arena, "../fonts/NotoSans-Regular.ttf");
    noto_bold = read_font(arena, "../fonts/NotoSans-Bold.ttf");
    hindi = read_font(arena, FONTS "/truetype/noto/NotoSansDevanagari-Regular.ttf");
    hindi_bold = read_font(arena, FONTS "/truetype/noto/NotoSansDevanagari-Bold.ttf");
    return ours ? 0 : 1;
}

static int teardown(void **state)
{
    (void)state;
    fonts_close(ours);
    arena_free(arena);
    return 0;
}

/* ---- Which files are taken ---- */

static void each_kind_of_file_is_told_apart(void **state)
{
    static const struct {
        const char *start;
        enum font_status status;
    } cases[] = {
        {"OTTO", FONT_OK},    {"ttcf", FONT_DAMAGED},        {"wOFF", FONT_WEB},
        {"wOF2", FONT_WEB},   {"true", FONT_OK},             {"\x89PNG", FONT_NOT_A_FONT},
        {"%!PS", FONT_NOT_A_FONT},
    };
    (void)state;
    assert_int_equal(font_check(noto), FONT_OK);
    assert_int_equal(font_check((struct str){0}), FONT_NOT_A_FONT);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str file = str_copy(arena, noto);
        memcpy((char *)file.ptr, cases[i].start, 4);
        assert_int_equal(font_check(file), cases[i].status);
    }
    struct str large = {arena_alloc(arena, FONT_MAX_BYTES + 1), FONT_MAX_BYTES + 1};
    assert_int_equal(font_check(large), FONT_NOT_A_FONT);
    memcpy((char *)large.ptr, noto.ptr, noto.len);
    assert_int_equal(font_check(large), FONT_TOO_LARGE);
}

static void tables_decide_too(void **state)
{
    static const struct {
        const char *table, *becomes;
        enum font_status status;
    } cases[] = {
        {"GPOS", "fvar", FONT_OK}, /* without an axis */
        {"GPOS", "CFF2", FONT_CFF2},     {"glyf", "none", FONT_DAMAGED},
        {"loca", "none", FONT_DAMAGED},  {"cmap", "none", FONT_DAMAGED},
        {"hmtx", "none", FONT_DAMAGED},  {"hhea", "none", FONT_DAMAGED},
        {"head", "none", FONT_DAMAGED},  {"maxp", "none", FONT_DAMAGED},
        {"GPOS", "none", FONT_OK},       {"OS/2", "none", FONT_OK},
        {"name", "none", FONT_OK},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str file = str_copy(arena, noto);
        memcpy(entry(file, cases[i].table), cases[i].becomes, 4);
        if (font_check(file) != cases[i].status)
            fail_msg("%s as %s is %d", cases[i].table, cases[i].becomes, font_check(file));
    }
}

static void fields_that_make_no_sense_are_damage(void **state)
{
    static const struct {
        const char *table;
        size_t at;
        unsigned value;
    } cases[] = {
        {"head", 12, 0},     /* the magic number */
        {"head", 18, 0},     /* units an em */
        {"head", 18, 15},    {"head", 18, 16385}, {"maxp", 4, 0}, /* glyphs */
        {"cmap", 2, 0},      /* character maps */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str file = str_copy(arena, noto);
        put16(table(file, cases[i].table) + cases[i].at, cases[i].value);
        if (font_check(file) != FONT_DAMAGED)
            fail_msg("%s %zu %u", cases[i].table, cases[i].at, cases[i].value);
    }
    struct str wide = str_copy(arena, noto); /* an advance of 4095 ems */
    put16(table(wide, "head") + 18, 16);
    put16(table(wide, "hmtx"), 65535);
    assert_int_equal(font_check(wide), FONT_DAMAGED);
}

static void what_is_cut_off_is_damaged(void **state)
{
    (void)state;
    for (size_t length = 4; length < noto.len - 3; length += 97)
        assert_int_equal(font_check(str_part(noto, 0, length)), FONT_DAMAGED);
}

static void a_maker_may_forbid_to_embed(void **state)
{
    static const struct {
        unsigned type;
        enum font_status status;
    } cases[] = {
        {0x0000, FONT_OK},         {0x0002, FONT_RESTRICTED}, {0x0004, FONT_OK},
        {0x0008, FONT_OK},         {0x0006, FONT_OK}, /* the mildest of several holds */
        {0x0100, FONT_RESTRICTED}, {0x0200, FONT_RESTRICTED}, {0x0208, FONT_RESTRICTED},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str file = str_copy(arena, noto);
        put16(table(file, "OS/2") + 8, cases[i].type);
        assert_int_equal(font_check(file), cases[i].status);
    }
}

/* ---- Faces ---- */

static struct fonts *open_with(struct str regular, struct str bold, struct str italic)
{
    const struct str files[FONT_STYLES] = {regular, bold, italic};
    struct fonts *fonts = fonts_open_with(ours, files);
    assert_non_null(fonts);
    return fonts;
}

/* A digit for each glyph, enum face. */
static void assert_faces(const struct fonts *fonts, const char *text, enum font_style style,
                         const char *expected)
{
    struct glyphs glyphs = font_shape(fonts, arena, str_of(text), style, NULL);
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < glyphs.count; i++)
        builder_int(&b, glyphs.at[i].face);
    assert_str(builder_str(&b), expected);
}

static void own_faces_come_first_and_ours_fall_in(void **state)
{
    struct str none = {0};
    struct fonts *all = open_with(noto, noto_bold, noto);
    struct fonts *regular = open_with(noto, none, none);
    struct fonts *nothing = open_with(none, none, none);
    (void)state;
    assert_faces(all, "ab", FONT_REGULAR, "66");
    assert_faces(all, "ab", FONT_BOLD, "77");
    assert_faces(all, "ab", FONT_ITALIC, "88");
    assert_faces(all, "e\u0301e\u0323\u0302", FONT_REGULAR, "66");
    assert_faces(all, "a☐b", FONT_REGULAR, "656");
    assert_faces(all, "μέρα", FONT_BOLD, "7777");
    assert_faces(regular, "ab", FONT_REGULAR, "66");
    assert_faces(regular, "ab", FONT_BOLD, "11");
    assert_faces(regular, "ab", FONT_ITALIC, "22");
    assert_faces(regular, "μέρα", FONT_BOLD, "4444");
    assert_faces(nothing, "aκ☐", FONT_REGULAR, "035");
    fonts_close(all);
    fonts_close(regular);
    fonts_close(nothing);
}

/* Our symbols, moved up in Unicode to where no other face has anything. */
static void what_only_the_regular_file_has_is_set_in_it(void **state)
{
    struct fonts *fonts;
    uint32_t only = 0;
    (void)state;
    struct str symbols = read_font(arena, "../fonts/HandoutSymbols-Regular.ttf");
    char *cmap = table(symbols, "cmap");
    char *map = cmap + get16(cmap + 4 + 6);
    assert_int_equal(get16(map), 4); /* segments: lists of last and first characters, deltas */
    unsigned segments = get16(map + 6) / 2;
    for (unsigned i = 0; i + 1 < segments; i++) {
        char *end = map + 14 + 2 * i, *start = end + 2 * segments + 2;
        char *delta = start + 2 * segments;
        put16(end, get16(end) + 0x8000);
        put16(start, get16(start) + 0x8000);
        put16(delta, get16(delta) - 0x8000);
        only = get16(start);
    }
    fonts = open_with(symbols, (struct str){0}, (struct str){0});
    assert_false(fonts_has(ours, only));
    assert_true(fonts_has(fonts, only));
    char text[5] = "";
    utf8_put(text, only);
    assert_faces(fonts, text, FONT_REGULAR, "6");
    assert_faces(fonts, text, FONT_BOLD, "6");
    assert_faces(fonts, text, FONT_ITALIC, "6");
    fonts_close(fonts);
}

/*
 * Lent faces come behind all others, whatever they have, bold ones first for a text in bold: their
 * digits are not wanted.
 */
static void lent_faces_stand_in_for_what_nobody_has(void **state)
{
    const char *text = "1 \u0939 ="; /* a letter of Devanagari between signs that we have too */
    struct fonts *bold = fonts_lend(ours, hindi_bold, 0, FONT_BOLD);
    struct fonts *both = fonts_lend(bold, hindi, 0, FONT_REGULAR);
    (void)state;
    assert_true(font_glyph(both, FACE_LENT, '1') && font_glyph(both, FACE_LENT + 1, '='));
    assert_faces(bold, text, FONT_REGULAR, "00990");
    assert_faces(bold, text, FONT_BOLD, "11991");
    assert_faces(both, text, FONT_REGULAR, "0010100");
    assert_faces(both, text, FONT_BOLD, "11991");
    assert_faces(both, text, FONT_ITALIC, "2210102");
    fonts_close(both);
    fonts_close(bold);
}

/* The advances as hmtx has them, in a file that says it has 2048 units an em. */
static void widths_are_thousandths_whatever_the_file_counts_in(void **state)
{
    (void)state;
    struct str file = str_copy(arena, noto);
    put16(table(file, "head") + 18, 2048);
    struct fonts *fonts = open_with(file, (struct str){0}, (struct str){0});
    unsigned glyphs = get16(table(file, "maxp") + 4);
    unsigned long_metrics = get16(table(file, "hhea") + 34);
    for (unsigned i = 0; i < glyphs; i++) {
        unsigned units = get16(table(file, "hmtx") + 4 * (i < long_metrics ? i : long_metrics - 1));
        int advance = font_advance(fonts, FACE_OWN_REGULAR, (uint16_t)i);
        assert_true(abs(advance * 2048 - (int)units * 1000) <= 1024);
    }
    struct face_metrics m = font_metrics(fonts, FACE_OWN_REGULAR);
    assert_in_range(m.cap_height, 714 * 1000 / 2048, 714 * 1000 / 2048 + 1);
    assert_true(m.ascent > 0 && m.descent < 0 && m.bbox[3] > m.cap_height);
    fonts_close(fonts);
}

static void the_name_is_the_files(void **state)
{
    (void)state;
    struct str unnamed = str_copy(arena, noto), spaced = str_copy(arena, noto);
    memcpy(entry(unnamed, "name"), "none", 4);
    for (char *at = table(spaced, "name"), *end = at + 2000; at + 16 <= end; at++)
        if (memcmp(at, "\0N\0o\0t\0o\0S\0a\0n\0s\0-", 17) == 0)
            at[3] = '(', at[5] = '/', at[16] = '#'; /* the last makes it U+232D */
    struct fonts *fonts = open_with(noto, unnamed, spaced);
    assert_string_equal(font_metrics(fonts, FACE_OWN_REGULAR).name, "NotoSans-Regular");
    assert_string_equal(font_metrics(fonts, FACE_OWN_BOLD).name, "Unnamed");
    assert_string_equal(font_metrics(fonts, FACE_OWN_ITALIC).name, "NoSansRegular");
    fonts_close(fonts);
}

static void an_old_file_without_a_cap_height_has_that_of_its_h(void **state)
{
    (void)state;
    struct str file = str_copy(arena, noto);
    memcpy(entry(file, "OS/2"), "none", 4);
    struct fonts *fonts = open_with(file, (struct str){0}, (struct str){0});
    assert_int_equal(font_metrics(fonts, FACE_OWN_REGULAR).cap_height, 714);
    fonts_close(fonts);
}

/* ---- Damage ---- */

/* All that a page does with a font. */
static void use(struct str file)
{
    static const char *const texts[] = {"Office hours: AVATAR, 10–12.", "e\u0323\u0302 й Ệ fi"};
    struct fonts *fonts = open_with(file, file, (struct str){0});
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct glyphs glyphs = font_shape(fonts, arena, str_of(texts[i]), FONT_REGULAR, NULL);
        uint16_t ids[200];
        size_t count = 0;
        assert_true(glyphs.count <= 4 * strlen(texts[i]));
        for (size_t g = 0; g < glyphs.count; g++) {
            assert_in_range(glyphs.at[g].advance, 0, 4000);
            assert_true(glyphs.at[g].from < glyphs.at[g].to);
            assert_true(glyphs.at[g].to <= strlen(texts[i]));
            if (glyphs.at[g].face == FACE_OWN_REGULAR)
                ids[count++] = glyphs.at[g].id;
            font_advance(fonts, (enum face)glyphs.at[g].face, glyphs.at[g].id);
        }
        font_subset(fonts, arena, FACE_OWN_REGULAR, ids, count);
    }
    font_metrics(fonts, FACE_OWN_BOLD);
    fonts_close(fonts);
}

/* Bytes are changed in the small tables mostly, since most of a file is outlines. */
static void damage_never_does_worse_than_look_odd(void **state)
{
    static const char tables[][5] = {"head", "hhea", "maxp", "OS/2", "cmap", "hmtx",
                                     "loca", "glyf", "GPOS", "GSUB", "GDEF", "name"};
    uint32_t seed = 1;
    int taken = 0, rounds = rounds_or(400);
    (void)state;
    for (int i = 0; i < rounds; i++) {
        struct arena *outer = arena;
        arena = arena_new(NULL, NULL);
        struct str file = str_copy(arena, noto);
        for (uint32_t hits = 1 + random_below(&seed, 8); hits > 0; hits--) {
            uint32_t which = random_below(&seed, COUNT(tables) + 1);
            size_t from = which < COUNT(tables) ? table(noto, tables[which]) - noto.ptr : 0;
            size_t at = from + random_below(&seed, 256);
            if (at < file.len)
                ((char *)file.ptr)[at] = (char)random_below(&seed, 256);
        }
        if (font_check(file) == FONT_OK) {
            use(file);
            taken++;
        }
        arena_free(arena);
        arena = outer;
    }
    assert_true(taken > rounds / 10 && taken < rounds);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_of_file_is_told_apart),
        cmocka_unit_test(tables_decide_too),
        cmocka_unit_test(fields_that_make_no_sense_are_damage),
        cmocka_unit_test(what_is_cut_off_is_damaged),
        cmocka_unit_test(a_maker_may_forbid_to_embed),
        cmocka_unit_test(own_faces_come_first_and_ours_fall_in),
        cmocka_unit_test(what_only_the_regular_file_has_is_set_in_it),
        cmocka_unit_test(lent_faces_stand_in_for_what_nobody_has),
        cmocka_unit_test(widths_are_thousandths_whatever_the_file_counts_in),
        cmocka_unit_test(the_name_is_the_files),
        cmocka_unit_test(an_old_file_without_a_cap_height_has_that_of_its_h),
        cmocka_unit_test(damage_never_does_worse_than_look_odd),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
