/* See json.h: the words for kinds, and the tree as text, two spaces of indent a level. */
#include "model/dump.h"
#include "read/json.h"

struct str json_kind_name(enum json_kind kind)
{
    switch (kind) {
    case JSON_NULL:
        return STR("null");
    case JSON_BOOL:
        return STR("true or false");
    case JSON_NUMBER:
        return STR("a number");
    case JSON_STRING:
        return STR("a text");
    case JSON_LIST:
        return STR("a list");
    case JSON_OBJECT:
        break;
    }
    return STR("an object");
}

static void dump_scalar(const struct json *value, struct builder *out)
{
    if (value->kind == JSON_STRING)
        builder_quoted(out, value->string);
    else if (value->kind == JSON_NUMBER)
        builder_add(out, value->string);
    else if (value->kind == JSON_BOOL)
        builder_printf(out, "%s", value->boolean ? "true" : "false");
    else if (value->kind == JSON_NULL)
        builder_printf(out, "null");
    else
        builder_printf(out, "%s of %zu", value->kind == JSON_LIST ? "list" : "object",
                       value->count);
}

/* Depth is at most JSON_DEPTH_MAX. */
static void dump_value(const struct json *value, int indent, struct builder *out)
{
    builder_printf(out, "%*s", indent, "");
    if (value->key.ptr) {
        builder_quoted(out, value->key);
        builder_printf(out, ": ");
    }
    dump_scalar(value, out);
    dump_span(out, value->span);
    builder_char(out, '\n');
    for (const struct json *child = value->first; child; child = child->next)
        dump_value(child, indent + 2, out);
}

void json_dump(const struct json *value, struct builder *out)
{
    dump_value(value, 0, out);
}
