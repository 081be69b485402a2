/* See source.h.  Lines end in \n, \r\n or \r.  Lines are counted afresh for each position: the
 * number of diagnostics is capped and the input is at most 1 MiB. */
#include "base/ascii.h"
#include "base/source.h"

#include <assert.h>

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
    assert(offset <= text.len);
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

bool place_equal(struct place a, struct place b)
{
    return a.source == b.source && a.span.off == b.span.off && a.span.len == b.span.len;
}

static struct str text_at_place(struct place place)
{
    struct str text = place.source->text;
    assert(place.span.off <= text.len && place.span.len <= text.len - place.span.off);
    return str_part(text, place.span.off, place.span.len);
}

struct place place_find(struct place place, struct str part)
{
    struct str text = text_at_place(place);
    for (size_t at = 0; at + part.len <= text.len; at++)
        if (str_starts(str_part(text, at, part.len), part))
            return (struct place){place.source,
                                  {place.span.off + (uint32_t)at, (uint32_t)part.len}};
    return place;
}

/* ---- Places in a JSON string ---- */

static uint32_t hex4(struct str raw, size_t at)
{
    uint32_t value = 0;
    for (size_t i = 0; i < 4; i++)
        value = value << 4 | (uint32_t)(ascii_hex(char_at(raw, at + i)) & 0xF);
    return value;
}

/* Moves *at behind one character of the raw string. @return the bytes that it stands for. */
static size_t skip_character(struct str raw, size_t *at)
{
    char utf8[4];
    if (char_at(raw, *at) != '\\') {
        ++*at;
        return 1; /* byte by byte: only ends of characters are asked for */
    }
    if (char_at(raw, *at + 1) != 'u') {
        *at += 2;
        return 1;
    }
    uint32_t unit = hex4(raw, *at + 2);
    *at += 6;
    if (unit < 0xD800 || unit > 0xDBFF)
        return utf8_put(utf8, unit);
    *at += 6; /* the other half; the reader refuses a lone one */
    return 4;
}

/* The offset in the raw string where that byte of the text stands; never behind the string. */
static size_t raw_offset(struct str raw, size_t byte)
{
    size_t at = 1; /* behind the quote */
    for (size_t done = 0; done < byte && at < raw.len;)
        done += skip_character(raw, &at);
    return at < raw.len ? at : raw.len;
}

struct place text_place(const struct text *text, size_t from, size_t len)
{
    struct place place = text->at;
    if (!place.source)
        return place;
    struct str raw = text_at_place(place);
    size_t start = raw_offset(raw, from), end = raw_offset(raw, from + len);
    place.span = (struct span){place.span.off + (uint32_t)start, (uint32_t)(end - start)};
    return place;
}
