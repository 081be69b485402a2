/*
 * json: a JSON text as a tree of our own, with a place on every value.
 *
 * json_check looks at the text first, so that every fault is found and told, not only the first;
 * this module then builds the tree of a text that can be used.  No library does it: cJSON, which
 * the tests hold this against, knows no positions, lets pass more than JSON allows, and keeps its
 * last error where all threads of a process write to it.
 *
 * What others let pass is a diagnostic: duplicate fields, raw control characters in strings, bytes
 * that are not UTF-8, numbers out of range or written loosely, text after the value, and \u0000.
 */
#ifndef READ_JSON_H
#define READ_JSON_H

#include "base/diag.h"

enum json_kind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_LIST, JSON_OBJECT };

struct json {
    enum json_kind kind;
    struct span span;        /**< of the value, quotes and brackets included */
    struct span key_span;    /**< of the field's name with its quotes, if inside an object */
    struct str key;          /**< decoded; absent outside an object */
    struct str string;       /**< of a JSON_STRING, decoded; of a JSON_NUMBER, as written */
    bool boolean;
    size_t count;            /**< of children */
    struct json *first, *next;
};

/** Nesting beyond this is refused; a handout needs 5. */
#define JSON_DEPTH_MAX 32
/** More values than this are refused. */
#define JSON_VALUES_MAX 20000

/**
 * Parses source->text (a UTF-8 byte order mark at its start is allowed). Its size is the caller's
 * to limit (HANDOUT_INPUT_MAX). Every fault is in diags.
 * @return the value; NULL if the faults leave none. There may be errors beside a value: raw
 *         control characters and bytes that are not UTF-8 inside texts, duplicate fields and
 *         numbers out of range do not keep a reader from finding more.
 */
const struct json *json_parse(struct arena *arena, struct diags *diags,
                              const struct source *source);

/** The span in the file of the character at decoded byte `at` of a JSON_STRING. */
struct span json_locate(const struct source *source, const struct json *string, size_t at);

/**
 * The JSON Pointer (RFC 6901) of the innermost value whose span, or whose name's, holds a place of
 * the text: "/benefits/2/text", "" for the root.
 */
struct str json_pointer(struct arena *arena, const struct json *root, struct span at);

/** Whether it is a number that is out of range, which json_parse() has reported. */
bool json_is_too_large(const struct json *value);

/** "a text", "a list", …: for messages. */
struct str json_kind_name(enum json_kind kind);

/** Writes the tree as text, a value a line with its offset, for --dump=json. */
void json_dump(const struct json *value, struct builder *out);

#endif
