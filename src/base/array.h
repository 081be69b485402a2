/*
 * array: an array in an arena that grows, for everything whose number is not known beforehand.
 *
 *     struct words {
 *         struct word *at;
 *         size_t count, room;
 *     };
 *     struct words words = {0};
 *     *ARRAY_PUSH(arena, &words) = (struct word){…};
 *     for (size_t i = 0; i < words.count; i++)
 *         … words.at[i] …
 *
 * Any struct with these three members is one; who needs none of its own names says ARRAY(type).
 * When it is full, the room doubles: it takes at most four times the memory of what it holds, the
 * outgrown copies included, and an addition costs the same however long it is.  Nobody counts
 * beforehand, so nobody counts wrongly; under AddressSanitizer the room behind the last object is
 * poisoned.
 */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include "base/arena.h"

/** The members: `struct words { ARRAY(struct word); };`. All zero is an empty array. */
#define ARRAY(type) \
    type *at;       \
    size_t count, room

/**
 * Adds an object.
 *
 * @param array  a pointer to the array; an expression without side effects, as it is read often
 * @return a pointer to the new last object, zeroed; like all others, valid until the next addition
 */
#define ARRAY_PUSH(arena, array)                                                              \
    ((array)->at = array_room((arena), (array)->at, (array)->count, &(array)->room,           \
                              sizeof *(array)->at),                                           \
     &(array)->at[(array)->count++])

/** For ARRAY_PUSH: the array, or a longer copy of it, with room for one more behind the count. */
void *array_room(struct arena *arena, void *at, size_t count, size_t *room, size_t size);

#endif
