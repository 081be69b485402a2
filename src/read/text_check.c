/*
 * See text_check.h.  What a character is comes from Unicode's database, base/unicode.h.
 */
#include "read/text_check.h"

#include "base/unicode.h"

/* U+FFF9 to U+FFFD: annotations, objects and characters that are not there. */
static bool stands_for_another(uint32_t c)
{
    return c >= 0xFFF9 && c <= 0xFFFD;
}

static bool is_unprintable(uint32_t c)
{
    switch (unicode_category(c)) {
    case UNICODE_CC:
    case UNICODE_CO:
    case UNICODE_CS:
    case UNICODE_ZL:
    case UNICODE_ZP:
        return true;
    default:
        return unicode_is_ignorable(c) || unicode_is_noncharacter(c) || stands_for_another(c);
    }
}

enum character_kind character_kind(uint32_t c)
{
    static const uint32_t no_break = 0xA0, narrow_no_break = 0x202F;
    if (c >= 0x20 && c < 0x7F)
        return CHARACTER_VISIBLE; /* nearly all there is */
    if (c == no_break || c == narrow_no_break)
        return CHARACTER_SPACE;
    if (is_unprintable(c))
        return CHARACTER_UNPRINTABLE;
    return CHARACTER_VISIBLE;
}

bool character_is_joiner(uint32_t c)
{
    static const uint32_t space = 0x200B, mark = 0x200F, isolate = 0x2066, pop = 0x2069;
    return (c >= space && c <= mark) || (c >= isolate && c <= pop);
}

bool character_is_white(uint32_t c)
{
    static const uint32_t next_line = 0x85;
    enum unicode_category category = unicode_category(c);
    return category == UNICODE_ZS || category == UNICODE_ZL || category == UNICODE_ZP ||
           (c >= '\t' && c <= '\r') || c == next_line;
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
    } else if (character_kind(c) == CHARACTER_VISIBLE) {
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
