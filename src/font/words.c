/*
 * Words recur, in a handout and from one to the next, so each is shaped once: with the spaces
 * behind it, as it stands in any text.  Two things a word's neighbours decide:
 *
 *   - the font kerns a space with the letter behind it.  So the cache remembers pairs of a space
 *     and a letter too, and the last space of a word gets its advance from the pair;
 *   - what script a stretch is of, if some of its words have none of their own ("15").  So every
 *     letter has to be Latin, where that makes no difference.
 *
 * Marks and characters without a glyph take their face from what stands before them: a text that
 * has any is shaped as a whole.
 *
 * Nearly all words of a European page are not even looked up: see pairs.h.
 */
#include "font/choose.h"

#include "base/cache.h"
#include "base/unicode.h"

#include <string.h>

/* Latin letters, and punctuation and signs of no script. */
static bool stands_alone(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } rows[] = {{0x20, 0x7E},     {0xA0, 0xAC},     {0xAE, 0x24F},    {0x1E00, 0x1EFF},
                {0x2010, 0x2027}, {0x2030, 0x203A}, {0x20AC, 0x20AC}, {0x2122, 0x2122},
                {0x2190, 0x2193}, {0x2212, 0x2212}, {0x2248, 0x2265}, {0x2610, 0x2611}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (c <= rows[i].last)
            return c >= rows[i].first;
    return false;
}

static bool all_stand_alone(struct str text)
{
    for (size_t at = 0; at < text.len;)
        if (!stands_alone(utf8_next(text, &at)))
            return false;
    return true;
}

/* The glyphs of a word, or of a space and a letter. count 0: it cannot be shaped by itself. */
struct word {
    const struct glyph *at;
    size_t count;
};

static struct word word_of(struct str kept)
{
    return (struct word){(const struct glyph *)(const void *)kept.ptr,
                         kept.len / sizeof(struct glyph)};
}

/* Valid until the next call. */
static struct word find_set_word(const struct fonts *fonts, struct arena *arena, struct str text,
                                 enum font_style style)
{
    struct cache *words = fonts->cache->words;
    struct cache_key key = {(uint32_t)style << 1 | fonts->fallback_first, text};
    struct str kept = cache_find(words, key);
    if (kept.ptr)
        return word_of(kept);
    struct glyphs glyphs = {0};
    if (all_stand_alone(text))
        glyphs = shape_text(fonts, arena, text, style, NULL);
    kept = glyphs.count
               ? (struct str){(const char *)glyphs.at, glyphs.count * sizeof *glyphs.at}
               : STR("");
    cache_keep(words, key, kept);
    return word_of(kept);
}

/* Whether all but what the fallback lacks is set in the text face. */
static bool has_pairs(const struct fonts *fonts)
{
    return fonts->cache && !fonts->fallback_first;
}

/* @return how many glyphs; 0: the word cannot be shaped by itself. */
static size_t put_word(const struct fonts *fonts, struct arena *arena, struct str text,
                       enum font_style style, struct glyph *to)
{
    size_t count = has_pairs(fonts) ? shape_pairs(text, style, to) : 0;
    if (count)
        return count;
    struct word word = find_set_word(fonts, arena, text, style);
    if (word.count > text.len)
        return 0;
    memcpy(to, word.at, word.count * sizeof *to);
    return word.count;
}

/* The last glyph is that of a space; how far the pen moves from it to a letter of the same face. */
static bool kern_space(const struct fonts *fonts, struct arena *arena, struct str text, size_t next,
                       enum font_style style, struct glyph *space, const struct glyph *letter)
{
    struct glyph pair[1 + 4]; /* a character has up to four bytes */
    if (space->face != letter->face)
        return true;
    size_t end = next;
    utf8_next(text, &end);
    size_t count =
        put_word(fonts, arena, str_part(text, next - 1, end - next + 1), style, pair);
    if (count != 2 || pair[0].face != space->face || pair[1].face != space->face)
        return false;
    space->advance = pair[0].advance;
    return true;
}

static void move_by(struct glyph *at, size_t count, size_t offset)
{
    for (size_t i = 0; i < count; i++) {
        at[i].from += (uint32_t)offset;
        at[i].to += (uint32_t)offset;
    }
}

/* Word by word. @return false if anything cannot be shaped so. */
static bool shape_words(const struct fonts *fonts, struct arena *arena, struct str text,
                        enum font_style style, struct glyphs *glyphs)
{
    for (size_t at = 0; at < text.len;) {
        struct str word = next_shaped_word(text, at);
        struct glyph *first = glyphs->at + glyphs->count;
        size_t count = put_word(fonts, arena, word, style, first);
        if (!count)
            return false;
        move_by(first, count, at);
        if (at && !kern_space(fonts, arena, text, at, style, first - 1, first))
            return false;
        glyphs->count += count;
        at += word.len;
    }
    return true;
}

static bool shape_known(const struct fonts *fonts, struct arena *arena, struct str text,
                        enum font_style style, struct glyphs *glyphs)
{
    *glyphs = (struct glyphs){arena_room(arena, (text.len + 1) * sizeof *glyphs->at), 0};
    glyphs->count = has_pairs(fonts) ? shape_pairs(text, style, glyphs->at) : 0;
    return glyphs->count || shape_words(fonts, arena, text, style, glyphs);
}

struct glyphs font_shape(const struct fonts *fonts, struct arena *arena, struct str text,
                         enum font_style style, const uint8_t *levels)
{
    struct glyphs glyphs;
    if (fonts->cache && !levels && shape_known(fonts, arena, text, style, &glyphs))
        return glyphs;
    return shape_text(fonts, arena, text, style, levels);
}
