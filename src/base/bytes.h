/*
 * bytes: numbers in files of others, which have the most significant byte first.
 */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include "base/text.h"

#include <assert.h>

static inline unsigned byte_at(struct str s, size_t at)
{
    assert(at < s.len);
    return (unsigned char)s.ptr[at];
}

/** 16 bits from byte `at` on; all of them must be there. */
static inline unsigned big_endian_16(struct str s, size_t at)
{
    return byte_at(s, at) << 8 | byte_at(s, at + 1);
}

/** 32 bits. */
static inline uint32_t big_endian_32(struct str s, size_t at)
{
    return (uint32_t)big_endian_16(s, at) << 16 | big_endian_16(s, at + 2);
}

#endif
