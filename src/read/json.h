/*
 * json: a JSON text as a tree of our own, with a place on every value.
 *
 * cJSON decodes the text and builds the tree; it knows no positions, says nothing about a fault
 * but where it stopped, and accepts more than JSON allows.  So json_check looks at the text first,
 * and this module then walks cJSON's result and the text in step, so that every value gets its
 * span.  Everything that cJSON lets pass becomes a diagnostic: duplicate fields, raw control
 * characters in strings, bytes that are not UTF-8, numbers out of range or written loosely, text
 * after the value, and strings that \u0000 would cut short.
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
    double number;
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

/** "a text", "a list", …: for messages. */
struct str json_kind_name(enum json_kind kind);

/** Writes the tree as text, a value a line with its offset, for --dump=json. */
void json_dump(const struct json *value, struct builder *out);

#endif
