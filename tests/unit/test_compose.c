/*
 * A table of single changes to a full sheet, as sheet_dump() writes it, with the line that must
 * then be there, or must not.  Whole sheets are in tests/golden.
 */
#include "compose/compose.h"
#include "read/labels_read.h"

#include "compose_samples.h"
#include "unit.h"

/* The caller frees the arena, which the text lives in. */
static const char *dump(struct arena *arena, const struct sample *sample)
{
    struct builder out = {.arena = arena};
    const struct clinic *clinic = sample->without_clinic ? NULL : &sample->clinic;
    struct labels labels;
    labels_read(arena, sample->article.language, &labels);
    const struct sheet *sheet = compose(arena, &sample->article, clinic, &labels);
    sheet_dump(sample->without_letterhead ? compose_without_letterhead(arena, sheet) : sheet,
               &out);
    return builder_str(&out).ptr;
}

/* ---- Single changes ---- */

static void no_change(struct sample *s)
{
    (void)s;
}

static void no_clinic(struct sample *s)
{
    s->without_clinic = true;
}

static void no_letterhead(struct sample *s)
{
    s->without_letterhead = true;
}

static void no_phone(struct sample *s)
{
    s->clinic.phone = (struct text){0};
}

static void only_website(struct sample *s)
{
    s->clinic.phone = s->clinic.email = (struct text){0};
}

static void only_address(struct sample *s)
{
    only_website(s);
    s->clinic.website = (struct text){0};
}

static void bare_website(struct sample *s)
{
    s->clinic.website = (struct text)T("example.org/?u=http://a");
}

static void own_plan(struct sample *s)
{
    static const struct text labels[] = {T("Dose"), T("When")};
    s->clinic.plan = PLAN_LABELS;
    s->clinic.plan_labels = (struct texts)LIST(labels);
}

static void own_labels(struct sample *s)
{
    static const struct own_label labels[] = {
        {{"phone", 5}, T("Tel. {0}")},
        {{"hours", 5}, T("open {0} only")},
        {{"cautions", 8}, T("Be careful")},
        {{"reviewed_by_on", 14}, T("{1}: {0}")},
        {{"no-such-label", 13}, T("never printed")},
    };
    s->clinic.labels = (struct own_labels)LIST(labels);
}

static void no_article_disclaimer(struct sample *s)
{
    s->article.disclaimer = (struct text){0};
}

static void no_disclaimer(struct sample *s)
{
    s->article.disclaimer = s->clinic.disclaimer = (struct text){0};
    s->clinic.supplement = SUPPLEMENT_NONE;
}

static void only_statement(struct sample *s)
{
    no_disclaimer(s);
    s->clinic.supplement = SUPPLEMENT_PLURAL;
}

static void no_references(struct sample *s)
{
    s->article.references = (struct references){0};
}

static void no_fine_print(struct sample *s)
{
    no_references(s);
    no_disclaimer(s);
}

static void no_amount(struct sample *s)
{
    s->article.dosage.amount = (struct text){0};
}

static void no_lists(struct sample *s)
{
    s->article.ask_first = s->article.stop_and_call = s->article.unknowns = (struct texts){0};
    s->article.dosage.steps = (struct texts){0};
}

static void odd_spaces(struct sample *s)
{
    s->article.title = (struct text)T("  A \t\n B ");
    s->article.summary = (struct text)T("5\xC2\xA0g  \"now\" ");
}

static void odd_titles(struct sample *s)
{
    static const struct point points[] = {
        {T("Why?"), T("a")},
        {T("Note:"), T("b")},
        {T("So “he said.”"), T("c")},
        {T("In…"), T("d")},
    };
    s->article.benefits = (struct points)LIST(points);
}

static void british(struct sample *s)
{
    s->article.language = STR("en-GB");
}

static void swedish(struct sample *s)
{
    s->article.language = STR("sv");
}

static void plain_english(struct sample *s)
{
    s->article.language = STR("EN-Latn");
}

static void only_reviewer(struct sample *s)
{
    s->article.review.on_date.year = 0;
}

static void only_review_date(struct sample *s)
{
    s->article.review.by = (struct text){0};
}

static void source_without_url(struct sample *s)
{
    s->article.published.url = (struct text){0};
}

static void source_without_title(struct sample *s)
{
    s->article.published.title = (struct text){0};
}

static const struct {
    void (*change)(struct sample *);
    const char *present, *absent;
} changes[] = {
    {no_change, "paragraph amount \"**5 g**\"", "letterhead blank"},
    {no_clinic, "columns", "letterhead"},
    {no_clinic, "paragraph quiet \"From", "letterhead"},
    {no_clinic, "accent #1B5E5A", "author"},
    {no_letterhead, "letterhead blank\n", "row letterhead"},
    {no_phone, "row letterhead\n      paragraph \"**Clinic**\"\n      paragraph "
               "\"[a@example.org](mailto:a@example.org)\"", "Phone"},
    {only_website, "paragraph \"**Clinic**\"\n      paragraph \"[example.org]", "mailto"},
    {only_address, "paragraph \"**Clinic**\"\n    row title", "[example.org]("},
    {only_address, "\"Hours: Mon–Fri · Fax 555-0101\"", "Phone"},
    {bare_website, "[example.org/?u=http://a](https://example.org/?u=http://a)", "](example"},
    {own_plan, "blank line\"\n        paragraph \"Dose\"\n        paragraph \"When\"\nmy-questions",
     "How often"},
    {own_labels, "paragraph \"Tel. [555-0100](tel:5550100 \"Call 555-0100\")\"", "Phone"},
    {own_labels, "\"open Mon–Fri only · Tel. [555-0100]", "Hours"},
    {own_labels, "heading 2 \"Be careful\"", "Cautions"},
    {own_labels, " · March 4, 2025: Dr. Kim · x\"", "never printed"},
    {no_change, "\"No advice.\"", "The clinic’s own."},
    {no_article_disclaimer, "\"The clinic’s own.\"", "No advice."},
    {no_disclaimer, "group fine name=\"References\"", "Disclaimer"},
    {only_statement, "heading 2 \"Disclaimer\"\n        paragraph \"**These statements have not "
                     "been evaluated by the Food and Drug Administration. This product is not "
                     "intended to diagnose, treat, cure, or prevent any disease.**\"",
     "This statement"},
    {no_references, "columns\n      group fine name=\"Disclaimer\"", "References"},
    {no_fine_print, "\"Emergency: 911\"\n    group contact", "fine"},
    {no_amount, "heading 2 \"How to take it\"\n        paragraph \"By mouth.\"", "amount"},
    {no_lists, "columns", "numbered\n          item \"One\""},
    {no_lists, "item \"Ask first.\"\n    columns", "Ask us"},
    {odd_spaces, "heading 1 title \"A B\"", "\"A B \""},
    {odd_spaces, "summary \"5\\u00a0g \\\"now\\\"\"", "\t"},
    {odd_titles, "item \"**Why?** a\"\n          item \"**Note:** b\"\n", ":**:"},
    {odd_titles, "item \"**So “he said.”** c\"\n          item \"**In…** d\"\n", "…:"},
    {british, "Updated 1 November 2024", "November 1"},
    {swedish, "Updated 2024-11-01 · Reviewed by Dr. Kim on 2025-03-04 · x\"", "November"},
    {plain_english, "Updated November 1, 2024", "2024-11-01"},
    {only_reviewer, " · Reviewed by Dr. Kim · x\"", "March"},
    {only_review_date, " · Reviewed March 4, 2025 · x\"", "Kim"},
    {source_without_url, "quiet \"From the article “X: A Tale” · Updated", "example.org/x"},
    {source_without_title, "quiet \"[example.org/x](https://example.org/x) · Updated", "From the"},
};

static void test_changes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(changes); i++) {
        struct arena *arena = arena_new(NULL, NULL);
        struct sample sample = full_sample();
        changes[i].change(&sample);
        const char *text = dump(arena, &sample);
        if (!strstr(text, changes[i].present) || strstr(text, changes[i].absent))
            fail_msg("row %zu: want <%s>, not <%s>, in:\n%s", i, changes[i].present,
                     changes[i].absent, text);
        arena_free(arena);
    }
}

static void test_lent_heading(void **state)
{
    struct arena *arena = arena_new(NULL, NULL);
    struct sample sample = full_sample();
    struct builder out = {.arena = arena};
    struct labels labels;
    (void)state;
    labels_read(arena, STR("es"), &labels);
    labels.wording[LABEL_UNKNOWNS] = STR("Lent");
    labels.lent[LABEL_UNKNOWNS] = true;
    sheet_dump(compose(arena, &sample.article, NULL, &labels), &out);
    const char *text = builder_str(&out).ptr, *tagged = strstr(text, "language=\"en\"");
    assert_non_null(strstr(text, "heading 2 language=\"en\" \"Lent\""));
    assert_null(strstr(tagged + 1, "language=\"en\""));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_lent_heading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
