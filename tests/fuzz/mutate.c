/*
 * A mutant is made by cutting its source in three and putting it together again: what is before the
 * piece, something in the place of the piece, and what is behind it; once or several times.
 *
 *     other byte    a piece of one byte, for any byte
 *     cut           a piece, for nothing
 *     twice         nothing, for a piece of the same sample
 *     splice        a piece, for a piece of another sample
 *     digit         one byte, for one that JSON, HTML and PDF take for a mark, or for a digit
 */
#include "mutate.h"

#include "chance.h"

#include <stdbool.h>
#include <string.h>

enum { LONGEST_PIECE = 64, HEAD = 256, MOST_STEPS = 4 };

static const char MARKS[] = "\"\\{}[]:,<>&/()-.0123456789 \n";

/* A piece of a sample, every second time of its head: most of a picture or a font is alike. */
static struct sample piece(const struct sample *whole, uint32_t *seed)
{
    bool in_head = random_below(seed, 2) && whole->length > HEAD;
    size_t from = random_below(seed, (in_head ? HEAD : whole->length) + 1);
    size_t most = whole->length - from < LONGEST_PIECE ? whole->length - from : LONGEST_PIECE;
    return (struct sample){whole->bytes + from, random_below(seed, most + 1)};
}

/* whole without the piece, which is a part of it, but with another in its place. */
static struct sample replaced(const struct sample *whole, struct sample old, struct sample new)
{
    size_t before = (size_t)(old.bytes - whole->bytes);
    size_t behind = whole->length - before - old.length;
    struct sample result = {NULL, before + new.length + behind};
    result.bytes = malloc(result.length + !result.length); /* no longer: reading on is then seen */
    if (!result.bytes)
        return result;
    memcpy(result.bytes, whole->bytes, before);
    memcpy(result.bytes + before, new.bytes, new.length);
    memcpy(result.bytes + before + new.length, old.bytes + old.length, behind);
    return result;
}

static struct sample step(const struct sample *whole, const struct sample *other, uint32_t *seed)
{
    struct sample old = piece(whole, seed), new = piece(whole, seed);
    bool has_byte = old.bytes < whole->bytes + whole->length;
    uint8_t byte = (uint8_t)random_below(seed, 256);
    uint8_t mark = (uint8_t)MARKS[random_below(seed, sizeof MARKS - 1)];
    switch (random_below(seed, 5)) {
    case 0: break;
    case 1: return replaced(whole, old, (struct sample){old.bytes, 0});
    case 2: return replaced(whole, (struct sample){old.bytes, 0}, new);
    case 3: return replaced(whole, old, piece(other, seed));
    default: byte = mark; break;
    }
    return replaced(whole, (struct sample){old.bytes, has_byte}, (struct sample){&byte, 1});
}

struct sample mutate(const struct sample *from, const struct sample *other, uint32_t seed)
{
    uint32_t steps = 1 + random_below(&seed, MOST_STEPS);
    struct sample mutant = step(from, other, &seed);
    while (mutant.bytes && --steps) {
        struct sample next = step(&mutant, other, &seed);
        free(mutant.bytes);
        mutant = next;
    }
    return mutant;
}
