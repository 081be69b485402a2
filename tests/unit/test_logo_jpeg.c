/*
 * Logos in JPEG.  Most files here are put together from segments, with the shortest data that a
 * decoder takes; one is real.
 */
#include "chance.h"
#include "unit.h"

#include "arena_unit.h"
#include "image/logo.h"

/* 16 x 8 pixels, progressive, with Exif (orientation 1, a description) and a comment. */
static const unsigned char real[] = {
    0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01,
    0x00, 0x01, 0x00, 0x00, 0xFF, 0xE1, 0x00, 0x34, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x4D, 0x4D,
    0x00, 0x2A, 0x00, 0x00, 0x00, 0x08, 0x00, 0x02, 0x01, 0x0E, 0x00, 0x02, 0x00, 0x00, 0x00, 0x06,
    0x00, 0x00, 0x00, 0x26, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x77, 0x68, 0x65, 0x72, 0x65, 0x00, 0xFF, 0xFE, 0x00, 0x09, 0x70, 0x72,
    0x69, 0x76, 0x61, 0x74, 0x65, 0xFF, 0xDB, 0x00, 0x43, 0x00, 0x50, 0x37, 0x3C, 0x46, 0x3C, 0x32,
    0x50, 0x46, 0x41, 0x46, 0x5A, 0x55, 0x50, 0x5F, 0x78, 0xC8, 0x82, 0x78, 0x6E, 0x6E, 0x78, 0xF5,
    0xAF, 0xB9, 0x91, 0xC8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xDB, 0x00, 0x43, 0x01, 0x55,
    0x5A, 0x5A, 0x78, 0x69, 0x78, 0xEB, 0x82, 0x82, 0xEB, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xC2, 0x00, 0x11, 0x08, 0x00, 0x08, 0x00, 0x10, 0x03, 0x01, 0x22, 0x00, 0x02, 0x11, 0x01, 0x03,
    0x11, 0x01, 0xFF, 0xC4, 0x00, 0x15, 0x00, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0xFF, 0xC4, 0x00, 0x14, 0x01, 0x01, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0xFF,
    0xDA, 0x00, 0x0C, 0x03, 0x01, 0x00, 0x02, 0x10, 0x03, 0x10, 0x00, 0x00, 0x01, 0x94, 0x4F, 0xFF,
    0xC4, 0x00, 0x14, 0x10, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x10, 0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x01, 0x05, 0x02, 0x3F,
    0xFF, 0xC4, 0x00, 0x15, 0x11, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0xFF, 0xDA, 0x00, 0x08, 0x01, 0x03, 0x01, 0x01, 0x3F,
    0x01, 0x8F, 0xFF, 0xC4, 0x00, 0x15, 0x11, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x11, 0xFF, 0xDA, 0x00, 0x08, 0x01, 0x02, 0x01,
    0x01, 0x3F, 0x01, 0x8F, 0xFF, 0xC4, 0x00, 0x14, 0x10, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x10, 0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01,
    0x00, 0x06, 0x3F, 0x02, 0x3F, 0xFF, 0xC4, 0x00, 0x15, 0x10, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0xFF, 0xDA, 0x00, 0x08,
    0x01, 0x01, 0x00, 0x01, 0x3F, 0x21, 0x88, 0xFF, 0xDA, 0x00, 0x0C, 0x03, 0x01, 0x00, 0x02, 0x00,
    0x03, 0x00, 0x00, 0x00, 0x10, 0x77, 0xFF, 0xC4, 0x00, 0x14, 0x11, 0x01, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xDA, 0x00, 0x08,
    0x01, 0x03, 0x01, 0x01, 0x3F, 0x10, 0x7F, 0xFF, 0xC4, 0x00, 0x15, 0x11, 0x01, 0x01, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0xFF, 0xDA,
    0x00, 0x08, 0x01, 0x02, 0x01, 0x01, 0x3F, 0x10, 0x4D, 0xFF, 0xC4, 0x00, 0x15, 0x10, 0x01, 0x01,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01,
    0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x01, 0x3F, 0x10, 0x84, 0x3F, 0xFF, 0xD9,
};

/* ---- Making files ---- */

/* A text of hexadecimal digits, blanks between them left out, as bytes. */
static struct str bytes_of(const char *hex)
{
    struct builder b = {.arena = arena};
    unsigned value;
    int used;
    while (sscanf(hex, " %2x%n", &value, &used) == 1) {
        builder_char(&b, (char)value);
        hex += used;
    }
    return builder_str(&b);
}

static struct str join(const char *const *parts)
{
    struct builder b = {.arena = arena};
    for (; *parts; parts++)
        builder_add(&b, bytes_of(*parts));
    return builder_str(&b);
}

#define JOIN(...) join((const char *const[]){__VA_ARGS__, NULL})

#define SOI "FFD8"
#define EOI "FFD9"
#define ONES_16 "01010101010101010101010101010101"
#define QUANTISER(id) id ONES_16 ONES_16 ONES_16 ONES_16
#define QUANTISERS "FFDB 0084" QUANTISER("00") QUANTISER("01")
/* Of mean values: 0 is no difference, 10 one of 15 bits. Of all else: 0 is the end of a block. */
#define MEANS(id) id "0101 0000000000000000000000000000 000F"
#define REST(id) id "0100 0000000000000000000000000000 00"
#define CODES "FFC4 004C" MEANS("00") REST("10") MEANS("01") REST("11")
#define TABLES QUANTISERS CODES "FFDD 0004 0001" /* a restart marker behind each block */
#define GREY "FFC0 000B 08 0005 0010 01 01 11 00"
#define COLOUR "FFC0 0011 08 0005 0007 03 01 22 00 02 11 01 03 11 01"
/* Two blocks: 10, fifteen ones (hence a byte FF, and 00 behind it), 0; and 0, 0. */
#define GREY_SCAN "FFDA 0008 01 01 00 00 3F 00 BF FF00 BF FFD0 3F"
/* Six blocks of 0, 0, four of them grey. */
#define COLOUR_SCAN "FFDA 000C 03 01 00 02 11 03 11 00 3F 00 000F"
/* Tags 0x10E (what a picture shows; here none) and 0x112, the orientation. */
#define EXIF_BIG(turn)                                                                            \
    "FFE1 002A 457869660000 4D4D002A00000008 0002 010E 0002 00000001 00000000"                    \
    "0112 0003 00000001 00" turn "0000"
#define EXIF_LITTLE(turn)                                                                         \
    "FFE1 001E 457869660000 49492A0008000000 0100 1201 0300 01000000 " turn "00 0000"

static enum logo_status read(struct str file, struct picture *picture)
{
    return logo_read(arena, file, 9, 9, picture);
}

/* ---- What is taken ---- */

static void a_real_file_loses_only_what_tells_tales(void **state)
{
    const struct str file = {(const char *)real, sizeof real};
    struct picture picture;
    (void)state;
    assert_int_equal(read(file, &picture), LOGO_OK);
    assert_true(picture.jpeg);
    assert_int_equal(picture.width, 16);
    assert_int_equal(picture.height, 8);
    assert_int_equal(picture.components, 3);
    assert_int_equal(picture.alpha.len, 0);
    /* The Exif segment's 54 bytes and the comment's 11 are gone from behind the first segment. */
    enum { FIRST = 20, GONE = 54 + 11 };
    assert_int_equal(picture.data.len, sizeof real - GONE);
    assert_memory_equal(picture.data.ptr, real, FIRST);
    assert_memory_equal(picture.data.ptr + FIRST, real + FIRST + GONE, sizeof real - FIRST - GONE);
}

static void what_a_decoder_needs_is_kept(void **state)
{
    struct picture picture;
    (void)state;
#define JFIF "FFE0 0010 4A46494600 0101 00 0001 0001 0000"
#define ADOBE "FFEE 000E 41646F6265 0064 0000 0000 01"
    struct str plain = JOIN(SOI, JFIF, ADOBE, TABLES, "FFDD 0004 0001", COLOUR, COLOUR_SCAN, EOI);
    struct str noisy = JOIN(SOI, JFIF, "FFE0 0006 4A465858", ADOBE, "FFED 0003 00", TABLES,
                            EXIF_BIG("01"), "FFDD 0004 0001", "FFFFFF" COLOUR, "FFFE 0004 4869",
                            COLOUR_SCAN, EOI, "676172626167 65");
    assert_int_equal(read(plain, &picture), LOGO_OK);
    assert_int_equal(picture.width, 7);
    assert_int_equal(picture.height, 5);
    assert_true(str_equal(picture.data, plain));
    assert_int_equal(read(noisy, &picture), LOGO_OK);
    assert_true(str_equal(picture.data, plain));
}

static void each_fault_has_its_name(void **state)
{
    static const struct {
        const char *what;
        const char *parts[7];
        enum logo_status status;
    } cases[] = {
        {"grey", {SOI, TABLES, GREY, GREY_SCAN, EOI}, LOGO_OK},
        {"two scans", {SOI, TABLES, GREY, GREY_SCAN, GREY_SCAN, EOI}, LOGO_DAMAGED},
        {"extended", {SOI, TABLES, "FFC1 000B 08 0005 0010 01 01 11 00", GREY_SCAN, EOI}, LOGO_OK},
        {"half the data", {SOI, TABLES, GREY, "FFDA 0008 01 01 00 00 3F 00 BF FF00 BF", EOI},
         LOGO_DAMAGED},
        {"no such code", {SOI, TABLES, COLOUR, "FFDA 000C 03 01 00 02 11 03 11 00 3F 00 FFFF", EOI},
         LOGO_DAMAGED},
        {"no quantisers", {SOI, "FFDB 0002", CODES, GREY, GREY_SCAN, EOI}, LOGO_DAMAGED},
        {"upright", {SOI, EXIF_BIG("01"), TABLES, GREY, GREY_SCAN, EOI}, LOGO_OK},
        {"unknown turn", {SOI, EXIF_BIG("00"), TABLES, GREY, GREY_SCAN, EOI}, LOGO_OK},
        {"no such turn", {SOI, EXIF_BIG("09"), TABLES, GREY, GREY_SCAN, EOI}, LOGO_OK},
        {"mirrored", {SOI, EXIF_BIG("02"), TABLES, GREY, GREY_SCAN, EOI}, LOGO_ROTATED},
        {"turned", {SOI, EXIF_LITTLE("06"), TABLES, GREY, GREY_SCAN, EOI}, LOGO_ROTATED},
        {"turned, told late", {SOI, TABLES, GREY, EXIF_LITTLE("08"), GREY_SCAN, EOI}, LOGO_ROTATED},
        {"CMYK", {SOI, TABLES, "FFC0 0014 08 0005 0007 04 011100 021100 031100 041100", EOI},
         LOGO_CMYK},
        {"two components", {SOI, "FFC0 000E 08 0005 0007 02 011100 021100", EOI},
         LOGO_UNSUPPORTED},
        {"12 bits", {SOI, "FFC1 000B 0C 0005 0007 01 01 11 00", EOI}, LOGO_UNSUPPORTED},
        {"lossless", {SOI, "FFC3 000B 08 0005 0007 01 01 11 00", EOI}, LOGO_UNSUPPORTED},
        {"arithmetic", {SOI, "FFC9 000B 08 0005 0007 01 01 11 00", EOI}, LOGO_UNSUPPORTED},
        {"hierarchical", {SOI, "FFDE 000B 08 0005 0007 01 01 11 00", EOI}, LOGO_UNSUPPORTED},
        {"height later", {SOI, "FFC0 000B 08 0000 0007 01 01 11 00", EOI}, LOGO_UNSUPPORTED},
        {"64 megapixels", {SOI, "FFC0 000B 08 1F40 1F40 01 01 11 00", EOI}, LOGO_TOO_LARGE},
        {"long", {SOI, "FFC0 000B 08 0001 FFFF 01 01 11 00", EOI}, LOGO_TOO_LARGE},
        {"no width", {SOI, "FFC0 000B 08 0005 0000 01 01 11 00", EOI}, LOGO_DAMAGED},
        {"no sampling", {SOI, "FFC0 000B 08 0005 0007 01 01 01 00", EOI}, LOGO_DAMAGED},
        {"sampling 5", {SOI, "FFC0 000B 08 0005 0007 01 01 15 00", EOI}, LOGO_DAMAGED},
        {"table 4", {SOI, "FFC0 000B 08 0005 0007 01 01 11 04", EOI}, LOGO_DAMAGED},
        {"frame too short", {SOI, "FFC0 000A 08 0005 0007 01 01 11", EOI}, LOGO_DAMAGED},
        {"frame empty", {SOI, "FFC0 0002", EOI}, LOGO_DAMAGED},
        {"two frames", {SOI, TABLES, GREY, GREY, GREY_SCAN, EOI}, LOGO_DAMAGED},
        {"no frame", {SOI, TABLES, GREY_SCAN, EOI}, LOGO_DAMAGED},
        {"no scan", {SOI, TABLES, GREY, EOI}, LOGO_DAMAGED},
        {"empty scan", {SOI, TABLES, GREY, "FFDA 0008 01 01 00 00 3F 00", EOI}, LOGO_DAMAGED},
        {"no tables", {SOI, GREY, GREY_SCAN, EOI}, LOGO_DAMAGED},
        {"scan of more", {SOI, TABLES, GREY, COLOUR_SCAN, EOI}, LOGO_DAMAGED},
        {"scan of none", {SOI, TABLES, GREY, "FFDA 0006 00 00 3F 00 12", EOI}, LOGO_DAMAGED},
        {"no end", {SOI, TABLES, GREY, GREY_SCAN}, LOGO_DAMAGED},
        {"stray restart", {SOI, TABLES, "FFD0 0002", GREY, GREY_SCAN, EOI}, LOGO_DAMAGED},
        {"stray bytes", {SOI, TABLES, "00", GREY, GREY_SCAN, EOI}, LOGO_DAMAGED},
        {"length 1", {SOI, "FFDB 0001", TABLES, GREY, GREY_SCAN, EOI}, LOGO_DAMAGED},
        {"nothing", {SOI, EOI}, LOGO_DAMAGED},
        {"start again", {SOI, SOI, EOI}, LOGO_DAMAGED},
    };
    struct picture picture;
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        enum logo_status status = read(join(cases[i].parts), &picture);
        if (status != cases[i].status)
            fail_msg("%s: %d, not %d", cases[i].what, status, cases[i].status);
    }
}

/* ---- Damage ---- */

static void what_is_cut_off_is_damaged(void **state)
{
    struct picture picture;
    (void)state;
    for (size_t length = 3; length < sizeof real; length++) {
        /* A copy of its own: reading past its end is then seen. */
        char *cut = malloc(length);
        memcpy(cut, real, length);
        assert_int_equal(read((struct str){cut, length}, &picture), LOGO_DAMAGED);
        free(cut);
    }
}

/* Exif whose directory starts at, or just before, the end of its segment and of the file. */
static void a_directory_outside_says_nothing(void **state)
{
    static const char *const offsets[] = {"00000009", "0000000A", "0000000B", "FFFFFFFF"};
    (void)state;
    for (size_t i = 0; i < COUNT(offsets); i++) {
        struct picture picture;
        struct str made = JOIN(SOI, "FFE1 0012 457869660000 4D4D002A", offsets[i], "0000");
        char *file = malloc(made.len);
        memcpy(file, made.ptr, made.len);
        assert_int_equal(read((struct str){file, made.len}, &picture), LOGO_DAMAGED);
        free(file);
    }
}

/* Each scan makes every reader go through the whole picture once more. */
static void a_hundred_scans_are_the_most(void **state)
{
    struct builder b = {.arena = arena};
    struct picture picture;
    (void)state;
    builder_add(&b, JOIN(SOI, TABLES, "FFC2 000B 08 0005 0007 01 01 11 00",
                         "FFDA 0008 01 01 00 00 00 00 3F"));
    for (int i = 1; i < 101; i++)
        builder_add(&b, JOIN("FFDA 0008 01 01 00 01 01 00 3F"));
    builder_add(&b, JOIN(EOI));
    assert_int_equal(read(builder_str(&b), &picture), LOGO_UNSUPPORTED);
}

static void damage_is_refused_or_harmless(void **state)
{
    uint32_t seed = 1;
    int taken = 0, rounds = rounds_or(5000);
    (void)state;
    for (int i = 0; i < rounds; i++) {
        struct arena *outer = arena;
        struct picture picture = {0};
        arena = arena_new(NULL, NULL);
        struct str exif = JOIN(SOI, EXIF_BIG("01"), TABLES, COLOUR, COLOUR_SCAN, EOI);
        struct str from = i % 2 ? exif : (struct str){(const char *)real, sizeof real};
        char *file = malloc(from.len);
        memcpy(file, from.ptr, from.len);
        for (uint32_t hits = 1 + random_below(&seed, 4); hits > 0; hits--)
            file[3 + random_below(&seed, from.len - 3)] = (char)random_below(&seed, 256);
        enum logo_status status = read((struct str){file, from.len}, &picture);
        free(file);
        if (status == LOGO_OK) {
            taken++;
            assert_true(picture.width > 0 && picture.height > 0 && picture.data.len <= from.len);
            assert_memory_equal(picture.data.ptr + picture.data.len - 2, "\xFF\xD9", 2);
        }
        arena_free(arena);
        arena = outer;
    }
    assert_true(taken > rounds / 20 && taken < rounds);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_real_file_loses_only_what_tells_tales),
        cmocka_unit_test(what_a_decoder_needs_is_kept),
        cmocka_unit_test(each_fault_has_its_name),
        cmocka_unit_test(what_is_cut_off_is_damaged),
        cmocka_unit_test(a_directory_outside_says_nothing),
        cmocka_unit_test(a_hundred_scans_are_the_most),
        cmocka_unit_test(damage_is_refused_or_harmless),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
