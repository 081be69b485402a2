/*
 * An arena is a list of chunks, the newest first.  Allocation moves a mark upwards in the newest
 * chunk; what does not fit opens a new one, at least twice as large as the one before, so that
 * a handout takes a handful of calls to malloc.
 *
 *     0 … used     handed out since the last reset
 *     … size       mostly never touched
 *
 * A block is zeroed when it is handed out.  calloc() would do that for a whole chunk at once, from
 * the second handout of a batch on by writing three megabytes of which a third is used.
 *
 * Under AddressSanitizer a chunk is poisoned when it is opened, and an allocation lifts that from
 * exactly the bytes that were asked for:
 *
 *     gap  block  (padding)  gap  block  (padding)  gap  …
 *
 * so that a step over either end of a block ends the process, as it would behind one of malloc.
 */
#include "base/arena.h"

#include "base/poison.h"

#include <assert.h>
#include <setjmp.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A handout with its PDF takes about 1 MB, so mostly one chunk. What is not touched costs nothing,
 * and a block of this size teaches glibc not to give memory back between the jobs of a batch. */
enum { FIRST_CHUNK = 1024 * 1024, LARGEST_STEP = 4 * 1024 * 1024 };

struct chunk {
    struct chunk *older;
    size_t used, size; /* bytes */
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct chunk *newest;
    void (*out_of_memory)(void *context);
    void *context;
    jmp_buf *escape; /* where arena_try() goes on without memory; NULL outside of it */
};

static_assert(POISON_GAP % alignof(max_align_t) == 0, "a gap keeps the next block aligned");

/* Nothing of the chunk is in use, from now on or again. */
static void empty_chunk(struct chunk *chunk)
{
    poison(chunk->bytes, chunk->size);
    chunk->used = POISON_GAP;
}

/* NULL without memory. */
static struct chunk *new_chunk(size_t size)
{
    if (size > SIZE_MAX - sizeof(struct chunk))
        return NULL;
    struct chunk *chunk = malloc(sizeof *chunk + size);
    if (!chunk)
        return NULL;
    *chunk = (struct chunk){.size = size};
    empty_chunk(chunk);
    return chunk;
}

struct arena *arena_new(void (*out_of_memory)(void *context), void *context)
{
    struct arena shape = {NULL, out_of_memory, context, NULL};
    struct arena *arena = malloc(sizeof *arena);
    shape.newest = arena ? new_chunk(FIRST_CHUNK) : NULL;
    if (shape.newest) {
        *arena = shape;
        return arena;
    }
    free(arena);
    if (out_of_memory)
        out_of_memory(context);
    return NULL;
}

bool arena_try(struct arena *arena, void (*work)(void *context), void *context)
{
    jmp_buf escape;
    arena->escape = &escape;
    if (setjmp(escape) != 0) {
        arena->escape = NULL;
        return false;
    }
    work(context);
    arena->escape = NULL;
    return true;
}

/* Frees all chunks but the first that was opened. @return that one */
static struct chunk *free_later(struct chunk *newest)
{
    struct chunk *chunk = newest;
    for (struct chunk *older; chunk->older; chunk = older) {
        older = chunk->older;
        free(chunk);
    }
    return chunk;
}

void arena_reset(struct arena *arena)
{
    arena->newest = free_later(arena->newest);
    empty_chunk(arena->newest);
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    free(free_later(arena->newest));
    free(arena);
}

_Noreturn void arena_out_of_memory(struct arena *arena)
{
    if (arena->out_of_memory)
        arena->out_of_memory(arena->context);
    if (arena->escape)
        longjmp(*arena->escape, 1);
    abort();
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

/* The next bytes of the chunk, which has room for them, and a gap behind them. */
static void *hand_out(struct chunk *chunk, size_t size, size_t step)
{
    unsigned char *result = chunk->bytes + chunk->used;
    assert(size <= step && step <= chunk->size - chunk->used);
    unpoison(result, size);
    chunk->used += step;
    return result;
}

void *arena_room(struct arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX - align - 2 * POISON_GAP)
        arena_out_of_memory(arena);
    size_t step = (size + align - 1) / align * align + POISON_GAP;
    if (arena->newest->size - arena->newest->used < step)
        open_chunk(arena, POISON_GAP + step);
    return hand_out(arena->newest, size, step);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(arena_room(arena, size), 0, size);
}

/* How many bytes that is. */
static size_t array_size(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        arena_out_of_memory(arena);
    return count * size;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    return arena_alloc(arena, array_size(arena, count, size));
}

void *arena_grow(struct arena *arena, const void *old, size_t used, size_t count, size_t size)
{
    assert(used <= count);
    char *longer = arena_room(arena, array_size(arena, count, size));
    if (used)
        memcpy(longer, old, used * size);
    memset(longer + used * size, 0, (count - used) * size);
    return longer;
}
