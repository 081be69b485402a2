/*
 * Where a line may end: all of Unicode's LineBreakTest.txt, and what must hold for any bytes.  The
 * ties on top of it are in test_layout_para.c.  "|" in an expectation: a line may end here.
 */
#include "unicode_data.h"

#include "chance.h"
#include "layout/break.h"

enum { TEXT_MOST = 400 };

/* ---- Unicode's own cases: × 0023 × 0020 ÷ 0023 ÷ # comment ---- */

/*
 * The cases that are answered otherwise, all for one reason: LB15a and LB15b stand for LB15.
 * Behind a closing or a straight mark a line may end though a bracket follows (the first four); an
 * opening mark keeps what stands behind its spaces, a closing one what stands before them.
 */
static const char *const otherwise[] = {
    "\" (", "\"\u0308 (", "\" \u2329", "\"\u0308 \u2329",
    "ambigu(« \u0308 »)(e\u0308)", "ambigu« ( \u0308 ) »(e\u0308)",
    "ambigu{« \u0308 »}(e\u0308)", "ambigu« { \u0308 } »(e\u0308)",
};

struct unicode_case {
    char text[TEXT_MOST];
    size_t length;
    bool may[TEXT_MOST];
};

static struct unicode_case case_of(char *line)
{
    struct unicode_case it = {.length = 0};
    *strchr(line, '#') = '\0';
    for (char *word = strtok(line, " \t"); word; word = strtok(NULL, " \t")) {
        if (strcmp(word, "÷") != 0 && strcmp(word, "×") != 0)
            it.length += utf8_put(it.text + it.length, (uint32_t)strtoul(word, NULL, 16));
        else if (it.length)
            it.may[it.length - 1] = strcmp(word, "÷") == 0;
    }
    it.may[it.length - 1] = false; /* the end is nobody's opportunity here */
    return it;
}

static bool is_otherwise(struct str text)
{
    for (size_t i = 0; i < COUNT(otherwise); i++)
        if (str_equal(text, str_of(otherwise[i])))
            return true;
    return false;
}

static void unicodes_cases_hold(void **state)
{
    static const size_t of_version_15 = 7654;
    char line[UNICODE_DATA_LINE];
    size_t cases = 0, others = 0;
    FILE *file = unicode_data("auxiliary/LineBreakTest.txt");
    (void)state;
    while (fgets(line, sizeof line, file)) {
        bool may[TEXT_MOST];
        if (*line == '#')
            continue;
        struct unicode_case it = case_of(line);
        struct str text = {it.text, it.length};
        break_unicode(text, may);
        bool same = memcmp(may, it.may, it.length) == 0;
        if (same == is_otherwise(text))
            fail_msg("\"%s\" is answered %s", it.text, same ? "as Unicode does" : "otherwise");
        cases++;
        others += !same;
    }
    assert_int_equal(cases, of_version_15);
    assert_int_equal(others, COUNT(otherwise));
    fclose(file);
}

/* ---- Texts ---- */

static void assert_breaks(const char *expected)
{
    char text[TEXT_MOST], found[TEXT_MOST];
    bool may[TEXT_MOST];
    size_t length = 0, put = 0;
    for (const char *c = expected; *c; c++)
        if (*c != '|')
            text[length++] = *c;
    break_unicode((struct str){text, length}, may);
    for (size_t i = 0; i < length; i++) {
        found[put++] = text[i];
        if (may[i])
            found[put++] = '|';
    }
    assert_str((struct str){found, put}, expected);
}

static void quotation_marks_know_their_side(void **state)
{
    static const char *const texts[] = {
        "say |“a |word” |(or |so)", "say |\"a |word\" |(or |so)", "« mot » |et |« mot »",
        "»Wort« |und |„Wort“ |(so)", "”ord” |(så)", "it’s |the |patients’ |(all)",
        "(« mot »)", "“‘a’ |b”",
        /* what makes a mark an opening one, which keeps the space behind it, or a closing one */
        "“« a", "x\u00A0« a", "x\u200B|« a", "\n|« a", "x« |a",
        "a »\u00A0b", "a »’ |b", "a »\u200B|b", "a »", "a »\n|b", "a »,", "a |»b",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
        assert_breaks(texts[i]);
}

static void scripts_without_spaces(void **state)
{
    static const char *const texts[] = {
        "水|を|飲|む。|お|茶|も|（緑|茶）|よ|い",   /* no line begins with a full stop or bracket */
        "キャッ|プ|ラー|メ|ン",                     /* nor with a small kana or a long vowel */
        "한|국|어 |문|장", "2|錠|を|1|日|に",
        /* Thai, Lao and Khmer: at a zero width space, not in a word */
        "กินน้ำ \u200B|กินยา",
        "ກິນນ້ຳ\u200B|ກິນຢາ", "ទឹក\u200B|ថ្នាំ",
        "word\u2060word", "a\u00A0b", "a\u200Db",
        "「 a", "a|「b", "$「5", "$|「b", "%(5", "%|(a",
        "$\U0001F02C", "\U0001F02C%", "\U0001F02C!", /* reserved for a picture */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
        assert_breaks(texts[i]);
}

static void flags_and_pictures(void **state)
{
    static const char *const texts[] = {
        "🇺🇸|🇫🇷|🇩", "🇺", "a |🇺🇸\u0301|🇫🇷", "👩\u200D👧|👍🏽|👍",
        "\u0301", "\u0301\u0301 |\u0301a", "\n|\u0301", "",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
        assert_breaks(texts[i]);
}

/* ---- Any bytes ---- */

/* Pieces that the rules speak of, and bytes that are no text. */
static struct str chance_text(uint32_t *seed, char *out, size_t pieces)
{
    static const struct {
        const char *bytes;
        size_t length;
    } all[] = {
        {"a", 1},        {" ", 1},        {"1", 1},       {"(", 1},       {")", 1},
        {"\"", 1},       {"-", 1},        {"/", 1},       {",", 1},       {"$", 1},
        {"%", 1},        {"\0", 1},       {"\xFF", 1},    {"\xE2\x80", 2}, {"\xCC\x81", 2},
        {"\u200D", 3},   {"\u200B", 3},   {"\u2060", 3},  {"\u00A0", 2},  {"\u05D0", 2},
        {"“", 3},        {"”", 3},        {"—", 3},       {"\uFFFC", 3},  {"漢", 3},
        {"ャ", 3},       {"한", 3},       {"ᄀ", 3},       {"\U0001F1FA", 4}, {"👍", 4},
        {"\U0001F3FD", 4}, {"\r", 1},     {"\xF4\x90", 2}, {"\u0E01", 3}, {"·", 2},
    };
    size_t length = 0;
    for (size_t i = 0; i < pieces; i++) {
        size_t piece = random_below(seed, COUNT(all));
        memcpy(out + length, all[piece].bytes, all[piece].length);
        length += all[piece].length;
    }
    return (struct str){out, length};
}

/* Whether only the end of a character, and none with a space behind it, has an opportunity. */
static void assert_sound(struct str text, const bool *may)
{
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        utf8_next(text, &at);
        for (size_t i = from; i + 1 < at; i++)
            assert_false(may[i]);
        assert_false(may[at - 1] && at == text.len);
        assert_false(may[at - 1] && text.ptr[at] == ' ' && text.ptr[at - 1] != '\r');
    }
}

static void any_bytes_have_an_answer(void **state)
{
    enum { TEXTS = 20000, PIECES = 12 };
    uint32_t seed = 1;
    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        char bytes[PIECES * 4];
        bool may[sizeof bytes];
        struct str text = chance_text(&seed, bytes, 1 + random_below(&seed, PIECES));
        break_unicode(text, may);
        assert_sound(text, may);
        for (size_t n = 0; n < text.len; n++) /* whatever its neighbours are, no byte is unset */
            assert_true(may[n] == false || may[n] == true);
        break_tie(text, may);
        assert_sound(text, may);
    }
}

/* What stands behind a line end does not depend on what stands before it. */
static void lines_are_broken_apart(void **state)
{
    enum { TEXTS = 5000, PIECES = 10 };
    uint32_t seed = 2;
    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        char bytes[PIECES * 8 + 1];
        bool whole[sizeof bytes], part[sizeof bytes];
        size_t first = chance_text(&seed, bytes, PIECES).len;
        bytes[first] = '\n';
        struct str second = chance_text(&seed, bytes + first + 1, PIECES);
        break_unicode((struct str){bytes, first + 1 + second.len}, whole);
        break_unicode(second, part);
        assert_memory_equal(whole + first + 1, part, second.len);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unicodes_cases_hold),
        cmocka_unit_test(quotation_marks_know_their_side),
        cmocka_unit_test(scripts_without_spaces),
        cmocka_unit_test(flags_and_pictures),
        cmocka_unit_test(any_bytes_have_an_answer),
        cmocka_unit_test(lines_are_broken_apart),
    };
    if (!unicode_data_is_ours("auxiliary/LineBreakTest.txt"))
        return TEST_SKIPPED;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
