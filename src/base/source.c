/* See source.h.  Lines end in \n, \r\n or \r.  Lines are counted afresh for each position: the
 * number of diagnostics is capped and the input is at most 1 MiB. */
#include "base/source.h"

/* Moves behind the line end at `at`, if there is one. */
static size_t skip_line_end(struct str text, size_t at)
{
    if (at < text.len && text.ptr[at] == '\r')
        at += at + 1 < text.len && text.ptr[at + 1] == '\n' ? 2 : 1;
    else if (at < text.len && text.ptr[at] == '\n')
        at++;
    return at;
}

static size_t line_end(struct str text, size_t at)
{
    while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
        at++;
    return at;
}

struct position source_position(const struct source *source, uint32_t offset)
{
    struct str text = source->text;
    /* A byte order mark is no character of the first line. */
    size_t start = str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0, end = line_end(text, start);
    struct position p = {.line = 1};
    for (;;) {
        size_t next = skip_line_end(text, end);
        if (next == end || next > offset)
            break;
        p.line++;
        start = next;
        end = line_end(text, start);
    }
    p.line_text = str_part(text, start, end - start);
    size_t before = offset > end ? end : offset < start ? start : offset;
    p.column = 1 + (uint32_t)utf8_length(str_part(text, start, before - start));
    return p;
}
