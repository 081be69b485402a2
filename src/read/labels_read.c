/*
 * See labels_read.h.  A file is read when a job needs it, with the tables that read the user's
 * files; it takes less time than to look for a face for one paragraph, so nothing is kept.
 *
 * A fault of a file is a fault of this program.  A test reads every file and shows what is wrong.
 */
#include "read/labels_read.h"

#include "base/ascii.h"
#include "base/unicode.h"
#include "read/fields.h"

#include <assert.h>

/* ---- BCP 47 ---- */

/* Tags that leave a script open, and another name of a language.  A file that is in the wrong
 * script is worse than none: "" has none. */
static struct str other_tag(struct str tag)
{
    static const char *const tags[][2] = {
        {"zh", "zh-Hans"},    {"zh-TW", "zh-Hant"}, {"zh-HK", "zh-Hant"}, {"zh-MO", "zh-Hant"},
        {"cmn", "zh-Hans"},   {"yue", "zh-Hant"},   {"fil", "tl"},        {"iw", "he"},
        {"pa-Arab", ""},      {"pa-PK", ""},
    };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (ascii_equal(tag, str_of(tags[i][0])))
            return str_of(tags[i][1]);
    return tag;
}

static const struct label_file *find_file(struct str tag)
{
    for (size_t i = 0; i < label_file_count; i++)
        if (ascii_equal(str_of(label_files[i].tag), tag))
            return &label_files[i];
    return NULL;
}

static struct str without_last_subtag(struct str tag)
{
    while (tag.len && tag.ptr[tag.len - 1] != '-')
        tag.len--;
    return str_part(tag, 0, tag.len ? tag.len - 1 : 0);
}

/* Behind the language and perhaps a script of 4 letters: 2 letters or 3 digits. */
static struct str region_of(struct str tag)
{
    for (size_t at = str_find(tag, '-'); at < tag.len;) {
        struct str rest = str_part(tag, at + 1, tag.len);
        struct str subtag = str_before(rest, '-');
        if (subtag.len == 2 || (subtag.len == 3 && ascii_is_digit(subtag.ptr[0])))
            return subtag;
        if (subtag.len == 1) /* extensions follow */
            break;
        at += 1 + subtag.len;
    }
    return (struct str){0};
}

/* ---- A file ---- */

/* Dates may be written in another way outside of one region. */
struct dates {
    struct date_form form;
    struct str region, elsewhere;
};

struct language {
    struct dates dates;
    struct labels labels;
};

static void str_read(struct reader *r, const struct json *value, void *to)
{
    struct text text = {.str = {0}};
    hidden_text_read(r, value, &text);
    *(struct str *)to = text.str;
}

static void months_read(struct reader *r, const struct json *value, void *to)
{
    if (list_check(r, value, "a list of texts", MONTH_COUNT, MONTH_COUNT) &&
        value->count == MONTH_COUNT)
        list_read(r, value, str_read, to, sizeof(struct str));
}

static void calendar_read(struct reader *r, const struct json *value, void *to)
{
    static const char *const names[] = {
        [CALENDAR_GREGORIAN] = "gregorian", [CALENDAR_BUDDHIST] = "buddhist",
        [CALENDAR_PERSIAN] = "persian", NULL};
    int calendar = choice_read(r, value, names, "calendar");
    if (calendar >= 0)
        *(enum calendar *)to = (enum calendar)calendar;
}

static void confirmed_read(struct reader *r, const struct json *value, void *to)
{
    if (value->kind == JSON_BOOL)
        *(bool *)to = value->boolean;
    else
        wrong_type(r, value, "true or false");
}

static void date_read(struct reader *r, const struct json *value, void *to)
{
#define AT(member) offsetof(struct dates, member)
    static const struct field fields[] = {
        {"pattern", str_read, AT(form.pattern), "write it like \"{day} {month} {year}\""},
        {"first", str_read, AT(form.first), NULL},
        {"calendar", calendar_read, AT(form.calendar), NULL},
        {"digits", str_read, AT(form.digits), NULL},
        {"months", months_read, AT(form.months), "write their names as dates have them"},
        {"region", str_read, AT(region), NULL},
        {"elsewhere", str_read, AT(elsewhere), NULL},
    };
#undef AT
    static const struct shape shape = {"the form of a date", fields, FIELD_COUNT(fields), NULL,
                                       NULL};
    object_read(r, value, &shape, to);
}

static void wordings_read(struct reader *r, const struct json *value, void *to)
{
    static const struct field fields[] = {
#define LABEL(id, key)                                                                            \
    {key, str_read, offsetof(struct labels, wording) + LABEL_##id * sizeof(struct str),           \
     NULL},
#include "model/labels.def"
#undef LABEL
    };
    static const struct shape shape = {"the labels", fields, FIELD_COUNT(fields), NULL, NULL};
    object_read(r, value, &shape, to);
}

void labels_parse(struct arena *arena, struct diags *diags, const struct source *source,
                  struct str tag, struct labels *labels)
{
#define AT(member) offsetof(struct language, member)
    static const struct field fields[] = {
        {"language", ignored_text_read, 0, "write the tag that the file is named after"},
        {"name", ignored_text_read, 0, "write what its speakers call the language"},
        {"confirmed", confirmed_read, AT(labels.confirmed),
         "write true once a native reader has confirmed the file, else false"},
        {"confirmed_by", ignored_text_read, 0, NULL},
        {"date", date_read, AT(dates), "write how it writes dates"},
        {"colon", str_read, AT(labels.colon), NULL},
        {"labels", wordings_read, AT(labels), "translate them"},
    };
#undef AT
    static const struct shape shape = {"a language", fields, FIELD_COUNT(fields), NULL, NULL};
    struct reader r = {.arena = arena, .diags = diags, .source = source,
                       .whole = "the language"};
    struct language language = {.labels = {.date = {.pattern = {0}}}};
    const struct json *tree = json_parse(arena, diags, source);
    if (tree)
        object_read(&r, tree, &shape, &language);

    struct str region = region_of(tag);
    const struct dates *dates = &language.dates;
    *labels = language.labels;
    if (!labels->colon.len)
        labels->colon = STR(":");
    labels->date = dates->form;
    if (dates->elsewhere.len && region.len && !ascii_equal(region, dates->region))
        labels->date.pattern = dates->elsewhere;
}

static void read_label_file(struct arena *arena, const struct label_file *file, struct str language,
                            struct labels *labels)
{
    struct source source = {str_of(file->tag), {(const char *)file->bytes, *file->size}};
    struct diags diags;
    diags_init(&diags, arena, false);
    labels_parse(arena, &diags, &source, language, labels);
    assert(diags.errors == 0);
}

static bool has_every_label(const struct labels *labels)
{
    for (int i = 0; i < LABEL_COUNT; i++)
        if (!labels->wording[i].len)
            return false;
    return true;
}

bool labels_read(struct arena *arena, struct str language, struct labels *labels)
{
    const struct label_file *file = NULL;
    for (struct str tag = other_tag(language); tag.len && !file;
         tag = other_tag(without_last_subtag(tag)))
        file = find_file(tag);
    bool found = file != NULL;
    const struct label_file *english = find_file(STR("en"));
    assert(english);

    read_label_file(arena, found ? file : english, language, labels);
    if (!has_every_label(labels)) {
        struct labels lender;
        read_label_file(arena, english, STR("en"), &lender);
        labels_lend(labels, &lender);
    }
    if (!found) {
        labels->language = STR("en");
        /* ISO 8601 is what nobody can misread, as 1/11 or 11/1 could be. */
        labels->date = (struct date_form){.pattern = {0}};
    }
    return found;
}

/* ---- What no font has ---- */

/* Every character is asked for, whatever became of those before it. */
static bool has_glyphs(const struct charset *charset, struct str text)
{
    bool all = true;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (c >= 0x80 && !unicode_is_ignorable(c))
            all = charset->has(charset->context, c) && all;
    }
    return all;
}

static bool date_has_glyphs(const struct charset *charset, const struct date_form *date)
{
    bool all = has_glyphs(charset, date->pattern);
    all = has_glyphs(charset, date->digits) && all;
    for (int month = 0; month < MONTH_COUNT; month++)
        all = has_glyphs(charset, date->months[month]) && all;
    return all;
}

void labels_keep_printable(struct arena *arena, const struct charset *charset,
                           struct labels *labels)
{
    for (int i = 0; i < LABEL_COUNT; i++)
        if (!has_glyphs(charset, labels->wording[i]))
            labels->wording[i] = (struct str){0};
    if (!date_has_glyphs(charset, &labels->date))
        labels->date = (struct date_form){.pattern = {0}};
    if (!has_glyphs(charset, labels->colon))
        labels->colon = STR(":");
    if (has_every_label(labels))
        return;
    struct labels english;
    read_label_file(arena, find_file(STR("en")), STR("en"), &english);
    labels_lend(labels, &english);
}
