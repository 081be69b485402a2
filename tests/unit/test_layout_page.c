/*
 * Pages and tags as layout makes them: which marks are one sequence, and how the dumps show what
 * goes on over a page's end.
 */
#include "unit.h"

#include "arena_unit.h"
#include "layout/page.h"

static void say(struct pages *pages, size_t page, struct tag *tag, const char *text)
{
    pages_add(pages, page, (struct mark){.kind = MARK_GLYPHS, .tag = tag, .text = str_of(text)});
}

static void expect_dump(const struct pages *pages, const char *expected)
{
    struct builder b = {.arena = arena};
    tags_dump(pages, &b);
    assert_str(builder_str(&b), expected);
}

static void a_new_result_has_a_page(void **state)
{
    const struct pages *pages = pages_new(arena);
    (void)state;
    assert_int_equal(pages->count, 1);
    assert_int_equal(pages->at[0].count, 0);
    assert_int_equal(pages->root->kind, TAG_DOCUMENT);
    assert_null(pages->root->first);
}

static void a_mark_brings_the_pages_up_to_its_own(void **state)
{
    struct pages *pages = pages_new(arena);
    (void)state;
    for (size_t page = 0; page < 100; page += 3)
        say(pages, page, NULL, "x");
    say(pages, 1, NULL, "x");
    assert_int_equal(pages->count, 100);
    for (size_t page = 0; page < 100; page++)
        assert_int_equal(pages->at[page].count, page % 3 == 0 || page == 1);
}

/* The number of a sequence is counted on its page; a new page, another tag, decoration, or a child
 * begins a new one. */
static void sequences_end_with_what_comes_between(void **state)
{
    struct pages *pages = pages_new(arena);
    struct tag *text = tag_new(arena, pages->root, TAG_P), *link = tag_new(arena, text, TAG_LINK);
    static const struct {
        size_t page;
        char tag; /* t, l, or - for decoration */
        int sequence;
    } marks[] = {
        {0, 't', 0}, {0, 't', 0}, {0, '-', -1}, {0, 't', 1}, {0, 'l', 2}, {0, 'l', 2},
        {0, 't', 3}, {1, 't', 0}, {1, '-', -1}, {1, '-', -1}, {1, 't', 1}, {2, '-', -1},
        {2, '-', -1}, {2, '-', -1}, {2, 't', 0}, /* at the index at which page 1 went on */
        {3, '-', -1}, {3, '-', -1}, {3, '-', -1}, {3, '-', -1}, {3, 't', 0},
    };
    size_t index[4] = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(marks); i++) {
        struct tag *tag = marks[i].tag == 't' ? text : marks[i].tag == 'l' ? link : NULL;
        say(pages, marks[i].page, tag, "x");
        const struct page *page = &pages->at[marks[i].page];
        assert_int_equal(page->at[index[marks[i].page]++].sequence, marks[i].sequence);
    }
    static const int sequences[] = {4, 2, 1, 1};
    for (size_t page = 0; page < COUNT(sequences); page++)
        assert_int_equal(pages->at[page].sequences, sequences[page]);
}

static void text_goes_on_over_decoration_and_pages(void **state)
{
    struct pages *pages = pages_new(arena);
    struct tag *text = tag_new(arena, pages->root, TAG_P), *link = tag_new(arena, text, TAG_LINK);
    (void)state;
    link->link = STR("https://x.example");
    say(pages, 0, text, "One ");
    say(pages, 0, NULL, "");
    say(pages, 0, text, "two ");
    say(pages, 1, text, "three ");
    say(pages, 1, link, "x.example");
    say(pages, 1, text, ".");
    expect_dump(pages, "Document\n"
                       "  P\n"
                       "    \"One two three \"\n"
                       "    Link <https://x.example>\n"
                       "      \"x.example\"\n"
                       "    \".\"\n");
}

/* In the order of their first marks, whatever was made first. */
static void a_tag_joins_its_parent_with_its_first_mark(void **state)
{
    struct pages *pages = pages_new(arena);
    struct tag *list = tag_new(arena, pages->root, TAG_L);
    struct tag *first = tag_new(arena, list, TAG_LI), *second = tag_new(arena, list, TAG_LI);
    struct tag *before = tag_new(arena, pages->root, TAG_H1);
    (void)state;
    say(pages, 0, before, "Title");
    say(pages, 0, second, "b");
    say(pages, 0, first, "a");
    expect_dump(pages, "Document\n"
                       "  H1\n"
                       "    \"Title\"\n"
                       "  L None\n"
                       "    LI\n"
                       "      \"b\"\n"
                       "    LI\n"
                       "      \"a\"\n");
}

static void pages_are_dumped_one_by_one(void **state)
{
    struct pages *pages = pages_new(arena);
    struct tag *text = tag_new(arena, pages->root, TAG_P);
    struct builder b = {.arena = arena};
    (void)state;
    pages->paper = &papers[PAPER_SIZE_LETTER];
    pages->fit = (struct fit){.body = PT(18), .fine = PT(18), .gap = 1000};
    for (size_t page = 0; page < 2; page++)
        pages_add(pages, page, (struct mark){.kind = MARK_GLYPHS, .tag = text, .x = PT(72),
                                             .y = PT(90.5), .width = PT(9), .height = PT(18),
                                             .text = STR("x")});
    pages_dump(pages, &b);
    assert_str(builder_str(&b),
               "page Letter 612,792 body 18 fine 18 gap 1000 words 0 room 0\n"
               "glyphs 72,90.5 width 9 size 18 face 0 #000000 P \"x\"\n"
               "page 2\n"
               "glyphs 72,90.5 width 9 size 18 face 0 #000000 P \"x\"\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_result_has_a_page),
        cmocka_unit_test(a_mark_brings_the_pages_up_to_its_own),
        cmocka_unit_test(sequences_end_with_what_comes_between),
        cmocka_unit_test(text_goes_on_over_decoration_and_pages),
        cmocka_unit_test(a_tag_joins_its_parent_with_its_first_mark),
        cmocka_unit_test(pages_are_dumped_one_by_one),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
