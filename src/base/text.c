/* See text.h.  The UTF-8 reader follows the table "Well-Formed UTF-8 Byte Sequences" of the
 * Unicode Standard, chapter 3. */
#include "base/text.h"

#include "base/ascii.h"
#include "base/unicode.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct str str_of(const char *c_string)
{
    return c_string ? (struct str){c_string, strlen(c_string)} : (struct str){0};
}

bool str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len && str_equal(str_part(s, 0, prefix.len), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len && str_equal(str_part(s, s.len - suffix.len, suffix.len), suffix);
}

size_t str_find(struct str s, char c)
{
    const char *found = s.len ? memchr(s.ptr, c, s.len) : NULL;
    return found ? (size_t)(found - s.ptr) : s.len;
}

struct str str_before(struct str s, char c)
{
    return str_part(s, 0, str_find(s, c));
}

bool str_contains(struct str s, struct str part)
{
    assert(part.len);
    for (size_t i = str_find(s, *part.ptr); i < s.len; i++) {
        if (str_starts(str_part(s, i, s.len), part))
            return true;
        i += str_find(str_part(s, i + 1, s.len), *part.ptr);
    }
    return false;
}

struct str str_trim(struct str s)
{
    while (s.len && ascii_is_space(s.ptr[0]))
        s = str_part(s, 1, s.len);
    while (s.len && ascii_is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

struct str str_copy(struct arena *arena, struct str s)
{
    char *copy = arena_alloc(arena, s.len + 1);
    if (s.len)
        memcpy(copy, s.ptr, s.len);
    return (struct str){copy, s.len};
}

const char *str_c(struct arena *arena, struct str s)
{
    return str_copy(arena, s).ptr;
}

/* ---- UTF-8 ---- */

size_t utf8_start(struct str s, size_t at)
{
    while (at > 0 && ((unsigned char)s.ptr[at] & 0xC0) == 0x80)
        at--;
    return at;
}

uint32_t utf8_next_beyond_ascii(struct str s, size_t *at)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    assert(*at < s.len);
    const unsigned char *p = (const unsigned char *)s.ptr + *at;
    size_t left = s.len - *at;
    unsigned size = p[0] < 0xC0 ? 0 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : p[0] < 0xF8 ? 4 : 0;
    *at += 1;
    if (size == 0 || size > left)
        return UTF8_BAD;
    uint32_t c = p[0] & (0x7Fu >> size);
    for (unsigned i = 1; i < size; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return UTF8_BAD;
        c = c << 6 | (p[i] & 0x3F);
    }
    if (c < least[size] || !utf8_is_scalar(c))
        return UTF8_BAD;
    *at += size - 1;
    return c;
}

size_t utf8_sound(struct str s)
{
    for (size_t at = 0, next = 0; at < s.len; at = next)
        if (utf8_next(s, &next) == UTF8_BAD)
            return at;
    return s.len;
}

size_t utf8_length(struct str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.len; count++)
        utf8_next(s, &at);
    return count;
}

size_t utf8_put(char out[4], uint32_t c)
{
    assert(c <= 0x10FFFF);
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)((0xF00u >> size & 0xFF) | c);
    return size;
}

size_t utf16_put(unsigned char out[4], uint32_t c)
{
    assert(c <= 0x10FFFF);
    uint32_t units[2] = {c, 0};
    size_t count = 1;
    if (c >= 0x10000) {
        units[0] = 0xD800 + ((c - 0x10000) >> 10);
        units[1] = 0xDC00 + ((c - 0x10000) & 0x3FF);
        count = 2;
    }
    for (size_t i = 0; i < count; i++) {
        out[2 * i] = (unsigned char)(units[i] >> 8);
        out[2 * i + 1] = (unsigned char)units[i];
    }
    return 2 * count;
}

/* ---- Words ---- */

int str_words(struct str s)
{
    int words = 0;
    bool inside = false;
    for (size_t i = 0; i < s.len; i++) {
        bool space = ascii_is_space(s.ptr[i]);
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

unsigned str_distance(struct str a, struct str b, unsigned limit)
{
    enum { LONGEST = 64 };
    unsigned row[LONGEST + 1];
    a = str_part(a, 0, LONGEST);
    b = str_part(b, 0, LONGEST);
    for (unsigned j = 0; j <= b.len; j++)
        row[j] = j;
    for (unsigned i = 1; i <= a.len; i++) {
        unsigned diagonal = row[0], least = i;
        row[0] = i;
        for (unsigned j = 1; j <= b.len; j++) {
            unsigned change = diagonal + (a.ptr[i - 1] != b.ptr[j - 1]);
            diagonal = row[j];
            unsigned gap = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            row[j] = change < gap ? change : gap;
            if (row[j] < least)
                least = row[j];
        }
        if (least > limit)
            return limit + 1;
    }
    return row[b.len] <= limit ? row[b.len] : limit + 1;
}

/* ---- Builder ---- */

/* Makes room for more bytes and the NUL behind them. */
void builder_grow(struct builder *b, size_t more)
{
    assert(b->arena && b->len <= b->room);
    size_t room = b->room ? b->room * 2 : 128;
    while (room - b->len <= more)
        room *= 2;
    char *larger = arena_room(b->arena, room);
    if (b->len)
        memcpy(larger, b->ptr, b->len);
    b->ptr = larger;
    b->room = room;
}

/* Room for so many bytes and a NUL. */
static void builder_reserve(struct builder *b, size_t more)
{
    if (b->room <= b->len + more)
        builder_grow(b, more);
}

void builder_add(struct builder *b, struct str s)
{
    builder_reserve(b, s.len);
    if (s.len)
        memcpy(b->ptr + b->len, s.ptr, s.len);
    b->len += s.len;
}

void builder_utf8(struct builder *b, uint32_t c)
{
    char bytes[4];
    builder_add(b, (struct str){bytes, utf8_put(bytes, c)});
}

/* It looks like another space. */
static bool is_no_break_space(uint32_t c)
{
    return c == 0xA0 || c == 0x202F;
}

void builder_escaped(struct builder *b, struct str s)
{
    for (size_t at = 0; at < s.len;) {
        size_t from = at;
        uint32_t c = utf8_next(s, &at);
        char escape[UNICODE_ESCAPE];
        if (unicode_to_escape(escape, c))
            builder_add(b, str_of(escape));
        else if (is_no_break_space(c))
            builder_printf(b, "\\u%04x", (unsigned)c);
        else
            builder_add(b, str_part(s, from, at - from));
    }
}

void builder_quoted(struct builder *b, struct str s)
{
    builder_char(b, '"');
    builder_escaped(b, s);
    builder_char(b, '"');
}

void builder_hex(struct builder *b, unsigned value)
{
    assert(value <= 0xFFFF);
    static const char digits[] = "0123456789ABCDEF";
    builder_reserve(b, 4);
    char *to = b->ptr + b->len;
    for (int i = 0; i < 4; i++)
        to[i] = digits[value >> (12 - 4 * i) & 15];
    b->len += 4;
}

void builder_utf16_hex(struct builder *b, struct str utf8)
{
    for (size_t at = 0; at < utf8.len;) {
        unsigned char bytes[4];
        size_t size = utf16_put(bytes, utf8_next(utf8, &at));
        for (size_t i = 0; i < size; i += 2)
            builder_hex(b, (unsigned)bytes[i] << 8 | bytes[i + 1]);
    }
}

void builder_printf(struct builder *b, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    assert(size >= 0);
    if (size > 0) {
        builder_reserve(b, (size_t)size);
        vsnprintf(b->ptr + b->len, (size_t)size + 1, format, again);
        b->len += (size_t)size;
    }
    va_end(again);
    va_end(args);
}

void builder_int(struct builder *b, int64_t value)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do
        digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        digits[--at] = '-';
    builder_add(b, (struct str){digits + at, sizeof digits - at});
}

void builder_milli(struct builder *b, int32_t thousandths)
{
    int32_t whole = thousandths / 1000, part = thousandths % 1000;
    if (thousandths < 0 && whole == 0)
        builder_char(b, '-');
    builder_int(b, whole);
    part = part < 0 ? -part : part;
    if (part)
        builder_char(b, '.');
    for (int32_t digit = 100; part; digit /= 10) {
        builder_char(b, (char)('0' + part / digit));
        part %= digit;
    }
}

struct str builder_str(struct builder *b)
{
    builder_reserve(b, 0);
    b->ptr[b->len] = '\0';
    return (struct str){b->ptr, b->len};
}

struct str str_of_int(struct arena *arena, int64_t value)
{
    struct builder b = {.arena = arena};
    builder_int(&b, value);
    return builder_str(&b);
}

struct str str_in_digits(struct arena *arena, int64_t value, struct str digits)
{
    struct builder b = {.arena = arena};
    struct str number = str_of_int(arena, value);
    size_t length = digits.len / 10;
    for (size_t i = 0; i < number.len && length; i++)
        builder_add(&b, str_part(digits, (size_t)(number.ptr[i] - '0') * length, length));
    return length ? builder_str(&b) : number;
}

struct str str_fill(struct arena *arena, struct str template, const struct str *args,
                    size_t count, bool *complete)
{
    struct builder b = {.arena = arena};
    bool all = true;
    for (size_t i = 0; i < template.len; i++) {
        const char *p = template.ptr + i;
        if (i + 2 < template.len && p[0] == '{' && p[1] >= '0' && p[1] <= '9' && p[2] == '}') {
            size_t index = (size_t)(p[1] - '0');
            struct str arg = index < count ? args[index] : (struct str){0};
            all = all && arg.len;
            builder_add(&b, arg);
            i += 2;
        } else {
            builder_char(&b, *p);
        }
    }
    if (complete)
        *complete = all;
    return builder_str(&b);
}
