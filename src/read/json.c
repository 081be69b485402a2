/*
 * See json.h.  The only file that knows cJSON.
 *
 * json_check has seen every token before cJSON does, so the walk over the text needs no failure
 * branches: it steps from token to token as the tree of cJSON says, and its assertions hold as
 * long as the two readers agree.  Depth is at most JSON_DEPTH_MAX, so recursion is safe.
 */
#include "read/json.h"

#include "base/ascii.h"
#include "read/json_check.h"
#include "read/json_scan.h"
#include "read/text_check.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <errno.h>
#include <float.h>
#include <string.h>

/* ---- Tree and text in step ---- */

/* The room was allocated beforehand: the arena's hook for lack of memory does not come back, and
 * nothing would then free cJSON's tree. */
struct walk {
    struct str text;
    size_t at;
    struct json *next_value;
    char *next_string;
    const struct json *values_end;
    const char *strings_end;
};

static void expect(struct walk *w, char c)
{
    w->at = json_skip_space(w->text, w->at);
    assert(char_at(w->text, w->at) == c);
    (void)c;
    w->at++;
}

static struct span walk_string(struct walk *w)
{
    expect(w, '"');
    size_t start = w->at - 1;
    while (char_at(w->text, w->at) != '"') {
        assert(w->at < w->text.len);
        w->at += char_at(w->text, w->at) == '\\' ? 2 : 1;
    }
    w->at++;
    return span_between(start, w->at);
}

static struct str keep_string(struct walk *w, const char *decoded)
{
    struct str kept = {w->next_string, strlen(decoded)};
    assert(kept.len < (size_t)(w->strings_end - w->next_string));
    memcpy(w->next_string, decoded, kept.len + 1);
    w->next_string += kept.len + 1;
    return kept;
}

static void walk_number(struct walk *w, const cJSON *item, struct json *value)
{
    size_t start = w->at;
    w->at = json_number_end(w->text, start);
    value->kind = JSON_NUMBER;
    value->number = item->valuedouble;
    value->string = str_part(w->text, start, w->at - start);
}

static void walk_word(struct walk *w, enum json_kind kind, bool boolean, struct json *value)
{
    value->kind = kind;
    value->boolean = boolean;
    w->at += kind == JSON_BOOL && !boolean ? 5 : 4;
}

static struct json *walk_value(struct walk *w, const cJSON *item);

static void walk_children(struct walk *w, const cJSON *item, struct json *value)
{
    bool object = value->kind == JSON_OBJECT;
    struct json **last = &value->first;
    w->at++;
    for (const cJSON *child = item->child; child; child = child->next) {
        struct span key_span = {0, 0};
        if (value->count++)
            expect(w, ',');
        if (object) {
            key_span = walk_string(w);
            expect(w, ':');
        }
        struct json *next = walk_value(w, child);
        if (object) {
            next->key = keep_string(w, child->string);
            next->key_span = key_span;
        }
        *last = next;
        last = &next->next;
    }
    expect(w, object ? '}' : ']');
}

static struct json *walk_value(struct walk *w, const cJSON *item)
{
    assert(w->next_value < w->values_end);
    struct json *value = w->next_value++;
    w->at = json_skip_space(w->text, w->at);
    size_t start = w->at;
    if (cJSON_IsString(item)) {
        value->kind = JSON_STRING;
        value->string = keep_string(w, item->valuestring);
        walk_string(w);
    } else if (cJSON_IsNumber(item)) {
        walk_number(w, item, value);
    } else if (cJSON_IsBool(item)) {
        walk_word(w, JSON_BOOL, cJSON_IsTrue(item), value);
    } else if (cJSON_IsNull(item)) {
        walk_word(w, JSON_NULL, false, value);
    } else {
        value->kind = cJSON_IsArray(item) ? JSON_LIST : JSON_OBJECT;
        walk_children(w, item, value);
    }
    value->span = span_between(start, w->at);
    return value;
}

/* ---- What only the decoded tree shows ---- */

struct finder {
    struct arena *arena;
    struct diags *diags;
    const struct source *source;
};

/* FNV-1a: names are short. */
static size_t hash(struct str s)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.ptr[i]) * 16777619u;
    return h;
}

static void report_duplicate(struct finder *f, const struct json *first, const struct json *again)
{
    struct builder line = {.arena = f->arena};
    if (f->diags->count < DIAG_MAX) { /* counting lines takes long where all are duplicates */
        struct position at = source_position(f->source, first->key_span.off);
        builder_printf(&line, "%lu", (unsigned long)at.line);
    }
    diag_add(f->diags, DIAG_DUPLICATE_FIELD, ((struct place){f->source, again->key_span}),
             text_excerpt(f->arena, again->key), builder_str(&line));
}

static void find_faults(struct finder *f, const struct json *value);

/* Open addressing in a table at most half full, so that 20,000 fields cost no more than a glance
 * at each. */
static void find_in_object(struct finder *f, const struct json *object)
{
    size_t room = 16;
    while (room < 2 * object->count)
        room *= 2;
    assert((room & (room - 1)) == 0); /* so that the mask takes every slot */
    const struct json **table = ARENA_ARRAY(f->arena, room, const struct json *);
    for (const struct json *field = object->first; field; field = field->next) {
        size_t slot = hash(field->key) & (room - 1);
        while (table[slot] && !str_equal(table[slot]->key, field->key))
            slot = (slot + 1) & (room - 1);
        if (table[slot])
            report_duplicate(f, table[slot], field);
        else
            table[slot] = field;
        find_faults(f, field);
    }
}

static void find_faults(struct finder *f, const struct json *value)
{
    if (value->kind == JSON_OBJECT) {
        find_in_object(f, value);
    } else if (value->kind == JSON_LIST) {
        for (const struct json *item = value->first; item; item = item->next)
            find_faults(f, item);
    } else if (value->kind == JSON_NUMBER
               && (value->number > DBL_MAX || value->number < -DBL_MAX)) {
        diag_add(f->diags, DIAG_BAD_NUMBER, ((struct place){f->source, value->span}),
                 value->string, STR("it is too large"));
    }
}

/* ---- The whole ---- */

/* @param stopped  is set to where cJSON gave up, if it returns NULL. */
static const struct json *read_tree(struct arena *arena, struct str text, size_t values,
                                    size_t *stopped)
{
    size_t start = json_start(text);
    struct json *first = ARENA_ARRAY(arena, values, struct json);
    /* A decoded text and its NUL are shorter than the text with its quotes in the file. */
    char *strings = arena_alloc(arena, text.len);
    struct walk w = {text, start, first, strings, first + values, strings + text.len};
    const char *end = text.ptr + start;
    errno = 0;
    cJSON *tree = cJSON_ParseWithLengthOpts(text.ptr + start, text.len - start, &end, false);
    if (!tree && errno == ENOMEM)
        arena_out_of_memory(arena);
    if (tree)
        walk_value(&w, tree);
    cJSON_Delete(tree);
    *stopped = (size_t)(end - text.ptr);
    return tree ? first : NULL;
}

const struct json *json_parse(struct arena *arena, struct diags *diags,
                              const struct source *source)
{
    struct finder f = {arena, diags, source};
    size_t stopped, values = json_check(diags, source);
    if (!values)
        return NULL;
    const struct json *value = read_tree(arena, source->text, values, &stopped);
    if (value)
        find_faults(&f, value);
    else /* for no text that we know of; another cJSON may be stricter */
        diag_add(diags, DIAG_SYNTAX, ((struct place){source, span_between(stopped, stopped)}),
                 STR("cJSON cannot read on from here"), STR(""));
    return value;
}

/* ---- Places inside a string ---- */

/* Bytes that the escape at `at` takes in the file. */
static size_t escape_length(struct str text, size_t at)
{
    uint32_t c, low;
    if (char_at(text, at + 1) != 'u')
        return 2;
    json_hex4(text, at + 2, &c);
    bool pair = c >= 0xD800 && c < 0xDC00 && json_hex4(text, at + 8, &low);
    return pair ? 12 : 6;
}

/* Bytes that the escape at `at` takes decoded. */
static size_t escape_size(struct str text, size_t at)
{
    uint32_t c;
    char utf8[4];
    if (char_at(text, at + 1) != 'u')
        return 1;
    json_hex4(text, at + 2, &c);
    return c >= 0xD800 && c < 0xDC00 ? 4 : utf8_put(utf8, c);
}

struct span json_locate(const struct source *source, const struct json *string, size_t at)
{
    assert(string->kind == JSON_STRING);
    struct str text = str_part(source->text, 0, string->span.off + string->span.len - 1);
    size_t raw = string->span.off + 1, decoded = 0;
    while (raw < text.len) {
        size_t end = raw, size;
        if (text.ptr[raw] == '\\') {
            end += escape_length(text, raw);
            size = escape_size(text, raw);
        } else {
            utf8_next(text, &end);
            size = end - raw;
        }
        if (decoded + size > at)
            return span_between(raw, end);
        raw = end;
        decoded += size;
    }
    return span_between(raw, raw + 1); /* the end: its closing quote */
}
