/*
 * See cache.h.  Entries lie one behind the other in one block, each with its key and its value:
 *
 *     struct entry | key | padding | value | padding | struct entry | …
 *
 * A table of slots finds them: open addressing, where the number of an entry is its distance from
 * the start of the block.  Nothing is ever taken out, so a chain of slots has no gaps.
 */
#include "base/cache.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

enum {
    ALIGN = alignof(max_align_t),
    BYTES_A_SLOT = 128, /* most entries are larger, so the table is seldom full before the block */
    PART_MOST = 8       /* an entry takes at most this part of the block */
};

struct entry {
    uint64_t hash;
    uint32_t tag, key_length, value_length;
    alignas(max_align_t) char bytes[];
};

struct cache {
    char *block; /* NULL until there is an entry, as are the slots */
    size_t used, most;
    uint32_t *slots;   /* 0: free; else a distance in units of ALIGN, plus 1 */
    size_t slot_count; /* a power of two */
    size_t count;      /* of entries */
};

static size_t padded(size_t size)
{
    return (size + ALIGN - 1) / ALIGN * ALIGN;
}

struct cache *cache_new(size_t most)
{
    struct cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        return NULL;
    cache->slot_count = 1;
    while (cache->slot_count < most / BYTES_A_SLOT)
        cache->slot_count *= 2;
    cache->most = most;
    return cache;
}

/* Memory is taken for the first entry: a short run keeps nothing in most caches. */
static bool open_cache(struct cache *cache)
{
    if (!cache->block)
        cache->block = malloc(cache->most);
    if (!cache->slots)
        cache->slots = calloc(cache->slot_count, sizeof *cache->slots);
    return cache->block && cache->slots;
}

void cache_free(struct cache *cache)
{
    if (!cache)
        return;
    free(cache->block);
    free(cache->slots);
    free(cache);
}

/* Eight bytes at a time, each multiplied and folded: keys may be whole fonts, which FNV's byte
 * after byte would take too long for. */
static uint64_t hash_of(struct cache_key key)
{
    static const uint64_t odd = 0x9E3779B97F4A7C15u; /* 2^64 over the golden ratio */
    uint64_t hash = (key.tag + 1) * odd ^ key.bytes.len;
    for (size_t at = 0; at < key.bytes.len; at += sizeof hash) {
        uint64_t part = 0;
        size_t left = key.bytes.len - at;
        memcpy(&part, key.bytes.ptr + at, left < sizeof part ? left : sizeof part);
        hash = (hash ^ part) * odd;
        hash ^= hash >> 32;
    }
    return hash;
}

static struct entry *cache_entry_at(const struct cache *cache, uint32_t slot)
{
    return (struct entry *)(void *)(cache->block + (size_t)(slot - 1) * ALIGN);
}

static bool is_of(const struct entry *entry, uint64_t hash, struct cache_key key)
{
    return entry->hash == hash && entry->tag == key.tag
           && str_equal((struct str){entry->bytes, entry->key_length}, key.bytes);
}

/* The slot of a key, or the free one that it would take. */
static uint32_t *cache_slot_of(const struct cache *cache, uint64_t hash, struct cache_key key)
{
    size_t at = (size_t)hash & (cache->slot_count - 1);
    while (cache->slots[at] && !is_of(cache_entry_at(cache, cache->slots[at]), hash, key))
        at = (at + 1) & (cache->slot_count - 1);
    return &cache->slots[at];
}

struct str cache_find(const struct cache *cache, struct cache_key key)
{
    if (!cache || !cache->slots)
        return (struct str){0};
    uint32_t slot = *cache_slot_of(cache, hash_of(key), key);
    if (!slot)
        return (struct str){0};
    const struct entry *entry = cache_entry_at(cache, slot);
    return (struct str){entry->bytes + padded(entry->key_length), entry->value_length};
}

static void forget_all(struct cache *cache)
{
    memset(cache->slots, 0, cache->slot_count * sizeof *cache->slots);
    cache->used = cache->count = 0;
}

void cache_keep(struct cache *cache, struct cache_key key, struct str value)
{
    if (!cache || key.bytes.len > cache->most || value.len > cache->most)
        return;
    size_t size = padded(sizeof(struct entry) + padded(key.bytes.len) + value.len);
    if (size > cache->most / PART_MOST || !open_cache(cache))
        return;
    if (size > cache->most - cache->used || cache->count >= cache->slot_count / 2)
        forget_all(cache);
    uint64_t hash = hash_of(key);
    struct entry *entry = (struct entry *)(void *)(cache->block + cache->used);
    *cache_slot_of(cache, hash, key) = (uint32_t)(cache->used / ALIGN + 1);
    *entry = (struct entry){hash, key.tag, (uint32_t)key.bytes.len, (uint32_t)value.len};
    memcpy(entry->bytes, key.bytes.ptr, key.bytes.len);
    memcpy(entry->bytes + padded(key.bytes.len), value.ptr, value.len);
    cache->used += size;
    cache->count++;
}
