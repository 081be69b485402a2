/*
 * wrong_file: a file that is not what it was given for, told in one message that says what to do.
 *
 * Read as what it is not, a web page or the other of the two files would give a message for each of
 * its lines.
 */
#ifndef READ_WRONG_FILE_H
#define READ_WRONG_FILE_H

#include "read/json.h"

/** The two files that users edit. */
enum file_kind { FILE_ARTICLE, FILE_CLINIC };

/**
 * json_parse() of what may be JSON.  A document of a word processor, a web page and prose are
 * reported as such, with how a post becomes an article.
 */
const struct json *file_parse(struct arena *arena, struct diags *diags,
                              const struct source *source, enum file_kind kind);

/** Reports an object with none of the fields that only its kind has, but some of the other's. */
bool wrong_file_kind(struct diags *diags, const struct source *source, const struct json *value,
                     enum file_kind kind);

/**
 * Reports a field at the top of one file that only the other has.
 * @param what  "an article" or "a clinic"; of anything else nothing is said.
 * @return false: nothing was.
 */
bool wrong_file_field(struct diags *diags, struct place place, struct str name, const char *what);

#endif
