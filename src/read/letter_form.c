/*
 * See letter_form.h.  The ranges are Unicode's: Alphabetic Presentation Forms, Mathematical
 * Alphanumeric Symbols (52 letters of each style, then ten figures), Halfwidth and Fullwidth Forms,
 * CJK Compatibility.
 */
#include "read/letter_form.h"

/* "fi" of U+FB01; NULL if c is no ligature. */
static const char *ligature(uint32_t c)
{
    static const char *const letters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return c >= 0xFB00 && c <= 0xFB06 ? letters[c - 0xFB00] : NULL;
}

/* "mg" of U+338E, as the safe-medication rules write it; NULL if c is no unit. */
static const char *unit_form(uint32_t c)
{
    static const struct {
        uint32_t c;
        const char *unit;
    } units[] = {
        {0x338D, "mcg"}, {0x338E, "mg"}, {0x338F, "kg"}, {0x3395, "microliter"}, {0x3396, "mL"},
        {0x3397, "dL"},  {0x3398, "kL"}, {0x339C, "mm"}, {0x339D, "cm"}, {0x339E, "km"},
        {0x33C4, "mL"},
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (units[i].c == c)
            return units[i].unit;
    return NULL;
}

/* The letter or figure of ASCII that it is; 0 if it is none. */
static char plain_character(uint32_t c)
{
    enum { LETTERS = 0x1D400, LETTERS_END = 0x1D6A4, FIGURES = 0x1D7CE, FIGURES_END = 0x1D800,
           FULL = 0xFF01, FULL_END = 0xFF5F };
    uint32_t letter = (c - LETTERS) % 52;
    if (c >= LETTERS && c < LETTERS_END)
        return (char)(letter < 26 ? 'A' + letter : 'a' + letter - 26);
    if (c >= FIGURES && c < FIGURES_END)
        return (char)('0' + (c - FIGURES) % 10);
    return c >= FULL && c < FULL_END ? (char)(c - FULL + '!') : '\0';
}

struct str letter_form(struct arena *arena, uint32_t c)
{
    struct builder b = {.arena = arena};
    const char *text = ligature(c) ? ligature(c) : unit_form(c);
    char plain = plain_character(c);
    builder_add(&b, str_of(text));
    if (plain)
        builder_char(&b, plain);
    return b.len ? builder_str(&b) : (struct str){0};
}

bool letter_has_form(uint32_t c)
{
    static const uint32_t first = 0x338D; /* nearly all texts are before it */
    return c >= first && (ligature(c) || unit_form(c) || plain_character(c));
}
