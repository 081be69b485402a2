/*
 * The table of characters against the database that it is made of, read here a second time and in
 * another way: every code point's category, line class and small letter, and which letter it is in
 * another dress; and samples of the rest.
 */
#include "unicode_data.h"

#include "read/letter_form.h"

enum { CHARACTERS = 0x110000 };

static const char *const categories[] = {
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe",
    "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
};

static enum unicode_category category_of(const char *name)
{
    for (size_t i = 0; i < COUNT(categories); i++)
        if (strncmp(name, categories[i], 2) == 0)
            return (enum unicode_category)i;
    fail_msg("no category %s", name);
    return UNICODE_CN;
}

/* ---- UnicodeData.txt: code;name;category;… with the small letter in the 14th field ---- */

static const char *field(const char *line, int index)
{
    while (index-- > 0)
        line = strchr(line, ';') + 1;
    return line;
}

static uint32_t small_letter(const char *line, uint32_t c)
{
    const char *small = field(line, 13);
    return *small == ';' ? c : (uint32_t)strtoul(small, NULL, 16);
}

static void check(uint32_t c, enum unicode_category category, uint32_t small)
{
    if (unicode_category(c) != category)
        fail_msg("U+%04X is %s", (unsigned)c, categories[unicode_category(c)]);
    if (unicode_lower(c) != small)
        fail_msg("the small letter of U+%04X is U+%04X", (unsigned)c, (unsigned)unicode_lower(c));
    assert_int_equal(unicode_is_letter(c), *categories[category] == 'L');
    assert_int_equal(unicode_is_mark(c), *categories[category] == 'M');
}

static void agrees_with_unicode_data(void **state)
{
    char line[UNICODE_DATA_LINE];
    FILE *file = unicode_data("UnicodeData.txt");
    uint32_t next = 0;
    (void)state;
    while (fgets(line, sizeof line, file)) {
        uint32_t c = (uint32_t)strtoul(line, NULL, 16);
        enum unicode_category category = category_of(field(line, 2));
        for (; next < c; next++) /* between the two lines of a range it goes on; else a gap */
            check(next, strstr(line, "Last>") ? category : UNICODE_CN, next);
        check(next++, category, small_letter(line, c));
    }
    for (; next < CHARACTERS; next++)
        check(next, UNICODE_CN, next);
    fclose(file);
}

/* ---- LineBreak.txt: 0041..005A;AL ---- */

static const struct {
    const char *name;
    enum line_class class[3]; /* what a character of the class may be here */
} classes[] = {
#define SAME(name) {#name, {LINE_##name, LINE_##name, LINE_##name}}
    SAME(BK), SAME(CR), SAME(LF), SAME(NL), SAME(SP), SAME(ZW), SAME(CM), SAME(ZWJ), SAME(WJ),
    SAME(GL), SAME(CL), SAME(EX), SAME(IS), SAME(SY), SAME(NS), SAME(IN), SAME(BA), SAME(BB),
    SAME(B2), SAME(HY), SAME(CB), SAME(NU), SAME(PR), SAME(PO), SAME(AL), SAME(HL), SAME(EB),
    SAME(EM), SAME(RI), SAME(H2), SAME(H3), SAME(JL), SAME(JV), SAME(JT),
#undef SAME
    {"ID", {LINE_ID, LINE_ID_RESERVED, LINE_ID}},  {"OP", {LINE_OP, LINE_OP_EAST, LINE_OP}},
    {"CP", {LINE_CP, LINE_CP, LINE_CP}},           {"QU", {LINE_QU, LINE_QU_PI, LINE_QU_PF}},
    {"AI", {LINE_AL, LINE_AL, LINE_AL}},           {"SG", {LINE_AL, LINE_AL, LINE_AL}},
    {"XX", {LINE_AL, LINE_AL, LINE_AL}},           {"SA", {LINE_AL, LINE_CM, LINE_CM}},
    {"CJ", {LINE_NS, LINE_NS, LINE_NS}},
};

static void check_class(uint32_t c, const char *name)
{
    enum line_class class = unicode_line_class(c);
    for (size_t i = 0; i < COUNT(classes); i++)
        if (strcmp(name, classes[i].name) == 0) {
            const enum line_class *may = classes[i].class;
            if (class != may[0] && class != may[1] && class != may[2])
                fail_msg("U+%04X of %s is class %d", (unsigned)c, name, class);
            return;
        }
    fail_msg("no class %s", name);
}

static void agrees_with_line_break(void **state)
{
    char line[UNICODE_DATA_LINE], name[8];
    size_t checked = 0;
    FILE *file = unicode_data("LineBreak.txt");
    (void)state;
    while (fgets(line, sizeof line, file)) {
        unsigned first, last;
        if (sscanf(line, "%x..%x;%7[A-Z0-9]", &first, &last, name) != 3) {
            if (sscanf(line, "%x;%7[A-Z0-9]", &first, name) != 2)
                continue;
            last = first;
        }
        for (unsigned c = first; c <= last; c++, checked++)
            check_class(c, name);
    }
    assert_true(checked > 200000); /* with the ideographs, and what is kept for them */
    fclose(file);
}

/* ---- Samples of what the rules divide, and of the flags ---- */

static void classes_are_divided(void **state)
{
    static const struct {
        uint32_t c;
        enum line_class class;
    } samples[] = {
        {'(', LINE_OP},          {0x300C, LINE_OP_EAST}, {')', LINE_CP},
        {'"', LINE_QU},          {0x201C, LINE_QU_PI},   {0x2019, LINE_QU_PF},
        {0x201E, LINE_OP},       {0x1F02C, LINE_ID_RESERVED}, {0x4E00, LINE_ID},
        {0x0E01, LINE_AL},       {0x0E31, LINE_CM},      {0x3041, LINE_NS},
        {0x200B, LINE_ZW},       {0x50000, LINE_AL},     {0xFFFFFFFF, LINE_AL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(samples); i++)
        assert_int_equal(unicode_line_class(samples[i].c), samples[i].class);
}

static void flags_are_known(void **state)
{
    (void)state;
    assert_true(unicode_is_ignorable(0xAD) && unicode_is_ignorable(0x200B) &&
                unicode_is_ignorable(0xFE0F) && unicode_is_ignorable(0xE0FFF));
    assert_false(unicode_is_ignorable('a') || unicode_is_ignorable(0xA0));
    assert_true(unicode_is_bidi_control(0x61C) && unicode_is_bidi_control(0x202E) &&
                unicode_is_bidi_control(0x2066));
    assert_false(unicode_is_bidi_control(0x200D) || unicode_is_bidi_control(0x2070));
    assert_true(unicode_is_right_to_left(0x5D0) && unicode_is_right_to_left(0x64B) &&
                unicode_is_right_to_left(0x660) && unicode_is_right_to_left(0x5B0));
    assert_false(unicode_is_right_to_left('1') || unicode_is_right_to_left(0x301) ||
                 unicode_is_right_to_left(0x10FFFF) || unicode_is_right_to_left(0xFFFFFFFF));
    assert_true(unicode_is_noncharacter(0xFFFE) && unicode_is_noncharacter(0x10FFFF) &&
                unicode_is_noncharacter(0xFDD0));
    assert_false(unicode_is_noncharacter(0xFFFD) || unicode_is_noncharacter(0xFDF0));
    assert_true(unicode_is_letter(0x1E9E) && unicode_is_letter(0x4E00) && unicode_is_mark(0x301));
    assert_false(unicode_is_letter(0xD7) || unicode_is_letter('1') || unicode_is_mark('^'));
}

static void columns_are_a_terminals(void **state)
{
    static const struct {
        uint32_t c;
        unsigned columns;
    } samples[] = {{'a', 1},    {0xAD, 1},   {0x301, 0},  {0x3099, 0}, {0x4E00, 2}, {0xFF21, 2},
                   {0x200D, 0}, {0xFE0F, 0}, {0x1F600, 2}, {0x2018, 1}, {0xFFFFFFFF, 1}};
    (void)state;
    for (size_t i = 0; i < COUNT(samples); i++)
        assert_int_equal(unicode_columns(samples[i].c), samples[i].columns);
}

/* ---- "<wide> 0041", the sixth field, says that a character is an "A" in another dress ---- */

/* @return that character of ASCII; 0 if it is another, or several */
static char dressed(const char *line)
{
    static const char *const kinds[] = {"<font> ", "<wide> "};
    for (size_t i = 0; i < COUNT(kinds); i++) {
        const char *target = field(line, 5);
        if (strncmp(target, kinds[i], strlen(kinds[i])) != 0)
            continue;
        char *end;
        unsigned long c = strtoul(target + strlen(kinds[i]), &end, 16);
        return *end == ';' && c < 0x80 ? (char)c : '\0';
    }
    return '\0';
}

static void letters_in_another_dress_are_known(void **state)
{
    enum { STYLED = 0x1D400, STYLED_END = 0x1D800, WIDE = 0xFF00, WIDE_END = 0xFFF0 };
    char line[UNICODE_DATA_LINE];
    FILE *file = unicode_data("UnicodeData.txt");
    struct arena *arena = arena_new(NULL, NULL);
    (void)state;
    while (fgets(line, sizeof line, file)) {
        uint32_t c = (uint32_t)strtoul(line, NULL, 16);
        if (!(c >= STYLED && c < STYLED_END) && !(c >= WIDE && c < WIDE_END))
            continue;
        char plain[2] = {dressed(line), '\0'};
        struct str form = letter_form(arena, c);
        if (!str_equal(form, str_of(plain)) || letter_has_form(c) != (*plain != '\0'))
            fail_msg("U+%04X is \"%.*s\", not \"%s\"", (unsigned)c, STR_ARGS(form), plain);
    }
    arena_free(arena);
    fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_unicode_data),
        cmocka_unit_test(agrees_with_line_break),
        cmocka_unit_test(classes_are_divided),
        cmocka_unit_test(flags_are_known),
        cmocka_unit_test(columns_are_a_terminals),
        cmocka_unit_test(letters_in_another_dress_are_known),
    };
    if (!unicode_data_is_ours("LineBreak.txt"))
        return TEST_SKIPPED;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
