/*
 * The clinic's fields, and what article and clinic must have between them.
 */
#include "base/array.h"
#include "base/unicode.h"
#include "read/fields.h"
#include "read/text_check.h"
#include "read/unfilled.h"
#include "read/values.h"
#include "read/wrong_file.h"

#include <assert.h>

/* ---- How to reach the clinic ---- */

static void address_read(struct reader *r, const struct json *value, void *to)
{
    texts_read_as(r, value, to, text_read, ADDRESS_MAX);
}

static void email_read(struct reader *r, const struct json *value, void *to)
{
    formed_text_read(r, value, to, email_has_form, DIAG_BAD_EMAIL);
}

/* The page calls it a number; how a number is written differs too much for more. */
static void number_read(struct reader *r, const struct json *value, void *to)
{
    struct text *number = to;
    bool has_digit = false;
    text_read(r, value, number);
    for (size_t at = 0; at < number->str.len;)
        has_digit = unicode_category(utf8_next(number->str, &at)) == UNICODE_ND || has_digit;
    if (number->str.len && !has_digit)
        diag_add(r->diags, DIAG_NO_NUMBER, number->at, text_excerpt(r->arena, number->str));
}

static void website_read(struct reader *r, const struct json *value, void *to)
{
    formed_text_read(r, value, to, website_has_form, DIAG_BAD_URL);
}

/* ---- Languages ---- */

static void clinic_language_read(struct reader *r, const struct json *value, void *to)
{
    language_read(r, value, to);
}

/* A text, or one with its language. */
static void language_help_read(struct reader *r, const struct json *value, void *to)
{
#define AT(member) offsetof(struct clinic, member)
    static const struct field fields[] = {
        {"language", clinic_language_read, AT(language_help_language),
         "name the language of the text"},
        {"text", text_read, AT(language_help), "write the text"},
    };
#undef AT
    static const struct shape shape = {"the help in another language", fields,
                                       FIELD_COUNT(fields), NULL, NULL};
    struct clinic *clinic = to;
    if (value->kind == JSON_OBJECT)
        object_read(r, value, &shape, to);
    else
        text_read(r, value, &clinic->language_help);
}

/* ---- Looks ---- */

static void accent_read(struct reader *r, const struct json *value, void *to)
{
    struct clinic *clinic = to;
    if (formed_text_read(r, value, &clinic->accent, color_has_form, DIAG_BAD_COLOR))
        clinic->accent_rgb = color_value(clinic->accent.str);
}

static void plan_fields_read(struct reader *r, const struct json *value, void *to)
{
    struct clinic *clinic = to;
    clinic->plan = PLAN_LABELS; /* also if it is faulty: the clinic did not ask for the default */
    if (value->kind == JSON_LIST && !value->count)
        diag_add(r->diags, DIAG_EMPTY_LIST, place_of(r, value), path_text(r),
                 STR("write at least one item; for no plan, \"plan\": false"));
    else
        texts_read_as(r, value, &clinic->plan_labels, title_read, ITEMS_MAX);
}

static void fillable_read(struct reader *r, const struct json *value, void *to)
{
    struct clinic *clinic = to;
    clinic->fillable = bool_read(r, value, false);
}

static void plan_read(struct reader *r, const struct json *value, void *to)
{
    static const struct field fields[] = {
        {"fields", plan_fields_read, 0, NULL},
        {"fillable", fillable_read, 0, NULL},
    };
    static const struct shape shape = {"the plan", fields, FIELD_COUNT(fields), NULL, NULL};
    struct clinic *clinic = to;
    if (value->kind == JSON_BOOL && !value->boolean)
        clinic->plan = PLAN_OFF;
    else if (value->kind == JSON_LIST)
        plan_fields_read(r, value, to);
    else if (value->kind == JSON_OBJECT)
        object_read(r, value, &shape, to);
    else
        wrong_type(r, value, "a list of texts, an object, or false");
}

static const char *const section_names[] = {
#define SECTION(id, field, ...) #field,
#include "model/section.def"
#undef SECTION
    NULL};

/* Adds the section, where the list does not name it yet. */
static void ordered_read(struct reader *r, const struct json *value, void *to)
{
    struct section_order *order = to;
    int choice = choice_read(r, value, section_names, "section");
    for (size_t i = 0; choice >= 0 && i < order->count; i++)
        if (order->at[i] == (size_t)choice) {
            diag_add(r->diags, DIAG_TWICE, place_of(r, value), value->string);
            return;
        }
    if (choice >= 0)
        order->at[order->count++] = (size_t)choice;
}

static void order_read(struct reader *r, const struct json *value, void *to)
{
    if (list_check(r, value, "a list of texts, the names of sections", 1, SECTION_COUNT))
        list_read(r, value, ordered_read, to, 0);
}

static void plan_times_read(struct reader *r, const struct json *value, void *to)
{
    struct clinic *clinic = to;
    clinic->plan_times = bool_read(r, value, false);
}

static void my_questions_read(struct reader *r, const struct json *value, void *to)
{
    struct clinic *clinic = to;
    clinic->without_my_questions = !bool_read(r, value, true);
}

static void qr_read(struct reader *r, const struct json *value, void *to)
{
    static const char *const names[] = {"none", "contact", "website", "source", NULL};
    struct clinic *clinic = to;
    int choice = choice_read(r, value, names, "content of the QR code");
    clinic->qr = choice < 0 ? QR_NONE : (enum qr_choice)choice;
    clinic->qr_at = place_of(r, value);
}

static void citation_read(struct reader *r, const struct json *value, void *to)
{
    static const char *const names[] = {"ama", "apa", NULL};
    enum citation_choice *citation = to;
    int choice = choice_read(r, value, names, "citation style");
    *citation = choice == 1 ? CITATION_APA : CITATION_AMA;
}

static void supplement_read(struct reader *r, const struct json *value, void *to)
{
    static const char *const names[] = {"none", "singular", "plural", NULL};
    enum supplement_choice *supplement = to;
    int choice = choice_read(r, value, names, "supplement statement");
    *supplement = choice < 0 ? SUPPLEMENT_NONE : (enum supplement_choice)choice;
}

static void fonts_read(struct reader *r, const struct json *value, void *to)
{
#define AT(member) offsetof(struct clinic, member)
    static const struct field fields[] = {
        {"regular", hidden_text_read, AT(font_regular), NULL},
        {"bold", hidden_text_read, AT(font_bold), NULL},
        {"italic", hidden_text_read, AT(font_italic), NULL},
    };
#undef AT
    static const struct shape shape = {"the fonts", fields, FIELD_COUNT(fields), NULL, NULL};
    object_read(r, value, &shape, to);
}

/* ---- Own wording ---- */

struct label_list {
    ARRAY(struct own_label);
};

/* A wording without its {0} would drop what should stand there, such as the phone number. */
static void check_placeholders(struct reader *r, const struct text *wording, enum label label)
{
    static const char *const placeholders[] = {"{0}", "{1}"};
    struct str usual = r->usual->wording[label];
    for (size_t i = 0; i < FIELD_COUNT(placeholders); i++) {
        struct str p = str_of(placeholders[i]);
        if (str_contains(usual, p) && !str_contains(wording->str, p))
            diag_add(r->diags, DIAG_BAD_LABEL, wording->at, path_text(r), p, usual);
    }
}

static void label_read(struct reader *r, const struct json *value, void *to)
{
    struct label_list *list = to;
    struct own_label own = {.key = value->key};
    title_read(r, value, &own.wording);
    if (!own.wording.str.ptr)
        return; /* a label that could not be read keeps its usual wording */
    assert(label_find(own.key) < LABEL_COUNT); /* a row of the table has called */
    check_placeholders(r, &own.wording, label_find(own.key));
    *ARRAY_PUSH(r->arena, list) = own;
}

/* Each label is a row of the table, so that a misspelt one is found as a misspelt field is. */
static void own_labels_read(struct reader *r, const struct json *value, void *to)
{
    static const struct field fields[] = {
#define LABEL(id, key) {key, label_read, 0, NULL},
#include "model/labels.def"
#undef LABEL
    };
    static const struct shape shape = {"the labels", fields, FIELD_COUNT(fields), NULL, NULL};
    struct own_labels *labels = to;
    struct label_list list = {0};
    object_read(r, value, &shape, &list);
    *labels = (struct own_labels){list.at, list.count};
}

/* ---- What a review is to find ---- */

static void level_read(struct reader *r, const struct json *value, void *to)
{
    static const char *const names[] = {"off", "note", "warning", "error", NULL};
    enum rule_level *level = to;
    int choice = choice_read(r, value, names, "weight of a rule");
    assert(RULE_OFF + choice <= RULE_AS_ERROR);
    *level = choice < 0 ? RULE_AS_IS : (enum rule_level)(RULE_OFF + choice);
}

/* Each rule is a row, as each label is. */
static void rules_read(struct reader *r, const struct json *value, void *to)
{
    static const struct field fields[] = {
#define RULE(id, slug, severity, message, hint, source)                                           \
    {slug, level_read, offsetof(struct rule_levels, of[RULE_##id]), NULL},
#include "base/rule.def"
#undef RULE
    };
    static const struct shape shape = {"the rules", fields, FIELD_COUNT(fields), NULL, NULL};
    object_read(r, value, &shape, to);
}

/* ---- Words of its own ---- */

enum { OWN_WORDS_MAX = 200 }; /* more is a lexicon, not a clinic file */

static void own_word_read(struct reader *r, const struct json *value, void *to)
{
#define AT(member) offsetof(struct own_word, member)
    static const struct field fields[] = {
        {"term", title_read, AT(term), "write the word or phrase"},
        {"say", title_read, AT(say), NULL},
        {"severity", level_read, AT(level), NULL},
    };
#undef AT
    static const struct shape shape = {"a word", fields, FIELD_COUNT(fields), NULL, NULL};
    object_read(r, value, &shape, to);
}

static void own_words_read(struct reader *r, const struct json *value, void *to)
{
    struct own_words *words = to;
    if (!list_check(r, value, "a list of words", 0, OWN_WORDS_MAX))
        return;
    struct own_word *at = ARENA_ARRAY(r->arena, value->count, struct own_word);
    list_read(r, value, own_word_read, at, sizeof *at);
    *words = (struct own_words){at, value->count};
}

/* ---- The clinic ---- */

#define AT(member) offsetof(struct clinic, member)
#define FIELD(name, reader, at, missing) {name, reader, at, missing},
static const struct field clinic_fields[] = {
#include "read/clinic_field.def"
};
#undef FIELD
#undef AT

static const struct shape clinic_shape = {"a clinic", clinic_fields, FIELD_COUNT(clinic_fields),
                                          NULL, NULL};

void clinic_read(struct arena *arena, struct diags *diags, const struct charset *charset,
                 const struct labels *usual, struct clinic *clinic, const struct json **tree)
{
    struct reader r = {.arena = arena, .diags = diags, .charset = charset, .usual = usual,
                       .source = &clinic->source, .whole = "the clinic"};
    *tree = file_parse(arena, diags, &clinic->source, FILE_CLINIC);
    if (!*tree || wrong_file_kind(diags, &clinic->source, *tree, FILE_CLINIC)
        || !object_read(&r, *tree, &clinic_shape, clinic))
        return;
    clinic->place = place_of(&r, *tree);
    clinic->unfilled = unfilled_check(&r, *tree, FILE_CLINIC);
    if (!clinic->address.place.source && !clinic->phone.at.source && !clinic->email.at.source
        && !clinic->website.at.source)
        diag_plain(diags, DIAG_NO_CONTACT, clinic->place);
}

/* ---- Both files ---- */

static int date_order(struct date a, struct date b)
{
    return a.year != b.year ? a.year - b.year : a.month != b.month ? a.month - b.month
                                                                   : a.day - b.day;
}

void read_check_together(struct diags *diags, const struct article *article,
                         const struct clinic *clinic, struct date today)
{
    /* A file that could not be read might have had a disclaimer. */
    bool known = article->place.source && (!clinic || clinic->place.source);
    bool given = article->disclaimer.at.source || (clinic && clinic->disclaimer.at.source);
    const struct review *review = &article->review;
    if (known && !given)
        diag_plain(diags, DIAG_NO_DISCLAIMER, article->place);
    if (today.year && review->next_date.year && date_order(review->next_date, today) < 0)
        diag_add(diags, DIAG_REVIEW_DUE, review->next.at, review->next.str);
}
