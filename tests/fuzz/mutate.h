/* Damage by chance, for who has no libFuzzer. */
#ifndef FUZZ_MUTATE_H
#define FUZZ_MUTATE_H

#include <stddef.h>
#include <stdint.h>

struct sample {
    uint8_t *bytes;
    size_t length;
};

/**
 * @param other  a piece of it may get into the mutant
 * @param seed   what happens is the same for the same one
 * @return a new one, whose bytes are yours to free; bytes NULL without memory
 */
struct sample mutate(const struct sample *from, const struct sample *other, uint32_t seed);

#endif
