/*
 * out: PDF objects and a whole file of them; libharu underneath, and nowhere else.
 *
 * libharu is used as an object writer only: it numbers objects and streams and writes them, the
 * cross-reference table and the trailer.  Its documents, pages, fonts and images are not used.
 *
 * Everything lives in the arena, so nothing needs to be freed and no call fails for want of
 * memory.  Any other failure is remembered and makes out_write() fail; callers need not check.
 */
#ifndef PDF_OUT_H
#define PDF_OUT_H

#include "pdf/deflate.h"

struct out;
struct obj; /**< a dictionary, a stream or an array */

/** @param deflater  compresses; NULL: nothing is remembered */
struct out *out_open(struct arena *arena, struct deflater *deflater);

/** A new indirect dictionary. */
struct obj *out_dict(struct out *out);
/** A new direct one, to be added to exactly one other object, when it is complete. */
struct obj *out_direct_dict(struct out *out);
/** A new direct array, to be added to exactly one other object, when it is complete. */
struct obj *out_array(struct out *out);
/** A new indirect array, of indirect dictionaries. */
struct obj *out_indirect_array(struct out *out);
/** How a stream's bytes are kept. */
enum out_filter {
    OUT_PLAIN,
    OUT_DEFLATE,        /**< they are compressed here */
    OUT_DEFLATE_SHARED, /**< likewise, and remembered: other files may have the same */
    OUT_DEFLATED,       /**< they are in the zlib format already */
    OUT_JPEG            /**< they are a JPEG file */
};

/** A new stream. @param bytes  stay where they are until out_write(). */
struct obj *out_stream(struct out *out, struct str bytes, enum out_filter filter);

/* Keys and names are ASCII literals without spaces. */
void dict_obj(struct out *out, struct obj *dict, const char *key, struct obj *value);
void dict_name(struct out *out, struct obj *dict, const char *key, const char *name);
void dict_int(struct out *out, struct obj *dict, const char *key, int32_t value);
void dict_bool(struct out *out, struct obj *dict, const char *key, bool value);
/** A text string: UTF-8 in, ASCII or UTF-16 with byte order mark out. */
void dict_text(struct out *out, struct obj *dict, const char *key, struct str utf8);

void array_obj(struct out *out, struct obj *array, struct obj *value);
void array_name(struct out *out, struct obj *array, const char *name);
void array_int(struct out *out, struct obj *array, int32_t value);
/** As dict_text(). */
void array_text(struct out *out, struct obj *array, struct str utf8);
/** Thousandths, rounded to an eighth: see syntax.h. */
void array_milli(struct out *out, struct obj *array, int32_t thousandths);

/** Takes the bytes of the file. @return false to stop. */
typedef bool out_sink(void *context, const void *bytes, size_t length);

/**
 * Writes the file.
 * @param id  16 bytes, for both halves of the trailer's ID.
 * @param failure  gets libharu's error code if it failed for another reason than the sink.
 */
bool out_write(struct out *out, struct obj *catalog, struct obj *info, const unsigned char id[16],
               out_sink *sink, void *context, unsigned long *failure);

#endif
