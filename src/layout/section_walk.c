/* See section_walk.h. */
#include "layout/section_walk.h"

void each_section(struct node *node, section_visit *visit, void *context)
{
    if (node->block->name.len)
        visit(node, context);
    for (struct node *child = node->first; child; child = child->next)
        each_section(child, visit, context);
}

int section_words(const struct node *node)
{
    int words = node->para && node->block->kind != BLOCK_HEADING ? node->para->words : 0;
    for (const struct node *child = node->first; child; child = child->next)
        words += section_words(child);
    return words;
}
