/* What a worker remembers of the faces; see words.c and subset.c for what is in it. */
#include "font/faces.h"

#include "base/cache.h"

#include <errno.h>
#include <stdlib.h>

/* An English page has some 250 different words, of 200 bytes in the cache; their number grows
 * slowly with that of the pages.  A subset takes 10 KB. */
enum { WORDS_MOST = 1 << 20, PROGRAMS_MOST = 1 << 20 };

struct font_cache *font_cache_new(void)
{
    struct font_cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        return NULL;
    cache->words = cache_new(WORDS_MOST);
    cache->programs = cache_new(PROGRAMS_MOST);
    if (cache->words && cache->programs)
        return cache;
    font_cache_free(cache);
    return NULL;
}

void font_cache_free(struct font_cache *cache)
{
    if (!cache)
        return;
    cache_free(cache->words);
    cache_free(cache->programs);
    for (int face = 0; face < FACE_OWN_REGULAR; face++) {
        free(cache->advances[face]);
        hb_face_destroy(cache->outlines[face]);
    }
    free(cache);
}

/* Without memory errno is as before: it speaks of HarfBuzz (faces.h). */
static int16_t *new_advances(size_t count)
{
    int before = errno;
    int16_t *advances = malloc(count * sizeof *advances);
    for (size_t i = 0; advances && i < count; i++)
        advances[i] = ADVANCE_UNKNOWN;
    errno = before;
    return advances;
}

int16_t *cached_advance(const struct fonts *fonts, enum face face, uint16_t glyph)
{
    struct font_cache *cache = fonts->cache;
    if (!cache || face >= FACE_OWN_REGULAR)
        return NULL;
    if (!cache->advances[face]) {
        size_t count = hb_face_get_glyph_count(hb_font_get_face(fonts->font[face]));
        cache->advances[face] = new_advances(count);
        cache->advance_counts[face] = cache->advances[face] ? count : 0;
    }
    return glyph < cache->advance_counts[face] ? &cache->advances[face][glyph] : NULL;
}
