/*
 * deflate: bytes made smaller, for streams with the filter FlateDecode.
 */
#ifndef PDF_DEFLATE_H
#define PDF_DEFLATE_H

#include "base/text.h"

/** A compressor, which is large, and what it made of bytes that are likely to come again. */
struct deflater;

/** @param most  bytes to remember. @return for deflater_free(); NULL without memory. */
struct deflater *deflater_new(size_t most);

/** NULL is allowed. */
void deflater_free(struct deflater *deflater);

/**
 * @param deflater  NULL: another one for just this.
 * @return the same bytes in the zlib format (RFC 1950)
 */
struct str deflate_bytes(struct deflater *deflater, struct arena *arena, struct str bytes);

/** The same, remembered. */
struct str deflate_shared(struct deflater *deflater, struct arena *arena, struct str bytes);

#endif
