/*
 * See wrong_file.h.  What only looks like JSON is left to json_check, which knows more of slips: a
 * file is prose if it begins neither with a bracket nor a quote, and its first line has two words
 * and none of JSON's brackets.
 */
#include "read/wrong_file.h"

#include "base/ascii.h"
#include "read/file_kind.h"
#include "read/record_line.h"

/* ---- Not JSON ---- */

static bool is_markdown(struct str line)
{
    size_t hashes = 0;
    while (hashes < line.len && line.ptr[hashes] == '#')
        hashes++;
    return str_starts(line, STR("---")) || (hashes && hashes < line.len && line.ptr[hashes] == ' ');
}

static bool is_prose(struct str line)
{
    unsigned char first = line.len ? (unsigned char)line.ptr[0] : 0;
    return (ascii_is_letter((char)first) || first >= 0xC2) && str_words(line) > 1
           && str_find(line, '{') == line.len && str_find(line, '[') == line.len
           && str_find(line, '"') == line.len;
}

static struct str first_line(struct str text)
{
    struct str mark = STR("\xEF\xBB\xBF"); /* of the order of bytes */
    size_t start = str_starts(text, mark) ? mark.len : 0;
    return str_before(str_trim(str_part(text, start, text.len)), '\n');
}

/* Of BibTeX and the like; NULL if it begins as JSON or with anything else. */
static const char *record_in_file(struct str text)
{
    struct str line = first_line(text);
    bool bracket = char_at(line, 0) == '{' || char_at(line, 0) == '[';
    return bracket ? NULL : record_of_line(line);
}

/* What the text is instead; NULL if it may be JSON. */
static const char *format_of(struct str text)
{
    struct str line = first_line(text);
    if (file_wide_encoding(text) || record_in_file(text))
        return NULL;
    if (line.len > 1 && line.ptr[0] == '<')
        return "a web page";
    return is_markdown(line) ? "Markdown" : is_prose(line) ? "plain text" : NULL;
}

/* How a post becomes an article; of a clinic file, what one looks like. */
static const char *what_to_do(enum file_kind kind, const char *name, bool document)
{
    static const char *const others[][2] = {
        {"a picture", "give the article's file; \"picture\" in it, or \"logo\" in the clinic file, "
                      "names a picture"},
        {"a compressed file", "unpack it first"},
    };
    if (kind == FILE_CLINIC)
        return "a clinic file is JSON, like {\"name\": \"Our Clinic\", \"phone\": \"555-0100\"}; "
               "handout --new writes one to fill in";
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_equal(str_of(name), str_of(others[i][0])))
            return others[i][1];
    return document ? "save it as plain text or as a web page, and make a draft of that: "
                      "handout --import FILE"
                    : "make a draft of it: handout --import FILE";
}

const struct json *file_parse(struct arena *arena, struct diags *diags,
                              const struct source *source, enum file_kind kind)
{
    const char *document = file_document(source->text), *format = format_of(source->text);
    const char *record = document || format ? NULL : record_in_file(source->text);
    struct place start = {source, {0, 1}};
    if (document)
        diag_add(diags, DIAG_NOT_TEXT, start, str_of(document),
                 str_of(what_to_do(kind, document, true)));
    else if (format)
        diag_add(diags, DIAG_NOT_JSON, start, str_of(format),
                 str_of(what_to_do(kind, format, false)));
    else if (record)
        diag_add(diags, DIAG_NOT_JSON, start, str_of(record),
                 STR("it has references: export it as CSL-JSON, for \"references\" of an article"));
    return document || format || record ? NULL : json_parse(arena, diags, source);
}

/* ---- The other file ---- */

#define FIELD(name, ...) name,
static const char *const article_names[] = {
#include "read/article_field.def"
    NULL};
static const char *const clinic_names[] = {
#include "read/clinic_field.def"
    NULL};
#undef FIELD

static const struct {
    const char *what;
    const char *const *names;
    const char *hint; /* for who gave the other file for it */
} kinds[] = {
    [FILE_ARTICLE] = {"an article", article_names,
                      "leave it out of the call: it is found by itself, or with --clinic FILE"},
    [FILE_CLINIC] = {"a clinic", clinic_names,
                     "an article has a file of its own, and is given without --clinic"},
};

static bool has_name(enum file_kind kind, struct str name)
{
    for (const char *const *own = kinds[kind].names; *own; own++)
        if (str_is(name, *own))
            return true;
    return false;
}

static enum file_kind other_than(enum file_kind kind)
{
    return kind == FILE_ARTICLE ? FILE_CLINIC : FILE_ARTICLE;
}

bool wrong_file_kind(struct diags *diags, const struct source *source, const struct json *value,
                     enum file_kind kind)
{
    enum file_kind other = other_than(kind);
    size_t own = 0, foreign = 0;
    for (const struct json *field = value->first; field; field = field->next) {
        bool here = has_name(kind, field->key), there = has_name(other, field->key);
        own += here && !there;
        foreign += there && !here;
    }
    bool wrong = value->kind == JSON_OBJECT && !own && foreign > 1;
    if (wrong)
        diag_add(diags, DIAG_WRONG_FILE, ((struct place){source, {value->span.off, 1}}),
                 str_of(kinds[other].what), str_of(kinds[kind].what), str_of(kinds[kind].hint));
    return wrong;
}

bool wrong_file_field(struct diags *diags, struct place place, struct str name, const char *what)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        enum file_kind other = other_than((enum file_kind)i);
        if (!str_equal(str_of(kinds[i].what), str_of(what)) || !has_name(other, name))
            continue;
        diag_add(diags, DIAG_MISPLACED_FIELD, place, name, str_of(kinds[other].what),
                 str_of(what));
        return true;
    }
    return false;
}
