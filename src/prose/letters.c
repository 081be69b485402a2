/* See letters.h. */
#include "prose/letters.h"

#include "base/ascii.h"
#include "base/unicode.h"

bool is_letter(uint32_t c)
{
    return unicode_is_letter(c) || unicode_is_mark(c);
}

bool is_space(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

bool is_end_mark(uint32_t c)
{
    return c == '.' || c == '?' || c == '!' || c == 0x2026;
}

bool is_closing_mark(uint32_t c)
{
    return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB
           || c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x2079); /* notes: ¹ */
}

uint32_t letter_at(struct str s, size_t at)
{
    return at < s.len ? utf8_next(s, &at) : ' ';
}

size_t skip_spaces(struct str s, size_t at)
{
    for (size_t next = at; at < s.len && is_space(utf8_next(s, &next)); at = next)
        ;
    return at;
}

struct str trim_spaces(struct str s)
{
    size_t start = skip_spaces(s, 0), end = start;
    for (size_t at = start; at < s.len;)
        if (!is_space(utf8_next(s, &at)))
            end = at;
    return str_part(s, start, end - start);
}

struct case_count letters_of(struct str word)
{
    struct case_count n = {0, 0, 0};
    for (size_t at = 0; at < word.len;) {
        uint32_t c = utf8_next(word, &at);
        if (c < 0x80 && ascii_is_digit((char)c))
            n.digits++;
        else if (unicode_lower(c) != c)
            n.upper++;
        else if (unicode_is_letter(c))
            n.lower++;
    }
    return n;
}

struct str in_small_letters(struct arena *arena, struct str s)
{
    struct builder b = {.arena = arena};
    for (size_t at = 0; at < s.len;)
        builder_utf8(&b, unicode_lower(utf8_next(s, &at)));
    return builder_str(&b);
}

struct str as_read(struct arena *arena, struct str s)
{
    struct builder b = {.arena = arena};
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        builder_utf8(&b, c == 0x2019 ? '\'' : unicode_lower(c));
    }
    return builder_str(&b);
}

char latin_letter(uint32_t c)
{
    static const char accented[] = "AAAAAAAcEEEEIIIIdnOOOOO\0OUUUUYts"; /* U+00C0 to U+00DF */
    if (c < 0x80)
        return ascii_is_letter((char)c) ? ascii_lower((char)c) : '\0';
    return c >= 0xC0 && c <= 0xFF ? accented[(c - 0xC0) % 32] : '\0';
}

/* Letters and digits, and what is not ASCII but for dashes and quotation marks. */
static bool is_inside(struct str s, size_t at)
{
    unsigned char c = (unsigned char)char_at(s, at);
    bool mark = str_starts(str_part(s, at, 2), STR("\xE2\x80"));
    return c && (ascii_is_alnum((char)c) || (c >= 0x80 && !mark));
}

struct str next_part(struct str s, size_t *at)
{
    size_t start = *at;
    while (start < s.len && !is_inside(s, start))
        start += str_starts(str_part(s, start, 2), STR("\xE2\x80")) ? 3 : 1;
    size_t end = start;
    while (end < s.len && is_inside(s, end))
        end++;
    *at = end;
    return str_part(s, start, end - start);
}

bool word_is_number(struct str word)
{
    return word.len && (ascii_is_digit(word.ptr[0]) || word.ptr[0] == '.');
}
