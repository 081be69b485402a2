/*
 * See unicode.h.  The table is made by a program, data/make-unicode.py, which explains its form;
 * this file only looks things up.
 */
#include "base/unicode.h"

#include <stddef.h>
#include <stdio.h>

/* Flags of a record. */
enum { WIDE = 1, IGNORABLE = 2, BIDI_CONTROL = 4, RIGHT_TO_LEFT = 8 };

struct properties {
    uint8_t category, line_class, flags;
};

/* A row of capitals from first to last; each small letter is at the same distance. */
struct capitals {
    uint32_t first, last, step;
    int32_t distance;
};

#include "base/unicode.def"

enum { LAST_CHARACTER = 0x10FFFF };

/* The low bits of a number. */
static uint32_t low(uint32_t number, unsigned bits)
{
    return number & ((1u << bits) - 1);
}

static const struct properties *properties_of(uint32_t c)
{
    if (c > LAST_CHARACTER)
        c = LAST_CHARACTER; /* a noncharacter: unassigned for ever */
    uint32_t part = parts[c >> (LEAF_BITS + BLOCK_BITS)];
    uint32_t block = blocks[part << BLOCK_BITS | low(c >> LEAF_BITS, BLOCK_BITS)];
    return &records[leaves[block << LEAF_BITS | low(c, LEAF_BITS)]];
}

const char *unicode_version(void)
{
    return version;
}

enum unicode_category unicode_category(uint32_t c)
{
    return (enum unicode_category)properties_of(c)->category;
}

enum line_class unicode_line_class(uint32_t c)
{
    return (enum line_class)properties_of(c)->line_class;
}

bool unicode_is_letter(uint32_t c)
{
    return unicode_category(c) <= UNICODE_LO;
}

bool unicode_is_mark(uint32_t c)
{
    static const uint32_t first_mark = 0x300; /* spares nearly every question the table */
    if (c < first_mark)
        return false;
    enum unicode_category category = unicode_category(c);
    return category >= UNICODE_MN && category <= UNICODE_ME;
}

bool unicode_is_ignorable(uint32_t c)
{
    return properties_of(c)->flags & IGNORABLE;
}

bool unicode_is_noncharacter(uint32_t c)
{
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

bool unicode_is_bidi_control(uint32_t c)
{
    return properties_of(c)->flags & BIDI_CONTROL;
}

bool unicode_is_shapeless(uint32_t c)
{
    enum unicode_category category = unicode_category(c);
    return category == UNICODE_CC || category == UNICODE_CF || category == UNICODE_ZL ||
           category == UNICODE_ZP;
}

bool unicode_is_join_control(uint32_t c)
{
    return c == 0x200C || c == 0x200D;
}

bool unicode_to_escape(char escape[UNICODE_ESCAPE], uint32_t c)
{
    if (c == '"' || c == '\\')
        snprintf(escape, UNICODE_ESCAPE, "\\%c", (int)c);
    else if (!unicode_is_shapeless(c))
        return false;
    else if (c < 0x10000)
        snprintf(escape, UNICODE_ESCAPE, "\\u%04x", (unsigned)c);
    else
        snprintf(escape, UNICODE_ESCAPE, "\\u%04x\\u%04x",
                 0xD800u + (unsigned)low((c - 0x10000) >> 10, 10), 0xDC00u + (unsigned)low(c, 10));
    return true;
}

bool unicode_is_right_to_left(uint32_t c)
{
    return properties_of(c)->flags & RIGHT_TO_LEFT;
}

uint32_t unicode_lower(uint32_t c)
{
    size_t from = 0, to = sizeof capitals / sizeof *capitals;
    if (c < 0x80) /* nearly all that is asked for */
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    while (from < to) {
        size_t middle = (from + to) / 2;
        const struct capitals *row = &capitals[middle];
        if (c > row->last)
            from = middle + 1;
        else if (c < row->first)
            to = middle;
        else
            return (c - row->first) % row->step ? c : c + (uint32_t)row->distance;
    }
    return c;
}

unsigned unicode_columns(uint32_t c)
{
    static const uint32_t soft_hyphen = 0xAD; /* ignorable, but terminals show it */
    const struct properties *its = properties_of(c);
    if (its->category == UNICODE_MN || its->category == UNICODE_ME)
        return 0;
    if (its->flags & WIDE)
        return 2;
    bool joiner = its->category == UNICODE_CF && its->flags & IGNORABLE;
    return joiner && c != soft_hyphen ? 0 : 1;
}

uint32_t unicode_script_form(uint32_t c, bool raised)
{
    static const uint16_t raised_digits[] = {0x2070, 0x00B9, 0x00B2, 0x00B3}; /* three are older */
    if (c >= '0' && c <= '3' && raised)
        return raised_digits[c - '0'];
    if (c >= '0' && c <= '9')
        return (raised ? 0x2070 : 0x2080) + (c - '0');
    uint32_t sign = c == '+' ? 10 : c == '-' || c == 0x2010 || c == 0x2013 || c == 0x2212 ? 11
                  : c == '=' ? 12 : c == '(' ? 13 : c == ')' ? 14 : 0;
    return sign ? (raised ? 0x2070 : 0x2080) + sign : 0;
}
