/*
 * dump: the notation that the text dumps share.
 *
 * One value a line, `name @offset+length "text"`, absent ones left out: made to be compared.
 */
#ifndef MODEL_DUMP_H
#define MODEL_DUMP_H

#include "model/article.h"

/** " @offset+length" */
void dump_span(struct builder *out, struct span span);

/** A line; nothing if the text is absent. */
void dump_text(struct builder *out, const char *name, struct text text);
/** The same for a text without a place. */
void dump_str(struct builder *out, const char *name, struct str s);
/** A line for each: name[1] is the first, as in messages. */
void dump_texts(struct builder *out, const char *name, struct texts texts);

/** "list[index].member", in the arena of out. @param index  from 0. @param member  may be "". */
const char *dump_item(struct builder *out, const char *list, size_t index, const char *member);

#endif
