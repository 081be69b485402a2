/*
 * See deflate.h.  The only file that knows libdeflate, which needs less than half the time of zlib,
 * the compressor inside libharu, for the same size.
 */
#include "pdf/deflate.h"

#include "base/cache.h"

#include <libdeflate.h>

#include <stdlib.h>

/* Of 0 to 12.  What is compressed for each handout is a twentieth smaller with 6, which takes three
 * times as long. */
enum { LEVEL = 1 };

struct deflater {
    struct libdeflate_compressor *compressor; /* NULL until something is compressed */
    struct cache *cache;
};

struct deflater *deflater_new(size_t most)
{
    struct deflater *deflater = calloc(1, sizeof *deflater);
    if (deflater && (deflater->cache = cache_new(most)))
        return deflater;
    free(deflater);
    return NULL;
}

void deflater_free(struct deflater *deflater)
{
    if (!deflater)
        return;
    if (deflater->compressor)
        libdeflate_free_compressor(deflater->compressor);
    cache_free(deflater->cache);
    free(deflater);
}

static struct str compress(struct deflater *deflater, struct arena *arena, struct str bytes)
{
    /* The room comes first: when the arena is out of memory, no compressor is left behind. */
    size_t room = libdeflate_zlib_compress_bound(NULL, bytes.len);
    char *small = arena_room(arena, room);
    if (!deflater->compressor)
        deflater->compressor = libdeflate_alloc_compressor(LEVEL);
    if (!deflater->compressor)
        arena_out_of_memory(arena);
    size_t len = libdeflate_zlib_compress(deflater->compressor, bytes.ptr, bytes.len, small, room);
    return (struct str){small, len};
}

struct str deflate_bytes(struct deflater *deflater, struct arena *arena, struct str bytes)
{
    if (deflater)
        return compress(deflater, arena, bytes);
    struct deflater once = {NULL, NULL};
    struct str small = compress(&once, arena, bytes);
    libdeflate_free_compressor(once.compressor);
    return small;
}

struct str deflate_shared(struct deflater *deflater, struct arena *arena, struct str bytes)
{
    struct cache *cache = deflater ? deflater->cache : NULL;
    struct cache_key key = {0, bytes};
    struct str kept = cache_find(cache, key);
    if (kept.ptr)
        return str_copy(arena, kept);
    struct str small = deflate_bytes(deflater, arena, bytes);
    cache_keep(cache, key, small);
    return small;
}
