/*
 * One document laid out in many ways: the same bytes as if it were read for each of them, and
 * nothing said twice.
 */
#include "api.h"

/* Ways to lay a document out. */
static const struct handout_layout_options ways[] = {
    {.letterhead = true, .min_body = 10000},
    {.letterhead = true, .min_body = 10000, .paper = HANDOUT_PAPER_A4},
    {.letterhead = true, .min_body = 10000, .paper = HANDOUT_PAPER_LEGAL},
    {.letterhead = true, .min_body = 9000, .paper = HANDOUT_PAPER_A5},
    {.letterhead = true, .min_body = 10000, .large_print = true},
    {.letterhead = false, .min_body = 10000},
};

/* What a document alone gives when it is laid out in one way. */
struct alone {
    struct output bytes;
    size_t said;
    bool written;
};

static void make_alone(struct alone *alone, struct handout_input article,
                       const struct handout_input *clinic, size_t way)
{
    layout_options = ways[way];
    struct made made = make(article, clinic);
    output_init(&alone->bytes);
    alone->written = handout_write(made.pages, HANDOUT_PDF, take, &alone->bytes);
    alone->said = handout_pages_diagnostics(made.pages).count;
    unmake(made);
}

static void assert_as_alone(const struct alone *alone, struct handout_pages *pages)
{
    for (int again = 0; again <= 1; again++) {
        output_init(&out);
        assert_int_equal(handout_write(pages, HANDOUT_PDF, take, &out), alone->written);
        assert_int_equal(out.length, alone->bytes.length);
        assert_memory_equal(out.bytes, alone->bytes.bytes, out.length);
        assert_int_equal(handout_pages_diagnostics(pages).count, alone->said);
    }
}

static void laid_out_many_ways_is_as_read_each_time(void **state)
{
    static const char *const names[] = {"l-glutamine", "all-fields", "doubled", "scripts"};
    static struct alone alone[COUNT(ways)];
    (void)state;
    for (size_t n = 0; n < COUNT(names); n++) {
        char path[2][80];
        snprintf(path[0], sizeof path[0], "golden/%s.json", names[n]);
        snprintf(path[1], sizeof path[1], "golden/%s.clinic.json", names[n]);
        struct handout_input article = input_of(path[0]), clinic = input_of(path[1]);
        for (size_t way = 0; way < COUNT(ways); way++)
            make_alone(&alone[way], article, &clinic, way);
        struct handout_document *document = handout_read(env, &article, &clinic, NULL);
        size_t said_once = handout_document_diagnostics(document).count;
        struct handout_pages *pages[COUNT(ways)];
        for (size_t way = 0; way < COUNT(ways); way++)
            pages[way] = handout_layout(document, &ways[way]);
        for (size_t way = COUNT(ways); way-- > 0;) { /* in another order */
            assert_as_alone(&alone[way], pages[way]);
            handout_pages_free(pages[way]);
        }
        assert_int_equal(handout_document_diagnostics(document).count, said_once);
        handout_document_free(document);
        input_free(article);
        input_free(clinic);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(laid_out_many_ways_is_as_read_each_time, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
