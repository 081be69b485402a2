/* See piece.h. */
#include "layout/piece.h"

void pool_reset(struct pool *pool)
{
    pool->last = NULL;
}

struct piece *piece_new(struct pool *pool, enum piece_kind kind, int32_t width, int32_t height)
{
    struct piece **next = pool->last ? &pool->last->made : &pool->first;
    if (!*next)
        *next = ARENA_NEW(pool->arena, struct piece);
    struct piece *piece = *next, *made = piece->made;
    *piece = (struct piece){.kind = kind, .width = width, .height = height, .tag = NO_TAG,
                            .hold = HOLD_NONE, .made = made};
    return pool->last = piece;
}

void piece_add(struct piece *parent, struct piece *child, int32_t x, int32_t y)
{
    child->x = x;
    child->y = y;
    child->next = NULL;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    if (!parent->too_wide)
        parent->too_wide = child->too_wide;
}

void piece_insert(struct piece *parent, struct piece *after, struct piece *child, int32_t x,
                  int32_t y)
{
    if (!after->next) {
        piece_add(parent, child, x, y);
        return;
    }
    child->x = x;
    child->y = y;
    child->next = after->next;
    after->next = child;
}

struct piece *piece_add_rule(struct pool *pool, struct piece *parent, int32_t x, int32_t y,
                             int32_t width, int32_t height, uint32_t rgb)
{
    struct piece *rule = piece_new(pool, PIECE_RULE, width, height);
    rule->rgb = rgb;
    piece_add(parent, rule, x, y);
    return rule;
}
