/*
 * See entity.h.  Names are those of entity.def; numbers from 128 to 159 mean the characters of
 * Windows-1252, as the HTML Standard has it (13.2.5.80), since pages have always used them so.
 */
#include "read/entity.h"

#include "base/ascii.h"

uint32_t windows_1252(unsigned byte)
{
    static const uint16_t at_80[32] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
    };
    return byte >= 0x80 && byte <= 0x9F ? at_80[byte - 0x80] : 0;
}

/* ---- One reference ---- */

static uint32_t by_name(struct str name)
{
    static const struct {
        const char *name;
        uint32_t c;
    } entities[] = {
#define ENTITY(name, code) {name, code},
#include "read/entity.def"
#undef ENTITY
    };
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (str_equal(name, str_of(entities[i].name)))
            return entities[i].c;
    return 0;
}

/* Of "8211" or "x2013"; 0 if that is no number of a character. */
static uint32_t numbered_character(struct str digits)
{
    bool hex = ascii_lower(char_at(digits, 0)) == 'x';
    uint32_t value = 0;
    for (size_t i = hex; i < digits.len; i++) {
        int digit = hex || ascii_is_digit(digits.ptr[i]) ? ascii_hex(digits.ptr[i]) : -1;
        if (digit < 0 || value > 0x10FFFF)
            return 0;
        value = value * (hex ? 16 : 10) + (uint32_t)digit;
    }
    uint32_t windows = windows_1252(value);
    return !utf8_is_scalar(value) ? 0 : windows ? windows : value;
}

/* Bytes of "&amp" without its semicolon, before a blank or the end: an address may hold it. */
static size_t unclosed_length(struct str s, size_t start, uint32_t *c)
{
    static const char *const names[] = {"amp", "lt", "gt", "quot", "nbsp"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct str name = str_of(names[i]);
        char behind = char_at(s, start + name.len);
        if (!str_starts(str_part(s, start, s.len), name) || (behind && behind != ' '))
            continue;
        *c = by_name(name);
        return start + name.len;
    }
    return 0;
}

size_t entity_at(struct str s, uint32_t *c)
{
    enum { LONGEST = 12 }; /* of a name or number with its semicolon */
    const struct str again = STR("amp;");
    size_t start = 1;
    if (char_at(s, 0) != '&')
        return 0;
    while (str_starts(str_part(s, start, again.len), again))
        start += again.len;
    struct str rest = str_part(s, start, LONGEST), name = str_before(rest, ';');
    *c = 0;
    if (name.len < rest.len)
        *c = char_at(name, 0) == '#' ? numbered_character(str_part(name, 1, name.len))
                                     : by_name(name);
    if (*c)
        return start + name.len + 1;
    size_t unclosed = unclosed_length(s, start, c);
    if (unclosed)
        return unclosed;
    *c = '&';
    return start > 1 ? start : 0;
}

struct str entities_decoded(struct arena *arena, struct str s)
{
    struct builder b = {.arena = arena};
    if (str_find(s, '&') == s.len)
        return s;
    for (size_t at = 0; at < s.len;) {
        uint32_t c;
        size_t length = entity_at(str_part(s, at, s.len), &c);
        if (length)
            builder_utf8(&b, c);
        else
            builder_char(&b, s.ptr[at]);
        at += length ? length : 1;
    }
    return builder_str(&b);
}
