/*
 * Logos in PNG: every kind that libpng can write comes out with the colours that went in; what is
 * too large is averaged down or refused; and damage is never more than refused.
 */
#include "chance.h"
#include "make_png.h"

#include "arena_unit.h"

#include "image/logo.h"

/* ---- Every kind ---- */

/* The 8-bit sRGB samples that a pixel stands for: colours in [0…2], alpha in [3]. */
static void expect(const struct kind *kind, unsigned x, unsigned y, unsigned out[4])
{
    int samples = samples_of(kind->colour_type);
    unsigned most = (1u << kind->depth) - 1, first = sample(kind, x, y, 0);
    out[3] = kind->key != NO_KEY && first == (unsigned)kind->key ? 0 : 255;
    if (kind->colour_type == PNG_COLOR_TYPE_PALETTE) {
        png_color c = colour(first);
        out[0] = c.red, out[1] = c.green, out[2] = c.blue;
        return;
    }
    for (int s = 0; s < samples; s++) {
        bool is_alpha = s == samples - 1 && samples % 2 == 0;
        out[is_alpha ? 3 : s] = (sample(kind, x, y, s) * 255 + most / 2) / most;
    }
}

static void check_pixels(const struct kind *kind, const struct picture *picture)
{
    for (unsigned i = 0; i < picture->width * picture->height; i++) {
        unsigned want[4];
        expect(kind, i % picture->width, i / picture->width, want);
        unsigned alpha = picture->alpha.len ? (unsigned char)picture->alpha.ptr[i] : 255;
        assert_int_equal(alpha, want[3]);
        for (unsigned c = 0; c < (unsigned)picture->components && alpha > 0; c++) {
            unsigned at = i * (unsigned)picture->components + c;
            int got = (unsigned char)picture->data.ptr[at];
            if (got != (int)want[c])
                fail_msg("type %d depth %d: pixel %u sample %u is %d, not %u", kind->colour_type,
                         kind->depth, i, c, got, want[c]);
        }
    }
}

static void every_kind_comes_out_as_it_went_in(void **state)
{
    static const struct kind kinds[] = {
        KIND(GRAY, 1, NO_KEY), KIND(GRAY, 2, NO_KEY), KIND(GRAY, 4, NO_KEY),
        KIND(GRAY, 8, NO_KEY), KIND(GRAY, 16, NO_KEY), KIND(GRAY, 1, 1),
        KIND(GRAY, 8, 37), KIND(PALETTE, 1, NO_KEY), KIND(PALETTE, 2, 1),
        KIND(PALETTE, 4, 3), KIND(PALETTE, 8, NO_KEY), KIND(PALETTE, 8, 48),
        KIND(RGB, 8, NO_KEY), KIND(RGB, 16, NO_KEY), KIND(GRAY_ALPHA, 8, NO_KEY),
        KIND(GRAY_ALPHA, 16, NO_KEY), KIND(RGB_ALPHA, 8, NO_KEY), KIND(RGB_ALPHA, 16, NO_KEY),
    };
    static const unsigned sizes[][2] = {{1, 1}, {9, 7}, {32, 5}};
    (void)state;
    for (size_t i = 0; i < COUNT(kinds) * 2 * COUNT(sizes); i++) {
        struct kind kind = kinds[i / 2 / COUNT(sizes)];
        const unsigned *size = sizes[i / 2 % COUNT(sizes)];
        struct picture picture;
        kind.interlace = i % 2;
        struct str file = make_png(arena, &kind, size[0], size[1]);
        assert_int_equal(logo_read(arena, file, 100, 100, &picture), LOGO_OK);
        assert_false(picture.jpeg);
        assert_int_equal(picture.width, size[0]);
        assert_int_equal(picture.height, size[1]);
        assert_int_equal(picture.components, kind.colour_type & PNG_COLOR_MASK_COLOR ? 3 : 1);
        assert_int_equal(picture.data.len, size[0] * size[1] * (unsigned)picture.components);
        check_pixels(&kind, &picture);
    }
}

/* Sample values are (x * 37) % 256; in a file of linear light they are brightened to sRGB. */
static void a_file_may_say_how_bright_it_is(void **state)
{
    static const struct {
        double gamma;
        unsigned char expected[3];
    } cases[] = {{0, {0, 37, 74}}, {1 / 2.2, {0, 37, 74}}, {1, {0, 106, 145}}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct kind kind = KIND(GRAY, 8, NO_KEY);
        struct picture picture;
        kind.gamma = cases[i].gamma;
        assert_int_equal(logo_read(arena, make_png(arena, &kind, 3, 1), 9, 9, &picture), LOGO_OK);
        assert_memory_equal(picture.data.ptr, cases[i].expected, 3);
    }
}

/* ---- Size ---- */

static struct str from_pixels(uint32_t format, unsigned width, unsigned height, const void *pixels)
{
    png_image image = {.version = PNG_IMAGE_VERSION, .width = width, .height = height,
                       .format = format};
    png_alloc_size_t size = 0;
    assert_true(png_image_write_to_memory(&image, NULL, &size, 0, pixels, 0, NULL));
    void *bytes = arena_alloc(arena, size);
    assert_true(png_image_write_to_memory(&image, bytes, &size, 0, pixels, 0, NULL));
    return (struct str){bytes, size};
}

static void a_picture_is_averaged_down_in_its_proportions(void **state)
{
    static const struct {
        unsigned width, height, max_width, max_height, to_width, to_height;
    } cases[] = {
        {100, 100, 100, 100, 100, 100}, {10, 20, 100, 100, 10, 20}, {100, 50, 50, 50, 50, 25},
        {50, 100, 50, 50, 25, 50},      {101, 67, 30, 30, 30, 20},  {200, 1, 20, 20, 20, 1},
        {1, 200, 20, 20, 1, 20},        {300, 200, 299, 500, 299, 199},
    };
    static unsigned char grey[300 * 300];
    memset(grey, 77, sizeof grey);
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct picture picture;
        struct str file = from_pixels(PNG_FORMAT_GRAY, cases[i].width, cases[i].height, grey);
        assert_int_equal(
            logo_read(arena, file, cases[i].max_width, cases[i].max_height, &picture), LOGO_OK);
        assert_int_equal(picture.width, cases[i].to_width);
        assert_int_equal(picture.height, cases[i].to_height);
        for (size_t p = 0; p < picture.data.len; p++)
            assert_int_equal(picture.data.ptr[p], 77);
    }
}

static void averages_are_those_one_works_out(void **state)
{
    static const unsigned char grey[] = {0, 30, 60, 90, 120, 150};       /* 3 x 2 */
    static const unsigned char seen[] = {200, 255, 9, 0, 100, 255, 9, 0}; /* grey, alpha: 2 x 2 */
    struct picture picture;
    (void)state;
    struct str file = from_pixels(PNG_FORMAT_GRAY, 3, 2, grey);
    assert_int_equal(logo_read(arena, file, 2, 9, &picture), LOGO_OK);
    assert_int_equal(picture.width, 2);
    assert_int_equal(picture.height, 1);
    /* (0 + 30/2 + 90 + 120/2) / 3 and (30/2 + 60 + 120/2 + 150) / 3 */
    assert_memory_equal(picture.data.ptr, ((unsigned char[]){55, 95}), 2);
    assert_int_equal(picture.alpha.len, 0);

    /* What cannot be seen does not tint: the mean of 200 and 100, half covered. */
    file = from_pixels(PNG_FORMAT_GA, 2, 2, seen);
    assert_int_equal(logo_read(arena, file, 1, 1, &picture), LOGO_OK);
    assert_int_equal((unsigned char)picture.data.ptr[0], 150);
    assert_int_equal((unsigned char)picture.alpha.ptr[0], 128);
}

static void opaque_alpha_is_dropped(void **state)
{
    static const unsigned char opaque[] = {1, 2, 3, 255, 4, 5, 6, 255};
    struct picture picture;
    (void)state;
    struct str file = from_pixels(PNG_FORMAT_RGBA, 2, 1, opaque);
    assert_int_equal(logo_read(arena, file, 9, 9, &picture), LOGO_OK);
    assert_int_equal(picture.alpha.len, 0);
    assert_memory_equal(picture.data.ptr, ((unsigned char[]){1, 2, 3, 4, 5, 6}), 6);
}

/* Says another size in its header; libpng is not asked, so the checksum does not matter. */
static struct str with_size(struct str file, uint32_t width, uint32_t height)
{
    struct str copy = str_copy(arena, file);
    png_save_uint_32((png_bytep)copy.ptr + 16, width);
    png_save_uint_32((png_bytep)copy.ptr + 20, height);
    return copy;
}

static void what_asks_for_much_is_refused(void **state)
{
    static const struct {
        uint32_t width, height;
        enum logo_status status;
    } cases[] = {
        {8000, 8000, LOGO_TOO_LARGE},    {20001, 1, LOGO_TOO_LARGE},
        {1, 20001, LOGO_TOO_LARGE},      {0xFFFFFFFF, 0xFFFFFFFF, LOGO_TOO_LARGE},
        {4097, 4096, LOGO_TOO_LARGE},    {0x80000000, 2, LOGO_TOO_LARGE},
        {0, 5, LOGO_DAMAGED},            {5, 0, LOGO_DAMAGED},
        {4096, 4096, LOGO_DAMAGED}, /* within the limit, but not what the checksum is of */
    };
    struct picture picture;
    static unsigned char grey[100];
    (void)state;
    struct str file = from_pixels(PNG_FORMAT_GRAY, 10, 10, grey);
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(logo_read(arena, with_size(file, cases[i].width, cases[i].height), 100,
                                   100, &picture),
                         cases[i].status);
    char *large = arena_alloc(arena, LOGO_MAX_BYTES + 1);
    memcpy(large, file.ptr, file.len);
    assert_int_equal(logo_read(arena, (struct str){large, LOGO_MAX_BYTES + 1}, 9, 9, &picture),
                     LOGO_TOO_LARGE);
    assert_int_equal(logo_read(arena, (struct str){large, LOGO_MAX_BYTES}, 9, 9, &picture),
                     LOGO_OK);
}

/* 16 megapixels of one colour in a few kilobytes: allowed, and small when it comes out. */
static void the_largest_allowed_is_read(void **state)
{
    struct picture picture;
    (void)state;
    unsigned char *white = arena_alloc(arena, LOGO_MAX_PIXELS);
    memset(white, 255, LOGO_MAX_PIXELS);
    struct str file = from_pixels(PNG_FORMAT_GRAY, 4096, 4096, white);
    assert_true(file.len < 100000);
    assert_int_equal(logo_read(arena, file, 600, 300, &picture), LOGO_OK);
    assert_int_equal(picture.width, 300);
    for (size_t i = 0; i < picture.data.len; i++)
        assert_int_equal((unsigned char)picture.data.ptr[i], 255);
}

/* ---- Damage ---- */

/* Puts the right checksum behind every chunk, so that damage gets past it. */
static void mend_checksums(struct str file)
{
    png_bytep bytes = (png_bytep)file.ptr;
    for (size_t at = 8; at + 12 <= file.len;) {
        size_t length = png_get_uint_32(bytes + at);
        if (length > file.len - at - 12)
            return;
        uint32_t crc = 0xFFFFFFFF;
        for (size_t i = at + 4; i < at + 8 + length; i++) {
            crc ^= bytes[i];
            for (int bit = 0; bit < 8; bit++)
                crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
        }
        png_save_uint_32(bytes + at + 8 + length, ~crc);
        at += length + 12;
    }
}

/* Rows that do not belong there, packed a thousand to one, are not unpacked to the end. */
static void pixels_behind_the_last_row_are_refused(void **state)
{
    enum { WIDTH = 4096, HEIGHT = 4096, HEIGHT_AT = 20 };
    struct picture picture;
    (void)state;
    unsigned char *noise = arena_alloc(arena, (size_t)WIDTH * HEIGHT);
    uint32_t seed = 1;
    for (size_t i = 0; i < WIDTH * HEIGHT / 16; i++) /* not so well packed, or all is one read */
        noise[i * 16] = (unsigned char)(random_below(&seed, 16) == 0);
    struct str file = from_pixels(PNG_FORMAT_GRAY, WIDTH, HEIGHT, noise);
    assert_true(file.len > 100000 && file.len < LOGO_MAX_BYTES);
    assert_int_equal(logo_read(arena, file, 9, 9, &picture), LOGO_OK);
    png_save_uint_32((png_bytep)file.ptr + HEIGHT_AT, 9);
    mend_checksums(file);
    assert_int_equal(logo_read(arena, file, 9, 9, &picture), LOGO_DAMAGED);
}

static void other_files_are_no_images(void **state)
{
    static const char *const files[] = {"", "P", "\x89PNG", "GIF89a", "BM", "<svg/>", "%PDF-1.7"};
    struct picture picture;
    (void)state;
    for (size_t i = 0; i < COUNT(files); i++)
        assert_int_equal(logo_read(arena, str_of(files[i]), 9, 9, &picture), LOGO_NOT_AN_IMAGE);
}

static void other_formats_are_named(void **state)
{
    const struct {
        struct str file;
        const char *name;
    } rows[] = {
        {STR("RIFF\0\0\0\0WEBPVP8 "), "it is a WebP picture"},
        {STR("GIF89a"), "it is a GIF picture"},
        {STR("\0\0\0\x1C" "ftypavif"), "it is an AVIF picture"},
        {STR("\0\0\0\x18" "ftypheic"), "it is a HEIC picture"},
        {STR("<?xml version=\"1.0\"?>\n<!-- x -->\n<svg xmlns=\"x\"/>"), "it is an SVG drawing"},
        {STR("<html>"), NULL},
        {STR("RIFF\0\0\0\0WAVE"), NULL},
        {STR(""), NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *name = logo_other_format(rows[i].file);
        assert_true(str_equal(str_of(name), str_of(rows[i].name)));
    }
}

static void what_is_cut_off_is_damaged(void **state)
{
    struct kind kind = KIND(RGB_ALPHA, 16, NO_KEY);
    enum { END_CHUNK = 12, CHECKSUM = 4 };
    struct picture picture;
    (void)state;
    kind.interlace = 1;
    struct str file = make_png(arena, &kind, 9, 9);
    for (size_t length = 8; length < file.len - END_CHUNK - CHECKSUM; length++)
        assert_int_equal(logo_read(arena, str_part(file, 0, length), 9, 9, &picture), LOGO_DAMAGED);
}

static void damage_is_refused_or_looks_odd(void **state)
{
    static const struct kind kinds[] = {
        KIND(PALETTE, 4, 3),
        {PNG_COLOR_TYPE_RGB_ALPHA, 16, 1, NO_KEY, 0},
        KIND(GRAY, 1, 1),
        {PNG_COLOR_TYPE_RGB, 8, 1, NO_KEY, 0},
    };
    uint32_t seed = 1;
    int taken = 0, rounds = rounds_or(2000);
    (void)state;
    for (int i = 0; i < rounds; i++) {
        struct arena *outer = arena;
        struct picture picture;
        arena = arena_new(NULL, NULL);
        struct str file = str_copy(arena, make_png(arena, &kinds[i % COUNT(kinds)], 13, 11));
        for (uint32_t hits = random_below(&seed, 4) + 1; hits > 0; hits--)
            ((char *)file.ptr)[8 + random_below(&seed, file.len - 8)] =
                (char)random_below(&seed, 256);
        mend_checksums(file);
        enum logo_status status = logo_read(arena, file, 7, 7, &picture);
        assert_true(status == LOGO_OK || status == LOGO_DAMAGED || status == LOGO_TOO_LARGE);
        if (status == LOGO_OK) {
            taken++;
            assert_true(picture.width <= 7 && picture.height <= 7 && picture.data.len > 0);
        }
        arena_free(arena);
        arena = outer;
    }
    assert_true(taken > rounds / 20 && taken < rounds);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_comes_out_as_it_went_in),
        cmocka_unit_test(a_file_may_say_how_bright_it_is),
        cmocka_unit_test(a_picture_is_averaged_down_in_its_proportions),
        cmocka_unit_test(averages_are_those_one_works_out),
        cmocka_unit_test(opaque_alpha_is_dropped),
        cmocka_unit_test(what_asks_for_much_is_refused),
        cmocka_unit_test(the_largest_allowed_is_read),
        cmocka_unit_test(pixels_behind_the_last_row_are_refused),
        cmocka_unit_test(other_files_are_no_images),
        cmocka_unit_test(other_formats_are_named),
        cmocka_unit_test(what_is_cut_off_is_damaged),
        cmocka_unit_test(damage_is_refused_or_looks_odd),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
