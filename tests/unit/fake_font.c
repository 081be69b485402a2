/*
 * Another implementation of font/font.h: one glyph a character, each half an em wide, so that a
 * test's numbers can be worked out by hand.  Units named test_layout_*.c link it in the place of
 * src/font.
 */
#include "fake_font.h"

#include "font/font.h"

#include <stdlib.h>

bool fake_subset_fails;

struct fonts {
    int unused;
};

static struct fonts fake;
static struct fonts own_fake; /* what a clinic with its own fonts gets */

struct fonts *fonts_open(void)
{
    return &fake;
}

struct font_cache *font_cache_new(void)
{
    return calloc(1, 1);
}

void font_cache_free(struct font_cache *cache)
{
    free(cache);
}

void fonts_close(struct fonts *fonts)
{
    (void)fonts;
}

bool fonts_spoilt(const struct fonts *fonts)
{
    (void)fonts;
    return false;
}

enum font_status font_check(struct str file)
{
    return file.len ? FONT_OK : FONT_NOT_A_FONT;
}

struct fonts *fonts_open_with(const struct fonts *base, const struct str files[FONT_STYLES])
{
    (void)base;
    (void)files;
    return &own_fake;
}

bool font_has_italics(struct str text)
{
    (void)text;
    return true;
}

struct fonts *fonts_lend(const struct fonts *base, struct str bytes, unsigned index,
                         enum font_style style)
{
    (void)base;
    (void)bytes;
    (void)index;
    (void)style;
    return &own_fake;
}

size_t fonts_lent(const struct fonts *fonts)
{
    return fonts == &own_fake;
}

bool fonts_last_has(const struct fonts *fonts, uint32_t c)
{
    return fonts_has(fonts, c);
}

enum font_status font_check_face(struct str file, unsigned index, const uint32_t *characters,
                                 size_t count)
{
    (void)index;
    (void)characters;
    (void)count;
    return font_check(file);
}

bool fonts_has(const void *fonts, uint32_t c)
{
    return c < 0x3000 || (fonts == &own_fake && c == 0x3042);
}

struct str font_compose(struct arena *unused, struct str text)
{
    (void)unused;
    return text;
}

void font_count_letters(const struct fonts *fonts, struct str text, struct letter_count *count)
{
    (void)fonts;
    count->all += text.len;
}

const struct fonts *fonts_set_up(const struct fonts *fonts, struct arena *arena,
                                 struct font_setting setting)
{
    (void)arena;
    (void)setting;
    return fonts;
}

struct glyphs font_shape(const struct fonts *fonts, struct arena *arena, struct str text,
                         enum font_style style, const uint8_t *levels)
{
    struct glyphs glyphs = {ARENA_ARRAY(arena, text.len, struct glyph), 0};
    (void)fonts;
    for (size_t at = 0; at < text.len;) {
        struct glyph glyph = {.from = (uint32_t)at, .advance = 500, .face = (uint8_t)style,
                              .level = levels ? levels[at] : 0};
        glyph.id = (uint16_t)utf8_next(text, &at);
        glyph.to = (uint32_t)at;
        glyphs.at[glyphs.count++] = glyph;
    }
    return glyphs;
}

struct face_metrics font_metrics(const struct fonts *fonts, enum face face)
{
    (void)fonts;
    (void)face;
    return (struct face_metrics){.name = "Fake", .ascent = 750, .descent = -250};
}

int16_t font_advance(const struct fonts *fonts, enum face face, uint16_t glyph)
{
    (void)fonts;
    (void)face;
    (void)glyph;
    return 500;
}

uint16_t font_glyph(const struct fonts *fonts, enum face face, uint32_t c)
{
    (void)face;
    return fonts_has(fonts, c) ? (uint16_t)c : 0;
}

struct str font_file(enum face face)
{
    return face < FACE_OWN_REGULAR ? STR("the whole face") : STR("");
}

struct str font_outline(const struct fonts *fonts, struct arena *arena, enum face face,
                        uint16_t glyph)
{
    (void)fonts, (void)arena, (void)face, (void)glyph;
    return STR("M0 0 Z");
}

struct font_program font_subset(const struct fonts *fonts, struct arena *arena, enum face face,
                                const uint16_t *glyphs, size_t count)
{
    (void)fonts;
    (void)arena;
    (void)face;
    (void)glyphs;
    (void)count;
    return (struct font_program){fake_subset_fails ? (struct str){0} : STR("fake"), false};
}

struct ready_font font_ready(enum face face, const uint16_t *glyphs, size_t count)
{
    (void)face, (void)glyphs, (void)count;
    return (struct ready_font){0};
}
