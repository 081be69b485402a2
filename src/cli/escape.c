/*
 * See escape.h.  Text is walked one UTF-8 character at a time; a byte that belongs to none stands
 * for itself as BAD.  The C library's wcwidth() and iswprint() would need setlocale(), which this
 * program never calls, so the few ranges that matter are listed here: those of Unicode's
 * EastAsianWidth.txt (W and F) and the combining marks of the scripts that a handout can hold.
 */
#include "escape.h"

#include <stdbool.h>
#include <string.h>

#define BAD 0xFFFFFFFFu

struct range {
    uint32_t first, last;
};

static const struct range wide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},
    {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
    {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}, {0, 0}};

static const struct range combining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F}, {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200B, 0x200D}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    {0, 0}};

/* C1 controls, line separators, and what reverses the direction of the text around it. */
static const struct range unprintable[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C},
                                           {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069},
                                           {0xFEFF, 0xFEFF}, {BAD, BAD},       {0, 0}};

static bool within(const struct range *ranges, uint32_t c)
{
    for (; ranges->last; ranges++)
        if (c >= ranges->first && c <= ranges->last)
            return true;
    return false;
}

/* The character at *text, which must not be its NUL; moves *text behind it, or by one if BAD. */
static uint32_t next(const char **text)
{
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    const unsigned char *p = (const unsigned char *)*text;
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

static unsigned columns_of(uint32_t c)
{
    return within(combining, c) ? 0 : within(wide, c) ? 2 : 1;
}

static void put_bytes(FILE *to, const char *from, const char *end)
{
    fwrite(from, 1, (size_t)(end - from), to);
}

void escape_text(FILE *to, const char *text)
{
    while (*text) {
        const char *start = text;
        if (!within(unprintable, next(&text))) {
            put_bytes(to, start, text);
            continue;
        }
        for (; start < text; start++)
            fprintf(to, "\\x%02x", (unsigned)(unsigned char)*start);
    }
}

void escape_source(FILE *to, const char *line)
{
    while (*line) {
        const char *start = line;
        uint32_t c = next(&line);
        if (c == '\t' || !within(unprintable, c))
            put_bytes(to, start, line);
        else if (c < 0x20)
            fprintf(to, "\xE2\x90%c", (int)(0x80 + c)); /* U+2400 and on: control pictures */
        else
            fputs("\xEF\xBF\xBD", to); /* U+FFFD */
    }
}

const char *escape_indent(FILE *to, const char *line, uint32_t index)
{
    for (; index && *line; index--) {
        uint32_t c = next(&line);
        if (c == '\t')
            putc('\t', to);
        else
            fprintf(to, "%*s", (int)columns_of(c), "");
    }
    return line;
}

unsigned escape_columns(const char *line, uint32_t count)
{
    unsigned columns = 0;
    for (; count && *line; count--)
        columns += columns_of(next(&line));
    return columns;
}

void escape_json_part(FILE *to, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        const char *start = text;
        uint32_t c = next(&text);
        if (c == BAD)
            fputs("\\ufffd", to);
        else if (c == '"' || c == '\\')
            fprintf(to, "\\%c", (int)c);
        else if (c < 0x20 || c == 0x7F)
            fprintf(to, "\\u%04x", (unsigned)c);
        else
            put_bytes(to, start, text);
    }
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
