/*
 * The article's fields.  A section is a row in model/section.def.  To add another field: a member
 * of struct article, a row in article_field.def, and a line in model/article.c; then the page needs
 * it in compose, and the review in prose/prose.c.
 */
#include "base/ascii.h"
#include "base/device.h"
#include "read/fields.h"
#include "read/reference_read.h"
#include "read/text_check.h"
#include "read/unfilled.h"
#include "read/values.h"
#include "read/wrong_file.h"

/* ---- Benefits, cautions, dosage, pictures ---- */

/* A bare text and an object with only "text" are the same. */
static void point_read(struct reader *r, const struct json *value, void *to)
{
#define AT(member) offsetof(struct point, member)
    static const struct field fields[] = {
        {"title", title_read, AT(title), NULL},
        {"text", text_read, AT(text), "say it in a sentence or two"},
    };
#undef AT
    static const struct shape shape = {"a list item", fields, FIELD_COUNT(fields), NULL, NULL};
    struct point *point = to;
    if (value->kind == JSON_STRING)
        text_read(r, value, &point->text);
    else if (value->kind == JSON_OBJECT)
        object_read(r, value, &shape, point);
    else
        wrong_type(r, value, "a text, or an object with \"title\" and \"text\"");
}

static void points_read(struct reader *r, const struct json *value, void *to)
{
    struct points *points = to;
    points->place = place_whole(r, value);
    if (!list_check(r, value, "a list of texts, or of objects with \"title\" and \"text\"", 1,
                    ITEMS_MAX))
        return;
    points->at = list_read_all(r, value, point_read, sizeof *points->at);
    points->count = value->count;
}

static void dosage_read(struct reader *r, const struct json *value, void *to)
{
#define AT(member) offsetof(struct dosage, member)
    static const struct field fields[] = {
        {"amount", text_read, AT(amount), NULL},
        {"how", text_read, AT(how), NULL},
        {"steps", texts_read, AT(steps), NULL},
    };
#undef AT
    static const struct shape shape = {"the dosage", fields, FIELD_COUNT(fields), NULL, NULL};
    struct dosage *dosage = to;
    if (value->kind == JSON_STRING) {
        text_read(r, value, &dosage->how);
    } else if (value->kind == JSON_OBJECT) {
        size_t errors = r->diags->errors;
        object_read(r, value, &shape, dosage);
        bool nothing = !dosage->amount.str.ptr && !dosage->how.str.ptr && !dosage->steps.count;
        if (nothing && r->diags->errors == errors) /* else a misspelt one may have been meant */
            diag_add(r->diags, DIAG_MISSING_FIELD, place_of(r, value), path_text(r),
                     STR("amount"), STR("give at least one of \"amount\", \"how\" and \"steps\""));
    } else {
        wrong_type(r, value, "a text, or an object with \"amount\", \"how\" or \"steps\"");
    }
}

static void picture_read(struct reader *r, const struct json *value, void *to)
{
#define AT(member) offsetof(struct article_picture, member)
    static const struct field fields[] = {
        {"file", hidden_text_read, AT(file), "name a PNG or JPEG file beside the article"},
        {"alt", hidden_text_read, AT(alt), "say what it shows, for who cannot see it"},
        {"caption", title_read, AT(caption), NULL},
    };
#undef AT
    static const struct shape shape = {"the picture", fields, FIELD_COUNT(fields), NULL, NULL};
    object_read(r, value, &shape, to);
}

static void own_section_read(struct reader *r, const struct json *value, void *to)
{
#define AT(member) offsetof(struct own_section, member)
    static const struct field fields[] = {
        {"title", title_read, AT(title), "give it a heading"},
        {"text", text_read, AT(text), NULL},
        {"items", texts_read, AT(items), NULL},
    };
#undef AT
    static const struct shape shape = {"a section", fields, FIELD_COUNT(fields), NULL, NULL};
    struct own_section *own = to;
    size_t errors = r->diags->errors;
    if (object_read(r, value, &shape, own) && !own->text.str.ptr && !own->items.count
        && r->diags->errors == errors)
        diag_add(r->diags, DIAG_MISSING_FIELD, place_of(r, value), path_text(r), STR("text"),
                 STR("give at least one of \"text\" and \"items\""));
}

static void own_sections_read(struct reader *r, const struct json *value, void *to)
{
    struct own_sections *own = to;
    own->place = place_whole(r, value);
    if (!list_check(r, value, "a list of objects with \"title\" and \"text\" or \"items\"", 1,
                    OWN_SECTIONS_MAX))
        return;
    own->at = list_read_all(r, value, own_section_read, sizeof *own->at);
    own->count = value->count;
}

static void references_read(struct reader *r, const struct json *value, void *to)
{
    struct references *references = to;
    references->place = place_whole(r, value);
    if (!list_check(r, value, "a list of texts, or of objects of CSL-JSON", 0, REFERENCES_MAX))
        return;
    if (!value->count)
        diag_plain(r->diags, DIAG_NO_REFERENCES, place_of(r, value));
    references->at = list_read_all(r, value, reference_read, sizeof *references->at);
    references->count = value->count;
}

/* ---- Where it comes from, who has looked at it ---- */

static void dated_read(struct reader *r, const struct json *value, struct text *text,
                       struct date *date)
{
    hidden_text_read(r, value, text);
    if (text->str.ptr && !date_parse(text->str, date)) {
        diag_add(r->diags, DIAG_BAD_DATE, text->at, text_excerpt(r->arena, text->str),
                 STR("write it as YYYY-MM-DD, like \"2024-11-01\""));
        text->str = (struct str){0};
        *date = (struct date){0};
    }
}

static void updated_read(struct reader *r, const struct json *value, void *to)
{
    struct published *published = to;
    dated_read(r, value, &published->updated, &published->updated_on);
}

static void url_read(struct reader *r, const struct json *value, void *to)
{
    formed_text_read(r, value, to, url_has_form, DIAG_BAD_URL);
}

static void published_read(struct reader *r, const struct json *value, void *to)
{
#define AT(member) offsetof(struct published, member)
    static const struct field fields[] = {
        {"title", title_read, AT(title), NULL},
        {"url", url_read, AT(url), NULL},
        {"updated", updated_read, 0, NULL},
    };
#undef AT
    static const struct shape shape = {"the source", fields, FIELD_COUNT(fields), NULL, NULL};
    object_read(r, value, &shape, to);
}

static void on_read(struct reader *r, const struct json *value, void *to)
{
    struct review *review = to;
    dated_read(r, value, &review->on, &review->on_date);
}

static void next_read(struct reader *r, const struct json *value, void *to)
{
    struct review *review = to;
    dated_read(r, value, &review->next, &review->next_date);
}

static void review_read(struct reader *r, const struct json *value, void *to)
{
    static const struct field fields[] = {
        {"by", text_read, offsetof(struct review, by), NULL},
        {"on", on_read, 0, NULL},
        {"next", next_read, 0, NULL},
    };
    static const struct shape shape = {"the review", fields, FIELD_COUNT(fields), NULL, NULL};
    object_read(r, value, &shape, to);
}

/* ---- Language and id ---- */

/* A default stands in the target already and stays if the value is no good. */
static void article_language_read(struct reader *r, const struct json *value, void *to)
{
    struct text text = {0};
    if (language_read(r, value, &text))
        *(struct str *)to = text.str;
}

static void article_id_read(struct reader *r, const struct json *value, void *to)
{
    struct text text = {0};
    if (formed_text_read(r, value, &text, id_has_form, DIAG_BAD_ID))
        *(struct str *)to = text.str;
}

/* Not printed, so any characters will do. */
static void topic_read(struct reader *r, const struct json *value, void *to)
{
    texts_read_as(r, value, to, hidden_text_read, ITEMS_MAX);
}

/* ---- The article ---- */

#define AT(member) offsetof(struct article, member)
#define FIELD(name, reader, at, missing) {name, reader, at, missing},
static const struct field article_fields[] = {
#include "read/article_field.def"
};
#undef FIELD
#undef AT

static const struct shape article_shape = {"an article", article_fields,
                                           FIELD_COUNT(article_fields), NULL, NULL};

void article_read(struct arena *arena, struct diags *diags, const struct charset *charset,
                  struct article *article, const struct json **tree)
{
    struct reader r = {.arena = arena, .diags = diags, .charset = charset,
                       .source = &article->source, .whole = "the article"};
    article->language = STR("en-US");
    article->id = id_of_file(arena, article->source.name);
    *tree = file_parse(arena, diags, &article->source, FILE_ARTICLE);
    if (!*tree || wrong_file_kind(diags, &article->source, *tree, FILE_ARTICLE))
        return;
    if (object_read(&r, *tree, &article_shape, article))
        article->place = place_of(&r, *tree);
    if (device_is_name(article->id))
        diag_add(diags, DIAG_RESERVED_ID, article->place, article->id);
    if (!str_equal(article->id, stem_of_file(article->source.name)))
        article->origin = origin_of_file(arena, article->source.name);
    article->unfilled = unfilled_check(&r, *tree, FILE_ARTICLE);
}
