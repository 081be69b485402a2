/*
 * csl_value: the texts and numbers of CSL-JSON, for the readers of its parts.
 */
#ifndef READ_CSL_VALUE_H
#define READ_CSL_VALUE_H

#include "model/reference.h"
#include "read/fields.h"

/** A text, of a list the first: *to is a struct str. */
value_reader csl_text_read;
/** A text, or a number as it is written: *to is a struct str. */
value_reader csl_number_read;
/** Any value that is not looked at. @param to  is not used. */
value_reader csl_nothing_read;
/** A DOI or an address, which has no mark-up: *to is a struct str. */
value_reader csl_code_read;
/** A text with what of it stands in italics; italics may be NULL. */
void csl_styled_read(struct reader *r, const struct json *value, struct str *to,
                     struct italics *italics);
/** Whether it is a text, or a list of texts. */
bool csl_is_text(const struct json *value);

#endif
