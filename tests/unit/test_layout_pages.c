/*
 * Large print over several pages: what must stay together, what is drawn on both sides of a page's
 * end, and what goes on.  Characters are half an em wide, so a line of 18 pt has 9 pt each.
 */
#include "chance.h"
#include "sheet_parts.h"

#include "image/qr.h"
#include "layout/fit.h"
#include "layout/style.h"

static struct diags diags;

static int setup(void **state)
{
    (void)state;
    arena = arena_new(NULL, NULL);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* ---- Sheets ---- */

static struct sheet empty_sheet(void)
{
    struct sheet sheet = {.language = STR("en"), .title = STR("T"), .id = STR("t"),
                          .page_of = STR("Page {0} of {1}")};
    sheet.head = block(BLOCK_GROUP, ROLE_BODY, (struct str){0});
    sheet.foot = block(BLOCK_GROUP, ROLE_BODY, (struct str){0});
    sheet.running = block(BLOCK_ROW, ROLE_RUNNING, (struct str){0});
    add(sheet.running, block(BLOCK_PARAGRAPH, ROLE_BODY, STR("Title")));
    add(sheet.running, block(BLOCK_PARAGRAPH, ROLE_BODY, STR("Clinic")));
    return sheet;
}

static struct block *boxed(struct block *group)
{
    struct block *box = block(BLOCK_BOX, ROLE_BODY, (struct str){0});
    struct block *section = block(BLOCK_GROUP, ROLE_CAUTION, (struct str){0});
    box->first = group->first;
    add(section, box);
    return section;
}

static struct block *random_section(uint32_t *seed)
{
    struct block *group = block(BLOCK_GROUP, ROLE_SECTION, (struct str){0});
    add(group, block(BLOCK_HEADING, ROLE_BODY, words(1 + (int)random_below(seed, 12))));
    struct block *list = block(BLOCK_LIST, ROLE_BODY, (struct str){0});
    for (uint32_t i = random_below(seed, 3); i > 0; i--)
        add(group, block(BLOCK_PARAGRAPH, ROLE_BODY, words(1 + (int)random_below(seed, 70))));
    for (uint32_t i = 1 + random_below(seed, 7); i > 0; i--)
        add(list, block(BLOCK_ITEM, ROLE_BODY, words(1 + (int)random_below(seed, 60))));
    add(group, list);
    return random_below(seed, 3) == 0 ? boxed(group) : group;
}

static const unsigned char dark[21 * 21] = {1};
static const struct qr qr = {21, dark};
static const struct figure code = {.qr = &qr, .across = 21, .down = 21};

static struct sheet random_sheet(uint32_t *seed)
{
    struct sheet sheet = empty_sheet();
    add(sheet.head, block(BLOCK_HEADING, ROLE_TITLE, words(2)))->level = 1;
    add(sheet.head, block(BLOCK_PARAGRAPH, ROLE_SUMMARY, words((int)random_below(seed, 60) + 1)));
    for (uint32_t i = 1 + random_below(seed, 6); i > 0; i--)
        add(sheet.head, random_section(seed));
    struct block *contact = block(BLOCK_GROUP, ROLE_CONTACT, (struct str){0});
    add(contact, block(BLOCK_PARAGRAPH, ROLE_BODY, words(20)));
    if (random_below(seed, 2))
        add(contact, block(BLOCK_FIGURE, ROLE_BODY, (struct str){0}))->figure = &code;
    add(sheet.foot, contact);
    return sheet;
}

static const struct pages *print(const struct sheet *sheet, int paper)
{
    struct fit_request request = {.sheet = sheet, .paper = &papers[paper], .fonts = fonts_open(),
                                  .large_print = true};
    diags_init(&diags, arena, false);
    return fit_pages(arena, &diags, &request);
}

/* ---- Lines, read back from the pages ---- */

struct line {
    const struct tag *tag; /* of its paragraph */
    size_t page;
    int32_t y;
    int of, at; /* lines of the paragraph, and which of them it is */
};

struct lines {
    struct line *at;
    size_t count;
};

static bool is_text(const struct mark *mark)
{
    return mark->kind == MARK_GLYPHS && mark->tag && mark->tag->kind != TAG_LBL;
}

static void count_lines(struct lines lines)
{
    for (size_t i = 0, end; i < lines.count; i = end) {
        for (end = i; end < lines.count && lines.at[end].tag == lines.at[i].tag;)
            end++;
        for (size_t k = i; k < end; k++) {
            lines.at[k].of = (int)(end - i);
            lines.at[k].at = (int)(k - i);
        }
    }
}

static struct lines read_lines(const struct pages *pages)
{
    struct lines lines = {0};
    for (size_t page = 0; page < pages->count; page++)
        lines.count += pages->at[page].count;
    lines.at = ARENA_ARRAY(arena, lines.count + 1, struct line);
    lines.count = 0;
    for (size_t page = 0; page < pages->count; page++)
        for (size_t i = 0; i < pages->at[page].count; i++) {
            const struct mark *mark = &pages->at[page].at[i];
            const struct line *last = lines.count ? &lines.at[lines.count - 1] : NULL;
            bool more = last && last->tag == mark->tag && last->y == mark->y;
            if (is_text(mark) && !(more && last->page == page))
                lines.at[lines.count++] = (struct line){mark->tag, page, mark->y, 0, 0};
        }
    count_lines(lines);
    return lines;
}

static bool is_heading(const struct line *line)
{
    return line->tag->kind == TAG_H1 || line->tag->kind == TAG_H2;
}

/* ---- What must hold wherever a page ends ---- */

/* Lines i - 1 and i stand on two pages. */
static void assert_good_end(struct lines lines, size_t i)
{
    const struct line *before = &lines.at[i - 1], *after = &lines.at[i];
    assert_int_equal(after->page, before->page + 1);
    assert_false(is_heading(before));
    if (before->tag == after->tag) {
        assert_true(after->of > 3);
        assert_true(after->at >= 2);
        assert_true(after->of - after->at >= 2);
    }
    /* a heading has two lines of its text with it, if it has as many */
    if (i >= 2 && is_heading(&lines.at[i - 2]) && !is_heading(before))
        assert_true(is_heading(after));
}

static void assert_good_ends(const struct pages *pages)
{
    struct lines lines = read_lines(pages);
    for (size_t i = 1; i < lines.count; i++)
        if (lines.at[i].page != lines.at[i - 1].page)
            assert_good_end(lines, i);
}

static void assert_in_margins(const struct pages *pages, const struct mark *mark)
{
    int32_t height = pages->paper->height;
    bool text = mark->kind == MARK_GLYPHS;
    int32_t edge = mark->artifact == ARTIFACT_LAYOUT ? LARGE_MARGIN : PT(28);
    assert_true((text ? mark->y - mark->height : mark->y) >= edge - PT(5));
    assert_true((text ? mark->y : mark->y + mark->height) <= height - edge);
    assert_true(mark->x >= LARGE_MARGIN);
    assert_true(!text || mark->height >= PT(18));
}

static int words_on(const struct page *page)
{
    int found = 0;
    for (size_t i = 0; i < page->count; i++)
        if (is_text(&page->at[i]))
            found += str_words(page->at[i].text);
    return found;
}

/* The frame around a line, or NULL. */
static const struct mark *frame_of(const struct pages *pages, const struct line *line)
{
    const struct page *page = &pages->at[line->page];
    for (size_t i = 0; i < page->count; i++) {
        const struct mark *mark = &page->at[i];
        if (mark->kind == MARK_FRAME && mark->y < line->y && line->y < mark->y + mark->height)
            return mark;
    }
    return NULL;
}

static const struct tag *section_of(const struct line *line)
{
    const struct tag *tag = line->tag;
    while (tag && tag->kind != TAG_SECT)
        tag = tag->parent;
    return tag;
}

/* A frame stays on one page, unless it is higher than a page; then each part has its frame. */
static void assert_frames_whole(const struct pages *pages)
{
    struct lines lines = read_lines(pages);
    int32_t room = pages->paper->height - 2 * LARGE_MARGIN;
    for (size_t i = 0, end; i < lines.count; i = end) {
        const struct tag *section = section_of(&lines.at[i]);
        const struct mark *frame = frame_of(pages, &lines.at[i]);
        int32_t height = 0;
        for (end = i; end < lines.count && section_of(&lines.at[end]) == section; end++) {
            const struct mark *around = frame_of(pages, &lines.at[end]);
            assert_int_equal(!around, !frame);
            if (end == i || lines.at[end].page != lines.at[end - 1].page)
                height += around ? around->height : 0;
        }
        assert_true(lines.at[end - 1].page == lines.at[i].page || !frame || height > room - PT(40));
    }
}

static void pages_end_where_nothing_is_torn(void **state)
{
    static const int sizes[] = {PAPER_SIZE_LETTER, PAPER_SIZE_A4, PAPER_SIZE_A5, PAPER_SIZE_LEGAL};
    uint32_t seed = 9;
    size_t most = 0;
    (void)state;
    for (int round = 0; round < rounds_or(200); round++) {
        struct sheet sheet = random_sheet(&seed);
        const struct pages *pages = print(&sheet, sizes[round % 4]);
        assert_non_null(pages);
        assert_int_equal(diags.count, 0);
        int found = 0;
        for (size_t page = 0; page < pages->count; page++) {
            found += words_on(&pages->at[page]);
            for (size_t i = 0; i < pages->at[page].count; i++)
                assert_in_margins(pages, &pages->at[page].at[i]);
        }
        assert_int_equal(found, pages->fit.words);
        assert_good_ends(pages);
        assert_frames_whole(pages);
        most = pages->count > most ? pages->count : most;
    }
    assert_true(most >= 5);
}

/* ---- One thing at a time ---- */

static int count_marks(const struct page *page, enum mark_kind kind, enum artifact artifact)
{
    int count = 0;
    for (size_t i = 0; i < page->count; i++)
        count += page->at[i].kind == kind && !page->at[i].tag &&
                 page->at[i].artifact == artifact;
    return count;
}

/* A letter page of 648 pt holds 24 lines of 27 pt. */
static void a_paragraph_goes_on_as_one_element(void **state)
{
    struct sheet sheet = empty_sheet();
    struct builder tags = {.arena = arena};
    (void)state;
    add(sheet.head, block(BLOCK_PARAGRAPH, ROLE_SUMMARY, words(400)));
    const struct pages *pages = print(&sheet, PAPER_SIZE_LETTER);
    assert_int_equal(pages->count, 2);
    struct lines lines = read_lines(pages);
    size_t front = 0;
    while (lines.at[front].page == 0)
        front++;
    assert_int_equal(front, 24);
    tags_dump(pages, &tags);
    const char *dump = builder_str(&tags).ptr;
    assert_non_null(strstr(dump, "  P\n"));
    assert_null(strstr(strstr(dump, "  P\n") + 1, "  P\n"));
}

static void no_line_stands_alone(void **state)
{
    (void)state;
    for (int count = 1; count < 120; count++) {
        struct sheet sheet = empty_sheet();
        add(sheet.head, block(BLOCK_PARAGRAPH, ROLE_BODY, words(count * 3)));
        add(sheet.head, block(BLOCK_PARAGRAPH, ROLE_BODY, words(40)));
        assert_good_ends(print(&sheet, PAPER_SIZE_A5));
    }
}

static void a_heading_takes_two_lines_along(void **state)
{
    (void)state;
    for (int count = 1; count < 120; count++) {
        struct sheet sheet = empty_sheet();
        add(sheet.head, block(BLOCK_PARAGRAPH, ROLE_BODY, words(count * 3)));
        add(sheet.head, section("Heading", 4, 1)); /* items of one line */
        assert_good_ends(print(&sheet, PAPER_SIZE_A5));
    }
}

static void a_box_stays_whole_where_it_can(void **state)
{
    (void)state;
    for (int count = 1; count < 120; count++) {
        struct sheet sheet = empty_sheet();
        add(sheet.head, block(BLOCK_PARAGRAPH, ROLE_BODY, words(count * 3)));
        add(sheet.head, boxed(section("Cautions", 4, 10)));
        const struct pages *pages = print(&sheet, PAPER_SIZE_A5);
        assert_frames_whole(pages);
        int frames = 0;
        for (size_t page = 0; page < pages->count; page++)
            frames += count_marks(&pages->at[page], MARK_FRAME, ARTIFACT_LAYOUT);
        assert_int_equal(frames, 1);
    }
}

static void a_box_higher_than_a_page_is_framed_on_each(void **state)
{
    struct sheet sheet = empty_sheet();
    (void)state;
    add(sheet.head, block(BLOCK_PARAGRAPH, ROLE_BODY, words(20)));
    add(sheet.head, boxed(section("Cautions", 20, 20)));
    const struct pages *pages = print(&sheet, PAPER_SIZE_A5);
    assert_true(pages->count >= 3);
    for (size_t page = 0; page < pages->count; page++)
        assert_int_equal(count_marks(&pages->at[page], MARK_FRAME, ARTIFACT_LAYOUT), 1);
    assert_frames_whole(pages);
    assert_good_ends(pages);
}

static void pages_say_which_they_are(void **state)
{
    struct sheet sheet = empty_sheet();
    (void)state;
    add(sheet.head, block(BLOCK_PARAGRAPH, ROLE_BODY, words(900)));
    const struct pages *pages = print(&sheet, PAPER_SIZE_LETTER);
    assert_int_equal(pages->count, 3);
    for (size_t page = 0; page < 3; page++) {
        const struct page *on = &pages->at[page];
        assert_int_equal(count_marks(on, MARK_GLYPHS, ARTIFACT_HEADER), page ? 2 : 0);
        assert_int_equal(count_marks(on, MARK_GLYPHS, ARTIFACT_FOOTER), 1);
        struct builder expected = {.arena = arena};
        builder_printf(&expected, "Page %zu of 3", page + 1);
        assert_str(on->at[on->count - 1].text, builder_str(&expected).ptr);
    }
}

static void one_page_says_nothing(void **state)
{
    struct sheet sheet = empty_sheet();
    (void)state;
    add(sheet.head, block(BLOCK_PARAGRAPH, ROLE_BODY, words(20)));
    const struct pages *pages = print(&sheet, PAPER_SIZE_LETTER);
    assert_int_equal(pages->count, 1);
    for (size_t i = 0; i < pages->at[0].count; i++)
        assert_int_equal(pages->at[0].at[i].artifact, ARTIFACT_LAYOUT);
}

static void tight_gaps_save_a_page(void **state)
{
    size_t last = 1;
    bool tight = false;
    (void)state;
    for (int items = 1; items < 40; items++) {
        struct sheet sheet = empty_sheet();
        add(sheet.head, section("Benefits", items, 10));
        const struct pages *pages = print(&sheet, PAPER_SIZE_LETTER);
        assert_true(pages->count >= last);
        tight = tight || pages->fit.gap < GAP_FULL;
        last = pages->count;
    }
    assert_true(tight);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_goes_on_as_one_element),
        cmocka_unit_test(no_line_stands_alone),
        cmocka_unit_test(a_heading_takes_two_lines_along),
        cmocka_unit_test(a_box_stays_whole_where_it_can),
        cmocka_unit_test(a_box_higher_than_a_page_is_framed_on_each),
        cmocka_unit_test(pages_say_which_they_are),
        cmocka_unit_test(one_page_says_nothing),
        cmocka_unit_test(tight_gaps_save_a_page),
        cmocka_unit_test(pages_end_where_nothing_is_torn),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
