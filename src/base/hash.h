/*
 * hash: a number to tell texts apart by.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/text.h"

/** Where a hash starts (FNV-1a, 64 bits; Fowler, Noll, Vo). */
#define HASH_START 0xCBF29CE484222325u

/** The hash so far with these bytes more.  No secret may rest on it: whoever wants to can make a
 * text of any hash. */
uint64_t hash_bytes(uint64_t hash, struct str bytes);

/** Another hash, of a number. */
uint64_t hash_number(uint64_t hash, uint64_t number);

/** The same of a text, eight bytes at a time, and of its length. */
uint64_t hash_words(uint64_t hash, struct str bytes);

/** hash_bytes() with a line end behind it, so that what moves from one part to the next is seen. */
uint64_t hash_part(uint64_t hash, struct str part);

#endif
