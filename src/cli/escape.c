/*
 * See escape.h.  Text is walked one UTF-8 character at a time; a byte that belongs to none stands
 * for itself as BAD.  The C library's wcwidth() and iswprint() would need setlocale(), which this
 * program never calls, so base/unicode.h is asked.
 */
#include "escape.h"

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
    good = good && c >= least[more] && c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
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

/* A terminal would obey it or hide it.  Words of Persian have joiners inside. */
static bool must_be_escaped(const char *line, const char *at, uint32_t c)
{
    return c == BAD || (unicode_is_shapeless(c) && !unicode_is_join_control(c)
                        && !is_of_flag(line, at));
}

/* ---- Texts ---- */

static void put_bytes(FILE *to, const char *from, const char *end)
{
    fwrite(from, 1, (size_t)(end - from), to);
}

void escape_text(FILE *to, const char *text)
{
    for (const char *line = text; *text;) {
        const char *start = text;
        uint32_t c = next(&text);
        if (!must_be_escaped(line, start, c)) {
            put_bytes(to, start, text);
            continue;
        }
        for (; start < text; start++)
            fprintf(to, "\\x%02x", (unsigned)(unsigned char)*start);
    }
}

void escape_source(FILE *to, const char *line)
{
    for (const char *at = line; *at;) {
        const char *start = at;
        uint32_t c = next(&at);
        if (c == '\t' || !must_be_escaped(line, start, c))
            put_bytes(to, start, at);
        else if (c < 0x20)
            fprintf(to, "\xE2\x90%c", (int)(0x80 + c)); /* U+2400 and on: control pictures */
        else
            fputs("\xEF\xBF\xBD", to); /* U+FFFD */
    }
}

/* Columns of what escape_source() writes for a character. */
static unsigned shown_columns(const char *line, const char *at, uint32_t c)
{
    return must_be_escaped(line, at, c) ? 1 : unicode_columns(c);
}

const char *escape_indent(FILE *to, const char *line, uint32_t index)
{
    const char *at = line;
    for (; index && *at; index--) {
        const char *start = at;
        uint32_t c = next(&at);
        if (c == '\t')
            putc('\t', to);
        else
            fprintf(to, "%*s", (int)shown_columns(line, start, c), "");
    }
    return at;
}

unsigned escape_columns(const char *line, uint32_t count)
{
    unsigned columns = 0;
    for (const char *at = line; count && *at; count--) {
        const char *start = at;
        uint32_t c = next(&at);
        columns += shown_columns(line, start, c);
    }
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
