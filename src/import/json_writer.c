/*
 * See json_writer.h.
 */
#include "import/json_writer.h"

#include "base/ascii.h"

void json_quote(struct builder *b, struct str text)
{
    builder_char(b, '"');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '"' || c == '\\')
            builder_char(b, '\\');
        if (ascii_is_control(c))
            builder_printf(b, "\\u%04x", (unsigned)c);
        else
            builder_char(b, c);
    }
    builder_char(b, '"');
}

static void start_line(struct json_writer *w, struct str key)
{
    if (w->not_first)
        builder_char(&w->b, ',');
    if (w->b.len) {
        builder_char(&w->b, '\n');
        w->line++;
    }
    for (int i = 0; i < w->depth; i++)
        builder_add(&w->b, STR("  "));
    if (key.len) {
        json_quote(&w->b, key);
        builder_add(&w->b, STR(": "));
    }
    w->not_first = true;
}

void json_open(struct json_writer *w, char bracket, struct str key)
{
    start_line(w, key);
    builder_char(&w->b, bracket);
    w->depth++;
    w->not_first = false;
}

void json_close(struct json_writer *w, char bracket)
{
    bool empty = !w->not_first;
    w->depth--;
    w->not_first = false;
    if (!empty)
        start_line(w, STR(""));
    builder_char(&w->b, bracket);
    w->not_first = true;
}

uint32_t json_text(struct json_writer *w, struct str key, struct str text)
{
    start_line(w, key);
    json_quote(&w->b, text);
    return w->line + 1;
}

void json_field(struct json_writer *w, struct str key, struct str text)
{
    if (text.len)
        json_text(w, key, text);
}

void json_raw(struct json_writer *w, struct str key, struct str json)
{
    start_line(w, key);
    builder_add(&w->b, json);
}
