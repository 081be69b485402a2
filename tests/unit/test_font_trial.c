/*
 * The trial of a clinic's font: whatever is in the way of a page that shows its words is found
 * before there is a page.
 */
#include "font_file.h"
#include "unit.h"

#include "font/font.h"

static struct arena *arena;
static struct fonts *ours;
static struct str noto;

static int setup(void **state)
{
    (void)state;
    arena = arena_new(NULL, NULL);
    ours = fonts_open();
    noto = read_font(arena, "../fonts/NotoSans-Regular.ttf");
    return ours ? 0 : 1;
}

static int teardown(void **state)
{
    (void)state;
    fonts_close(ours);
    arena_free(arena);
    return 0;
}

static size_t loca_step(struct str file)
{
    return get16(table(file, "head") + 50) ? 4 : 2;
}

static void a_font_that_would_show_nothing_is_damaged(void **state)
{
    static const struct {
        const char *table;
        size_t at;
        unsigned value;
    } cases[] = {
        {"head", 0, 2}, /* HarfBuzz leaves out a table of a version that it does not know */
        {"hhea", 0, 2},
        {"maxp", 0, 2},
        {"head", 50, 7},           /* neither short nor long places of outlines */
        {"loca", 2 * 400, 0xFFFF}, /* outlines that begin behind the next one's */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str file = str_copy(arena, noto);
        put16(table(file, cases[i].table) + cases[i].at, cases[i].value);
        if (font_check(file) != FONT_DAMAGED)
            fail_msg("case %zu is %d", i, font_check(file));
    }
}

/* The entry of loca for a character's glyph. */
static char *place_of(struct str file, uint32_t c)
{
    char text[5] = "";
    utf8_put(text, c);
    struct fonts *fonts = fonts_open_with(ours, (const struct str[FONT_STYLES]){noto});
    unsigned id = font_shape(fonts, arena, str_of(text), FONT_REGULAR, NULL).at[0].id;
    fonts_close(fonts);
    return table(file, "loca") + loca_step(file) * id;
}

/* The outline of one character is taken away: its glyph ends where it begins. */
static struct str without_outline(uint32_t c)
{
    struct str file = str_copy(arena, noto);
    char *place = place_of(file, c);
    memcpy(place + loca_step(file), place, loca_step(file));
    return file;
}

/* It says that it has more contours than there are bytes for. */
static struct str torn_outline(uint32_t c)
{
    struct str file = str_copy(arena, noto);
    char *place = place_of(file, c);
    size_t at = loca_step(file) == 2 ? 2 * get16(place) : get16(place) << 16 | get16(place + 2);
    put16(table(file, "glyf") + at, 0x7FFF);
    return file;
}

/* A glyph that ends before it begins has none, and the one before it holds its bytes too. */
static void outlines_lie_in_order(void **state)
{
    (void)state;
    struct str file = str_copy(arena, noto);
    char *place = place_of(file, 0x0416);
    assert_int_equal(font_check(file), FONT_OK);
    memcpy(place, place + 2 * loca_step(file), loca_step(file));
    assert_int_equal(font_check(file), FONT_DAMAGED);
}

/* The same font, whose places of outlines have four bytes each. */
static struct str with_long_loca(void)
{
    size_t count = get32(entry(noto, "loca") + 12) / 2, end = (noto.len + 3) / 4 * 4;
    char *bytes = arena_alloc(arena, end + 4 * count);
    struct str file = {bytes, end + 4 * count};
    memcpy(bytes, noto.ptr, noto.len);
    for (size_t i = 0; i < count; i++)
        put32(bytes + end + 4 * i, 2 * (size_t)get16(table(noto, "loca") + 2 * i));
    put32(entry(file, "loca") + 8, end);
    put32(entry(file, "loca") + 12, 4 * count);
    put16(table(file, "head") + 50, 1);
    return file;
}

static void outlines_lie_in_order_to_the_last(void **state)
{
    (void)state;
    struct str file = with_long_loca();
    char *last = (char *)file.ptr + file.len - 4;
    assert_int_equal(font_check(file), FONT_OK);
    put32(last - 4, get32(last) + 4);
    assert_int_equal(font_check(file), FONT_DAMAGED);
}

static void letters_have_outlines(void **state)
{
    (void)state;
    assert_int_equal(font_check(without_outline('a')), FONT_DAMAGED);
    assert_int_equal(font_check(without_outline('7')), FONT_DAMAGED);
    assert_int_equal(font_check(without_outline(0x2022)), FONT_OK); /* a bullet may be a gap */
    assert_int_equal(font_check(torn_outline(0x2022)), FONT_DAMAGED);
}

/* The width of one character, and where it stands in it. */
static struct str moved(uint32_t c, unsigned width, int bearing)
{
    struct str file = str_copy(arena, noto);
    size_t id = (size_t)(place_of(file, c) - table(file, "loca")) / loca_step(file);
    char *place = place_of(file, c), *metrics = table(file, "hmtx") + 4 * id;
    size_t at = loca_step(file) == 2 ? 2 * get16(place) : get16(place) << 16 | get16(place + 2);
    char *box = table(file, "glyf") + at + 2;
    put16(metrics, width ? width : get16(metrics));
    put16(metrics + 2, (uint16_t)(get16(metrics + 2) + bearing));
    put16(box, (uint16_t)(get16(box) + bearing));
    put16(box + 4, (uint16_t)(get16(box + 4) + bearing));
    return file;
}

static void letters_stand_in_their_widths(void **state)
{
    (void)state;
    assert_int_equal(font_check(moved('a', 0, 100)), FONT_OK);
    assert_int_equal(font_check(moved('a', 3000, 0)), FONT_DAMAGED); /* of 1000 an em */
    assert_int_equal(font_check(moved('7', 0, 900)), FONT_DAMAGED);
    assert_int_equal(font_check(moved('7', 0, -900)), FONT_DAMAGED);
    assert_int_equal(font_check(moved('.', 0, 900)), FONT_DAMAGED);
    assert_int_equal(font_check(moved(0x2022, 3000, 0)), FONT_OK); /* a bullet may stand alone */
}

/* A space has no outline to move. */
static void words_are_parted(void **state)
{
    (void)state;
    const struct {
        unsigned width;
        enum font_status status;
    } cases[] = {{4, FONT_DAMAGED}, {200, FONT_OK}, {900, FONT_OK}, {4000, FONT_DAMAGED}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str file = str_copy(arena, noto);
        size_t id = (size_t)(place_of(file, ' ') - table(file, "loca")) / loca_step(file);
        put16(table(file, "hmtx") + 4 * id, cases[i].width);
        assert_int_equal(font_check(file), cases[i].status);
    }
}

/* Without its glyph, as fonts of symbols are.  The first range of cmap begins with it. */
static void a_space_may_be_another_fonts(void **state)
{
    (void)state;
    struct str file = str_copy(arena, noto);
    char *cmap = table(file, "cmap"), *ranges = cmap + get32(cmap + 8); /* of format 4 */
    char *first = ranges + 16 + get16(ranges + 6);                      /* character of each */
    assert_int_equal(get16(first), ' ');
    put16(first, '!');
    assert_int_equal(font_check(file), FONT_OK);
}

static void of_a_lent_face_what_is_wanted_is_tried(void **state)
{
    static const uint32_t bullet = 0x2022, zhe = 0x0416;
    struct str torn = torn_outline(bullet), no_letter = without_outline('a');
    (void)state;
    assert_int_equal(font_check_face(torn, 0, &bullet, 1), FONT_DAMAGED);
    assert_int_equal(font_check_face(torn, 0, &zhe, 1), FONT_OK);
    assert_int_equal(font_check_face(torn_outline('a'), 0, &zhe, 1), FONT_DAMAGED);
    assert_int_equal(font_check_face(no_letter, 0, &zhe, 1), FONT_DAMAGED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_font_that_would_show_nothing_is_damaged),
        cmocka_unit_test(outlines_lie_in_order),
        cmocka_unit_test(outlines_lie_in_order_to_the_last),
        cmocka_unit_test(letters_have_outlines),
        cmocka_unit_test(letters_stand_in_their_widths),
        cmocka_unit_test(words_are_parted),
        cmocka_unit_test(a_space_may_be_another_fonts),
        cmocka_unit_test(of_a_lent_face_what_is_wanted_is_tried),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
