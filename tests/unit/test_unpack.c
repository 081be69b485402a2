/*
 * A PDF with its source, and what becomes of it when it is damaged: the same article as before or a
 * message, never another article.
 */
#include "api.h"
#include "chance.h"
#include "handout_source.h"
#include "base/hash.h"
#include "unpack/object.h"

#include <inttypes.h>

/* What follows the fonts and pictures: the files inside, the tree of objects, the table. */
enum { END = 12 * 1024 };

static struct handout_input article, clinic;

static void write_with_source(void)
{
    article = input_of("golden/all-fields.json");
    clinic = input_of("golden/all-fields.clinic.json");
    struct handout_input no_logo = input_text("clinic.json", good_clinic);
    struct made made = make(article, &no_logo);
    assert_true(handout_write(made.pages, HANDOUT_PDF_WITH_SOURCE, take, &out));
    unmake(made);
    input_free(clinic);
    clinic = no_logo;
}

static struct handout_source *open_bytes(const char *bytes, size_t length)
{
    struct handout_input pdf = {"a.pdf", bytes, length};
    struct handout_source *source = handout_source_open(&pdf, NULL);
    assert_non_null(source);
    return source;
}

static void assert_is(const struct handout_input *found, const struct handout_input *expected)
{
    assert_int_equal(found->length, expected->length);
    assert_memory_equal(found->bytes, expected->bytes, expected->length);
}

static void gives_the_files_back(void **state)
{
    (void)state;
    write_with_source();
    struct handout_source *source = open_bytes(out.bytes, out.length);
    assert_int_equal(handout_source_diagnostics(source).count, 0);
    assert_is(handout_source_article(source), &article);
    assert_is(handout_source_clinic(source), &clinic);
    assert_string_equal(handout_source_article(source)->name, "a.pdf/all-fields.json");
    handout_source_free(source);
    input_free(article);
}

/* ---- Damage ---- */

struct damaged {
    char bytes[sizeof out.bytes + 64];
    size_t length;
};

/* Mostly where a byte matters. */
static size_t any_place(uint32_t *seed, size_t length)
{
    size_t from = length > END && random_below(seed, 8) ? length - END : 0;
    return from + random_below(seed, length - from);
}

static void change_byte(struct damaged *d, uint32_t *seed)
{
    static const char telling[] = "0123456789<>[]()/\\ R\n";
    size_t at = any_place(seed, d->length);
    d->bytes[at] = random_below(seed, 2) ? (char)random_below(seed, 256)
                                         : telling[random_below(seed, sizeof telling - 1)];
}

static void cut_out(struct damaged *d, uint32_t *seed)
{
    size_t at = any_place(seed, d->length), most = d->length - at;
    size_t part = 1 + random_below(seed, most < 200 ? most : 200);
    part = part < most ? part : most;
    memmove(d->bytes + at, d->bytes + at + part, d->length - at - part);
    d->length -= part;
}

static void repeat(struct damaged *d, uint32_t *seed)
{
    size_t at = any_place(seed, d->length), part = 1 + random_below(seed, 60);
    part = part < d->length - at ? part : d->length - at;
    memmove(d->bytes + at + part, d->bytes + at, d->length - at);
    d->length += part;
}

static void damage(struct damaged *d, uint32_t *seed)
{
    memcpy(d->bytes, out.bytes, out.length);
    d->length = out.length;
    switch (random_below(seed, 6)) {
    case 0: cut_out(d, seed); break;
    case 1: repeat(d, seed); break;
    case 2: d->length = random_below(seed, d->length); break;
    default:
        for (uint32_t i = 0; i <= random_below(seed, 3); i++)
            change_byte(d, seed);
    }
}

static void damaged_gives_the_same_or_a_message(void **state)
{
    static struct damaged damaged;
    uint32_t seed = 14;
    int refused = 0, rounds = rounds_or(5000);
    (void)state;
    write_with_source();
    for (int i = 0; i < rounds; i++) {
        damage(&damaged, &seed);
        char *exact = malloc(damaged.length + 1); /* its end is watched by the sanitizers */
        memcpy(exact, damaged.bytes, damaged.length);
        struct handout_source *source = open_bytes(exact, damaged.length);
        const struct handout_input *found = handout_source_article(source);
        bool error = handout_source_diagnostics(source).errors > 0;
        assert_int_equal(error, !found);
        if (found)
            assert_is(found, &article);
        refused += error;
        handout_source_free(source);
        free(exact);
    }
    assert_in_range(refused, rounds / 2, rounds - 1);
    input_free(article);
}

static void no_pdf_of_ours_gets_a_message(void **state)
{
    static const struct {
        const char *bytes, *id;
    } cases[] = {
        {"%PDF-1.7\n", "foreign-pdf"},
        {"%PDF-1.4\n/Producer (Word)\nstartxref\n0\n%%EOF\n", "foreign-pdf"},
        {"%PDF-1.7\n/Producer (handout 0)\n", "pdf-changed"},
        {"%PDF-1.7\n/Producer (handout 0)\nxref\n0 0\ntrailer\n<</Root 1 0 R>>\nstartxref\n30\n",
         "pdf-changed"},
        {"%PDF-1.7\n/Producer (handout 0)\nxref\n0 0\ntrailer\n<<[(\nstartxref\n30\n",
         "pdf-changed"},
        {"%PDF-1.7\n/Producer (handout 0)\nxref\n0 0\ntrailer\n<</Root <<>>>>\nstartxref\n30\n",
         "pdf-without-source"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct handout_source *source = open_bytes(cases[i].bytes, strlen(cases[i].bytes));
        struct handout_diagnostics found = handout_source_diagnostics(source);
        assert_int_equal(found.count, 1);
        assert_string_equal(found.at[0].id, cases[i].id);
        assert_null(handout_source_article(source));
        assert_null(handout_source_clinic(source));
        struct handout_input file;
        assert_false(handout_source_file(source, 0, &file));
        handout_source_free(source);
    }
}

/* A file of ours that lists its article so many times. */
static struct handout_source *open_listing(int times)
{
    static char text[1024]; /* it takes some 600 */
    int offsets[3];
    int length = sprintf(text, "%%PDF-1.7\n/Producer (handout 0)\n");
    offsets[0] = length;
    length += sprintf(text + length, "1 0 obj<</AF[");
    for (int i = 0; i < times; i++)
        length += sprintf(text + length, "2 0 R ");
    length += sprintf(text + length, "]>>");
    offsets[1] = length;
    length += sprintf(text + length, "2 0 obj<</UF(a)/Desc(a)/AFRelationship/Source"
                      "/EF<</F 3 0 R>>>>");
    offsets[2] = length;
    length += sprintf(text + length, "3 0 obj<</Params<</HandoutHash(%016" PRIx64 ")>>/Length 2>>"
                      "stream\n{}\nendstream\n", hash_bytes(HASH_START, STR("{}")));
    int table = length;
    length += sprintf(text + length, "xref\n0 4\n0000000000 65535 f\r\n");
    for (int i = 0; i < 3; i++)
        length += sprintf(text + length, "%010d 00000 n\r\n", offsets[i]);
    length += sprintf(text + length, "trailer<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", table);
    return open_bytes(text, (size_t)length);
}

/* Each is read and added up: a hundred thousand of one large file would take an hour. */
static void more_files_than_the_program_writes_are_not_read(void **state)
{
    (void)state;
    struct handout_source *few = open_listing(11), *many = open_listing(12);
    assert_int_equal(handout_source_diagnostics(few).count, 0);
    assert_int_equal(handout_source_diagnostics(many).count, 1);
    assert_string_equal(handout_source_diagnostics(many).at[0].id, "pdf-changed");
    handout_source_free(few);
    handout_source_free(many);
}

/* Its users look no further than what it says. */
static void a_file_without_table_or_trailer_is_not_opened(void **state)
{
    static const char *const texts[] = {
        "",
        "trailer\n<<>>\n",
        "startxref\n0\n",
        "xref\n0 0\ntrailer\n<<>>\n",
        "xref\n1 0\ntrailer\n<<>>\nstartxref\n0\n",
        "xref\n0 9\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n0\n",
        "xref\n0 0\n<<>>\nstartxref\n0\n",
    };
    struct object_file file;
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
        assert_false(object_open(&file, str_of(texts[i])));
    assert_true(object_open(&file, STR("xref\n0 0\ntrailer\n<<>>\nstartxref\n0\n")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(gives_the_files_back, setup, teardown),
        cmocka_unit_test_setup_teardown(damaged_gives_the_same_or_a_message, setup, teardown),
        cmocka_unit_test_setup_teardown(no_pdf_of_ours_gets_a_message, setup, teardown),
        cmocka_unit_test(more_files_than_the_program_writes_are_not_read),
        cmocka_unit_test(a_file_without_table_or_trailer_is_not_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
