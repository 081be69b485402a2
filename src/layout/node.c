/* See node.h. */
#include "layout/node.h"

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

/* Bullets are all alike; numbers are as wide as the widest one. */
static void add_labels(const struct shaping *shaping, struct node *list)
{
    bool numbered = list->block->numbered;
    struct para *bullet = numbered ? NULL : item_label(shaping, false, 0);
    int32_t widest = 0;
    size_t number = 1;
    for (struct node *item = list->first; item; item = item->next, number++) {
        item->label = numbered ? item_label(shaping, true, number) : bullet;
        widest = item->label->width > widest ? item->label->width : widest;
    }
    for (struct node *item = list->first; item; item = item->next)
        item->indent = widest + LABEL_SPACE;
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
    struct node **last = &node->first;
    for (const struct block *child = block->first; child; child = child->next) {
        *last = node_new(shaping, child, node->role);
        node->children++;
        node->words += (*last)->words;
        last = &(*last)->next;
    }
    if (block->kind == BLOCK_LIST)
        add_labels(shaping, node);
    return node;
}

int node_lines(struct node *node, int32_t limit)
{
    struct known_lines *known = node->known;
    for (int i = 0; i < KNOWN_LINES; i++)
        if (known[i].limit == limit && known[i].keep == node->keep)
            return known[i].lines;
    known[1] = known[0];
    known[0] = (struct known_lines){limit, node->keep, para_lines(node->para, limit, node->keep)};
    return known[0].lines;
}
