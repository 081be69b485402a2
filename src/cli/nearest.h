/*
 * nearest: what was meant by a name that is not there.
 */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

#include "message.h"

/** Names longer than this are compared with nothing. */
enum { NEAREST_LENGTH_MOST = 64 };

/** The Levenshtein distance of two names. @param a_length  at most NEAREST_LENGTH_MOST. */
unsigned name_distance(const char *a, size_t a_length, const char *b);

/**
 * The path of the file beside a path where nothing is whose name is most like it: two slips at
 * most, or only the ending .json left out. For free(); NULL: there is none.
 */
char *nearest_file(const struct printer *printer, const char *path);

#endif
