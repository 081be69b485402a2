/*
 * arena: memory that is freed all at once.
 *
 * Everything a job makes lives in one arena.  An allocation never fails from the caller's view:
 * without memory the work on it ends, wherever it is, and arena_try() returns.  So no function that
 * takes a struct arena * has a failure branch for memory.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/**
 * Opens an arena. The hook is called when there is no memory, also here; NULL: none.
 * @return for arena_free(); NULL without memory.
 */
struct arena *arena_new(void (*out_of_memory)(void *context), void *context);

/**
 * Ends the life of all that was allocated from the arena, which is then as new but keeps its first
 * chunk of memory: for one job after the other.
 */
void arena_reset(struct arena *arena);

/**
 * Does work(context), which may allocate from the arena.
 * @return false if memory ran out on the way, after the hook returned. Work then stopped where it
 *         was, so it must not hold what only it could free; of the arena, what was stored stays
 *         until arena_free(). Outside of any arena_try() the program ends instead.
 */
bool arena_try(struct arena *arena, void (*work)(void *context), void *context);

/** Frees the arena and all that was allocated from it. NULL is allowed. */
void arena_free(struct arena *arena);

/** size bytes, zeroed, aligned for any type. Never NULL, even for size 0. */
void *arena_alloc(struct arena *arena, size_t size);

/** The same, but not zeroed: for bytes that are all written before they are read. */
void *arena_room(struct arena *arena, size_t size);

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
