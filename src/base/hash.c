/* See hash.h. */
#include "base/hash.h"

uint64_t hash_bytes(uint64_t hash, struct str bytes)
{
    static const uint64_t prime = 0x100000001B3u;
    for (size_t i = 0; i < bytes.len; i++)
        hash = (hash ^ (unsigned char)bytes.ptr[i]) * prime;
    return hash;
}

uint64_t hash_part(uint64_t hash, struct str part)
{
    return hash_bytes(hash_bytes(hash, part), STR("\n"));
}
