/*
 * Fonts as makers ship them today: collections, variable ones, PostScript outlines (CFF).  Each is
 * taken at the weight wanted, embedded as what a PDF knows, and no damage does worse than look odd.
 */
#include "chance.h"
#include "font_file.h"

#include "font/cff.h"
#include "font/font.h"
#include "font/type2.h"

#define CFF_FILE FONTS "/opentype/urw-base35/NimbusSans-Regular.otf"
#define CFF_BOLD_FILE FONTS "/opentype/urw-base35/NimbusSans-Bold.otf"
#define VARIABLE_FILE FONTS "/truetype/inter-vf/Inter.var.ttf"

static struct arena *arena;
static struct fonts *ours;
static struct str noto, noto_bold, cff, cff_bold, variable;

static int setup(void **state)
{
    (void)state;
    arena = arena_new(NULL, NULL);
    ours = fonts_open();
    noto = read_font(arena, "../fonts/NotoSans-Regular.ttf");
    noto_bold = read_font(arena, "../fonts/NotoSans-Bold.ttf");
    cff = read_font(arena, CFF_FILE);
    cff_bold = read_font(arena, CFF_BOLD_FILE);
    variable = read_font(arena, VARIABLE_FILE);
    return ours ? 0 : 1;
}

static int teardown(void **state)
{
    (void)state;
    fonts_close(ours);
    arena_free(arena);
    return 0;
}

/* One file for all three styles. */
static struct fonts *open_all(struct str file)
{
    const struct str files[FONT_STYLES] = {file, file, file};
    assert_int_equal(font_check(file), FONT_OK);
    struct fonts *fonts = fonts_open_with(ours, files);
    assert_non_null(fonts);
    return fonts;
}

static int width_of_m(const struct fonts *fonts, enum font_style style)
{
    return font_shape(fonts, arena, STR("m"), style, NULL).at[0].advance;
}

static struct font_program subset(const struct fonts *fonts, enum face face, struct str text)
{
    enum font_style style = (enum font_style)(face - FACE_OWN_REGULAR);
    struct glyphs glyphs = font_shape(fonts, arena, text, style, NULL);
    uint16_t ids[200];
    size_t count = 0;
    for (size_t g = 0; g < glyphs.count && count < COUNT(ids); g++)
        if (glyphs.at[g].face == face)
            ids[count++] = glyphs.at[g].id;
    return font_subset(fonts, arena, face, ids, count);
}

static void of_a_collection_the_nearest_face_is_taken(void **state)
{
    const struct str bold_first[] = {noto_bold, noto};
    struct fonts *fonts = open_all(collection(arena, bold_first, 2));
    (void)state;
    assert_string_equal(font_metrics(fonts, FACE_OWN_REGULAR).name, "NotoSans-Regular");
    assert_string_equal(font_metrics(fonts, FACE_OWN_BOLD).name, "NotoSans-Bold");
    assert_string_equal(font_metrics(fonts, FACE_OWN_ITALIC).name, "NotoSans-Regular");
    assert_memory_equal(subset(fonts, FACE_OWN_BOLD, STR("a")).bytes.ptr, "\0\1\0\0", 4);
    fonts_close(fonts);
}

static void a_collection_is_as_good_as_its_worst_face(void **state)
{
    (void)state;
    struct str torn = str_copy(arena, noto);
    memcpy(entry(torn, "hmtx"), "none", 4);
    const struct str files[] = {noto, torn};
    struct str whole = collection(arena, files, 1), bad = collection(arena, files, 2);
    assert_int_equal(font_check(whole), FONT_OK);
    assert_int_equal(font_check(bad), FONT_DAMAGED);
    put32((char *)whole.ptr + 8, 0); /* of no face */
    assert_int_equal(font_check(whole), FONT_DAMAGED);
    put32((char *)whole.ptr + 8, 1);
    put32((char *)whole.ptr + 12, whole.len + 1);
    assert_int_equal(font_check(whole), FONT_DAMAGED);
    for (size_t length = 4; length < 16; length++) {
        struct str cut = str_copy(arena, str_part(whole, 0, length));
        assert_int_equal(font_check(cut), FONT_DAMAGED);
        assert_int_equal(font_check_face(cut, 0, NULL, 0), FONT_DAMAGED);
    }
}

static void a_variable_font_has_the_weight_wanted(void **state)
{
    struct fonts *fonts = open_all(variable);
    (void)state;
    assert_true(width_of_m(fonts, FONT_BOLD) > width_of_m(fonts, FONT_REGULAR));
    assert_true(font_metrics(fonts, FACE_OWN_ITALIC).italic_angle < 0);
    struct str file = subset(fonts, FACE_OWN_BOLD, STR("m")).bytes;
    for (size_t at = 12; at < 12 + 16 * (size_t)get16(file.ptr + 4); at += 16)
        assert_true(memcmp(file.ptr + at, "gvar", 4) && memcmp(file.ptr + at, "fvar", 4));
    uint16_t m = font_shape(fonts, arena, STR("m"), FONT_BOLD, NULL).at[0].id;
    unsigned embedded = get16(table(file, "hmtx") + 4 * m);
    int units = (int)get16(table(file, "head") + 18);
    assert_in_range(width_of_m(fonts, FONT_BOLD) * units / 1000, embedded - 2, embedded + 2);
    fonts_close(fonts);
}

/* Inter draws an arrow for "->" and a sign for the "x" of "2x4", if it is let. */
static void each_letter_is_drawn_as_itself(void **state)
{
    struct fonts *fonts = open_all(variable);
    struct str text = STR("->2x4fi");
    (void)state;
    struct glyphs glyphs = font_shape(fonts, arena, text, FONT_REGULAR, NULL);
    assert_int_equal(glyphs.count, text.len);
    for (size_t i = 0; i < glyphs.count; i++)
        assert_int_equal(glyphs.at[i].id,
                         font_glyph(fonts, FACE_OWN_REGULAR, (unsigned char)text.ptr[i]));
    fonts_close(fonts);
}

static void postscript_outlines_are_embedded_as_such(void **state)
{
    struct fonts *fonts = open_all(cff), *others = open_all(noto);
    (void)state;
    struct font_program program = subset(fonts, FACE_OWN_REGULAR, STR("Água"));
    assert_true(program.cff && program.bytes.len > 200 && program.bytes.len < cff.len / 4);
    assert_memory_equal(program.bytes.ptr, "\1\0", 2);
    assert_false(subset(others, FACE_OWN_REGULAR, STR("a")).cff);
    fonts_close(fonts);
    fonts_close(others);
}

/* A Top DICT as HarfBuzz writes it: ROS, and the place of the charset in five bytes. */
static void glyphs_of_a_cid_keyed_font_are_numbered_by_index(void **state)
{
    char table[64] = "\1\0\4\1" "\0\1\1\1\2N" "\0\1\1\1\14"
                     "\x8c\x8d\x8b\x0c\x1e" "\x1d\0\0\0\xaa\x0f";
    enum { LENGTH = 4 + 6 + 5 + 11, PLACE = LENGTH - 5 };
    (void)state;
    assert_int_equal(cff_number_by_glyph(table, LENGTH, 300), LENGTH + CFF_GROWS_MOST);
    assert_int_equal(get32(table + PLACE), LENGTH);
    assert_memory_equal(table + LENGTH, "\2\0\1\1\x2a", 5); /* from 1 on, and 298 more */
    table[15 + 3] = 7; /* not ROS: it stays as it is */
    assert_int_equal(cff_number_by_glyph(table, LENGTH, 300), LENGTH);
    for (size_t length = 0; length < LENGTH; length++)
        assert_int_equal(cff_number_by_glyph(table, length, 300), 0);
}

/* ---- Damage ---- */

static void use(struct str file)
{
    struct fonts *fonts = open_all(file);
    for (int face = FACE_OWN_REGULAR; face <= FACE_OWN_ITALIC; face++) {
        subset(fonts, (enum face)face, STR("Office hours: AVATAR, 10–12, é."));
        font_metrics(fonts, (enum face)face);
    }
    fonts_close(fonts);
}

static struct str damaged(struct str file, uint32_t *seed)
{
    size_t heads = 12 + 16 * (size_t)get16(file.ptr + (file.ptr[0] == 't' ? 28 : 4));
    struct str copy = str_copy(arena, file);
    for (uint32_t hits = 1 + random_below(seed, 8); hits > 0; hits--) {
        size_t table = 12 + 16 * (size_t)random_below(seed, (heads - 12) / 16) + 8;
        size_t from = random_below(seed, 4) ? get32(file.ptr + table) : 0;
        size_t at = from + random_below(seed, 300);
        if (at < copy.len)
            ((char *)copy.ptr)[at] = (char)random_below(seed, 256);
    }
    return copy;
}

static void damage_never_does_worse_than_look_odd(void **state)
{
    const struct str both[] = {cff, cff_bold};
    const struct str kinds[] = {cff, variable, collection(arena, both, 2)};
    uint32_t seed = 1;
    int taken = 0, rounds = rounds_or(60);
    (void)state;
    for (int i = 0; i < rounds; i++) {
        struct arena *outer = arena;
        arena = arena_new(NULL, NULL);
        struct str file = damaged(kinds[i % (int)COUNT(kinds)], &seed);
        if (font_check(file) == FONT_OK) {
            use(file);
            taken++;
        }
        arena_free(arena);
        arena = outer;
    }
    assert_true(taken > rounds / 10 && taken < rounds);
}

/* ---- Charstrings ---- */

#define ZERO "\x8b"
#define HUNDRED "\xef"
#define RMOVETO "\x15"
#define RLINETO "\x05"
#define ENDCHAR "\x0e"

/* Where an outline of a capital letter has so many bytes; most are subroutines. */
static struct str letter_of(struct str table, size_t least)
{
    struct fonts *fonts = fonts_open_with(ours, (const struct str[FONT_STYLES]){cff});
    struct str found = {0};
    size_t charstrings = cff_charstrings(table);
    for (char c[2] = "A"; *c <= 'Z' && found.len < least; ++*c)
        found = cff_charstring(table, charstrings,
                               font_shape(fonts, arena, str_of(c), FONT_REGULAR, NULL).at[0].id);
    fonts_close(fonts);
    assert_in_range(found.len, least, SIZE_MAX);
    return found;
}

/* The font with another outline of a letter. */
static struct str redrawn(struct str charstring)
{
    struct str file = str_copy(arena, cff);
    char *at = table(file, "CFF ");
    struct str before = letter_of((struct str){at, file.len - (size_t)(at - file.ptr)},
                                  charstring.len);
    memcpy(at + (before.ptr - at), charstring.ptr, charstring.len);
    return file;
}

static void an_outline_that_only_some_readers_can_draw_is_damaged(void **state)
{
    static const char good[] = ZERO ZERO RMOVETO HUNDRED "\xf9\x50" RLINETO /* 700 */
        HUNDRED ZERO RLINETO ENDCHAR;
    static const char odd[] = ZERO ZERO RMOVETO HUNDRED "\xf9\x50" ZERO RLINETO
        HUNDRED ZERO RLINETO ENDCHAR;
    (void)state;
    assert_int_equal(font_check(redrawn((struct str){good, sizeof good - 1})), FONT_OK);
    assert_int_equal(font_check(redrawn((struct str){odd, sizeof odd - 1})), FONT_DAMAGED);
}

static void charstrings_have_their_operands(void **state)
{
    static char many[64];
    static const struct {
        struct str bytes;
        bool sound;
    } cases[] = {
        {{"", 0}, true},
        {{ZERO ENDCHAR, 2}, true},
        {{RMOVETO ENDCHAR, 2}, false},
        {{ZERO "\x16" ENDCHAR, 3}, true}, /* hmoveto */
        {{ZERO ZERO ZERO RLINETO, 4}, false},
        {{ZERO ZERO ZERO ZERO RLINETO, 5}, true},
        {{ZERO ZERO ZERO ZERO ZERO "\x08", 6}, false}, /* rrcurveto */
        {{ZERO ZERO "\x01" ZERO ZERO "\x13\x05" ZERO "\x16", 9}, true}, /* hintmask, its byte */
        {{"\x1c\x05", 2}, false}, /* a number that is cut off */
        {{"\x1c\x05\x05" ENDCHAR, 4}, true},
        {{"\xff\x05\x05\x05\x05" ENDCHAR, 6}, true},
        {{"\x0c\x23", 2}, true},
        {{many, 49}, true},
        {{many, 50}, false},
    };
    (void)state;
    memset(many, 0x8b, sizeof many);
    for (size_t i = 0; i < COUNT(cases); i++) {
        many[48] = (char)(cases[i].bytes.len == 50 ? 0x8b : *ENDCHAR);
        if (type2_is_sound(cases[i].bytes) != cases[i].sound)
            fail_msg("case %zu", i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_a_collection_the_nearest_face_is_taken),
        cmocka_unit_test(a_collection_is_as_good_as_its_worst_face),
        cmocka_unit_test(a_variable_font_has_the_weight_wanted),
        cmocka_unit_test(each_letter_is_drawn_as_itself),
        cmocka_unit_test(postscript_outlines_are_embedded_as_such),
        cmocka_unit_test(glyphs_of_a_cid_keyed_font_are_numbered_by_index),
        cmocka_unit_test(an_outline_that_only_some_readers_can_draw_is_damaged),
        cmocka_unit_test(charstrings_have_their_operands),
        cmocka_unit_test(damage_never_does_worse_than_look_odd),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
