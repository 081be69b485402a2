/*
 * Where the text of a sheet comes from: a run's origins, as compose joins them, and the sections.
 */
#include "compose/compose.h"
#include "read/labels_read.h"

#include "read_article.h"

/* The sheet of an article with one text of each kind, and a clinic. */
struct case_of {
    struct read read;
    struct clinic clinic;
    const struct sheet *sheet;
};

static const char article[] =
    "{\"title\": \"T\",\"summary\": \"S\",\"benefits\": [{\"title\": \"Gut\", \"text\": \"b\"}],"
    "\"dosage\": \"D\",\"cautions\": [\"C\"],\"references\": [\"R\"],\"disclaimer\": \"L\","
    "\"reviewed\": {\"by\": \"Kim\", \"on\": \"2025-03-04\"}}";

static const char clinic[] = "{\"name\": \"N\", \"phone\": \"1\", \"fax\": \"2\", \"hours\": \"h\","
                             " \"address\": [\"a\", \"b\"]}";

static void open_case(struct case_of *c)
{
    const struct charset charset = {has, NULL, NULL};
    struct labels labels;
    const struct json *tree;
    read_open(&c->read, "x.json", article);
    struct arena *arena = c->read.arena;
    c->clinic = (struct clinic){.source = {str_of("c.json"), str_of(clinic)}};
    labels_read(arena, str_of("en"), &labels);
    clinic_read(arena, &c->read.diags, &charset, &labels, &c->clinic, &tree);
    assert_report("the case", &c->read.diags, "");
    c->sheet = compose(arena, &c->read.article, &c->clinic, &labels);
}

/* Adds "text<source of its place>" for each stretch of one origin, a block a line. */
static void add_origins(const struct block *block, struct builder *b)
{
    for (size_t i = 0; i < block->runs.count; i++) {
        const struct run *run = &block->runs.at[i];
        for (size_t at = 0; at < run->text.len; at++) {
            struct place here = origins_find(&run->origins, at);
            builder_char(b, run->text.ptr[at]);
            if (at + 1 < run->text.len && place_equal(here, origins_find(&run->origins, at + 1)))
                continue;
            struct str from = here.source ? str_part(here.source->text, here.span.off,
                                                     here.span.len) : STR("");
            builder_printf(b, "<%.*s>", STR_ARGS(from));
        }
    }
    builder_add(b, block->runs.count ? STR("\n") : STR(""));
    for (const struct block *child = block->first; child; child = child->next)
        add_origins(child, b);
}

static void every_stretch_of_text_knows_its_field(void **state)
{
    static const char *const lines[] = {
        "T<\"T\">\n", "S<\"S\">\n", "N<\"N\">\n", "D<\"D\">\n", "C<\"C\">\n", "R<\"R\">\n",
        "How it may help<>\n",
        "Gut<\"Gut\">:<> <>b<\"b\">\n",
        "Hours: <>h<\"h\"> <>·<> Phone <>1<\"1\"> <>·<> Fax <>2<\"2\">\n",
        "Questions? Call <>1<\"1\">\n",
        "a, b<[\"a\", \"b\"]>\n",
        "Reviewed by <>Kim<\"Kim\"> on <>March 4, 2025<\"2025-03-04\"> <>·<> x<>\n",
    };
    struct case_of c;
    (void)state;
    open_case(&c);
    struct builder b = {.arena = c.read.arena};
    add_origins(c.sheet->head, &b);
    add_origins(c.sheet->foot, &b);
    for (size_t i = 0; i < COUNT(lines); i++)
        if (!strstr(builder_str(&b).ptr, lines[i]))
            fail_msg("no %sin:\n%s", lines[i], builder_str(&b).ptr);
    read_close(&c.read);
}

/* "name: source of its place", for each block with a name in the head. */
static void add_sections(const struct block *block, struct builder *b)
{
    if (block->name.len)
        builder_printf(b, "%.*s: %.*s\n", STR_ARGS(block->name),
                       STR_ARGS(str_part(block->at.source->text, block->at.span.off,
                                         block->at.span.len)));
    for (const struct block *child = block->first; child; child = child->next)
        add_sections(child, b);
}

static void every_section_that_can_be_cut_knows_its_field(void **state)
{
    struct case_of c;
    (void)state;
    open_case(&c);
    struct builder b = {.arena = c.read.arena};
    add_sections(c.sheet->head, &b);
    assert_string_equal(builder_str(&b).ptr,
                        "How to take it: \"D\"\n"
                        "Cautions: [\"C\"]\n"
                        "How it may help: [{\"title\": \"Gut\", \"text\": \"b\"}]\n");
    read_close(&c.read);
}

static void a_text_is_asked_for_its_origin_by_byte(void **state)
{
    struct arena *arena = arena_new(NULL, NULL);
    struct source source = {str_of("s"), str_of("abc")};
    struct place one = {&source, {0, 1}}, two = {&source, {1, 1}}, none = {0};
    struct origins origins = {0};
    (void)state;
    assert_true(place_equal(origins_find(&origins, 7), none));
    origins_add(arena, &origins, 0, none); /* says nothing new */
    assert_int_equal(origins.count, 0);
    origins_add(arena, &origins, 3, one);
    origins_add(arena, &origins, 4, one); /* nor does this */
    origins_add(arena, &origins, 5, two);
    origins_add(arena, &origins, 9, none);
    assert_int_equal(origins.count, 3);
    const struct place expected[] = {none, none, none, one, one, two, two, two, two, none, none};
    for (size_t at = 0; at < COUNT(expected); at++)
        assert_true(place_equal(origins_find(&origins, at), expected[at]));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_stretch_of_text_knows_its_field),
        cmocka_unit_test(every_section_that_can_be_cut_knows_its_field),
        cmocka_unit_test(a_text_is_asked_for_its_origin_by_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
