/*
 * reference: a line of a list of references as an item of CSL-JSON, if every part of it is known.
 *
 * Read are articles of journals as four styles write them, with or without DOI:
 *
 *     AMA, Vancouver  Kim MH, Kim H. Title. Journal. 2017;18(5):1051. doi:10.1000/1
 *     APA             Kim, M. H., & Kim, H. (2017). Title. Journal, 18(5), 1051. https://doi.org/…
 *     MLA             Kim, M. H., and H. Kim. "Title." Journal, vol. 18, no. 5, 2017, p. 1051.
 *
 * All else (books, pages of the web, lines with a part that has no place) stays the text that it
 * is, which is printed word for word.
 */
#ifndef IMPORT_REFERENCE_H
#define IMPORT_REFERENCE_H

#include "import/json_writer.h"

/** Writes the line as an item of a list: as an object, or as the text it is. */
void reference_write(struct json_writer *w, struct str line);

#endif
