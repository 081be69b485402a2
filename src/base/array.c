/*
 * See array.h.
 */
#include "base/array.h"

#include "base/poison.h"

#include <assert.h>

enum { FIRST_ROOM = 4 };

void *array_room(struct arena *arena, void *at, size_t count, size_t *room, size_t size)
{
    assert(count <= *room);
    if (count == *room) {
        *room = count ? 2 * count : FIRST_ROOM;
        at = arena_grow(arena, at, count, *room, size);
        poison((char *)at + count * size, (*room - count) * size);
    }
    unpoison((char *)at + count * size, size);
    return at;
}
