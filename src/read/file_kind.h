/*
 * file_kind: what a file is that should hold JSON as UTF-8, and does not.
 */
#ifndef READ_FILE_KIND_H
#define READ_FILE_KIND_H

#include "base/text.h"

/** The encoding of a text of two or four bytes a character, or NULL. */
const char *file_wide_encoding(struct str bytes);

/** What a file is by its first bytes if it is no text, such as "a PDF"; NULL if it may be one. */
const char *file_document(struct str bytes);

/** Whether there is nothing but NUL, Ctrl-Z (the end of a file in CP/M and DOS) and white space. */
bool file_is_padding(struct str bytes);

#endif
