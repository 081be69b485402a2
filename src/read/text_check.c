/*
 * See text_check.h.  The kinds are ranges of code points, sorted, searched by bisection; what is
 * in no range is visible.  They follow the blocks of the Unicode Standard and its properties
 * Default_Ignorable_Code_Point and Noncharacter_Code_Point; a range that mixes both is cut where
 * the properties change.
 */
#include "read/text_check.h"

struct range {
    uint32_t first, last;
    enum character_kind kind;
};

#define NOT CHARACTER_UNPRINTABLE
#define RTL CHARACTER_RIGHT_TO_LEFT
static const struct range ranges[] = {
    {0x0000, 0x001F, NOT},
    {0x007F, 0x009F, NOT},
    {0x00A0, 0x00A0, CHARACTER_SPACE}, /* no-break space */
    {0x00AD, 0x00AD, NOT},             /* soft hyphen */
    {0x034F, 0x034F, NOT},             /* combining grapheme joiner */
    {0x0590, 0x08FF, RTL},             /* Hebrew to Arabic Extended-A */
    {0x115F, 0x1160, NOT},             /* Hangul fillers */
    {0x17B4, 0x17B5, NOT},             /* Khmer inherent vowels */
    {0x180B, 0x180F, NOT},             /* Mongolian variation selectors */
    {0x200B, 0x200F, NOT},             /* zero-width spaces, joiners, direction marks */
    {0x2028, 0x202E, NOT},             /* line and paragraph separator, embeddings */
    {0x202F, 0x202F, CHARACTER_SPACE}, /* narrow no-break space */
    {0x2060, 0x206F, NOT},             /* word joiner, isolates */
    {0x3164, 0x3164, NOT},             /* Hangul filler */
    {0xE000, 0xF8FF, NOT},             /* private use */
    {0xFB1D, 0xFDCF, RTL},             /* Hebrew and Arabic presentation forms */
    {0xFDD0, 0xFDEF, NOT},             /* noncharacters */
    {0xFDF0, 0xFDFF, RTL},
    {0xFE00, 0xFE0F, NOT},             /* variation selectors */
    {0xFE70, 0xFEFE, RTL},
    {0xFEFF, 0xFEFF, NOT},             /* byte order mark */
    {0xFFA0, 0xFFA0, NOT},             /* halfwidth Hangul filler */
    {0xFFF0, 0xFFFF, NOT},             /* specials, with the replacement character */
    {0x10800, 0x10FFF, RTL},
    {0x1D173, 0x1D17A, NOT},           /* musical controls */
    {0x1E800, 0x1EFFF, RTL},
    {0xE0000, 0xE0FFF, NOT},           /* tags, variation selectors */
    {0xF0000, 0x10FFFF, NOT},          /* private use planes */
};
#undef NOT
#undef RTL

enum character_kind character_kind(uint32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return CHARACTER_VISIBLE; /* nearly all there is */
    if ((c & 0xFFFE) == 0xFFFE)
        return CHARACTER_UNPRINTABLE; /* the last two of each plane are noncharacters */
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > ranges[middle].last)
            low = middle + 1;
        else if (c < ranges[middle].first)
            high = middle;
        else
            return ranges[middle].kind;
    }
    return CHARACTER_VISIBLE;
}

bool character_is_white(uint32_t c)
{
    bool wide = (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F
             || c == 0x205F || c == 0x3000;
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x0085 || c == 0x00A0 || c == 0x1680
        || wide;
}

/* Only what turns up in pasted text; the rest is named by its number. */
static const char *name_of_invisible(uint32_t c)
{
    static const struct {
        uint32_t c;
        const char *name;
    } names[] = {
        {0x0009, "a tab"},
        {0x000A, "a line end"},
        {0x000D, "a line end"},
        {0x001B, "an escape"},
        {0x00A0, "a no-break space"},
        {0x00AD, "a soft hyphen"},
        {0x200B, "a zero-width space"},
        {0x200C, "a zero-width non-joiner"},
        {0x200D, "a zero-width joiner"},
        {0x200E, "a left-to-right mark"},
        {0x200F, "a right-to-left mark"},
        {0x2028, "a line separator"},
        {0x2029, "a paragraph separator"},
        {0x202F, "a narrow no-break space"},
        {0x2060, "a word joiner"},
        {0x3000, "an ideographic space"},
        {0xFE0F, "a variation selector"},
        {0xFEFF, "a byte order mark"},
        {0xFFFD, "a replacement character"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].c == c)
            return names[i].name;
    return NULL;
}

struct str character_name(struct arena *arena, uint32_t c)
{
    struct builder b = {.arena = arena};
    const char *name = name_of_invisible(c);
    builder_printf(&b, "U+%04lX", (unsigned long)c);
    if (name) {
        builder_printf(&b, " (%s)", name);
    } else if (character_kind(c) == CHARACTER_VISIBLE
               || character_kind(c) == CHARACTER_RIGHT_TO_LEFT) {
        builder_add(&b, STR(" (“"));
        builder_utf8(&b, c);
        builder_add(&b, STR("”)"));
    }
    return builder_str(&b);
}

struct str text_excerpt(struct arena *arena, struct str text)
{
    enum { LONGEST = 60 }; /* leaves room for the message on a line of a terminal */
    struct builder b = {.arena = arena};
    size_t at = 0;
    bool after_space = true;
    for (int left = LONGEST; at < text.len && left > 0;) {
        uint32_t c = utf8_next(text, &at);
        bool bad = c == UTF8_BAD || character_kind(c) == CHARACTER_UNPRINTABLE;
        bool space = character_is_white(c);
        if (space && after_space)
            continue;
        builder_utf8(&b, space ? ' ' : bad ? 0xFFFD : c);
        after_space = space;
        left--;
    }
    if (at < text.len)
        builder_add(&b, STR("…"));
    return builder_str(&b);
}

bool text_is_blank(struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (!character_is_white(c))
            return false;
    }
    return true;
}
