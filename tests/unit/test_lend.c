/*
 * What a caller is asked for when characters are missing: a script at a time, with its signs.
 */
#include "unit.h"
#include "font_file.h"

#include "arena_unit.h"
#include "lend.h"

#include <string.h>

enum { ASKED_ROOM = 1024 };

/* Who is asked, what was asked so far, and a face to answer with, in regular; or none. */
struct asked {
    char questions[ASKED_ROOM];
    struct str face;
};

/* Notes each question, as "en bold:" and the characters. */
static bool note(void *context, const struct handout_font_wanted *wanted,
                 struct handout_font_found *found)
{
    struct asked *asked = context;
    struct builder b = {.arena = arena};
    builder_printf(&b, "%s %s:", wanted->language, wanted->bold ? "bold" : "regular");
    for (size_t i = 0; i < wanted->count; i++)
        builder_utf8(&b, wanted->characters[i]);
    strncat(asked->questions, builder_str(&b).ptr, ASKED_ROOM - strlen(asked->questions) - 2);
    strcat(asked->questions, "\n");
    assert_int_equal(wanted->refused, 0);
    *found = (struct handout_font_found){asked->face.ptr, asked->face.len, 0};
    return asked->face.ptr && !wanted->bold;
}

static const char *asked_for(const char *text, struct str face)
{
    static struct asked asked;
    struct fonts *fonts = fonts_open();
    struct demand demand = {.fonts = fonts, .arena = arena}, *pointer = &demand;
    struct handout_font_source source = {note, &asked};
    struct str all = str_of(text);
    asked = (struct asked){.face = face};
    for (size_t at = 0; at < all.len;) {
        uint32_t c = utf8_next(all, &at);
        demand_has(&pointer, c);
    }
    struct fonts *lent = demand.missing ? lend_faces(&demand, STR("zh-Hans"), &source) : NULL;
    assert_int_equal(!lent, !face.ptr);
    fonts_close(lent);
    fonts_close(fonts);
    return asked.questions;
}

static void a_script_is_asked_for_with_its_signs(void **state)
{
    (void)state;
    assert_string_equal(asked_for("Drink water, \u201Cplease\u201D. Пейте.", (struct str){0}), "");
    assert_string_equal(asked_for("。水", (struct str){0}),
                        "zh-Hans regular:。水\nzh-Hans regular:水\n");
}

/* One question for what a regular face has: half of it in bold would be worse than none. */
static void bold_is_asked_for_once(void **state)
{
    struct str inter = read_font(arena, FONTS "/truetype/inter-vf/Inter.var.ttf");
    (void)state;
    assert_string_equal(asked_for("⌘⌥⇧", inter), "zh-Hans regular:⇧⌘⌥\nzh-Hans bold:⇧⌘⌥\n");
}

/* Nobody had the first of them, so the next is asked for; what has no script comes last. */
static void scripts_are_not_mixed(void **state)
{
    const char *asked = asked_for("\u2603水\u0627", (struct str){0});
    (void)state;
    assert_non_null(strstr(asked, "regular:\u0627\n"));
    assert_non_null(strstr(asked, "regular:水\n"));
    assert_non_null(strstr(asked, "regular:\u2603\n"));
    assert_true(strstr(asked, "regular:\u2603\n") > strstr(asked, "regular:水\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_script_is_asked_for_with_its_signs),
        cmocka_unit_test(bold_is_asked_for_once),
        cmocka_unit_test(scripts_are_not_mixed),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
