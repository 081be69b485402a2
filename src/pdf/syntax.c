/* See syntax.h. */
#include "pdf/syntax.h"

static bool is_printable_ascii(char c)
{
    return c >= ' ' && c <= '~';
}

/* Those that a name may not have as they are, and that a string need not have. */
static bool needs_escape(char c)
{
    return c && strchr("\\%#/()<>[]{}", c);
}

static bool all_printable_ascii(struct str s)
{
    size_t i = 0;
    while (i < s.len && is_printable_ascii(s.ptr[i]))
        i++;
    return i == s.len;
}

void put_name(struct builder *b, const char *name)
{
    size_t plain = strcspn(name, "\\%#/()<>[]{}");
    builder_char(b, '/');
    builder_add(b, (struct str){name, plain});
    for (const char *c = name + plain; *c; c++)
        if (needs_escape(*c))
            builder_printf(b, "#%02X", (unsigned)*c);
        else
            builder_char(b, *c);
}

void put_string(struct builder *b, struct str utf8)
{
    if (!all_printable_ascii(utf8)) {
        builder_add(b, STR("<FEFF"));
        builder_utf16_hex(b, utf8);
        builder_char(b, '>');
        return;
    }
    builder_char(b, '(');
    for (size_t i = 0; i < utf8.len; i++)
        if (needs_escape(utf8.ptr[i]))
            builder_printf(b, "\\%03o", (unsigned)utf8.ptr[i]);
        else
            builder_char(b, utf8.ptr[i]);
    builder_char(b, ')');
}

void put_eighths(struct builder *b, int32_t thousandths)
{
    builder_milli(b, (thousandths + (thousandths < 0 ? -62 : 62)) / 125 * 125);
}
