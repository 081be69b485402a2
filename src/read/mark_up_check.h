/*
 * mark_up_check: finds signs in a text that were meant for a program, not for a reader.
 */
#ifndef READ_MARK_UP_CHECK_H
#define READ_MARK_UP_CHECK_H

#include "read/fields.h"

/** Warns of tags, character references, Markdown, and text in a wrong encoding; changes nothing. */
void mark_up_check(struct reader *r, const struct json *value);

/** Only of text in a wrong encoding, where mark-up is understood. */
void encoding_check(struct reader *r, const struct json *value);

#endif
