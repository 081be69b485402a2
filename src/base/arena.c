/*
 * An arena is a list of chunks, the newest first.  Allocation moves a mark upwards in the newest
 * chunk; what does not fit opens a new one, at least twice as large as the one before, so that
 * a handout takes a handful of calls to calloc.  No byte is handed out twice, so what the system
 * gives zeroed need not be cleared again.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A handout with its PDF takes about 1 MB, so mostly one chunk. What is not touched costs nothing,
 * and a block of this size teaches glibc not to give memory back between the jobs of a batch. */
enum { FIRST_CHUNK = 1024 * 1024, LARGEST_STEP = 4 * 1024 * 1024 };

struct chunk {
    struct chunk *older;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct chunk *newest;
    void (*out_of_memory)(void *context);
    void *context;
};

/* NULL without memory. */
static struct chunk *new_chunk(size_t size)
{
    if (size > SIZE_MAX - sizeof(struct chunk))
        return NULL;
    struct chunk *chunk = calloc(1, sizeof *chunk + size);
    if (chunk)
        chunk->size = size;
    return chunk;
}

/* The first chunk is opened here: a hook that jumps away must not leave an arena behind that its
 * caller has not seen yet. */
struct arena *arena_new(void (*out_of_memory)(void *context), void *context)
{
    struct arena shape = {NULL, out_of_memory, context};
    struct arena *arena = malloc(sizeof *arena);
    shape.newest = arena ? new_chunk(FIRST_CHUNK) : NULL;
    if (!shape.newest) {
        free(arena);
        arena_out_of_memory(&shape);
    }
    *arena = shape;
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct chunk *chunk = arena->newest, *older; chunk; chunk = older) {
        older = chunk->older;
        free(chunk);
    }
    free(arena);
}

_Noreturn void arena_out_of_memory(struct arena *arena)
{
    if (arena->out_of_memory)
        arena->out_of_memory(arena->context);
    abort(); /* no hook, or one that broke its promise */
}

static void open_chunk(struct arena *arena, size_t least)
{
    size_t size = arena->newest->size * 2;
    if (size > LARGEST_STEP)
        size = LARGEST_STEP;
    if (size < least)
        size = least;
    struct chunk *chunk = new_chunk(size);
    if (!chunk)
        arena_out_of_memory(arena);
    chunk->older = arena->newest;
    arena->newest = chunk;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX - align)
        arena_out_of_memory(arena);
    size = (size + align - 1) / align * align;
    if (arena->newest->size - arena->newest->used < size)
        open_chunk(arena, size);
    void *result = arena->newest->bytes + arena->newest->used;
    arena->newest->used += size;
    return result;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        arena_out_of_memory(arena);
    return arena_alloc(arena, count * size);
}

void *arena_grow(struct arena *arena, const void *old, size_t used, size_t count, size_t size)
{
    void *longer = arena_array(arena, count, size);
    if (used)
        memcpy(longer, old, used * size);
    return longer;
}
