/* See dump.h. */
#include "model/dump.h"

#include "base/unicode.h"

/* What a terminal would obey, and what would turn the text around it: a dump shows them. */
static bool is_shown_by_number(uint32_t c)
{
    enum unicode_category category = c == UTF8_BAD ? UNICODE_LO : unicode_category(c);
    return category == UNICODE_CC || category == UNICODE_ZL || category == UNICODE_ZP ||
           (c != UTF8_BAD && unicode_is_bidi_control(c));
}

void dump_quoted(struct builder *out, struct str s)
{
    builder_char(out, '"');
    for (size_t at = 0; at < s.len;) {
        size_t from = at;
        uint32_t c = utf8_next(s, &at);
        if (is_shown_by_number(c))
            builder_printf(out, "\\u%04x", (unsigned)c);
        else if (c == '"' || c == '\\')
            builder_printf(out, "\\%c", (int)c);
        else
            builder_add(out, str_part(s, from, at - from));
    }
    builder_char(out, '"');
}

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
    dump_quoted(out, text.str);
    builder_char(out, '\n');
}

void dump_str(struct builder *out, const char *name, struct str s)
{
    if (!s.ptr)
        return;
    builder_printf(out, "%s ", name);
    dump_quoted(out, s);
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
