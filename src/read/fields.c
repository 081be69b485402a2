/*
 * See fields.h.  A path is a chain of frames on the C stack, one for each object or list that is
 * being read; it costs nothing until a message needs it.
 */
#include "read/fields.h"

#include "base/array.h"
#include "base/ascii.h"
#include "read/character_check.h"
#include "read/mark_up_check.h"
#include "read/text_check.h"
#include "read/values.h"
#include "read/wrong_file.h"

#include <assert.h>

/* ---- Reporting ---- */

struct place place_whole(const struct reader *r, const struct json *value)
{
    return (struct place){r->source, value->span};
}

struct place place_of(const struct reader *r, const struct json *value)
{
    struct place place = place_whole(r, value);
    if (value->kind == JSON_LIST || value->kind == JSON_OBJECT)
        place.span.len = 1;
    return place;
}

static void add_path(struct builder *b, const struct path *path)
{
    if (!path)
        return;
    add_path(b, path->up);
    if (path->index)
        builder_printf(b, "[%zu]", path->index);
    else
        builder_printf(b, "%s%.*s", path->up ? "." : "", STR_ARGS(path->name));
}

struct str path_text(const struct reader *r)
{
    if (!r->path)
        return str_of(r->whole);
    struct builder b = {.arena = r->arena};
    builder_char(&b, '"');
    add_path(&b, r->path);
    builder_char(&b, '"');
    return builder_str(&b);
}

void wrong_type(struct reader *r, const struct json *value, const char *must_be)
{
    struct str wanted = str_of(must_be), is = json_kind_name(value->kind);
    if (json_is_too_large(value)) /* one slip, one message */
        return;
    if (value->kind == JSON_BOOL)
        is = value->boolean ? STR("true") : STR("false");
    bool brackets = value->kind == JSON_STRING && str_starts(wanted, STR("a list of texts"));
    diag_add(r->diags, DIAG_WRONG_TYPE, place_of(r, value), path_text(r), wanted, is,
             brackets ? STR("put it in brackets [ ]") : STR(""));
}

/* ---- Objects ---- */

bool json_is_empty(const struct json *value)
{
    if (value->kind == JSON_STRING)
        return text_is_blank(value->string);
    for (const struct json *item = value->first; item; item = item->next)
        if (!json_is_empty(item))
            return false;
    return value->kind == JSON_NULL || value->kind == JSON_LIST || value->kind == JSON_OBJECT;
}

/* What a name of the file stands for. */
struct match {
    const struct field *field; /* NULL if there is none of that name */
    bool ignored;
    const char *meant; /* the nearest name, if it is unknown and there is one */
};

/* The distance of two names whatever their case; over the limit: limit + 1. */
static unsigned name_distance(struct str a, struct str b, unsigned limit)
{
    enum { LONGEST = 40 };
    char lower[2][LONGEST];
    if (a.len > LONGEST || b.len > LONGEST)
        return limit + 1;
    for (size_t i = 0; i < a.len; i++)
        lower[0][i] = ascii_lower(a.ptr[i]);
    for (size_t i = 0; i < b.len; i++)
        lower[1][i] = ascii_lower(b.ptr[i]);
    return str_distance((struct str){lower[0], a.len}, (struct str){lower[1], b.len}, limit);
}

static void consider_candidate(struct str name, const char *candidate, unsigned *best,
                               const char **nearest)
{
    unsigned distance = name_distance(name, str_of(candidate), *best);
    if (distance < *best) {
        *best = distance;
        *nearest = candidate;
    }
}

/* "tpye" */
static bool has_swapped_letters(struct str a, struct str b)
{
    size_t at = 0;
    while (at < a.len && char_at(a, at) == char_at(b, at))
        at++;
    return a.len == b.len && at + 1 < a.len && a.ptr[at] == b.ptr[at + 1]
        && a.ptr[at + 1] == b.ptr[at]
        && str_equal(str_part(a, at + 2, a.len), str_part(b, at + 2, b.len));
}

/* Services have many names of their own: "venue" is no "genre", "ids" no "id". */
static bool is_slip(struct str name, struct str meant)
{
    size_t shorter = name.len < meant.len ? name.len : meant.len;
    bool same_start = ascii_lower(char_at(name, 0)) == ascii_lower(char_at(meant, 0));
    unsigned limit = shorter < 3 ? 0 : shorter < 5 || !same_start ? 1 : 2;
    return has_swapped_letters(name, meant) || name_distance(name, meant, limit) <= limit;
}

static const char *nearest_name(const struct shape *shape, struct str name)
{
    const char *nearest = NULL;
    unsigned best = name.len > 3 ? 3 : 2; /* of two slips at most; of one in a short name */
    for (size_t i = 0; i < shape->count; i++)
        consider_candidate(name, shape->fields[i].name, &best, &nearest);
    for (const char *const *ignored = shape->ignored; ignored && *ignored; ignored++)
        consider_candidate(name, *ignored, &best, &nearest);
    if (nearest && shape->foreign && !is_slip(name, str_of(nearest)))
        return NULL;
    return nearest;
}

static bool is_name_among(struct str name, const char *const *names)
{
    for (; names && *names; names++)
        if (str_is(name, *names))
            return true;
    return false;
}

static struct match match_field(const struct shape *shape, const struct json *value)
{
    struct str name = value->key;
    bool absent = shape->foreign && json_is_empty(value);
    for (size_t i = 0; i < shape->count; i++)
        if (str_is(name, shape->fields[i].name))
            return (struct match){.field = absent ? NULL : &shape->fields[i], .ignored = absent};
    if (is_name_among(name, shape->ignored) || is_name_among(name, shape->foreign))
        return (struct match){.ignored = true};
    const char *meant = nearest_name(shape, name);
    return (struct match){.meant = meant, .ignored = absent && !meant};
}

static void unknown_field(struct reader *r, const struct json *value, const struct shape *shape,
                          const char *meant)
{
    struct str name = text_excerpt(r->arena, value->key);
    struct place place = {r->source, value->key_span};
    if (r->path && !r->path->up && wrong_file_field(r->diags, place, value->key, shape->what))
        return;
    if (shape->foreign && !meant && r->unread)
        builder_printf(r->unread, "%s\"%.*s\"", r->unread->len ? ", " : "", STR_ARGS(name));
    else
        diag_add(r->diags, DIAG_UNKNOWN_FIELD, place, name, str_of(shape->what), str_of(meant));
}

/* A field that was misspelt is not missing: one slip, one message. */
static void report_missing(struct reader *r, const struct json *object, const struct shape *shape,
                           const struct match *matches)
{
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        bool there = !field->missing;
        for (size_t j = 0; j < object->count && !there; j++)
            there = matches[j].field == field || matches[j].meant == field->name;
        if (!there)
            diag_add(r->diags, DIAG_MISSING_FIELD, place_of(r, object), path_text(r),
                     str_of(field->name), str_of(field->missing));
    }
}

bool object_read(struct reader *r, const struct json *value, const struct shape *shape, void *to)
{
    if (value->kind != JSON_OBJECT) {
        wrong_type(r, value, "an object");
        return false;
    }
    /* Twice over the fields: what is missing is reported at the brace, so it comes first. */
    struct { ARRAY(struct match); } matches = {0};
    for (const struct json *child = value->first; child; child = child->next)
        *ARRAY_PUSH(r->arena, &matches) = match_field(shape, child);
    assert(matches.count == value->count);
    report_missing(r, value, shape, matches.at);

    const struct match *match = matches.at;
    for (const struct json *child = value->first; child; child = child->next, match++) {
        struct path path = {r->path, child->key, 0};
        r->path = &path;
        if (match->field)
            match->field->read(r, child, (char *)to + match->field->offset);
        else if (!match->ignored)
            unknown_field(r, child, shape, match->meant);
        assert(r->path == &path);
        r->path = path.up;
    }
    return true;
}

/* ---- Lists ---- */

bool list_check(struct reader *r, const struct json *value, const char *must_be, size_t least,
                size_t most)
{
    if (value->kind != JSON_LIST) {
        wrong_type(r, value, must_be);
        return false;
    }
    if (value->count < least)
        diag_add(r->diags, DIAG_EMPTY_LIST, place_of(r, value), path_text(r),
                 STR("write at least one item"));
    if (value->count > most)
        diag_add(r->diags, DIAG_TOO_MANY, place_of(r, value), path_text(r),
                 str_of_int(r->arena, most), str_of_int(r->arena, value->count));
    return true;
}

void list_read(struct reader *r, const struct json *value, value_reader *read, void *array,
               size_t element)
{
    char *to = array;
    struct path path = {.up = r->path};
    r->path = &path;
    for (const struct json *item = value->first; item; item = item->next, to += element) {
        path.index++;
        read(r, item, to);
    }
    assert(path.index == value->count && r->path == &path);
    r->path = path.up;
}

void *list_read_all(struct reader *r, const struct json *value, value_reader *read,
                    size_t element)
{
    void *array = arena_array(r->arena, value->count, element);
    list_read(r, value, read, array, element);
    return array;
}

void texts_read_as(struct reader *r, const struct json *value, struct texts *to,
                   value_reader *read, size_t most)
{
    to->place = place_whole(r, value);
    if (!list_check(r, value, "a list of texts", 1, most))
        return;
    to->at = list_read_all(r, value, read, sizeof *to->at);
    to->count = value->count;
}

void texts_read(struct reader *r, const struct json *value, void *to)
{
    texts_read_as(r, value, to, text_read, ITEMS_MAX);
}

/* ---- Texts ---- */

/* @return whether there is a text. */
static bool read_limited(struct reader *r, const struct json *value, size_t limit,
                         struct text *to)
{
    to->at = place_whole(r, value);
    if (value->kind != JSON_STRING) {
        wrong_type(r, value, "a text");
        return false;
    }
    if (text_is_blank(value->string)) {
        diag_add(r->diags, DIAG_EMPTY_TEXT, to->at, path_text(r));
        return false;
    }
    size_t length = utf8_length(value->string);
    if (length > limit)
        diag_add(r->diags, DIAG_TOO_LONG, to->at, path_text(r), str_of_int(r->arena, limit),
                 str_of_int(r->arena, length));
    to->str = value->string;
    return true;
}

/* Of a text that is printed as it stands. */
static void words_check(struct reader *r, const struct json *value)
{
    characters_check(r, value, value->string);
    mark_up_check(r, value);
}

void text_read(struct reader *r, const struct json *value, void *to)
{
    if (read_limited(r, value, TEXT_MAX, to))
        words_check(r, value);
}

void title_read(struct reader *r, const struct json *value, void *to)
{
    if (read_limited(r, value, TITLE_MAX, to))
        words_check(r, value);
}

void hidden_text_read(struct reader *r, const struct json *value, void *to)
{
    read_limited(r, value, TEXT_MAX, to);
}

void ignored_text_read(struct reader *r, const struct json *value, void *to)
{
    (void)to;
    if (value->kind != JSON_STRING)
        wrong_type(r, value, "a text");
}

bool formed_text_read(struct reader *r, const struct json *value, struct text *to,
                      bool (*has_form)(struct str text), enum diag_id id)
{
    if (!read_limited(r, value, TEXT_MAX, to))
        return false;
    if (has_form(to->str))
        return true;
    diag_add(r->diags, id, to->at, text_excerpt(r->arena, to->str));
    to->str = (struct str){0};
    return false;
}

bool language_read(struct reader *r, const struct json *value, struct text *to)
{
    if (!formed_text_read(r, value, to, language_has_form, DIAG_BAD_LANGUAGE))
        return false;
    to->str = language_in_usual_case(r->arena, to->str);
    return true;
}

/* ---- Choices ---- */

int choice_read(struct reader *r, const struct json *value, const char *const *names,
                const char *what)
{
    struct text text = {.at = place_of(r, value)};
    if (!read_limited(r, value, TEXT_MAX, &text))
        return -1;
    struct builder all = {.arena = r->arena};
    for (int i = 0; names[i]; i++) {
        if (str_equal(text.str, str_of(names[i])))
            return i;
        builder_printf(&all, "%s\"%s\"", i ? ", " : "", names[i]);
    }
    diag_add(r->diags, DIAG_BAD_CHOICE, text.at, text_excerpt(r->arena, text.str), str_of(what),
             builder_str(&all));
    return -1;
}

void paper_read(struct reader *r, const struct json *value, void *to)
{
    static const char *const names[] = {
#define PAPER(id, name, ...) name,
#include "model/paper.def"
#undef PAPER
        NULL};
    enum paper_choice *paper = to;
    int choice = choice_read(r, value, names, "paper size");
    *paper = choice < 0 ? PAPER_UNSET : (enum paper_choice)(PAPER_UNSET + 1 + choice);
}

bool bool_read(struct reader *r, const struct json *value, bool otherwise)
{
    if (value->kind == JSON_BOOL)
        return value->boolean;
    wrong_type(r, value, "true or false");
    return otherwise;
}
