/*
 * Where the words of Thai end.  The dictionary is libthai's; how many words it sees is its affair,
 * so only what any Thai reader would say is held here.
 */
#include "unit.h"

#include "arena_unit.h"
#include "layout/break.h"
#include "layout/thai.h"

/* The text with | where a line may end, spaces left as they are. */
static const char *parted(const struct thai *thai, const char *text)
{
    struct str all = str_of(text);
    bool *may = break_opportunities(arena, thai, all);
    struct builder shown = {.arena = arena};
    for (size_t i = 0; i < all.len; i++) {
        builder_char(&shown, all.ptr[i]);
        if (may[i] && i + 1 < all.len && all.ptr[i] != ' ')
            builder_char(&shown, '|');
    }
    return builder_str(&shown).ptr;
}

static void words_are_parted(void **state)
{
    struct thai *thai = NULL;
    (void)state;
    assert_true(thai_open(&thai));
    assert_non_null(thai); /* on Debian: apt install libthai-dev */
    assert_string_equal(parted(thai, "ดื่มน้ำวันละ"), "ดื่ม|น้ำ|วัน|ละ");
    assert_string_equal(parted(thai, "คุณดื่ม 250 mL ทุกวัน"), "คุณ|ดื่ม 250 mL ทุก|วัน");
    assert_string_equal(parted(thai, "ดื่มน้ำ อาหาร"), "ดื่ม|น้ำ อาหาร"); /* of one word */
    assert_string_equal(parted(thai, "น้ำ(ดี)"), "น้ำ(ดี)");
    assert_string_equal(parted(thai, "หน้า\u200Bที่"), "หน้า\u200B|ที่");
    thai_close(thai);
}

/* A mark that stands over a letter stays with it, whatever the dictionary thinks of the word. */
static void no_mark_begins_a_line(void **state)
{
    static const char *const texts[] = {"ที่ที่ที่",  "ก่ก่้า", "กกกกกกกกกก",
                                        "ๆๆฯฯ", "\u0E31\u0E33", "๑๒๓"};
    struct thai *thai = NULL;
    (void)state;
    assert_true(thai_open(&thai));
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct str text = str_of(texts[i]);
        bool *may = break_opportunities(arena, thai, text);
        for (size_t at = 0; at < text.len;) {
            size_t from = at;
            uint32_t c = utf8_next(text, &at);
            bool mark = c == 0xE31 || (c >= 0xE33 && c <= 0xE3A) || (c >= 0xE47 && c <= 0xE4E);
            if (mark && from && may[from - 1])
                fail_msg("\"%s\": a line begins with U+%04X", texts[i], (unsigned)c);
        }
    }
    thai_close(thai);
}

static void without_a_dictionary_lines_end_at_spaces(void **state)
{
    (void)state;
    assert_string_equal(parted(NULL, "ดื่มน้ำ วันละ"), "ดื่มน้ำ วันละ");
    assert_string_equal(parted(NULL, "ดื่ม\u200Bน้ำ"), "ดื่ม\u200B|น้ำ");
    assert_true(thai_is_in(STR("take ยา")));
    assert_false(thai_is_in(STR("\u0D05 \u0EA5 tiếng"))); /* its neighbours in the code */
    assert_false(thai_is_in(STR("")));
    thai_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_parted),
        cmocka_unit_test(no_mark_begins_a_line),
        cmocka_unit_test(without_a_dictionary_lines_end_at_spaces),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
