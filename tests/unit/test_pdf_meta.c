/*
 * What the file says about itself, over a fake out.h.
 */
#include "unit.h"

#include "arena_unit.h"
#include "fake_out.h"
#include "pdf/meta.h"

static struct pages *new_pages(void)
{
    struct pages *pages = pages_new(arena);
    pages->paper = &papers[PAPER_SIZE_LETTER];
    pages->language = STR("en");
    pages->title = STR("Water & <you>");
    return pages;
}

/* ---- Dictionaries ---- */

static void the_information_has_what_is_known(void **state)
{
    struct pages *pages = new_pages();
    struct out *out = out_open(arena, NULL);
    const struct pdf_info dated = {.producer = STR("handout 1"),
                                   .date = STR("2024-11-01T00:00:00+00:00")};
    struct obj *info = meta_info(out, pages, &dated, arena);
    (void)state;
    assert_str(fake_value(info, "Title"), "(Water & <you>)");
    assert_str(fake_value(info, "Producer"), "(handout 1)");
    assert_str(fake_value(info, "CreationDate"), "(D:20241101000000+00'00')");
    assert_str(fake_value(info, "ModDate"), "(D:20241101000000+00'00')");
    assert_false(fake_has(info, "Author"));
    const struct pdf_info undated = {.producer = STR("handout 1")};
    pages->author = STR("Hill Clinic");
    info = meta_info(out, pages, &undated, arena);
    assert_str(fake_value(info, "Author"), "(Hill Clinic)");
    assert_false(fake_has(info, "CreationDate"));
    assert_false(fake_has(info, "ModDate"));
}

static void assert_says(struct obj *metadata, const char *part)
{
    const char *xmp = fake_value(metadata, "stream").ptr;
    if (!strstr(xmp, part))
        fail_msg("%s is not in %s", part, xmp);
}

static void the_catalog_says_what_it_conforms_to(void **state)
{
    struct pages *pages = new_pages();
    struct out *out = out_open(arena, NULL);
    struct obj *catalog = out_dict(out);
    const struct pdf_info info = {.producer = STR("handout 1"),
                                   .date = STR("2024-11-01T00:00:00+00:00")};
    (void)state;
    meta_catalog(out, arena, pages, &info, catalog);
    assert_str(fake_value(catalog, "Lang"), "(en)");
    assert_str(fake_value(catalog, "MarkInfo"), "<</Marked true>>");
    assert_str(fake_value(catalog, "ViewerPreferences"), 
               "<</DisplayDocTitle true /PrintScaling /None>>");
    assert_str(fake_value(catalog, "OutputIntents/0/S"), "/GTS_PDFA1");
    struct obj *metadata = fake_object(catalog, "Metadata");
    assert_says(metadata, "pdfaid:part=\"2\" pdfaid:conformance=\"A\" pdfuaid:part=\"1\"");
    assert_says(metadata, ">Water &amp; &lt;you&gt;<");
    assert_says(metadata, "<xmp:CreateDate>2024-11-01T00:00:00+00:00</xmp:CreateDate>");
    assert_says(metadata, "<xmp:ModifyDate>2024-11-01T00:00:00+00:00</xmp:ModifyDate>");
}

/* ---- The identifier ---- */

struct id {
    unsigned char bytes[16];
};

/* With what each of two pages draws; one page draws the first. */
static struct id id_of(const struct pages *pages, const char *date, const char *first,
                       const char *second)
{
    const struct pdf_info info = {
        .producer = STR("handout 1"), .date = str_of(date), .origin = 0x0123456789ABCDEF};
    const struct str operators[] = {str_of(first), str_of(second)};
    struct id id;
    meta_id(pages, &info, operators, id.bytes);
    return id;
}

static bool same(struct id a, struct id b)
{
    return memcmp(a.bytes, b.bytes, sizeof a.bytes) == 0;
}

static void an_identifier_depends_on_all_that_is_shown(void **state)
{
    struct pages *one = new_pages(), *two = new_pages();
    (void)state;
    pages_add(two, 1, (struct mark){.kind = MARK_RULE});
    struct id id = id_of(two, "2024", "one", "two");
    assert_true(same(id, id_of(two, "2024", "one", "two")));
    assert_false(same(id, id_of(two, "2024", "own", "two")));
    assert_false(same(id, id_of(two, "2024", "one", "tow")));
    assert_false(same(id, id_of(two, "2024", "onet", "wo")));
    assert_false(same(id, id_of(two, "2025", "one", "two")));
    assert_false(same(id_of(two, "2024", "one", ""), id_of(one, "2024", "one", "")));
    static const unsigned char origin[] = {0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF};
    assert_memory_equal(id.bytes + 8, origin, sizeof origin);
    two->title = STR("Water");
    assert_false(same(id, id_of(two, "2024", "one", "two")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_information_has_what_is_known),
        cmocka_unit_test(the_catalog_says_what_it_conforms_to),
        cmocka_unit_test(an_identifier_depends_on_all_that_is_shown),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
