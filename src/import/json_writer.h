/*
 * json_writer: JSON with two spaces a level and each text on a line of its own.
 *
 *     struct json_writer w = {.b = {.arena = arena}};
 *     json_open(&w, '{', STR(""));
 *     json_text(&w, STR("title"), title);
 *     json_close(&w, '}');
 *
 * It tells on which line a value came to stand, and makes all in an arena.
 */
#ifndef IMPORT_JSON_WRITER_H
#define IMPORT_JSON_WRITER_H

#include "base/text.h"

struct json_writer {
    struct builder b;
    int depth;
    bool not_first;
    uint32_t line; /**< lines that are ended */
};

/** Starts '{' or '['. @param key  "" inside a list. */
void json_open(struct json_writer *w, char bracket, struct str key);
void json_close(struct json_writer *w, char bracket);
/** A text; @return its line, from 1 */
uint32_t json_text(struct json_writer *w, struct str key, struct str text);
/** A field if the text is not empty. */
void json_field(struct json_writer *w, struct str key, struct str text);
/** JSON that is made already, on one line. */
void json_raw(struct json_writer *w, struct str key, struct str json);
/** A text in quotes, escaped. */
void json_quote(struct builder *b, struct str text);

#endif
