/*
 * Text from right to left: all of Unicode's BidiCharacterTest.txt through our levels and our order,
 * and what the page adds to the algorithm: stretches of Latin letters and numbers keep theirs.
 *
 * Orders are written as they are seen, from left to right, with capitals for Hebrew letters.
 */
#include "unicode_data.h"

#include "arena_unit.h"
#include "layout/bidi.h"

/* ---- Unicode's test ---- */

enum { CHARACTERS_MOST = 256, REMOVED = 255 /* by rule X9: its level is of no account */ };

/* A row of the file: characters, the direction asked for, and what comes of it. */
struct row {
    struct str text;
    size_t starts[CHARACTERS_MOST + 1]; /* the byte at which each character begins */
    uint32_t characters[CHARACTERS_MOST];
    size_t count;
    enum direction direction;
    unsigned base;
    uint8_t levels[CHARACTERS_MOST];
    size_t order[CHARACTERS_MOST], shown;
};

static void read_characters(struct row *row, char *field)
{
    struct builder text = {.arena = arena};
    for (char *end; *field; field = end) {
        row->starts[row->count] = text.len;
        row->characters[row->count] = (uint32_t)strtoul(field, &end, 16);
        builder_utf8(&text, row->characters[row->count++]);
    }
    row->starts[row->count] = text.len;
    row->text = builder_str(&text);
}

static void read_levels(struct row *row, char *field)
{
    size_t count = 0;
    for (char *level = strtok(field, " "); level; level = strtok(NULL, " "))
        row->levels[count++] = *level == 'x' ? REMOVED : (uint8_t)strtoul(level, NULL, 10);
    assert_int_equal(count, row->count);
}

static void read_order(struct row *row, char *field)
{
    for (char *at = strtok(field, " \n"); at; at = strtok(NULL, " \n"))
        row->order[row->shown++] = strtoul(at, NULL, 10);
}

/* The fields of a line: it has semicolons between them. */
static void read_row(struct row *row, char *line)
{
    static const enum direction directions[] = {LEFT_TO_RIGHT, RIGHT_TO_LEFT, DIRECTION_OF_TEXT};
    enum { FIELDS = 5 };
    char *fields[FIELDS] = {line};
    for (int i = 1; i < FIELDS; i++) {
        fields[i] = strchr(fields[i - 1], ';');
        assert_non_null(fields[i]);
        *fields[i]++ = '\0';
    }
    *row = (struct row){.count = 0};
    read_characters(row, fields[0]);
    row->direction = directions[strtoul(fields[1], NULL, 10)];
    row->base = (unsigned)strtoul(fields[2], NULL, 10);
    read_levels(row, fields[3]);
    read_order(row, fields[4]);
}

static bool ends_lines(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0x2029 || (c >= 0x2066 && c <= 0x2069) ||
           unicode_category(c) == UNICODE_ZS;
}

/* The page drops the spaces at the end of a line before it draws it (L1). */
static void level_line_end(const struct row *row, uint8_t *levels, uint8_t base)
{
    for (size_t i = row->count; i-- > 0;) {
        if (row->levels[i] == REMOVED)
            continue;
        if (!ends_lines(row->characters[i]))
            return;
        levels[i] = base;
    }
}

/* @return whether the order of what is shown is the row's. */
static bool has_order(const struct row *row, const uint8_t *levels)
{
    uint8_t shown[CHARACTERS_MOST];
    size_t from[CHARACTERS_MOST], order[CHARACTERS_MOST], count = 0;
    for (size_t i = 0; i < row->count; i++)
        if (row->levels[i] != REMOVED) {
            from[count] = i;
            shown[count++] = levels[i];
        }
    bidi_order(shown, count, order);
    for (size_t i = 0; i < count; i++)
        if (count != row->shown || from[order[i]] != row->order[i])
            return false;
    return count == row->shown;
}

static bool agrees(const struct row *row)
{
    uint8_t base, levels[CHARACTERS_MOST];
    uint8_t *bytes = bidi_levels(arena, row->text, row->direction, &base);
    for (size_t i = 0; i < row->count; i++)
        levels[i] = bytes[row->starts[i]];
    level_line_end(row, levels, base);
    for (size_t i = 0; i < row->count; i++)
        if (row->levels[i] != REMOVED && row->levels[i] != levels[i])
            return false;
    return base == row->base && has_order(row, levels);
}

static void unicodes_own_test_passes(void **state)
{
    char line[UNICODE_DATA_LINE];
    size_t rows = 0, wrong = 0;
    FILE *file = unicode_data("BidiCharacterTest.txt");
    (void)state;
    for (unsigned number = 1; fgets(line, sizeof line, file); number++) {
        struct row row;
        if (*line == '#' || *line == '\n')
            continue;
        read_row(&row, line);
        rows++;
        if (!agrees(&row) && ++wrong < 10)
            print_message("BidiCharacterTest.txt:%u is another\n", number);
        arena_reset(arena);
    }
    fclose(file);
    print_message("%zu rows, %zu wrong\n", rows, wrong);
    assert_true(rows > 90000);
    assert_int_equal(wrong, 0);
}

/* ---- A page ---- */

/* Signs that stand for others, so that a text in ASCII shows where they are drawn. */
static uint32_t meant(char c)
{
    switch (c) {
    case '|':
        return 0xBD; /* a half */
    case '^':
        return 0xB2; /* squared */
    case '_':
        return 0x2212; /* minus */
    case '`':
        return 0x5BE; /* maqaf, a hyphen of Hebrew */
    case '\'':
        return 0x301; /* an accent on the letter before it */
    default:
        return (uint32_t)c;
    }
}

/* What is seen of a text in which capitals are Hebrew letters. */
static const char *seen(const char *text, bool right_to_left)
{
    static char shown[256];
    struct builder hebrew = {.arena = arena};
    for (const char *c = text; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            builder_utf8(&hebrew, 0x5D0 + (uint32_t)(*c - 'A'));
        else
            builder_utf8(&hebrew, meant(*c));
    struct str all = builder_str(&hebrew);
    struct bidi bidi = bidi_resolve(arena, all, right_to_left);
    uint8_t levels[sizeof shown] = {0};
    size_t order[sizeof shown], count = strlen(text);
    assert_true(count < sizeof shown);
    for (size_t i = 0, at = 0; i < count && bidi.levels; i++) {
        levels[i] = bidi.levels[at];
        utf8_next(all, &at);
    }
    bidi_order(levels, count, order);
    for (size_t i = 0; i < count; i++)
        shown[i] = text[order[i]];
    shown[count] = '\0';
    return shown;
}

struct shown {
    const char *text, *seen;
};

static void expect_shown(const struct shown *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_string_equal(seen(cases[i].text, true), cases[i].seen);
}

static void doses_numbers_and_names_keep_their_order(void **state)
{
    static const struct shown cases[] = {
        {"ABC", "CBA"},
        {"TAKE 5 ml DAILY.", ".YLIAD 5 ml EKAT"},
        {"TAKE 10-20 mg, THEN REST.", ".TSER NEHT ,10-20 mg EKAT"},
        {"TAKE 5 ml; REST.", ".TSER ;5 ml EKAT"},
        {"CALL 509-555-0100.", ".509-555-0100 LLAC"},
        {"CALL +1 (509) 555-0100.", ".+1 (509) 555-0100 LLAC"},
        {"UP TO 2.5%.", ".2.5% OT PU"},
        {"TO 40 c (104 f) OR LESS", "SSEL RO 40 c (104 f) OT"},
        {"SEE doi:10.1111/j.1753-4887.x TODAY", "YADOT doi:10.1111/j.1753-4887.x EES"},
        {"SEE www.example.org/a?b=c.", ".www.example.org/a?b=c EES"},
        {"OF vitamin d3 (25 ug) A DAY", "YAD A vitamin d3 (25 ug) FO"},
        {"AT 8:30 OR 12:00.", ".12:00 RO 8:30 TA"},
        {"IN HEAT (40 c UP) OR", "RO )PU 40 c( TAEH NI"},
        {"HEAT (40 c) OR", "RO (40 c) TAEH"},
        {"A (B) C", "C )B( A"}, /* its glyph is mirrored, the order is this */
        {"5 ml", "5 ml"},
    };
    (void)state;
    expect_shown(cases, COUNT(cases));
}

static void signs_stay_with_their_number(void **state)
{
    static const struct shown cases[] = {
        {"TAKE .5 mg A DAY", "YAD A .5 mg EKAT"},
        {"TAKE ,5 mg", ",5 mg EKAT"},
        {"TAKE .5-1 mg.", "..5-1 mg EKAT"},
        {"AT -20 c OR +8 c.", ".+8 c RO -20 c TA"},
        {"-5 c", "-5 c"},
        {"-5 A", "A -5"},
        {"IT IS -.5 OR", "RO -.5 SI TI"},
        {"A (-20 c) B", "B (-20 c) A"},
        {"A (-20 c, OR) B", "B )RO ,-20 c( A"},
        {"FROM -20-40 c", "-20-40 c MORF"},
        {"IN <5 mg OR >7", ">7 RO <5 mg NI"},
        {"IN < 5 mg, AT > -7", "> -7 TA ,< 5 mg NI"},
        {"A < B", "B < A"},
        {"ABOUT ~5 mg", "~5 mg TUOBA"},
        {"PAY $10 OR #3.", ".#3 RO $10 YAP"},
        {"PAY IN$10", "$10NI YAP"},
        {"PAY 10$ OR 5%", "5% RO 10$ YAP"},
        {"%5 OF IT", "TI FO %5"},
    };
    (void)state;
    expect_shown(cases, COUNT(cases));
}

static void a_hyphen_joins_and_brackets_hold_a_stretch(void **state)
{
    static const struct shown cases[] = {
        {"IN-5 mg", "5 mg-NI"},
        {"IN-10-20 mg", "10-20 mg-NI"},
        {"IN--5 c", "-5 c-NI"},
        {"TAKE.5 mg", "5 mg.EKAT"},
        {"TAKE - 5 mg", "5 mg - EKAT"},
        {"X 10, -5 c", "-5 c ,10 X"},
        {"X (5 mg, 10 mg) Y", "Y )10 mg ,5 mg( X"},
        {"X (r)-alpha acid Y", "Y (r)-alpha acid X"},
        {"X (abc) def Y", "Y (abc) def X"},
        {"X (abc (d3) ef) Y", "Y )abc (d3) ef( X"},
        {"X () Y", "Y )( X"},
    };
    (void)state;
    expect_shown(cases, COUNT(cases));
}

static void so_it_is_beyond_ascii(void **state)
{
    static const struct shown cases[] = {
        {"TAKE 1| OR |", "| RO 1| EKAT"},
        {"TAKE -| OR ~|", "~| RO -| EKAT"},
        {"TAKE 5 mg/m^ OR 10^.", ".10^ RO 5 mg/m^ EKAT"},
        {"AT _20 c", "_20 c TA"},
        {"AT`_20 c", "_20 c`TA"},
        {"AT_20 c", "20 c_TA"},
        {"X caf'e Y", "Y caf'e X"},
        {"X (abc (def) Y", "Y abc (def)( X"},
    };
    (void)state;
    expect_shown(cases, COUNT(cases));
}

/* A reference in English stays in order on a page in Arabic; a name in Hebrew on an English one. */
static void a_paragraph_of_the_other_direction_has_its_own(void **state)
{
    (void)state;
    assert_string_equal(seen("smith j. water (2010).", true), "smith j. water (2010).");
    assert_false(bidi_resolve(arena, STR("Smith J."), true).right_to_left);
    assert_true(bidi_resolve(arena, STR("5 \xD7\x90"), true).right_to_left);
    assert_string_equal(seen("dr. ABC will call.", false), "dr. CBA will call.");
    assert_null(bidi_resolve(arena, STR("caf\xC3\xA9, \xE6\xB0\xB4"), false).levels);
    assert_null(bidi_resolve(arena, STR(""), true).levels);
}

/* What the writer has isolated is not isolated again. */
static void the_writers_own_marks_hold(void **state)
{
    struct str text = STR("\xD7\x90 \xE2\x81\xA7" "5-6\xE2\x81\xA9 \xD7\x91"); /* RLI, PDI */
    struct bidi bidi = bidi_resolve(arena, text, true);
    (void)state;
    assert_true(bidi.right_to_left);
    assert_int_equal(bidi.levels[0], 1);
    assert_int_equal(bidi.levels[6] % 2, 0);
}

static void languages_have_their_direction(void **state)
{
    static const char *const leftward[] = {"ar", "ar-EG", "fa", "he", "ur-PK", "ckb", "pa-Arab",
                                           "ms-zlm-Arab", "iw", "prs-AF", "pa-PK", "ku-Arab-IQ",
                                           "uz-AF", "sd", "sd-Arab-IN", "ar-1996", "ff-Adlm"};
    static const char *const rightward[] = {"en", "arn", "h", "", "zh-Hant", "pa", "az", "ku",
                                            "ur-Latn", "sd-Deva-IN", "sd-IN", "pa-IN", "en-AF",
                                            "en-x-arab", "en-x-pk"};
    (void)state;
    for (size_t i = 0; i < COUNT(leftward); i++)
        assert_true(language_is_right_to_left(str_of(leftward[i])));
    for (size_t i = 0; i < COUNT(rightward); i++)
        assert_false(language_is_right_to_left(str_of(rightward[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unicodes_own_test_passes),
        cmocka_unit_test(doses_numbers_and_names_keep_their_order),
        cmocka_unit_test(signs_stay_with_their_number),
        cmocka_unit_test(a_hyphen_joins_and_brackets_hold_a_stretch),
        cmocka_unit_test(so_it_is_beyond_ascii),
        cmocka_unit_test(a_paragraph_of_the_other_direction_has_its_own),
        cmocka_unit_test(the_writers_own_marks_hold),
        cmocka_unit_test(languages_have_their_direction),
    };
    if (!unicode_data_is_ours("BidiCharacterTest.txt"))
        return TEST_SKIPPED;
    return cmocka_run_group_tests(tests, setup, teardown);
}
