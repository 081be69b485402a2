/*
 * What a page draws, operator by operator.  The fake font's glyphs are half an em wide, and a
 * glyph's number is its character, so "A" is 0041.
 */
#include "unit.h"

#include "arena_unit.h"
#include "font/font.h"
#include "image/qr.h"
#include "pdf/content.h"

/* ---- Pages with text ---- */

static struct pages *new_pages(void)
{
    struct pages *pages = pages_new(arena);
    pages->paper = &papers[PAPER_SIZE_LETTER];
    pages->fonts = fonts_open();
    return pages;
}

/* A mark at (72, 92), which is 700 above the foot, in 10 pt. */
static struct mark text_mark(struct tag *tag, const char *text)
{
    struct glyphs glyphs = font_shape(fonts_open(), arena, str_of(text), FONT_REGULAR, NULL);
    return (struct mark){.kind = MARK_GLYPHS, .tag = tag, .x = PT(72), .y = PT(92),
                         .width = PT(5) * (int32_t)glyphs.count, .height = PT(10),
                         .glyphs = glyphs.at, .count = glyphs.count, .text = str_of(text)};
}

/* A glyph of a mark, to be moved about. */
static struct glyph *glyph_of(struct mark *mark, size_t i)
{
    return (struct glyph *)&mark->glyphs[i];
}

static struct str operators_of(const struct pages *pages, size_t page)
{
    struct used_faces used;
    embed_collect(arena, pages, &used);
    struct pictures pictures = picture_collect(arena, pages);
    return content_write(arena, pages, page, &used, &pictures);
}

/* Of a page with that mark alone, and without tags. */
static void expect_operators(struct mark mark, const char *expected)
{
    struct pages *pages = new_pages();
    struct builder b = {.arena = arena};
    pages_add(pages, 0, mark);
    builder_printf(&b, "/Artifact BMC\n%sEMC\n", expected);
    assert_str(operators_of(pages, 0), builder_str(&b).ptr);
}

#define BEGIN_TEXT "BT /F0 10 Tf 1 0 0 1 72 700 Tm\n"

/* ---- Text ---- */

static void glyphs_are_strings(void **state)
{
    (void)state;
    expect_operators(text_mark(NULL, "AB"), BEGIN_TEXT "[<00410042>] TJ\nET\n");
}

static void kerning_is_taken_back_of_the_width(void **state)
{
    struct mark mark = text_mark(NULL, "ABC");
    (void)state;
    glyph_of(&mark, 0)->advance = 470; /* B comes 30 nearer */
    glyph_of(&mark, 1)->advance = 510;
    expect_operators(mark, BEGIN_TEXT "[<0041>30<0042>-10<0043>] TJ\nET\n");
}

static void a_shifted_glyph_does_not_shift_the_next(void **state)
{
    struct mark mark = text_mark(NULL, "ABC");
    (void)state;
    glyph_of(&mark, 1)->dx = 40; /* to the right */
    expect_operators(mark, BEGIN_TEXT "[<0041>-40<0042>40<0043>] TJ\nET\n");
}

/* What follows a raised glyph, an accent for instance, stands on the baseline again. */
static void a_rise_is_taken_back(void **state)
{
    struct mark mark = text_mark(NULL, "ABC");
    (void)state;
    glyph_of(&mark, 1)->dy = 120; /* of 10 pt: 1.2 pt */
    expect_operators(mark, BEGIN_TEXT "[<0041>] TJ\n1.2 Ts\n[<0042>] TJ\n0 Ts\n[<0043>] TJ\nET\n");
}

static void a_rise_at_the_end_is_taken_back(void **state)
{
    struct mark mark = text_mark(NULL, "A");
    (void)state;
    glyph_of(&mark, 0)->dy = -120;
    expect_operators(mark, BEGIN_TEXT "[] TJ\n-1.2 Ts\n[<0041>] TJ\n0 Ts\n[] TJ\nET\n");
}

/* One glyph for two texts: ToUnicode has the first, and where it says the other it is marked. */
static void a_glyph_that_says_something_else_says_so(void **state)
{
    struct mark mark = text_mark(NULL, "AAA");
    (void)state;
    mark.text = STR("AxA");
    expect_operators(mark, BEGIN_TEXT "[<0041>] TJ\n/Span <</ActualText <FEFF0078>>> BDC\n"
                                      "[<0041>] TJ\nEMC\n[<0041>] TJ\nET\n");
}

/* A letter that is drawn in two glyphs, as a vowel around its consonant is: each says what the face
 * draws with it alone, for programs that do not read ActualText. */
static void of_glyphs_drawn_together_each_says_its_own(void **state)
{
    struct pages *pages = new_pages();
    struct mark mark = text_mark(NULL, "AB");
    struct used_faces used;
    (void)state;
    glyph_of(&mark, 0)->to = 2;
    glyph_of(&mark, 1)->from = 0;
    pages_add(pages, 0, mark);
    embed_collect(arena, pages, &used);
    assert_str(used.at[FACE_TEXT_REGULAR].texts['A'], "A");
    assert_str(used.at[FACE_TEXT_REGULAR].texts['B'], "B");
}

static void a_colour_is_set_when_it_changes(void **state)
{
    struct pages *pages = new_pages();
    struct mark red = text_mark(NULL, "A"), black = text_mark(NULL, "A");
    (void)state;
    red.rgb = 0xFF0000;
    pages_add(pages, 0, black); /* which every page begins with */
    pages_add(pages, 0, red);
    pages_add(pages, 0, red);
    pages_add(pages, 0, black);
    assert_str(operators_of(pages, 0),
               "/Artifact BMC\n"
               BEGIN_TEXT "[<0041>] TJ\nET\n1 0 0 rg\n"
               BEGIN_TEXT "[<0041>] TJ\nET\n"
               BEGIN_TEXT "[<0041>] TJ\nET\n0 0 0 rg\n"
               BEGIN_TEXT "[<0041>] TJ\nET\nEMC\n");
}

/* ---- Lines ---- */

static void a_rule_is_filled_and_a_frame_stroked_inside(void **state)
{
    struct mark mark = {.kind = MARK_RULE, .x = PT(72), .y = PT(92), .width = PT(100),
                        .height = PT(2)};
    (void)state;
    expect_operators(mark, "72 698 100 2 re f\n");
    mark.kind = MARK_FRAME;
    mark.height = PT(50);
    mark.stroke = PT(2);
    expect_operators(mark, "0 0 0 RG\n2 w 73 651 98 48 re S\n");
}

/* ---- Figures ---- */

static void a_code_is_its_dark_modules_and_no_more(void **state)
{
    const unsigned char dark[] = {1, 1, 0, 1}; /* 11 over 01 */
    const struct qr qr = {2, dark};
    const struct figure figure = {.qr = &qr, .across = 2, .down = 2};
    (void)state;
    expect_operators((struct mark){.kind = MARK_FIGURE, .x = PT(72), .y = PT(92), .width = PT(20),
                                   .height = PT(20), .figure = &figure},
                     "72 690 20 10 re 82 680 10 10 re f\n");
}

/* ---- Marked content ---- */

/* Strips what is drawn: the operators that begin and end marked content. */
static struct str marked(struct str operators)
{
    struct builder b = {.arena = arena};
    for (size_t at = 0, end; at < operators.len; at = end + 1) {
        for (end = at; operators.ptr[end] != '\n'; end++)
            ;
        struct str line = str_part(operators, at, end - at);
        bool marks = line.ptr[0] == '/' || str_equal(line, STR("EMC"));
        builder_add(&b, marks ? line : (struct str){0});
        builder_add(&b, marks ? STR("\n") : (struct str){0});
    }
    return builder_str(&b);
}

static void everything_is_marked_content(void **state)
{
    struct pages *pages = new_pages();
    struct tag *heading = tag_new(arena, pages->root, TAG_H1);
    struct tag *text = tag_new(arena, pages->root, TAG_P);
    struct tag *const tags[] = {NULL, NULL, heading, text, text, NULL, text};
    (void)state;
    for (size_t i = 0; i < COUNT(tags); i++)
        pages_add(pages, 0, text_mark(tags[i], "A"));
    pages_add(pages, 2, text_mark(text, "A"));
    assert_str(marked(operators_of(pages, 0)), "/Artifact BMC\nEMC\n"
                                               "/H1 <</MCID 0>> BDC\nEMC\n"
                                               "/P <</MCID 1>> BDC\nEMC\n"
                                               "/Artifact BMC\nEMC\n"
                                               "/P <</MCID 2>> BDC\nEMC\n");
    assert_str(operators_of(pages, 1), "");
    assert_str(marked(operators_of(pages, 2)), "/P <</MCID 0>> BDC\nEMC\n");
}

static void running_lines_are_pagination(void **state)
{
    static const enum artifact lines[] = {ARTIFACT_HEADER, ARTIFACT_HEADER, ARTIFACT_LAYOUT,
                                            ARTIFACT_FOOTER};
    struct pages *pages = new_pages();
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct mark mark = text_mark(NULL, "A");
        mark.artifact = lines[i];
        pages_add(pages, 0, mark);
    }
    assert_str(marked(operators_of(pages, 0)),
               "/Artifact <</Type /Pagination /Subtype /Header>> BDC\nEMC\n"
               "/Artifact BMC\nEMC\n"
               "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\nEMC\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(glyphs_are_strings),
        cmocka_unit_test(kerning_is_taken_back_of_the_width),
        cmocka_unit_test(a_shifted_glyph_does_not_shift_the_next),
        cmocka_unit_test(a_rise_is_taken_back),
        cmocka_unit_test(a_rise_at_the_end_is_taken_back),
        cmocka_unit_test(a_glyph_that_says_something_else_says_so),
        cmocka_unit_test(of_glyphs_drawn_together_each_says_its_own),
        cmocka_unit_test(a_colour_is_set_when_it_changes),
        cmocka_unit_test(a_rule_is_filled_and_a_frame_stroked_inside),
        cmocka_unit_test(a_code_is_its_dark_modules_and_no_more),
        cmocka_unit_test(everything_is_marked_content),
        cmocka_unit_test(running_lines_are_pagination),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
