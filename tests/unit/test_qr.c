/*
 * QR codes: drawn from their rectangles into a picture, they must say to an independent decoder
 * (zbarimg) what went in.
 */
#include "unit.h"

#include "arena_unit.h"
#include "image/qr.h"

#include <unistd.h>

/* The modules with their quiet zone, drawn from the rectangles; each is covered at most once. */
static unsigned char *draw(const struct qr *qr, int *side)
{
    struct qr_rect *rects;
    size_t count = qr_rectangles(arena, qr, &rects);
    *side = qr->size + 2 * QR_QUIET;
    unsigned char *at = arena_alloc(arena, (size_t)(*side * *side));
    for (size_t i = 0; i < count; i++)
        for (int y = rects[i].y; y < rects[i].y + rects[i].height; y++)
            for (int x = rects[i].x; x < rects[i].x + rects[i].width; x++)
                at[(y + QR_QUIET) * *side + x + QR_QUIET]++;
    return at;
}

static struct str decode(const struct qr *qr)
{
    enum { MODULE = 3 };
    int side;
    unsigned char *modules = draw(qr, &side);
    char name[] = P_tmpdir "/qr-XXXXXX", command[100];
    int file = mkstemp(name);
    assert_true(file >= 0);
    FILE *picture = fdopen(file, "wb");
    fprintf(picture, "P5 %d %d 255\n", side * MODULE, side * MODULE);
    for (int y = 0; y < side * MODULE; y++)
        for (int x = 0; x < side * MODULE; x++)
            putc(modules[y / MODULE * side + x / MODULE] ? 0 : 255, picture);
    assert_int_equal(fclose(picture), 0);
    snprintf(command, sizeof command, "zbarimg --nodbus --quiet --raw --oneshot -Sbinary %s", name);
    FILE *decoder = popen(command, "r");
    assert_non_null(decoder);
    char *said = arena_alloc(arena, 4000);
    size_t length = fread(said, 1, 4000, decoder);
    int status = pclose(decoder);
    unlink(name);
    if (status != 0)
        fail_msg("zbarimg (of zbar-tools) ended with %d", status);
    return (struct str){said, length};
}

static struct str repeated(const char *what, size_t length)
{
    struct builder b = {.arena = arena};
    while (b.len < length)
        builder_add(&b, str_of(what));
    return str_part(builder_str(&b), 0, length);
}

static void a_decoder_reads_what_went_in(void **state)
{
    const struct str texts[] = {
        STR("a"),
        STR("https://www.example.org/handouts/l-glutamine?v=2#dose"),
        STR("BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:Clínica Phước Đức — Київ\r\n"
            "ORG:Clínica Phước Đức\r\nTEL;TYPE=work:+1 555 010 0199\r\n"
            "ADR;TYPE=work:;;12 Main St\\, Suite 4;Springfield;;;\r\n"
            "URL:https://www.example.org\r\nEND:VCARD\r\n"),
        repeated("0123456789 abcdef", 700),
        repeated("The largest there is. ", 2331),
    };
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct qr qr;
        assert_true(qr_encode(arena, texts[i], &qr));
        struct str said = decode(&qr);
        assert_int_equal(said.len, texts[i].len);
        assert_memory_equal(said.ptr, texts[i].ptr, said.len);
    }
}

/* Bytes that versions 1, 2, 9, 10 and 40 hold at level M: ISO/IEC 18004, table 7. */
static void the_version_is_the_smallest(void **state)
{
    static const struct {
        size_t length;
        int size;
    } cases[] = {{1, 21},   {14, 21},  {15, 25},  {26, 25},   {27, 29},
                 {180, 53}, {181, 57}, {213, 57}, {214, 61}, {2331, 177}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct qr qr;
        assert_true(qr_encode(arena, repeated("x", cases[i].length), &qr));
        assert_int_equal(qr.size, cases[i].size);
    }
}

static void rectangles_cover_the_dark_modules_once(void **state)
{
    (void)state;
    for (size_t length = 1; length < 400; length += 7) {
        struct qr qr;
        struct qr_rect *rects;
        int side;
        size_t dark = 0;
        assert_true(qr_encode(arena, repeated("Pack my box. ", length), &qr));
        unsigned char *drawn = draw(&qr, &side);
        for (int i = 0; i < qr.size * qr.size; i++) {
            assert_int_equal(qr.dark[i],
                             drawn[(i / qr.size + QR_QUIET) * side + i % qr.size + QR_QUIET]);
            dark += qr.dark[i];
        }
        assert_true(qr_rectangles(arena, &qr, &rects) < dark / 2);
    }
}

static void what_does_not_fit_is_refused(void **state)
{
    struct qr qr;
    (void)state;
    assert_false(qr_encode(arena, repeated("x", 2332), &qr));
    assert_false(qr_encode(arena, repeated("x", 1 << 20), &qr));
    assert_false(qr_encode(arena, (struct str){0}, &qr));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_decoder_reads_what_went_in),
        cmocka_unit_test(the_version_is_the_smallest),
        cmocka_unit_test(rectangles_cover_the_dark_modules_once),
        cmocka_unit_test(what_does_not_fit_is_refused),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
