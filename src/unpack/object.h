/*
 * object: the objects of a PDF file as stretches of its bytes.
 *
 * Only files that src/pdf wrote are read: one cross-reference table at the end, one generation, no
 * object streams, no encryption.  Nothing is built and nothing recurses: a value is the text
 * between two places of the file, and is looked through each time that it is asked.  Whatever the
 * bytes are, no function looks beyond them, and each ends after one walk over them.
 */
#ifndef UNPACK_OBJECT_H
#define UNPACK_OBJECT_H

#include "base/text.h"

/** A file whose cross-reference table was found. */
struct object_file {
    struct str bytes;
    struct str rows;    /**< of the table: 20 bytes an object, from number 0 */
    struct str trailer; /**< the dictionary */
};

/** @return false if there is no table or no trailer where the file's end says. */
bool object_open(struct object_file *file, struct str bytes);

/** What a dictionary has under a key, references followed. @return false if it is not there. */
bool object_entry(const struct object_file *file, struct str dict, const char *key,
                  struct str *value);

/** The next value of an array, references followed. @param at  0 at first. */
bool object_next(const struct object_file *file, struct str array, size_t *at,
                 struct str *value);

/** The bytes of a stream as they are kept; its dictionary is a value of the file. */
bool object_stream(const struct object_file *file, struct str dict, struct str *bytes);

/** A text string as UTF-8, in the arena; empty if the value is none. */
struct str object_string(struct arena *arena, struct str value);

#endif
