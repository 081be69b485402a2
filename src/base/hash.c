/* See hash.h. */
#include "base/hash.h"

uint64_t hash_part(uint64_t hash, struct str part)
{
    static const uint64_t prime = 0x100000001B3u;
    for (size_t i = 0; i < part.len; i++)
        hash = (hash ^ (unsigned char)part.ptr[i]) * prime;
    return (hash ^ '\n') * prime;
}
