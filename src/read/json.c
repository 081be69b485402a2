/*
 * See json.h.  json_check has seen every token before this file does, so building the tree needs no
 * failure branches: it steps from token to token, and its assertions hold as long as the two
 * agree.  Depth is at most JSON_DEPTH_MAX, so recursion is safe.
 */
#include "read/json.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "read/json_check.h"
#include "read/json_scan.h"
#include "read/text_check.h"

#include <assert.h>
#include <string.h>

/* ---- The tree ---- */

/* The room for all values and strings is allocated at once: json_check counted the values, and a
 * decoded text with a NUL behind it is shorter than the text with its quotes in the file. */
struct tree {
    struct str text;
    size_t at;
    struct json *next_value;
    char *next_string;
    const struct json *values_end;
    const char *strings_end;
};

static char next_char(struct tree *b)
{
    b->at = json_skip_space(b->text, b->at);
    return char_at(b->text, b->at);
}

static void expect(struct tree *b, char c)
{
    bool there = next_char(b) == c;
    assert(there);
    (void)there;
    b->at++;
}

/* The character of the escape \uXXXX at b->at, of which there may be two for one character. */
static uint32_t unicode_escape(struct tree *b)
{
    uint32_t c = 0, low = 0;
    json_hex4(b->text, b->at + 2, &c);
    b->at += 6;
    if (c < 0xD800 || c > 0xDBFF)
        return c;
    json_hex4(b->text, b->at + 2, &low);
    b->at += 6;
    return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
}

/* Decodes the escape at b->at. @return the end of what it wrote */
static char *decode_escape(struct tree *b, char *to)
{
    static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
    char c = char_at(b->text, b->at + 1);
    if (c == 'u')
        return to + utf8_put(to, unicode_escape(b));
    const char *letter = strchr(letters, c);
    *to = letter ? meant[letter - letters] : c;
    b->at += 2;
    return to + 1;
}

/* The text up to the quote there, if it has no escape, as most have none. @return its end */
static char *copy_plain(struct tree *b, char *to)
{
    struct str rest = str_part(b->text, b->at, b->text.len);
    struct str plain = str_before(rest, '"');
    if (str_find(plain, '\\') < plain.len)
        return to;
    memcpy(to, plain.ptr, plain.len);
    b->at += plain.len;
    return to + plain.len;
}

static struct str decode_string(struct tree *b, struct span *span)
{
    char *start = b->next_string, *end = start;
    expect(b, '"');
    size_t from = b->at - 1;
    end = copy_plain(b, end);
    while (char_at(b->text, b->at) != '"') {
        assert(b->at < b->text.len);
        if (char_at(b->text, b->at) == '\\')
            end = decode_escape(b, end);
        else
            *end++ = b->text.ptr[b->at++];
    }
    b->at++;
    assert(end < b->strings_end);
    *end = '\0';
    b->next_string = end + 1;
    *span = span_between(from, b->at);
    return (struct str){start, (size_t)(end - start)};
}

static struct json *add_value(struct tree *b);

static void add_children(struct tree *b, struct json *value)
{
    bool object = value->kind == JSON_OBJECT;
    char end = object ? '}' : ']';
    struct json **last = &value->first;
    for (b->at++; next_char(b) != end; last = &(*last)->next) {
        struct str key = {NULL, 0};
        struct span key_span = {0, 0};
        if (value->count++)
            expect(b, ',');
        if (object) {
            key = decode_string(b, &key_span);
            expect(b, ':');
        }
        *last = add_value(b);
        (*last)->key = key;
        (*last)->key_span = key_span;
    }
    b->at++;
}

/* A number, true, false or null. */
static void add_scalar(struct tree *b, struct json *value)
{
    size_t start = b->at;
    b->at = json_number_end(b->text, start);
    struct str word = str_part(b->text, start, b->at - start);
    value->boolean = word.ptr[0] == 't';
    if (value->boolean || word.ptr[0] == 'f') {
        value->kind = JSON_BOOL;
    } else if (word.ptr[0] != 'n') {
        value->kind = JSON_NUMBER;
        value->string = word;
    }
}

static struct json *add_value(struct tree *b)
{
    assert(b->next_value < b->values_end);
    struct json *value = b->next_value++;
    char c = next_char(b);
    size_t start = b->at;
    if (c == '"') {
        value->kind = JSON_STRING;
        value->string = decode_string(b, &value->span);
        return value;
    }
    if (c == '[' || c == '{') {
        value->kind = c == '[' ? JSON_LIST : JSON_OBJECT;
        add_children(b, value);
    } else {
        add_scalar(b, value);
    }
    value->span = span_between(start, b->at);
    return value;
}

/* ---- What only the decoded tree shows ---- */

struct finder {
    struct arena *arena;
    struct diags *diags;
    const struct source *source;
};

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

/* What a number may have before its point, the exponent counted: a double holds no more, and other
 * programs would read infinity. No figure of a handout comes near it, so it is a slip. */
enum { MAGNITUDE_MOST = 309 };

static bool has_too_many_digits(struct str number)
{
    long digits = 0, exponent = 0;
    size_t i = char_at(number, 0) == '-';
    for (; ascii_is_digit(char_at(number, i)); i++)
        digits++;
    while (i < number.len && char_at(number, i) != 'e' && char_at(number, i) != 'E')
        i++;
    if (char_at(number, i + 1) == '-')
        return digits > MAGNITUDE_MOST;
    i += char_at(number, i + 1) == '+';
    while (ascii_is_digit(char_at(number, ++i)) && exponent <= MAGNITUDE_MOST)
        exponent = 10 * exponent + (char_at(number, i) - '0');
    return digits + exponent > MAGNITUDE_MOST;
}

bool json_is_too_large(const struct json *value)
{
    return value->kind == JSON_NUMBER && has_too_many_digits(value->string);
}

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
        size_t slot = (size_t)hash_bytes(HASH_START, field->key) & (room - 1);
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
    } else if (json_is_too_large(value)) {
        diag_add(f->diags, DIAG_BAD_NUMBER, ((struct place){f->source, value->span}),
                 text_excerpt(f->diags->arena, value->string), STR("it is too large"));
    }
}

/* ---- The whole ---- */

const struct json *json_parse(struct arena *arena, struct diags *diags,
                              const struct source *source)
{
    struct finder f = {arena, diags, source};
    size_t values = json_check(diags, source);
    if (!values)
        return NULL;
    struct json *first = ARENA_ARRAY(arena, values, struct json);
    char *strings = arena_room(arena, source->text.len);
    struct tree tree = {source->text, json_start(source->text), first,
                        strings,      first + values,           strings + source->text.len};
    add_value(&tree);
    find_faults(&f, first);
    return first;
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
