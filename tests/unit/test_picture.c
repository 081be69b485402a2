/*
 * Pictures in the texts of references: what goes, what stays, and what is said of it.
 */
#include "read/csl_text.h"
#include "read/picture.h"
#include "unit.h"

static bool has_latin(const void *context, uint32_t c)
{
    (void)context;
    return c < 0x180;
}

/* Pictures that no font has go with what joins and colours them; letters and figures stay. */
static void test_pictures(void **state)
{
    static const char *const rows[][2] = {
        {"💚 Sleep, the 1️⃣ rule", "Sleep, the 1 rule"}, {"Sleep 👩🏽‍🌾.", "Sleep."},
        {"Sleep &#x1F6E0; well", "Sleep well"},           {"Sleep🎉(🇪🇸)", "Sleep()"},
        {"♀ and ❶ and 水", "♀ and ❶ and 水"},
    };
    struct charset latin = {has_latin, NULL, NULL};
    struct arena *arena = arena_new(NULL, NULL);
    struct italics italics;
    struct pictures pictures = {.charset = &latin};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_str(csl_text(arena, str_of(rows[i][0]), &pictures, NULL), rows[i][1]);
    csl_text(arena, STR("💚 x <i>E. coli 💚</i> y"), &pictures, &italics);
    assert_int_equal(italics.at[0].off, 2);
    assert_int_equal(italics.at[0].len, 7);
    assert_int_equal(pictures.count, PICTURES_NAMED);
    assert_int_equal(pictures.at[1], 0x1F469); /* neither the key's frame nor the skin */
    assert_true(pictures.more);
    arena_free(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pictures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
