/* See block.h. */
#include "compose/block.h"

#include <assert.h>

struct block *block_new(struct arena *arena, enum block_kind kind, enum role role)
{
    struct block *block = ARENA_NEW(arena, struct block);
    block->kind = kind;
    block->role = role;
    return block;
}

struct block *block_phrase(enum block_kind kind, enum role role, const struct phrase *phrase)
{
    if (!phrase->count)
        return NULL;
    struct block *block = block_new(phrase->arena, kind, role);
    block->runs = phrase_runs(phrase);
    return block;
}

struct block *block_text(struct arena *arena, enum block_kind kind, enum role role,
                         struct text text)
{
    struct phrase phrase = {.arena = arena};
    text.str = tidy(arena, text.str);
    phrase_text(&phrase, text, RUN_REGULAR);
    return block_phrase(kind, role, &phrase);
}

void block_append(struct block *parent, struct block *child)
{
    assert(!child || !child->next); /* it has no place yet */
    struct block **last = &parent->first;
    while (*last)
        last = &(*last)->next;
    *last = child;
}

struct block *block_or_none(struct block *block)
{
    return block->first ? block : NULL;
}
