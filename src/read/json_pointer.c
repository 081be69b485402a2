/* See json.h: how a field is named to other programs. Items count from 0, as RFC 6901 has them. */
#include "read/json.h"

static bool encloses(struct span outer, struct span inner)
{
    return inner.off >= outer.off && inner.off + inner.len <= outer.off + outer.len;
}

/* "~" and "/" stand for themselves as "~0" and "~1". */
static void add_escaped_name(struct builder *b, struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        if (name.ptr[i] == '~')
            builder_add(b, STR("~0"));
        else if (name.ptr[i] == '/')
            builder_add(b, STR("~1"));
        else
            builder_char(b, name.ptr[i]);
    }
}

struct str json_pointer(struct arena *arena, const struct json *root, struct span at)
{
    struct builder b = {.arena = arena};
    const struct json *value = root;
    while (value) {
        const struct json *child = value->first;
        size_t index = 0;
        for (; child && !encloses(child->span, at) && !encloses(child->key_span, at); index++)
            child = child->next;
        if (child) {
            builder_char(&b, '/');
            if (value->kind == JSON_OBJECT)
                add_escaped_name(&b, child->key);
            else
                builder_printf(&b, "%zu", index);
        }
        value = child;
    }
    return builder_str(&b);
}
