/*
 * Every label file: that it is whole, that a page can print it, and which one a tag gets.
 */
#include "unit.h"

#include "arena_unit.h"
#include "compose/date.h"
#include "font/font.h"
#include "model/section.h"
#include "read/labels_read.h"
#include "report.h"

static struct labels labels_of(const char *tag)
{
    struct labels labels;
    labels_read(arena, str_of(tag), &labels);
    return labels;
}

/* ---- Every file ---- */

static struct str file_text(const struct label_file *file)
{
    return (struct str){(const char *)file->bytes, *file->size};
}

/* A section may wait for its translations; other labels may not. */
static bool is_heading(int label)
{
    for (size_t i = 0; i < SECTION_COUNT; i++)
        if ((int)sections[i].label == label)
            return true;
    return false;
}

static void each_file_has_each_label_and_no_other(void **state)
{
    (void)state;
    assert_true(label_file_count >= 32);
    for (size_t i = 0; i < label_file_count; i++) {
        struct source source = {str_of(label_files[i].tag), file_text(&label_files[i])};
        struct diags diags;
        struct labels labels;
        diags_init(&diags, arena, true);
        labels_parse(arena, &diags, &source, source.name, &labels);
        for (const struct diag *d = diags.first; d; d = d->next)
            print_message("%s.json: %.*s: %.*s\n", label_files[i].tag, STR_ARGS(d->message),
                          STR_ARGS(d->hint));
        assert_int_equal(diags.count, 0);
        bool may_lack = !str_equal(source.name, STR("en"));
        for (int label = 0; label < LABEL_COUNT; label++)
            if (!labels.wording[label].len && !(may_lack && is_heading(label)))
                fail_msg("%s.json has no label %d", label_files[i].tag, label);
    }
}

static int count_of(struct str text, const char *part)
{
    int count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += str_starts(str_part(text, i, text.len), str_of(part));
    return count;
}

static void each_file_is_named_after_its_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < label_file_count; i++) {
        struct builder field = {.arena = arena};
        builder_printf(&field, "\"language\": \"%s\"", label_files[i].tag);
        assert_int_equal(count_of(file_text(&label_files[i]), builder_str(&field).ptr), 1);
    }
}

static void what_is_filled_in_stands_in_every_language(void **state)
{
    static const char *const in_labels[] = {"{0}", "{1}", "{", "}"};
    static const char *const in_dates[] = {"{day}", "{month}", "{year}"};
    struct labels english = labels_of("en");
    (void)state;
    for (size_t i = 0; i < label_file_count; i++) {
        struct labels labels = labels_of(label_files[i].tag);
        for (int label = 0; label < LABEL_COUNT; label++)
            for (size_t p = 0; p < COUNT(in_labels); p++)
                if (count_of(labels.wording[label], in_labels[p]) !=
                    count_of(english.wording[label], in_labels[p]))
                    fail_msg("%s: \"%.*s\" and %s", label_files[i].tag,
                             STR_ARGS(labels.wording[label]), in_labels[p]);
        for (size_t p = 0; p < COUNT(in_dates); p++)
            assert_int_equal(count_of(labels.date.pattern, in_dates[p]), 1);
        assert_int_equal(count_of(labels.date.pattern, "{"), 3);
    }
}

static void english_lends_what_a_language_lacks(void **state)
{
    struct labels english = labels_of("en"), spanish = labels_of("es"), before = spanish;
    (void)state;
    spanish.wording[LABEL_UNKNOWNS] = STR("");
    labels_lend(&spanish, &english);
    for (int label = 0; label < LABEL_COUNT; label++)
        assert_int_equal(spanish.lent[label], before.lent[label] || label == LABEL_UNKNOWNS);
    assert_str(spanish.wording[LABEL_UNKNOWNS], "What we do not know yet");
    assert_str(spanish.wording[LABEL_CAUTIONS], "Precauciones");
}

/* ---- Glyphs ---- */

static void assert_printable(const struct fonts *fonts, const char *tag, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (c == UTF8_BAD || !fonts_has(fonts, c))
            fail_msg("%s: no glyph for U+%04X in \"%.*s\"", tag, (unsigned)c, STR_ARGS(text));
    }
    for (int style = FONT_REGULAR; style <= FONT_ITALIC; style++) {
        struct glyphs glyphs = font_shape(fonts, arena, text, (enum font_style)style, NULL);
        for (size_t g = 0; g < glyphs.count; g++)
            if (glyphs.at[g].id == 0)
                fail_msg("%s: no glyph in style %d in \"%.*s\"", tag, style, STR_ARGS(text));
    }
}

static bool has_no_font(const void *context, uint32_t c)
{
    (void)context;
    (void)c;
    return false;
}

/* Other letters than these are printed with fonts of the machine: see tests/scripts. */
static bool is_in_our_letters(const char *tag)
{
    static const char *const tags[] = {"en", "de", "es", "fr", "ht", "pl", "pt",
                                       "ru", "so", "tl", "uk", "vi"};
    bool ours = false;
    for (size_t i = 0; i < COUNT(tags); i++)
        ours = ours || strcmp(tag, tags[i]) == 0;
    return ours;
}

static void each_label_can_be_printed_in_each_style(void **state)
{
    struct fonts *fonts = fonts_open();
    (void)state;
    for (size_t i = 0; i < label_file_count; i++) {
        struct labels labels = labels_of(label_files[i].tag);
        if (!is_in_our_letters(label_files[i].tag))
            continue;
        for (int label = 0; label < LABEL_COUNT; label++)
            assert_printable(fonts, label_files[i].tag, labels.wording[label]);
        for (int month = 0; month < MONTH_COUNT; month++)
            assert_printable(fonts, label_files[i].tag, labels.date.months[month]);
        assert_printable(fonts, label_files[i].tag, labels.date.pattern);
    }
    fonts_close(fonts);
}

static void what_no_font_has_is_lent_by_english(void **state)
{
    struct fonts *fonts = fonts_open();
    struct charset ours = {fonts_has, fonts, NULL}, nothing = {has_no_font, NULL, NULL};
    struct labels persian = labels_of("fa"), english = labels_of("en"), french = labels_of("fr");
    (void)state;
    labels_keep_printable(arena, &ours, &persian);
    for (int label = 0; label < LABEL_COUNT; label++) {
        assert_true(persian.lent[label]);
        assert_true(str_equal(persian.wording[label], english.wording[label]));
    }
    assert_str(date_text(arena, (struct date){2024, 11, 1}, &persian.date), "2024-11-01");
    labels_keep_printable(arena, &ours, &french);
    assert_false(french.lent[LABEL_DISCLAIMER]);
    labels_keep_printable(arena, &nothing, &french);
    assert_str(french.wording[LABEL_REFERENCES], "References");
    assert_str(french.wording[LABEL_DISCLAIMER], "Avertissement");
    assert_str(french.colon, ":");
    fonts_close(fonts);
}

/* ---- Which file ---- */

static void a_tag_gets_its_file_or_a_more_general_one(void **state)
{
    static const struct {
        const char *tag;
        bool found;
        const char *plan;
    } cases[] = {
        {"en", true, "Your plan"},         {"en-US", true, "Your plan"},
        {"en-GB", true, "Your plan"},      {"es", true, "Su plan"},
        {"es-MX", true, "Su plan"},        {"ES-419", true, "Su plan"},
        {"vi", true, "Kế hoạch của quý vị"}, {"ru-Cyrl-RU", true, "Ваш план"},
        {"uk-UA", true, "Ваш план"},       {"fr-CA-x-clinic", true, "Votre plan"},
        {"el", false, "Your plan"},        {"esp", false, "Your plan"},
        {"e", false, "Your plan"},         {"", false, "Your plan"},
        {"sv-FI", false, "Your plan"},     {"-es", false, "Your plan"},
        {"de-AT", true, "Ihr Plan"},       {"pt-BR", true, "Seu plano"},
        {"zh", true, "您的计划"},          {"zh-CN", true, "您的计划"},
        {"zh-SG", true, "您的计划"},       {"cmn", true, "您的计划"},
        {"zh-TW", true, "您的計畫"},       {"zh-Hant-HK", true, "您的計畫"},
        {"ZH-hk", true, "您的計畫"},       {"fil-PH", true, "Ang inyong plano"},
        {"pa-IN", true, "ਤੁਹਾਡੀ ਯੋਜਨਾ"},     {"pa-Arab-PK", false, "Your plan"},
        {"pa-PK", false, "Your plan"},     {"iw", true, "התוכנית שלך"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct labels labels;
        bool found = labels_read(arena, str_of(cases[i].tag), &labels);
        if (found != cases[i].found)
            fail_msg("\"%s\" is %sfound", cases[i].tag, found ? "" : "not ");
        assert_str(labels.wording[LABEL_PLAN], cases[i].plan);
    }
}

/* ---- Dates ---- */

static void dates_are_written_as_the_language_writes_them(void **state)
{
    static const struct {
        const char *tag;
        struct date date;
        const char *expected;
    } cases[] = {
        {"en", {2024, 11, 1}, "November 1, 2024"},
        {"en-US", {2024, 1, 31}, "January 31, 2024"},
        {"EN-Latn-us", {2024, 11, 1}, "November 1, 2024"},
        {"en-GB", {2024, 11, 1}, "1 November 2024"},
        {"en-001", {2024, 11, 1}, "1 November 2024"},
        {"en-Latn-AU", {2024, 11, 1}, "1 November 2024"},
        {"en-x-gb", {2024, 11, 1}, "November 1, 2024"},
        {"es", {2024, 11, 1}, "1 de noviembre de 2024"},
        {"es-MX", {2025, 12, 24}, "24 de diciembre de 2025"},
        {"fr", {2024, 11, 1}, "1er novembre 2024"},
        {"fr-CA", {2024, 8, 21}, "21 août 2024"},
        {"ru", {2024, 11, 1}, "1 ноября 2024\u00A0г."},
        {"ru", {2025, 5, 9}, "9 мая 2025\u00A0г."},
        {"uk", {2024, 11, 1}, "1 листопада 2024\u00A0р."},
        {"vi", {2024, 11, 1}, "ngày\u00A01 tháng\u00A011 năm\u00A02024"},
        {"de", {2024, 11, 1}, "1. November 2024"},
        {"pl", {2025, 3, 4}, "4 marca 2025"},
        {"so", {2024, 11, 1}, "Noofeembar 1, 2024"},
        {"ht", {2024, 11, 1}, "1ye novanm 2024"},
        {"zh-Hans", {2024, 11, 1}, "2024年11月1日"},
        {"ko", {2024, 11, 1}, "2024년 11월 1일"},
        {"he", {2024, 11, 1}, "1 בנובמבר 2024"},
        {"ur", {2024, 11, 1}, "1 نومبر، 2024"},
        {"ar", {2024, 11, 1}, "1 نوفمبر 2024"},
        {"ne", {2024, 11, 1}, "२०२४ नोभेम्बर १"},
        {"bn", {2024, 11, 1}, "১ নভেম্বর, ২০২৪"},
        {"hy", {2024, 11, 1}, "2024 թ. նոյեմբերի 1"},
        {"th", {2024, 11, 1}, "1 พฤศจิกายน พ.ศ.\u00A02567"},
        {"fa", {2024, 11, 1}, "۱۱ آبان ۱۴۰۳"},
        {"fa", {2024, 3, 19}, "۲۹ اسفند ۱۴۰۲"}, /* years of 365 and of 366 days */
        {"fa", {2024, 3, 20}, "۱ فروردین ۱۴۰۳"},
        {"fa", {2025, 3, 20}, "۳۰ اسفند ۱۴۰۳"},
        {"fa", {2025, 3, 21}, "۱ فروردین ۱۴۰۴"},
        {"fa", {1979, 2, 11}, "۲۲ بهمن ۱۳۵۷"},
        {"fa", {2024, 9, 21}, "۳۱ شهریور ۱۴۰۳"},
        {"fa", {2024, 9, 22}, "۱ مهر ۱۴۰۳"},
        {"fa", {600, 1, 1}, "0600-01-01"},
        {"el", {2024, 11, 1}, "2024-11-01"},
        {"en", {2024, 11, 0}, "2024-11"},
        {"fr", {2024, 0, 0}, "2024"},
        {"fr", {0, 0, 0}, ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct labels labels = labels_of(cases[i].tag);
        assert_str(date_text(arena, cases[i].date, &labels.date), cases[i].expected);
    }
}

/* ---- A file that is not whole, as who adds a language meets it ---- */

static void faults_of_a_file_are_found(void **state)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"", "empty-file"},
        {"[]", "wrong-type@1:1"},
        {"{\"language\": \"xx\", \"name\": \"X\", \"labels\": 1, \"date\": \"{day}\","
         " \"confirmed\": 0}",
         "wrong-type@1:43 wrong-type@1:54 wrong-type@1:76"},
        {"{\"language\": \"xx\", \"name\": \"X\", \"labels\": {}}", "missing-field@1:1"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct source source = {STR("xx"), str_of(cases[i].text)};
        struct diags diags;
        struct labels labels;
        diags_init(&diags, arena, false);
        labels_parse(arena, &diags, &source, source.name, &labels);
        const char *actual = report(&diags);
        if (strncmp(actual, cases[i].expected, strlen(cases[i].expected)) != 0)
            fail_msg("%s\n  got %s", cases[i].text, actual);
        assert_true(diags.errors > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_file_has_each_label_and_no_other),
        cmocka_unit_test(each_file_is_named_after_its_language),
        cmocka_unit_test(what_is_filled_in_stands_in_every_language),
        cmocka_unit_test(english_lends_what_a_language_lacks),
        cmocka_unit_test(each_label_can_be_printed_in_each_style),
        cmocka_unit_test(what_no_font_has_is_lent_by_english),
        cmocka_unit_test(a_tag_gets_its_file_or_a_more_general_one),
        cmocka_unit_test(dates_are_written_as_the_language_writes_them),
        cmocka_unit_test(faults_of_a_file_are_found),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
