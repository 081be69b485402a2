/*
 * CSL-JSON as the schema csl-data.json of CSL 1.0.2 has it (citationstyles.org), which is what
 * Zotero and others export.  Variables that we do not print are allowed by name and not looked at,
 * so that an export can be pasted as it is; any other name is a slip.
 *
 * Texts may hold CSL's mark-up for italics and the like.  It is dropped: a title is printed in one
 * style, and the tags must never reach the page.
 */
#include "read/reference_read.h"

#include "base/ascii.h"
#include "read/text_check.h"
#include "read/values.h"

/* All variables of CSL 1.0.2 but those that are read below. */
static const char *const unread[] = {
    "abstract", "annote", "archive", "archive-place", "archive_collection", "archive_location",
    "authority", "available-date", "call-number", "categories", "chair", "chapter-number",
    "citation-key", "citation-label", "citation-number", "collection-editor",
    "collection-number", "collection-title", "compiler", "composer", "container-author",
    "contributor", "curator", "custom", "dimensions", "director", "division",
    "editorial-director", "event", "event-date", "event-place", "event-title",
    "executive-producer", "first-reference-note-number", "genre", "guest", "host", "illustrator",
    "interviewer", "ISBN", "ISSN", "jurisdiction", "keyword", "locator", "medium",
    "narrator", "note", "number-of-pages", "number-of-volumes", "organizer", "original-author",
    "original-date", "original-publisher", "original-publisher-place", "original-title",
    "page-first", "part", "part-title", "performer", "PMCID", "PMID", "printing", "producer",
    "recipient", "references", "reviewed-author", "reviewed-genre", "reviewed-title", "scale",
    "script-writer", "section", "series-creator", "shortTitle", "source", "status", "submitted",
    "supplement", "title-short", "translator", "version", "volume-title", "volume-title-short",
    "year-suffix", NULL,
};

/* ---- Texts and numbers ---- */

/* The length of the tag that s starts with, or 0. CSL has these tags only; "a < b" is text. */
static size_t tag_length(struct str s)
{
    static const char *const names[] = {"i", "b", "sup", "sub", "sc", "span"};
    size_t start = char_at(s, 1) == '/' ? 2 : 1, end = start;
    if (char_at(s, 0) != '<')
        return 0;
    while (ascii_is_letter(char_at(s, end)))
        end++;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!str_equal(str_part(s, start, end - start), str_of(names[i])))
            continue;
        size_t close = str_find(s, '>');
        bool style = start == 1 && char_at(s, end) == ' ' && str_starts(s, STR("<span"));
        return close < s.len && (close == end || style) ? close + 1 : 0;
    }
    return 0;
}

static struct str without_tags(struct arena *arena, struct str s)
{
    struct builder b = {.arena = arena};
    for (size_t at = 0; at < s.len; at++) {
        size_t tag = tag_length(str_part(s, at, s.len));
        if (tag)
            at += tag - 1;
        else
            builder_char(&b, s.ptr[at]);
    }
    return builder_str(&b);
}

static void csl_text_read(struct reader *r, const struct json *value, void *to)
{
    struct str *s = to;
    struct text text = {0};
    text_read(r, value, &text);
    *s = text.str;
    if (str_find(text.str, '<') == text.str.len)
        return;
    *s = without_tags(r->arena, text.str);
    if (text_is_blank(*s))
        diag_add(r->diags, DIAG_EMPTY_TEXT, text.at, path_text(r));
}

/* What may be a number is printed as it is written. */
static void csl_number_read(struct reader *r, const struct json *value, void *to)
{
    struct str *s = to;
    if (value->kind == JSON_NUMBER)
        *s = value->string;
    else if (value->kind == JSON_STRING)
        csl_text_read(r, value, to);
    else
        wrong_type(r, value, "a text or a number");
}

/* "container-title-short" is the standard's name; this one gives way to it. */
static void abbreviation_read(struct reader *r, const struct json *value, void *to)
{
    struct str *s = to;
    struct str before = *s;
    csl_text_read(r, value, s);
    if (before.ptr)
        *s = before;
}

static void nothing_read(struct reader *r, const struct json *value, void *to)
{
    (void)r, (void)value, (void)to;
}

static void id_read(struct reader *r, const struct json *value, void *to)
{
    (void)to;
    if (value->kind != JSON_STRING && value->kind != JSON_NUMBER)
        wrong_type(r, value, "a text or a number");
}

/* What catalogues put here is often no tag ("eng; fre"): then the language is not known. */
static void reference_language_read(struct reader *r, const struct json *value, void *to)
{
    (void)r;
    if (value->kind == JSON_STRING && language_has_form(value->string))
        *(struct str *)to = value->string;
}

static void doi_read(struct reader *r, const struct json *value, void *to)
{
    struct str *doi = to;
    struct text text = {0};
    hidden_text_read(r, value, &text);
    if (!text.str.ptr)
        return;
    struct str bare = doi_bare(text.str);
    if (doi_has_form(bare))
        *doi = bare;
    else
        diag_add(r->diags, DIAG_BAD_DOI, text.at, text_excerpt(r->arena, text.str));
}

static void csl_url_read(struct reader *r, const struct json *value, void *to)
{
    struct str *url = to;
    struct text text = {0};
    formed_text_read(r, value, &text, url_has_form, DIAG_BAD_URL);
    *url = text.str;
}

/* ---- Type ---- */

static void type_read(struct reader *r, const struct json *value, void *to)
{
    static const struct {
        const char *name;
        enum reference_kind kind;
    } types[] = {
        {"article-journal", REFERENCE_ARTICLE}, {"article", REFERENCE_ARTICLE},
        {"article-magazine", REFERENCE_ARTICLE}, {"article-newspaper", REFERENCE_ARTICLE},
        {"review", REFERENCE_ARTICLE}, {"review-book", REFERENCE_ARTICLE},
        {"book", REFERENCE_BOOK}, {"classic", REFERENCE_BOOK},
        {"chapter", REFERENCE_CHAPTER}, {"entry", REFERENCE_CHAPTER},
        {"entry-dictionary", REFERENCE_CHAPTER}, {"entry-encyclopedia", REFERENCE_CHAPTER},
        {"paper-conference", REFERENCE_CHAPTER},
        {"webpage", REFERENCE_WEBPAGE}, {"post", REFERENCE_WEBPAGE},
        {"post-weblog", REFERENCE_WEBPAGE}, {"report", REFERENCE_REPORT},
    };
    static const char *const others[] = {
        "bill", "broadcast", "collection", "dataset", "document", "event", "figure", "graphic",
        "hearing", "interview", "legal_case", "legislation", "manuscript", "map",
        "motion_picture", "musical_score", "pamphlet", "patent", "performance", "periodical",
        "personal_communication", "regulation", "software", "song", "speech", "standard",
        "thesis", "treaty",
    };
    enum reference_kind *kind = to; /* is REFERENCE_OTHER and stays so for the others */
    struct text text = {0};
    hidden_text_read(r, value, &text);
    if (!text.str.ptr)
        return;
    for (size_t i = 0; i < FIELD_COUNT(types); i++) {
        if (str_equal(text.str, str_of(types[i].name))) {
            *kind = types[i].kind;
            return;
        }
    }
    for (size_t i = 0; i < FIELD_COUNT(others); i++)
        if (str_equal(text.str, str_of(others[i])))
            return;
    diag_add(r->diags, DIAG_BAD_CHOICE, text.at, text_excerpt(r->arena, text.str),
             STR("type of reference"),
             STR("\"article-journal\", \"book\", \"chapter\", \"report\", \"webpage\", or another "
                 "type of CSL"));
}

/* ---- Names ---- */

/* A name while it is read: the two particles stand before the family name, in this order. */
struct csl_name {
    struct name name;
    struct str dropping, non_dropping;
};

static void name_read(struct reader *r, const struct json *value, void *to)
{
#define AT(member) offsetof(struct csl_name, member)
    static const struct field fields[] = {
        {"family", csl_text_read, AT(name.family), NULL},
        {"given", csl_text_read, AT(name.given), NULL},
        {"literal", csl_text_read, AT(name.literal), NULL},
        {"suffix", csl_text_read, AT(name.suffix), NULL},
        {"dropping-particle", csl_text_read, AT(dropping), NULL},
        {"non-dropping-particle", csl_text_read, AT(non_dropping), NULL},
        {"comma-suffix", nothing_read, 0, NULL},
        {"static-ordering", nothing_read, 0, NULL},
        {"parse-names", nothing_read, 0, NULL},
    };
#undef AT
    static const struct shape shape = {"a name", fields, FIELD_COUNT(fields), NULL};
    struct csl_name csl = {0};
    struct name *name = to;
    size_t errors = r->diags->errors;
    if (value->kind != JSON_OBJECT) {
        wrong_type(r, value, "an object with \"family\" and \"given\"");
        return;
    }
    object_read(r, value, &shape, &csl);
    if (!csl.name.family.ptr && !csl.name.literal.ptr && r->diags->errors == errors)
        diag_add(r->diags, DIAG_MISSING_FIELD, place_of(r, value), path_text(r), STR("family"),
                 STR("give \"family\" and \"given\", or \"literal\" for an organisation"));
    *name = csl.name;
    name->particle = csl.dropping.ptr ? csl.dropping : csl.non_dropping;
    if (csl.dropping.ptr && csl.non_dropping.ptr) {
        struct builder both = {.arena = r->arena};
        builder_printf(&both, "%.*s %.*s", STR_ARGS(csl.dropping), STR_ARGS(csl.non_dropping));
        name->particle = builder_str(&both);
    }
}

/* There is no cap but JSON's: papers of hundreds of authors exist, and six names are printed. */
static void names_read(struct reader *r, const struct json *value, void *to)
{
    struct names *names = to;
    if (!list_check(r, value, "a list of names", 1, JSON_VALUES_MAX))
        return;
    names->at = list_read_all(r, value, name_read, sizeof *names->at);
    names->count = value->count;
}

/* ---- Dates ---- */

/* Month and day may be missing. */
static bool partial_date(const int parts[3], struct date *date)
{
    if ((parts[2] && !parts[1])
        || !date_exists(parts[0], parts[1] ? parts[1] : 1, parts[2] ? parts[2] : 1))
        return false;
    *date = (struct date){(int16_t)parts[0], (int8_t)parts[1], (int8_t)parts[2]};
    return true;
}

/* A whole number of at most four digits, given as a number or as a text; else -1. */
static int date_number(struct str digits)
{
    int value = digits.len >= 1 && digits.len <= 4 ? 0 : -1;
    for (size_t i = 0; i < digits.len && value >= 0; i++)
        value = ascii_is_digit(digits.ptr[i]) ? value * 10 + (digits.ptr[i] - '0') : -1;
    return value;
}

static void bad_date(struct reader *r, const struct json *value)
{
    struct str written = str_part(r->source->text, value->span.off, value->span.len);
    if (value->kind == JSON_STRING)
        written = value->string;
    diag_add(r->diags, DIAG_BAD_DATE, place_whole(r, value), text_excerpt(r->arena, written));
}

/* [[year, month, day]]; of a range the first date counts. */
static void date_parts_read(struct reader *r, const struct json *value, void *to)
{
    if (!list_check(r, value, "a list like [[2017, 5, 1]]", 1, 2) || !value->count)
        return;
    const struct json *first = value->first;
    int parts[3] = {0, 0, 0}, i = 0;
    bool good = first->kind == JSON_LIST && first->count >= 1 && first->count <= 3;
    for (const struct json *part = first->first; part && good; part = part->next) {
        bool scalar = part->kind == JSON_NUMBER || part->kind == JSON_STRING;
        parts[i] = scalar ? date_number(part->string) : -1;
        good = parts[i++] > 0;
    }
    if (!good || !partial_date(parts, to))
        bad_date(r, value);
}

/* A date in words can be printed only if we know what it says: "2017", "2017-05", "2017-05-01". */
static void date_words_read(struct reader *r, const struct json *value, void *to)
{
    struct text text = {0};
    hidden_text_read(r, value, &text);
    if (!text.str.ptr)
        return;
    int parts[3] = {0, 0, 0}, count = 0;
    bool good = true;
    for (size_t at = 0; good && count < 3 && at < text.str.len; count++) {
        size_t digits = count ? 2 : 4;
        parts[count] = date_number(str_part(text.str, at, digits));
        at += digits;
        good = parts[count] > 0 && (at == text.str.len || char_at(text.str, at++) == '-');
    }
    size_t length = count == 1 ? 4 : count == 2 ? 7 : 10;
    if (!good || text.str.len != length || !partial_date(parts, to))
        bad_date(r, value);
}

static void csl_date_read(struct reader *r, const struct json *value, void *to)
{
    static const struct field fields[] = {
        {"date-parts", date_parts_read, 0, NULL}, {"raw", date_words_read, 0, NULL},
        {"literal", date_words_read, 0, NULL},    {"season", nothing_read, 0, NULL},
        {"circa", nothing_read, 0, NULL},
    };
    static const struct shape shape = {"a date", fields, FIELD_COUNT(fields), NULL};
    struct date *date = to;
    size_t errors = r->diags->errors;
    if (object_read(r, value, &shape, date) && !date->year && r->diags->errors == errors)
        diag_add(r->diags, DIAG_MISSING_FIELD, place_of(r, value), path_text(r),
                 STR("date-parts"), STR("write it like {\"date-parts\": [[2017, 5, 1]]}"));
}

/* ---- The item ---- */

#define AT(member) offsetof(struct reference, member)
static const struct field item_fields[] = {
    {"id", id_read, 0, NULL},
    {"type", type_read, AT(kind), "for most it is \"article-journal\""},
    {"author", names_read, AT(authors), NULL},
    {"editor", names_read, AT(editors), NULL},
    {"title", csl_text_read, AT(title), "a reader needs it to find the work"},
    {"container-title", csl_text_read, AT(container), NULL},
    {"container-title-short", csl_text_read, AT(container_short), NULL},
    {"journalAbbreviation", abbreviation_read, AT(container_short), NULL},
    {"volume", csl_number_read, AT(volume), NULL},
    {"issue", csl_number_read, AT(issue), NULL},
    {"page", csl_number_read, AT(page), NULL},
    {"number", csl_number_read, AT(number), NULL},
    {"edition", csl_number_read, AT(edition), NULL},
    {"publisher", csl_text_read, AT(publisher), NULL},
    {"publisher-place", csl_text_read, AT(publisher_place), NULL},
    {"DOI", doi_read, AT(doi), NULL},
    {"language", reference_language_read, AT(language), NULL},
    {"URL", csl_url_read, AT(url), NULL},
    {"issued", csl_date_read, AT(issued), NULL},
    {"accessed", csl_date_read, AT(accessed), NULL},
};
#undef AT

static const struct shape item_shape = {"a reference", item_fields, FIELD_COUNT(item_fields),
                                        unread};

void reference_read(struct reader *r, const struct json *value, void *to)
{
    struct reference *reference = to;
    size_t errors = r->diags->errors;
    reference->place = place_whole(r, value);
    if (value->kind == JSON_STRING) {
        reference->kind = REFERENCE_TEXT;
        text_read(r, value, &reference->text);
    } else if (value->kind == JSON_OBJECT) {
        reference->kind = REFERENCE_OTHER;
        object_read(r, value, &item_shape, reference);
        /* What could not be read is not what is missing. */
        bool sound = r->diags->errors == errors;
        if (sound && !reference->authors.count && !reference->editors.count)
            diag_add(r->diags, DIAG_REFERENCE_INCOMPLETE, place_of(r, value),
                     STR("\"author\" or \"editor\""));
        if (sound && !reference->issued.year)
            diag_add(r->diags, DIAG_REFERENCE_INCOMPLETE, place_of(r, value),
                     STR("date in \"issued\""));
    } else {
        wrong_type(r, value, "a text, or an object of CSL-JSON");
    }
}
