/*
 * escape: text from anywhere, made safe to print.
 *
 * File names and source lines may hold any bytes.  Printed raw they could move a terminal's
 * cursor, reverse its text or break a line of JSON.
 */
#ifndef CLI_ESCAPE_H
#define CLI_ESCAPE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/** What is not printable text is written as \xNN, byte by byte. */
void escape_text(FILE *to, const char *text);

/** As escape_text(), but what is not printable takes one column; tabs stay. */
void escape_source(FILE *to, const char *line);

/**
 * Writes what puts a cursor under character `index` of a line that escape_source() wrote: spaces,
 * and a tab for each tab.  @return the rest of the line, from that character on.
 */
const char *escape_indent(FILE *to, const char *line, uint32_t index);

/** Columns of a terminal that the first `count` characters of line take; a tab counts as one. */
unsigned escape_columns(const char *line, uint32_t count);

/** A JSON string with its quotes. A byte that is not UTF-8 becomes U+FFFD. */
void escape_json(FILE *to, const char *text);

/** The same without quotes, of the first `length` bytes: whole characters. */
void escape_json_part(FILE *to, const char *text, size_t length);

/** One member of a JSON object, after the first. */
void escape_member(FILE *to, const char *name, const char *value);

#endif
