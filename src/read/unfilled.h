/*
 * unfilled: texts that are still those of a template, which say what to write in their place.
 *
 * The templates of --new (data/new) are whole, valid files, so that a page is there from the
 * beginning; only by their words can it be told that nobody has filled one in.
 */
#ifndef READ_UNFILLED_H
#define READ_UNFILLED_H

#include "read/fields.h"
#include "read/wrong_file.h"

/**
 * Reports the texts in a file that its template has too, all in one message that names them.
 * @param value  the file's tree. @param kind  whose template. @return how many there are.
 */
size_t unfilled_check(struct reader *r, const struct json *value, enum file_kind kind);

#endif
