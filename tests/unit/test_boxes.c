/*
 * The boxes of laid-out pages: where they stand, and which field each comes from.
 */
#include "api.h"

static struct handout_boxes boxes;

/* The first box of that text; fails without one. */
static const struct handout_box *box_of(const char *text)
{
    for (size_t i = 0; i < boxes.count; i++)
        if (strcmp(boxes.at[i].text, text) == 0)
            return &boxes.at[i];
    fail_msg("no box of \"%s\"", text);
    return NULL;
}

static const char rich_article[] =
    "{\"title\": \"Water\", \"summary\": \"Short.\", \"benefits\": [\"One.\","
    " {\"title\": \"Gut\", \"text\": \"may help.\"}], \"dosage\": \"Drink.\","
    " \"cautions\": [\"Ask.\"], \"references\": [\"A book.\"], \"disclaimer\": \"No advice.\"}";

static const char rich_clinic[] =
    "{\"name\": \"Clinic\", \"phone\": \"555-0100\", \"fax\": \"555-0101\", \"qr\": \"contact\"}";

static void each_text_has_its_field(void **state)
{
    static const struct {
        const char *text, *file, *pointer;
    } rows[] = {
        {"Water", "a.json", "/title"},           {"Short.", "a.json", "/summary"},
        {"One.", "a.json", "/benefits/0"},       {"Gut", "a.json", "/benefits/1/title"},
        {"may help.", "a.json", "/benefits/1/text"},
        {"Drink.", "a.json", "/dosage"},         {"Ask.", "a.json", "/cautions/0"},
        {"A book.", "a.json", "/references/0"},  {"No advice.", "a.json", "/disclaimer"},
        {"Clinic", "c.json", "/name"},           {"555-0101", "c.json", "/fax"},
        {"Cautions", "", ""},
    };
    struct handout_input clinic = input_text("c.json", rich_clinic);
    (void)state;
    struct made made = make(input_text("a.json", rich_article), &clinic);
    boxes = handout_pages_boxes(made.pages);
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct handout_box *box = box_of(rows[i].text);
        assert_string_equal(box->file, rows[i].file);
        assert_string_equal(box->pointer, rows[i].pointer);
        assert_int_equal(box->kind, HANDOUT_BOX_TEXT);
    }
    /* Two fields of one line: side by side, with our words between them. */
    const struct handout_box *fax = box_of("555-0101");
    bool phone = false;
    for (size_t i = 0; i < boxes.count; i++)
        phone |= strcmp(boxes.at[i].pointer, "/phone") == 0 && boxes.at[i].y == fax->y
              && boxes.at[i].x + boxes.at[i].width < fax->x;
    assert_true(phone);
    assert_int_equal(boxes.at[0].page, 1);
    assert_ptr_equal(handout_pages_boxes(made.pages).at, boxes.at); /* made once */
    unmake(made);
}

static void boxes_stand_on_their_pages(void **state)
{
    struct handout_input article = input_of("golden/all-fields.json");
    size_t figures = 0;
    (void)state;
    struct handout_input clinic = input_text("c.json", rich_clinic);
    struct made made = make(article, &clinic);
    boxes = handout_pages_boxes(made.pages);
    assert_true(boxes.count > 100);
    for (size_t i = 0; i < boxes.count; i++) {
        const struct handout_box *box = &boxes.at[i];
        assert_int_equal(box->page, 1);
        assert_true(box->x >= 0 && box->y >= 0 && box->width > 0 && box->height > 0);
        assert_true(box->x + box->width <= 612000 && box->y + box->height <= 792000);
        assert_int_equal(*box->text != '\0', box->kind == HANDOUT_BOX_TEXT);
        assert_true(box->kind != HANDOUT_BOX_DECORATION || !*box->file);
        assert_int_equal(*box->file == '\0', *box->pointer == '\0');
        if (box->kind != HANDOUT_BOX_FIGURE)
            continue;
        assert_string_equal(box->pointer, "/qr");
        figures++;
    }
    assert_int_equal(figures, 1);
    unmake(made);
    input_free(article);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(each_text_has_its_field),
        TEST(boxes_stand_on_their_pages),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
