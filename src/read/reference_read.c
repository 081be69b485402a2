/*
 * CSL-JSON as the schema csl-data.json of CSL 1.0.2 has it (citationstyles.org), which is what
 * Zotero and others export, and the answers of Crossref, which differ a little.
 *
 * An item can be pasted as it is: what is empty is absent, and what is unknown is a note, unless
 * it is nearly the name of a field, which is a slip.
 */
#include "read/reference_read.h"

#include "base/ascii.h"
#include "read/csl_parts.h"
#include "read/picture.h"
#include "read/reference_text.h"
#include "read/reference_type.h"
#include "read/values.h"

/* ---- Texts and numbers ---- */

static void reference_title_read(struct reader *r, const struct json *value, void *to)
{
    struct reference *reference = to;
    csl_styled_read(r, value, &reference->title, &reference->title_italics);
    if (!csl_is_text(value) || reference->title.len)
        return;
    if (r->pictures->count) /* there was nothing else in it */
        diag_add(r->diags, DIAG_REFERENCE_INCOMPLETE, place_whole(r, value), STR("title in words"));
    else
        diag_add(r->diags, DIAG_EMPTY_TEXT, place_whole(r, value), path_text(r));
}

static void container_read(struct reader *r, const struct json *value, void *to)
{
    struct reference *reference = to;
    csl_styled_read(r, value, &reference->container, &reference->container_italics);
}

/* "container-title-short", "number" and "event-title" are the standard's names; these give way. */
static void older_name_read(struct reader *r, const struct json *value, void *to)
{
    struct str *s = to;
    struct str before = *s;
    csl_text_read(r, value, s);
    if (before.ptr)
        *s = before;
}

static void reference_id_read(struct reader *r, const struct json *value, void *to)
{
    (void)to;
    if (value->kind != JSON_STRING && value->kind != JSON_NUMBER)
        wrong_type(r, value, "a text or a number");
}

/* What catalogues put here is often no tag: "eng; fre", "German". */
static void reference_language_read(struct reader *r, const struct json *value, void *to)
{
    (void)r;
    if (value->kind == JSON_STRING)
        *(struct str *)to = value->string;
}

/* Crossref has [{"name": "medRxiv", …}] of the server of a preprint, whose owner is "publisher". */
static void institution_read(struct reader *r, const struct json *value, void *to)
{
    const struct json *first = value->kind == JSON_LIST ? value->first : value;
    const struct json *field = first && first->kind == JSON_OBJECT ? first->first : NULL;
    while (field && !str_equal(field->key, STR("name")))
        field = field->next;
    if (field && field->kind == JSON_STRING)
        csl_text_read(r, field, to);
}

/* "PhD thesis" of the key "phdthesis", as BibTeX has it; "Report" of "Report No." */
static void genre_read(struct reader *r, const struct json *value, void *to)
{
    static const char *const keys[][2] = {
        {"phdthesis", "PhD thesis"}, {"mastersthesis", "Master's thesis"},
        {"mathesis", "Master's thesis"}, {"bathesis", "Bachelor's thesis"},
        {"techreport", "Technical report"}, {"resreport", "Research report"},
    };
    struct str *genre = to;
    csl_text_read(r, value, genre);
    for (size_t i = 0; i < FIELD_COUNT(keys); i++)
        if (ascii_is_word(*genre, keys[i][0]))
            *genre = str_of(keys[i][1]);
    if (str_ends(*genre, STR(" No.")))
        *genre = str_trim(str_part(*genre, 0, genre->len - 4));
}

/* "77" of "No. 77" and "#77": the styles have a label of their own. */
static void bare_number_read(struct reader *r, const struct json *value, void *to)
{
    static const char *const labels[] = {"no. ", "no.", "no ", "nr. ", "#"};
    struct str *number = to;
    csl_number_read(r, value, number);
    for (size_t i = 0; i < FIELD_COUNT(labels); i++) {
        size_t length = str_of(labels[i]).len;
        if (!ascii_starts(*number, labels[i]) || !ascii_is_digit(char_at(*number, length)))
            continue;
        *number = str_part(*number, length, number->len);
        break;
    }
}

/* ---- The item ---- */

#define AT(member) offsetof(struct reference, member)
static const struct field item_fields[] = {
    {"id", reference_id_read, 0, NULL},
    {"type", reference_type_read, 0, "for most it is \"article-journal\""},
#define REFERENCE_NAMES(member, csl) {csl, csl_names_read, AT(member), NULL},
#include "model/reference_names.def"
#undef REFERENCE_NAMES
    {"title", reference_title_read, 0, "a reader needs it to find the work"},
    {"container-title", container_read, 0, NULL},
    {"container-title-short", csl_text_read, AT(container_short), NULL},
    {"journalAbbreviation", older_name_read, AT(container_short), NULL},
    {"collection-title", csl_text_read, AT(series), NULL},
    {"collection-number", csl_number_read, AT(series_number), NULL},
    {"volume", csl_number_read, AT(volume), NULL},
    {"issue", csl_number_read, AT(issue), NULL},
    {"supplement-number", csl_number_read, AT(supplement), NULL},
    {"page", csl_number_read, AT(page), NULL},
    {"number", bare_number_read, AT(number), NULL},
    {"article-number", older_name_read, AT(number), NULL},
    {"edition", csl_number_read, AT(edition), NULL},
    {"version", csl_number_read, AT(version), NULL},
    {"number-of-volumes", csl_number_read, AT(volumes), NULL},
    {"chapter-number", csl_number_read, AT(chapter), NULL},
    {"section", csl_number_read, AT(section), NULL},
    {"reviewed-title", csl_text_read, AT(reviewed_title), NULL},
    {"reviewed-genre", csl_text_read, AT(reviewed_genre), NULL},
    {"archive", csl_text_read, AT(archive), NULL},
    {"archive_location", csl_text_read, AT(archive_location), NULL},
    {"archive_collection", csl_text_read, AT(archive_collection), NULL},
    {"archive-place", csl_text_read, AT(archive_place), NULL},
    {"genre", genre_read, AT(genre), NULL},
    {"medium", csl_text_read, AT(medium), NULL},
    {"status", csl_text_read, AT(status), NULL},
    {"publisher", csl_text_read, AT(publisher), NULL},
    {"publisher-place", csl_text_read, AT(publisher_place), NULL},
    {"institution", institution_read, AT(institution), NULL},
    {"authority", csl_text_read, AT(authority), NULL},
    {"event-title", csl_text_read, AT(event), NULL},
    {"event", older_name_read, AT(event), NULL},
    {"event-place", csl_text_read, AT(event_place), NULL},
    {"DOI", csl_doi_read, AT(doi), NULL},
    {"language", reference_language_read, AT(language), NULL},
    {"URL", csl_url_read, AT(url), NULL},
    {"issued", csl_date_read, AT(issued), NULL},
    {"accessed", csl_date_read, AT(accessed), NULL},
    {"original-date", csl_date_read, AT(original), NULL},
};
#undef AT

static const struct shape item_shape = {"a reference", item_fields, FIELD_COUNT(item_fields),
                                        csl_unread, csl_foreign};

/* ---- The whole ---- */

static void report_incomplete(struct reader *r, const struct json *value,
                              const struct reference *reference)
{
    if (!reference->authors.count && !reference->editors.count && !reference->directors.count)
        diag_add(r->diags, DIAG_REFERENCE_INCOMPLETE, place_of(r, value),
                 STR("\"author\" or \"editor\""));
    if (cited_date_is_absent(&reference->issued) && !reference->status.len)
        diag_add(r->diags, DIAG_REFERENCE_INCOMPLETE, place_of(r, value),
                 STR("date in \"issued\""));
}

static void item_read(struct reader *r, const struct json *value, struct reference *reference)
{
    struct builder unread = {.arena = r->arena};
    size_t errors = r->diags->errors;
    reference->kind = REFERENCE_OTHER;
    r->unread = &unread;
    object_read(r, value, &item_shape, reference);
    r->unread = NULL;
    reference_type_settle(reference);
    if (unread.len)
        diag_add(r->diags, DIAG_UNREAD_FIELDS, place_of(r, value), builder_str(&unread));
    if (r->diags->errors == errors) /* what could not be read is not what is missing */
        report_incomplete(r, value, reference);
}

/* A list of items, or an object with nothing but one, stands where an item should. */
static void whole_export(struct reader *r, const struct json *value)
{
    struct position end = source_position(r->source, value->span.off + value->span.len - 1);
    struct builder hint = {.arena = r->arena};
    builder_printf(&hint, "it is a whole export: take away this %s of line %lu, so that its items "
                   "are items of \"references\"", value->kind == JSON_LIST ? "[ and the ]"
                   : "{ \"…\": [ and the ] }", (unsigned long)end.line);
    diag_add(r->diags, DIAG_WRONG_TYPE, place_of(r, value), path_text(r),
             STR("a text, or an object of CSL-JSON"),
             value->kind == JSON_LIST ? STR("a list") : STR("an object with a list of them"),
             builder_str(&hint));
}

/* {"items": [{…}]}, as some services answer. */
static bool wraps_items(const struct json *value)
{
    const struct json *list = value->first;
    return value->kind == JSON_OBJECT && value->count == 1 && list->kind == JSON_LIST
        && list->first && list->first->kind == JSON_OBJECT;
}

/* What a service or a program has in JSON of its own, as a field shows that it alone has. */
struct own_form {
    const char *field, *name, *hint;
    bool typed; /* also where there is a "type", which its records have too */
};

static const struct own_form *own_form(const struct json *value)
{
    static const struct own_form forms[] = {
        {"itemType", "an item of Zotero's own JSON", EXPORT_AGAIN, false},
        {"creators", "a record of DataCite's own JSON", EXPORT_AGAIN, false},
        {"pubdate", "a summary of PubMed", EXPORT_AGAIN, false},
        {"authorString", "a record of Europe PMC's own JSON", EXPORT_AGAIN, false},
        {"authorships", "a record of OpenAlex's own JSON", EXPORT_AGAIN, true},
        {"paperId", "a record of Semantic Scholar's own JSON", EXPORT_AGAIN, false},
        {"pubtype", "a record of Paperpile's own JSON", EXPORT_AGAIN, false},
        {"@context", "a record of a web page's own JSON-LD", EXPORT_AGAIN, true},
        {"message", "the whole answer of Crossref", "put what stands in \"message\" in its place",
         false},
        {"itemData", "a citation of a word processor",
         "put what stands in \"itemData\" in its place", false},
        {"citationItems", "a citation of a word processor",
         "put what stands in \"itemData\" in its place", false},
        {"data", "the whole answer of a service", EXPORT_AGAIN, false},
    };
    bool typed = false;
    const struct own_form *form = NULL;
    for (const struct json *field = value->first; field; field = field->next) {
        typed = typed || (str_equal(field->key, STR("type")) && field->kind == JSON_STRING);
        for (size_t i = 0; i < FIELD_COUNT(forms) && !form; i++)
            if (str_equal(field->key, str_of(forms[i].field)))
                form = &forms[i];
    }
    return form && typed && !form->typed ? NULL : form;
}

static void any_form_read(struct reader *r, const struct json *value, struct reference *reference)
{
    if (value->kind == JSON_STRING) {
        reference->kind = REFERENCE_TEXT;
        reference_text_read(r, value, &reference->text);
    } else if (value->kind == JSON_LIST || wraps_items(value)) {
        whole_export(r, value);
    } else if (value->kind == JSON_OBJECT && own_form(value)) {
        diag_add(r->diags, DIAG_REFERENCE_FORMAT, place_of(r, value), path_text(r),
                 str_of(own_form(value)->name), str_of(own_form(value)->hint));
    } else if (value->kind == JSON_OBJECT) {
        item_read(r, value, reference);
    } else {
        wrong_type(r, value, "a text, or an object of CSL-JSON");
    }
}

void reference_read(struct reader *r, const struct json *value, void *to)
{
    struct reference *reference = to;
    struct pictures pictures = {.charset = r->charset};
    reference->place = place_whole(r, value);
    r->pictures = &pictures;
    any_form_read(r, value, reference);
    if (language_has_form(reference->language))
        reference->language_tag = language_in_usual_case(r->arena, reference->language);
    pictures_report(r);
    r->pictures = NULL;
}
