/*
 * Nodes: the tree of blocks with its text shaped, made once and then set at any size.
 */
#include "layout/flow.h"

/* Between a bullet or number and its text, thousandths of an em. */
enum { LABEL_SPACE = 420 };

static struct para *item_label(const struct shaping *shaping, bool numbered, size_t number)
{
    struct builder b = {.arena = shaping->arena};
    if (numbered)
        builder_printf(&b, "%zu.", number);
    else
        builder_add(&b, STR("•"));
    struct run *run = ARENA_NEW(shaping->arena, struct run);
    run->text = builder_str(&b);
    return para_new(shaping->arena, shaping->fonts, (struct runs){run, 1}, 0);
}

static int para_flags(const struct shaping *shaping, const struct block *block, enum role role)
{
    bool bold = block->kind == BLOCK_HEADING || role == ROLE_AMOUNT;
    return (bold ? PARA_BOLD : 0) | (shaping->upright ? PARA_UPRIGHT : 0);
}

struct node *node_new(const struct shaping *shaping, const struct block *block,
                      enum role inherited)
{
    struct node *node = ARENA_NEW(shaping->arena, struct node);
    node->block = block;
    node->role = block->role == ROLE_BODY ? inherited : block->role;
    if (block->runs.count) {
        node->para = para_new(shaping->arena, shaping->fonts, block->runs,
                              para_flags(shaping, block, node->role));
        node->words = node->para->words;
        node->keep = node->para->count;
    }
    int32_t widest = 0; /* label */
    struct node **last = &node->first;
    for (const struct block *child = block->first; child; child = child->next) {
        *last = node_new(shaping, child, node->role);
        node->children++;
        node->words += (*last)->words;
        if (block->kind == BLOCK_LIST) {
            (*last)->label = item_label(shaping, block->numbered, node->children);
            int32_t width = para_width((*last)->label);
            widest = width > widest ? width : widest;
        }
        last = &(*last)->next;
    }
    for (struct node *item = node->first; item && widest; item = item->next)
        item->indent = widest + LABEL_SPACE;
    return node;
}
