/*
 * poison: tells AddressSanitizer which bytes of a block nobody may touch.
 *
 * The sanitizer watches what malloc gives, not the pieces that an arena cuts from it; these calls
 * make it watch the pieces too.  Outside of the sanitizer build (HANDOUT_SANITIZE) they are
 * nothing, and no byte is spent on gaps.
 */
#ifndef BASE_POISON_H
#define BASE_POISON_H

#include <stddef.h>

#ifdef HANDOUT_SANITIZE
#include <sanitizer/asan_interface.h>
enum { POISON_GAP = 16 }; /**< bytes that stand poisoned between two blocks */
#else
enum { POISON_GAP = 0 };
#endif

/** From here on, touching one of the bytes is reported and ends the process. */
static inline void poison(const void *start, size_t size)
{
#ifdef HANDOUT_SANITIZE
    ASAN_POISON_MEMORY_REGION(start, size);
#else
    (void)start, (void)size;
#endif
}

/** Lifts it again. */
static inline void unpoison(const void *start, size_t size)
{
#ifdef HANDOUT_SANITIZE
    ASAN_UNPOISON_MEMORY_REGION(start, size);
#else
    (void)start, (void)size;
#endif
}

#endif
