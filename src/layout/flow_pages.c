/*
 * Going on over the end of a page, in large print only.  What must not be torn apart: a heading
 * and what it heads, a frame, the first two and the last two lines of a paragraph (so three lines
 * stay together).
 */
#include "layout/flow.h"

enum { LINES_LEAST = 2 };

int32_t flow_turn(struct flow *flow)
{
    flow->page++;
    return flow->top;
}

void flow_add(struct flow *flow, struct mark mark)
{
    pages_add(flow->pages, flow->page, mark);
}

int flow_first_lines(const struct flow *flow, int32_t y, int32_t leading, int lines)
{
    if (!flow->bottom)
        return lines;
    int fit = (flow->bottom - y) / leading;
    if (fit >= lines)
        return lines;
    if (lines - fit < LINES_LEAST)
        fit = lines - LINES_LEAST;
    return fit > 0 ? fit : 0;
}

static bool is_framed(const struct node *node)
{
    return node->block->kind == BLOCK_BOX || node->block->role == ROLE_PLAN;
}

static int32_t keep_text(struct flow *flow, struct node *node, int32_t width)
{
    int32_t height = flow_height(flow, node, width);
    int32_t leading = style_type(&flow->style, node->block, node->role).leading;
    return height <= leading * (2 * LINES_LEAST - 1) ? height : leading * LINES_LEAST;
}

int32_t flow_keep(struct flow *flow, struct node *node, int32_t width)
{
    struct node *next = node->next;
    switch (node->block->kind) {
    case BLOCK_HEADING:
        return flow_height(flow, node, width) +
               (next ? style_gap(&flow->style, node->block, next->block, node->role) +
                           flow_keep(flow, next, width)
                     : 0);
    case BLOCK_PARAGRAPH:
    case BLOCK_ITEM:
        return keep_text(flow, node, width);
    case BLOCK_GROUP:
    case BLOCK_COLUMNS:
    case BLOCK_LIST:
        if (!is_framed(node) && node->first)
            return flow_keep(flow, node->first, width);
        break;
    default:
        break;
    }
    return flow_height(flow, node, width);
}
