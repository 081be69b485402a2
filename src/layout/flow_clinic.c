/*
 * Where figures stand: the logo in the letterhead, the QR code at the right of the contact block.
 */
#include "layout/flow.h"

/* ---- Figures ---- */

struct extent flow_figure_size(const struct figure *figure, int32_t height, int32_t most)
{
    int64_t width = (int64_t)height * figure->across / figure->down;
    if (width <= most)
        return (struct extent){(int32_t)width, height};
    return (struct extent){most, (int32_t)((int64_t)most * figure->down / figure->across)};
}

void flow_figure(struct flow *flow, const struct figure *figure, struct extent size, int32_t x,
                 int32_t y)
{
    if (!flow->pages)
        return;
    struct tag *tag = tag_new(flow->arena, flow->tag, TAG_FIGURE);
    tag->alt = figure->alt;
    flow_add(flow, (struct mark){.kind = MARK_FIGURE, .tag = tag, .x = x, .y = y,
                                 .width = size.width, .height = size.height,
                                 .figure = figure});
}

/* ---- The letterhead ---- */

/* Two lines high, so that it takes no line from the text, and at most a third of the width. */
static struct extent logo_size(const struct flow *flow, const struct node *logo, int32_t width)
{
    return flow_figure_size(logo->block->figure, flow->style.body * 2, width / 3);
}

/* One text at the left edge, another at the right; stacked if they do not fit. */
static int32_t flow_ends(struct flow *flow, struct node *left, int32_t x, int32_t y,
                         int32_t width)
{
    struct node *right = left ? left->next : NULL;
    if (!right || flow_width(flow, left) + COLUMN_GAP + flow_width(flow, right) > width)
        return flow_siblings(flow, left, NULL, ROLE_LETTERHEAD, x, y, width);
    int32_t bottom = flow_text(flow, left, TAG_P, x, y, width), own = flow_width(flow, right);
    flow_text(flow, right, TAG_P, x + width - own, y, own + PT(1));
    return bottom;
}

/* Height of the texts beside a logo. */
static int32_t ends_height(const struct flow *flow, struct node *left, int32_t width)
{
    struct flow measure = flow_probe(flow);
    return flow_ends(&measure, left, 0, 0, width);
}

int32_t flow_row(struct flow *flow, struct node *node, int32_t x, int32_t y, int32_t width)
{
    struct node *first = node->first;
    int32_t bottom;
    if (first && first->block->figure) {
        struct extent logo = logo_size(flow, first, width);
        int32_t indent = logo.width + flow->style.body, rest = width - indent;
        int32_t text = ends_height(flow, first->next, rest);
        int32_t height = text > logo.height ? text : logo.height;
        flow_figure(flow, first->block->figure, logo, x, y + (height - logo.height) / 2);
        flow_ends(flow, first->next, x + indent, y + (height - text) / 2, rest);
        bottom = y + height;
    } else {
        bottom = flow_ends(flow, first, x, y, width);
    }
    bottom += flow->style.body * 35 / 100;
    flow_rule(flow, x, bottom, width, RULE_MARK, flow->style.accent);
    return bottom + RULE_MARK;
}

/* ---- The contact block ---- */

/* A phone reads a QR code of 2 cm whose modules have at least 0.4 mm, with 4 modules of white
 * around it; the page's margins are part of that white. */
#define QR_LEAST PT(56.75)
#define QR_MODULE_LEAST PT(1.14)
enum { QR_WHITE = 4 };

static int32_t qr_module(const struct figure *figure)
{
    int32_t module = QR_LEAST / figure->across + 1;
    return module > QR_MODULE_LEAST ? module : QR_MODULE_LEAST;
}

static struct node *last_figure(const struct node *node)
{
    struct node *last = node->first;
    while (last && last->next)
        last = last->next;
    return last && last->block->figure ? last : NULL;
}

int32_t flow_contact(struct flow *flow, struct node *node, int32_t x, int32_t y, int32_t width)
{
    const struct node *qr = last_figure(node);
    flow_rule(flow, x, y, width, RULE_MARK, flow->style.accent);
    int32_t text_top = y + flow->style.fine * 60 / 100;
    if (!qr)
        return flow_siblings(flow, node->first, NULL, node->role, x, text_top, width);
    int32_t module = qr_module(qr->block->figure), side = module * qr->block->figure->across;
    int32_t qr_top = y + RULE_MARK + module * QR_WHITE;
    int32_t text_width = width - side - module * QR_WHITE - flow->style.fine;
    int32_t bottom =
        flow_siblings(flow, node->first, qr, node->role, x, text_top, text_width);
    flow_figure(flow, qr->block->figure, (struct extent){side, side}, x + width - side, qr_top);
    return bottom > qr_top + side ? bottom : qr_top + side;
}
