/* See dump.h. */
#include "model/dump.h"

void dump_span(struct builder *out, struct span span)
{
    builder_printf(out, " @%lu+%lu", (unsigned long)span.off, (unsigned long)span.len);
}

void dump_text(struct builder *out, const char *name, struct text text)
{
    if (!text.str.ptr)
        return;
    builder_printf(out, "%s", name);
    dump_span(out, text.at.span);
    builder_char(out, ' ');
    builder_quoted(out, text.str);
    builder_char(out, '\n');
}

void dump_str(struct builder *out, const char *name, struct str s)
{
    if (!s.ptr)
        return;
    builder_printf(out, "%s ", name);
    builder_quoted(out, s);
    builder_char(out, '\n');
}

const char *dump_item(struct builder *out, const char *list, size_t index, const char *member)
{
    struct builder name = {.arena = out->arena};
    builder_printf(&name, "%s[%zu]%s%s", list, index + 1, *member ? "." : "", member);
    return builder_str(&name).ptr;
}

void dump_texts(struct builder *out, const char *name, struct texts texts)
{
    for (size_t i = 0; i < texts.count; i++)
        dump_text(out, dump_item(out, name, i, ""), texts.at[i]);
}
