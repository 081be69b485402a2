/*
 * decode: a file as it was saved, to UTF-8 text with "\n" at the ends of lines.
 */
#ifndef IMPORT_DECODE_H
#define IMPORT_DECODE_H

#include "base/diag.h"

/**
 * UTF-8, UTF-16 with a byte order mark, and what a mail program made of them (quoted-printable);
 * other bytes are taken for Windows-1252, with a diagnostic that says so.
 * @param source  name and bytes as read; its text becomes the decoded one
 * @return false if it is no text, with a diagnostic
 */
bool post_decode(struct arena *arena, struct diags *diags, struct source *source);

#endif
