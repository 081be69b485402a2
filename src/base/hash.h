/*
 * hash: a number to tell texts apart by.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/text.h"

/** Where a hash starts (FNV-1a, 64 bits; Fowler, Noll, Vo). */
#define HASH_START 0xCBF29CE484222325u

/**
 * The hash so far with one part more, and a line end behind it, so that what moves from one part to
 * the next is seen.  No secret rests on it: who wants to can make a text of any hash.
 */
uint64_t hash_part(uint64_t hash, struct str part);

#endif
