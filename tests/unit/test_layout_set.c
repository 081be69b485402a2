/*
 * Setting: the same node, width and style give the same piece, wherever it is drawn.  Characters
 * are half an em wide.
 */
#include "sheet_parts.h"

#include "layout/setter.h"

static struct pool pool;

static int setup(void **state)
{
    (void)state;
    arena = arena_new(NULL, NULL);
    pool = (struct pool){.arena = arena};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct node *shaped(const struct block *block)
{
    struct shaping shaping = {.arena = arena, .fonts = fonts_open()};
    return node_new(&shaping, block, ROLE_BODY);
}

static struct piece *set_at(struct node *node, const struct style *style, int32_t width)
{
    return set_node(&(struct setter){.pool = &pool, .style = style}, node, width);
}

static struct block *two_sections(void)
{
    struct block *columns = block(BLOCK_COLUMNS, ROLE_BODY, (struct str){0});
    add(columns, section("Benefits", 3, 12));
    add(columns, section("Cautions", 2, 9));
    return columns;
}

static void assert_same(const struct piece *a, const struct piece *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->x, b->x);
    assert_int_equal(a->y, b->y);
    assert_int_equal(a->width, b->width);
    assert_int_equal(a->height, b->height);
    assert_int_equal(a->lines, b->lines);
    const struct piece *of_a = a->first, *of_b = b->first;
    for (; of_a && of_b; of_a = of_a->next, of_b = of_b->next)
        assert_same(of_a, of_b);
    assert_true(!of_a && !of_b);
}

/* Its letters are lower than Latin ones. */
static void arabic_script_is_set_larger(void **state)
{
    (void)state;
    struct sizes latin = style_sizes(STR("en-US"), PT(10));
    struct sizes urdu = style_sizes(STR("ur-PK"), PT(10));
    assert_int_equal(latin.most, PT(14));
    assert_int_equal(latin.large, PT(18));
    assert_int_equal(urdu.most, PT(16.1));
    assert_int_equal(urdu.preferred, PT(13.8));
    assert_int_equal(urdu.least, PT(11.5));
    assert_int_equal(urdu.large, PT(20.7));
    struct style style = style_for_body(urdu.least, 0);
    style_for_language(&style, STR("ur-PK"));
    assert_int_equal(style.fine, PT(9) * 115 / 100);
    style = style_for_large_print(urdu.large, 0);
    style_for_language(&style, STR("ur"));
    assert_int_equal(style.fine, urdu.large);
}

static void setting_is_pure(void **state)
{
    struct node *node = shaped(two_sections());
    struct style style = style_for_body(PT(12), 0), other = style_for_body(PT(14), 0);
    (void)state;
    const struct piece *first = set_at(node, &style, PT(500));
    set_at(node, &other, PT(300)); /* and whatever was asked in between */
    assert_same(first, set_at(node, &style, PT(500)));
}

static void a_pool_gives_its_memory_again(void **state)
{
    struct node *node = shaped(two_sections());
    struct style style = style_for_body(PT(12), 0);
    (void)state;
    pool_reset(&pool);
    const struct piece *first = set_at(node, &style, PT(500));
    int32_t height = first->height;
    pool_reset(&pool);
    set_at(node, &style, PT(200));
    pool_reset(&pool);
    const struct piece *again = set_at(node, &style, PT(500));
    assert_ptr_equal(again, first);
    assert_int_equal(again->height, height);
    pool_reset(&pool);
}

/* Two items of one line each, below a heading, at 12 pt: gaps of 0.44 and 0.375 of that. */
static void a_section_can_be_worked_out_by_hand(void **state)
{
    struct node *node = shaped(section("Benefits", 2, 1));
    struct style style = style_for_body(PT(12), 0);
    (void)state;
    const struct piece *piece = set_at(node, &style, PT(500));
    const struct piece *heading = piece->first, *list = heading->next;
    assert_int_equal(heading->height, 14040 * 120 / 100); /* 1.17 of 12 pt, leading 1.2 */
    assert_true(heading->heads);
    assert_int_equal(list->y, heading->height + 5280);
    assert_int_equal(list->tag, TAG_L);
    assert_int_equal(list->first->height, 15000);
    assert_int_equal(list->first->next->y, 15000 + 4500);
    assert_int_equal(piece->height, list->y + 2 * 15000 + 4500);
    /* the bullet stands 0.75 em in, the text its width and 0.42 em behind it */
    const struct piece *label = list->first->first, *text = label->next;
    assert_int_equal(label->x, 9000);
    assert_int_equal(text->x, 9000 + 6000 + 5040);
}

/* Sections of so many items of 9 words, side by side. */
static struct block *sections_of(int first, int second)
{
    struct block *columns = block(BLOCK_COLUMNS, ROLE_BODY, (struct str){0});
    add(columns, section("Benefits", first, 9));
    add(columns, section("Cautions", second, 9));
    return columns;
}

/* Where the second column begins: two texts of so many words. */
static int32_t second_column(int first, int second, int32_t width)
{
    struct style style = style_for_body(PT(12), 0);
    struct block *columns = block(BLOCK_COLUMNS, ROLE_BODY, (struct str){0});
    add(columns, block(BLOCK_PARAGRAPH, ROLE_BODY, words(first)));
    add(columns, block(BLOCK_PARAGRAPH, ROLE_BODY, words(second)));
    const struct piece *piece = set_at(shaped(columns), &style, width);
    return piece->first->last ? piece->first->last->x : 0;
}

static void columns_choose_their_share(void **state)
{
    int32_t even = (PT(600) - COLUMN_GAP) / 1000 * 500 + COLUMN_GAP;
    (void)state;
    assert_int_equal(second_column(200, 200, PT(600)), even);
    assert_true(second_column(240, 190, PT(600)) > even); /* the longer one gets more */
    assert_true(second_column(190, 240, PT(600)) < even);
    assert_int_equal(second_column(200, 200, PT(300)), 0); /* too narrow for two */
}

/* Beside a section much longer than it, one would leave a hole: both run across. */
static void what_leaves_a_hole_runs_across(void **state)
{
    struct style style = style_for_body(PT(12), 0);
    (void)state;
    const struct piece *piece = set_at(shaped(sections_of(12, 1)), &style, PT(600));
    const struct piece *first = piece->first, *second = first->next;
    assert_non_null(second);
    assert_int_equal(second->x, 0);
    assert_int_equal(second->width, PT(600));
    const struct piece *list = first->last; /* its items in two columns, in order */
    assert_int_equal(list->tag, TAG_L);
    assert_int_equal(list->first->x, 0);
    assert_true(list->last->x > 0);
    assert_int_equal(list->first->y, 0);
}

/* A section of so many items beside one of a single item. */
static int32_t height_beside_one(int items, int32_t body, bool holes)
{
    struct block *columns = block(BLOCK_COLUMNS, ROLE_BODY, (struct str){0});
    struct style style = style_for_body(body, 0);
    add(columns, section("Benefits", 1, 12));
    add(columns, section("Cautions", items, 12))->role = ROLE_CAUTION;
    style.small = body < PT(12);
    style.holes = holes;
    return set_at(shaped(columns), &style, PT(520))->height;
}

/* Under 12 pt a hole costs more than the height that it saves; from there on it does not. */
static void small_type_leaves_no_hole(void **state)
{
    int higher = 0;
    (void)state;
    for (int items = 2; items < 8; items++) {
        int32_t with = height_beside_one(items, PT(11), true);
        int32_t without = height_beside_one(items, PT(11), false);
        assert_true(without >= with);
        higher += without > with;
        assert_int_equal(height_beside_one(items, PT(12), false),
                         height_beside_one(items, PT(12), true));
    }
    assert_true(higher > 0);
}

/* Keeps all but one atom in so many, of each text in it. */
static void keep_less(struct node *node, size_t one_in)
{
    if (node->para)
        node->keep = node->para->count - node->para->count / one_in;
    for (struct node *child = node->first; child; child = child->next)
        keep_less(child, one_in);
}

static void assert_draft_is_as_high(struct node *node, const struct style *style, int32_t width)
{
    struct setter setter = {.pool = &pool, .style = style, .draft = true};
    const struct piece *whole = set_at(node, style, width), *draft = set_node(&setter, node, width);
    assert_int_equal(draft->height, whole->height);
    assert_ptr_equal(draft->too_wide, whole->too_wide);
}

/* Also where heights are known from before, in other styles and with other words. */
static void a_draft_is_as_high(void **state)
{
    struct node *node = shaped(sections_of(4, 7));
    struct style styles[] = {style_for_body(PT(12), 0), style_for_body(PT(11), 0),
                             style_for_body(PT(12), 0), style_for_body(PT(12), 0),
                             style_for_body(PT(12), 0), style_for_body(PT(12), 0)};
    (void)state;
    styles[1].small = styles[2].thrifty = styles[1].holes = styles[5].fine_share = true;
    styles[3].display = (struct display){250, 115};
    styles[4].share = styles[5].share = 440;
    for (int cut = 0; cut < 24; cut++) {
        keep_less(node, (size_t)cut % 4 + 2);
        node_note_state(node);
        for (int32_t width = PT(40); width < PT(700); width += PT(30))
            assert_draft_is_as_high(node, &styles[cut % COUNT(styles)], width);
    }
}

static void a_word_that_is_too_wide_is_found(void **state)
{
    struct node *node = shaped(two_sections());
    struct style style = style_for_body(PT(12), 0);
    (void)state;
    assert_null(set_at(node, &style, PT(200))->too_wide);
    const struct piece *narrow = set_at(node, &style, PT(40)); /* "word" takes 24 pt of it */
    assert_non_null(narrow->too_wide);
    assert_str(narrow->too_wide->text, "Benefits");
}

/* "Benefits" is 4 em wide: at 14.04 pt, 56.16 pt; at 12.5 pt, 50 pt. */
static void large_type_gives_way_to_a_word(void **state)
{
    struct node *heading = shaped(section("Benefits", 1, 1))->first;
    struct style style = style_for_body(PT(12), 0);
    (void)state;
    const struct piece *usual = set_at(heading, &style, PT(57));
    assert_int_equal(usual->type.size, PT(14.04));
    const struct piece *smaller = set_at(heading, &style, PT(51));
    assert_int_equal(smaller->type.size, PT(12.75));
    assert_int_equal(smaller->type.leading, usual->type.leading * PT(12.75) / PT(14.04));
    assert_null(smaller->too_wide);
    const struct piece *least = set_at(heading, &style, PT(47));
    assert_int_equal(least->type.size, PT(12)); /* that of the body */
    assert_non_null(least->too_wide);
}

/* "Word" is 24 pt wide at 12 pt. */
static void a_frame_gives_way_to_a_word(void **state)
{
    struct block *box = block(BLOCK_BOX, ROLE_CAUTION, (struct str){0});
    add(box, block(BLOCK_PARAGRAPH, ROLE_BODY, STR("Word")));
    struct style style = style_for_body(PT(12), 0);
    (void)state;
    const struct piece *usual = set_at(shaped(box), &style, PT(50));
    const struct piece *narrow = set_at(shaped(box), &style, PT(36));
    assert_int_equal(usual->last->x, PT(10.2));
    assert_int_equal(narrow->last->x, PT(5));
    assert_null(narrow->too_wide);
    assert_non_null(set_at(shaped(box), &style, PT(32))->too_wide);
}

/* @param fine  items of the fine print. @param lines  of the contact block.
 * @return where the QR code stands in its contact block. */
static int32_t qr_place(int fine, int lines)
{
    static struct figure code = {.across = 25, .down = 25};
    struct style style = style_for_body(PT(12), 0);
    struct setter setter = {.pool = &pool, .style = &style};
    struct block *foot = block(BLOCK_GROUP, ROLE_BODY, (struct str){0});
    struct block *columns = add(foot, block(BLOCK_COLUMNS, ROLE_BODY, (struct str){0}));
    add(columns, section("References", fine, 8))->role = ROLE_FINE;
    add(columns, section("Disclaimer", fine, 8))->role = ROLE_FINE;
    struct block *contact = add(foot, block(BLOCK_GROUP, ROLE_CONTACT, (struct str){0}));
    for (int i = 0; i < lines; i++)
        add(contact, block(BLOCK_PARAGRAPH, ROLE_BODY, STR("Clinic")));
    add(contact, block(BLOCK_FIGURE, ROLE_BODY, (struct str){0}))->figure = &code;
    const struct piece *qr = set_foot(&setter, shaped(foot), PT(540))->last->last;
    assert_int_equal(qr->kind, PIECE_FIGURE);
    return qr->y;
}

/* Beside much text it costs no height. */
static void a_qr_code_stands_where_the_foot_is_lower(void **state)
{
    (void)state;
    assert_true(qr_place(8, 1) < 0);
    assert_true(qr_place(1, 6) > 0);
}

static void languages_have_the_leading_of_their_letters(void **state)
{
    static const struct {
        const char *language;
        int32_t leading, large;
        bool high_headings;
    } cases[] = {
        {"en", 125, 115, false},      {"es-MX", 125, 115, false}, {"vi", 135, 135, false},
        {"zh-Hant", 150, 150, true},  {"ja", 150, 150, true},     {"ar-EG", 150, 150, true},
        {"th", 145, 145, true},       {"my", 170, 170, true},     {"he", 130, 130, true},
        {"z", 125, 115, false},       {"", 125, 115, false},      {"hy", 125, 115, false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct style body = style_for_body(PT(12), 0), large = style_for_large_print(PT(18), 0);
        style_for_language(&body, str_of(cases[i].language));
        style_for_language(&large, str_of(cases[i].language));
        assert_int_equal(body.leading, cases[i].leading);
        assert_int_equal(large.leading, cases[i].large);
        assert_int_equal(body.more_leading > 0, cases[i].high_headings);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arabic_script_is_set_larger),
        cmocka_unit_test(setting_is_pure),
        cmocka_unit_test(a_pool_gives_its_memory_again),
        cmocka_unit_test(a_section_can_be_worked_out_by_hand),
        cmocka_unit_test(columns_choose_their_share),
        cmocka_unit_test(what_leaves_a_hole_runs_across),
        cmocka_unit_test(small_type_leaves_no_hole),
        cmocka_unit_test(a_draft_is_as_high),
        cmocka_unit_test(a_word_that_is_too_wide_is_found),
        cmocka_unit_test(large_type_gives_way_to_a_word),
        cmocka_unit_test(a_frame_gives_way_to_a_word),
        cmocka_unit_test(a_qr_code_stands_where_the_foot_is_lower),
        cmocka_unit_test(languages_have_the_leading_of_their_letters),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
