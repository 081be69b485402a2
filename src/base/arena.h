/*
 * arena: memory that is freed all at once.
 *
 * Everything a job makes lives in one arena.  An allocation never fails from the caller's view:
 * without memory the arena calls its hook, which must not return.  So no function that takes a
 * struct arena * has a failure branch for memory.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

/** Opens an arena. The hook must not return; NULL is abort(). @return for arena_free(). */
struct arena *arena_new(void (*out_of_memory)(void *context), void *context);

/**
 * Ends the life of all that was allocated from the arena, which is then as new but keeps its first
 * chunk of memory: for one job after the other.
 */
void arena_reset(struct arena *arena);

/** Frees the arena and all that was allocated from it. NULL is allowed. */
void arena_free(struct arena *arena);

/** size bytes, zeroed, aligned for any type. Never NULL, even for size 0. */
void *arena_alloc(struct arena *arena, size_t size);

/** Room for count objects of size bytes each, zeroed; an overflow is out of memory. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/**
 * A longer copy of an array: the first used objects are copied, the rest is zero.
 * The old array stays where it was and is freed with the arena.
 */
void *arena_grow(struct arena *arena, const void *old, size_t used, size_t count, size_t size);

/** Calls the hook: for the libraries that report a lack of memory in their own way. */
_Noreturn void arena_out_of_memory(struct arena *arena);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, count, type) ((type *)arena_array((arena), (count), sizeof(type)))

#endif
