/*
 * block: making the sheet's tree.
 *
 * A part of the handout for which there is nothing to say is NULL, so that the lists of parts
 * read as if all were there.
 */
#ifndef COMPOSE_BLOCK_H
#define COMPOSE_BLOCK_H

#include "compose/phrase.h"

struct block *block_new(struct arena *arena, enum block_kind kind, enum role role);

/** A block of runs; NULL if the phrase is empty. */
struct block *block_phrase(enum block_kind kind, enum role role, const struct phrase *phrase);

/** A block of one plain text, made tidy; NULL if there is none. */
struct block *block_text(struct arena *arena, enum block_kind kind, enum role role,
                         struct text text);

/** Makes child the last one of parent. A NULL child is ignored. */
void block_append(struct block *parent, struct block *child);

/** The block, or NULL if it has no child. */
struct block *block_or_none(struct block *block);

#endif
