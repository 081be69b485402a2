/* See hash.h. */
#include "base/hash.h"

static const uint64_t prime = 0x100000001B3u;

uint64_t hash_bytes(uint64_t hash, struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        hash = (hash ^ (unsigned char)bytes.ptr[i]) * prime;
    return hash;
}

/* The shift brings back down what multiplying only moves up. */
uint64_t hash_number(uint64_t hash, uint64_t number)
{
    hash = (hash ^ number) * prime;
    return hash ^ hash >> 29;
}

/* The least significant byte first, on any machine. */
static uint64_t word_at(const char *at)
{
    uint64_t word = 0;
    for (int i = 7; i >= 0; i--)
        word = word << 8 | (unsigned char)at[i];
    return word;
}

uint64_t hash_words(uint64_t hash, struct str bytes)
{
    size_t at = 0;
    for (; at + 8 <= bytes.len; at += 8)
        hash = hash_number(hash, word_at(bytes.ptr + at));
    hash = hash_bytes(hash, str_part(bytes, at, bytes.len));
    return hash_number(hash, bytes.len);
}

uint64_t hash_part(uint64_t hash, struct str part)
{
    return hash_bytes(hash_bytes(hash, part), STR("\n"));
}
