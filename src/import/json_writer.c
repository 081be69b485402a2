/*
 * See json_writer.h.
 */
#include "import/json_writer.h"

#include "base/unicode.h"

/* What no editor shows is escaped, but for joiners, which words are spelled with. */
void json_quote(struct builder *b, struct str text)
{
    builder_char(b, '"');
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        char escape[UNICODE_ESCAPE];
        if (!unicode_is_join_control(c) && unicode_to_escape(escape, c))
            builder_add(b, str_of(escape));
        else
            builder_add(b, str_part(text, from, at - from));
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
