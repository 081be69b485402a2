/*
 * See escape.h.  Text is walked one UTF-8 character at a time; a byte that belongs to none stands
 * for itself as BAD.  The C library's wcwidth() and iswprint() would need setlocale(), which this
 * program never calls, so base/unicode.h is asked.
 */
#include "escape.h"

#include "base/text.h"
#include "base/unicode.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#define BAD 0xFFFFFFFFu

/* The character at *text, which must not be its NUL; moves *text behind it, or by one if BAD. */
static uint32_t next(const char **text)
{
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    const unsigned char *p = (const unsigned char *)*text;
    assert(*p);
    unsigned more = p[0] >= 0xF0 ? 3 : p[0] >= 0xE0 ? 2 : p[0] >= 0xC0 ? 1 : 0;
    uint32_t c = more == 0 ? p[0] : p[0] & (0x3Fu >> more);
    bool good = p[0] < 0x80 || (p[0] >= 0xC0 && p[0] < 0xF8);
    unsigned i = 1;
    for (; good && i <= more; i++) {
        good = (p[i] & 0xC0) == 0x80;
        c = c << 6 | (p[i] & 0x3F);
    }
    good = good && c >= least[more] && utf8_is_scalar(c);
    *text += good ? i : 1;
    return good ? c : BAD;
}

/* ---- What may be printed as it is ---- */

#define TAG(byte) "\xF3\xA0\x81" byte /* U+E0061 and on */
#define GB TAG("\xA7") TAG("\xA2")
enum { TAG_BYTES = 4, FLAG_TAGS = 6 };

/* Whether it is one of the tags behind a black flag that make it England's, Scotland's or Wales's.
 * Others have no picture, and could hide a text. */
static bool is_of_flag(const char *line, const char *at)
{
    static const char *const flags[] = {GB TAG("\xA5") TAG("\xAE") TAG("\xA7") TAG("\xBF"),
                                        GB TAG("\xB3") TAG("\xA3") TAG("\xB4") TAG("\xBF"),
                                        GB TAG("\xB7") TAG("\xAC") TAG("\xB3") TAG("\xBF")};
    static const char black_flag[] = "\xF0\x9F\x8F\xB4";
    for (int tags = 0; tags < FLAG_TAGS && at - line >= TAG_BYTES; tags++, at -= TAG_BYTES)
        for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
            if (strncmp(at, flags[i], FLAG_TAGS * TAG_BYTES) == 0)
                return strncmp(at - TAG_BYTES, black_flag, TAG_BYTES) == 0;
    return false;
}

/* A character of a line that is shown to a person. */
struct shown {
    const char *line;
    const char *start, *end; /* its bytes; at first both are the line */
    uint32_t c;
    bool escaped; /* a terminal would obey it or hide it */
};

static struct shown before_first(const char *line)
{
    return (struct shown){.line = line, .start = line, .end = line};
}

/* Moves on to the next one. Words of Persian have joiners inside. @return whether there is one */
static bool next_shown(struct shown *s)
{
    if (!*s->end)
        return false;
    s->start = s->end;
    s->c = next(&s->end);
    s->escaped = s->c == BAD || (unicode_is_shapeless(s->c) && !unicode_is_join_control(s->c)
                                 && !is_of_flag(s->line, s->start));
    return true;
}

/* ---- Texts ---- */

static void put_bytes(FILE *to, const char *from, const char *end)
{
    fwrite(from, 1, (size_t)(end - from), to);
}

void escape_text(FILE *to, const char *text)
{
    for (struct shown s = before_first(text); next_shown(&s);) {
        if (!s.escaped)
            put_bytes(to, s.start, s.end);
        for (const char *byte = s.start; s.escaped && byte < s.end; byte++)
            fprintf(to, "\\x%02x", (unsigned)(unsigned char)*byte);
    }
}

void escape_source(FILE *to, const char *line)
{
    for (struct shown s = before_first(line); next_shown(&s);)
        if (s.c == '\t' || !s.escaped)
            put_bytes(to, s.start, s.end);
        else
            fputs("\xEF\xBF\xBD", to); /* U+FFFD */
}

/* Columns of what escape_source() writes for it. */
static unsigned shown_columns(const struct shown *s)
{
    return s->escaped ? 1 : unicode_columns(s->c);
}

const char *escape_indent(FILE *to, const char *line, uint32_t index)
{
    struct shown s = before_first(line);
    for (; index && next_shown(&s); index--)
        if (s.c == '\t')
            putc('\t', to);
        else
            fprintf(to, "%*s", (int)shown_columns(&s), "");
    return s.end;
}

unsigned escape_columns(const char *line, uint32_t count)
{
    unsigned columns = 0;
    for (struct shown s = before_first(line); count && next_shown(&s); count--)
        columns += shown_columns(&s);
    return columns;
}

/* ---- JSON ---- */

void escape_json_part(FILE *to, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        const char *start = text;
        uint32_t c = next(&text);
        char escape[UNICODE_ESCAPE];
        if (c == BAD)
            fputs("\\ufffd", to);
        else if (unicode_to_escape(escape, c))
            fputs(escape, to);
        else
            put_bytes(to, start, text);
    }
    assert(text == end); /* no character was cut in two */
}

void escape_json(FILE *to, const char *text)
{
    putc('"', to);
    escape_json_part(to, text, strlen(text));
    putc('"', to);
}

void escape_member(FILE *to, const char *name, const char *value)
{
    fprintf(to, ",\"%s\":", name);
    escape_json(to, value);
}
