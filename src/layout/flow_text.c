/*
 * Setting text: from a paragraph's lines to glyph marks.  A line becomes one mark for each stretch
 * of one face, one run and so one tag.  The space at a soft line end is kept in the mark: it is
 * not seen, but without it two words would run together when the text is read out or copied.
 */
#include "layout/flow.h"

/* Thousandths of an em at a size of type. */
static int32_t scaled(int32_t em, int32_t size)
{
    return (int32_t)((int64_t)em * size / 1000);
}

int32_t flow_baseline(const struct type *type, int32_t y)
{
    return y + type->leading / 2 + type->size / 3; /* capitals are about 2/3 em high */
}

void flow_rule(struct flow *flow, int32_t x, int32_t y, int32_t width, int32_t height,
               uint32_t rgb)
{
    if (flow->pages)
        flow_add(flow, (struct mark){.kind = MARK_RULE, .x = x, .y = y, .width = width,
                                     .height = height, .rgb = rgb});
}

/* The tag of a glyph's run: the paragraph's own, or a Link inside it. */
static struct tag *run_tag(struct flow *flow, const struct run *run)
{
    if (!run->link.len)
        return flow->tag;
    const struct kid *last = flow->tag->last;
    if (last && last->tag && last->tag->link.ptr == run->link.ptr)
        return last->tag; /* the same link, going on after a line end */
    struct tag *link = tag_new(flow->arena, flow->tag, TAG_LINK);
    link->link = run->link;
    return link;
}

int32_t flow_width(const struct flow *flow, const struct node *node)
{
    return scaled(para_width(node->para), style_type(&flow->style, node->block, node->role).size);
}

static struct mark glyph_mark(const struct para *para, const struct type *type, uint32_t first,
                              uint32_t end)
{
    const struct glyphs *glyphs = &para->glyphs;
    uint32_t from = glyphs->at[first].cluster;
    size_t to = end < glyphs->count ? glyphs->at[end].cluster : para->text.len;
    struct mark mark = {
        .kind = MARK_GLYPHS,
        .face = (enum face)glyphs->at[first].face,
        .height = type->size,
        .rgb = type->rgb,
        .glyphs = glyphs->at + first,
        .count = end - first,
        .text = str_part(para->text, from, to - from),
        .text_off = from,
        .origins = &para->origins,
    };
    for (uint32_t g = first; g < end; g++)
        mark.width += glyphs->at[g].advance;
    mark.width = scaled(mark.width, type->size);
    return mark;
}

void flow_line(struct flow *flow, const struct para *para, const struct type *type, size_t from,
               size_t to, int32_t x, int32_t baseline)
{
    uint32_t start = para->atoms[from].first, end = para->atoms[to - 1].next;
    const struct glyph *at = para->glyphs.at;
    int32_t pen = 0; /* thousandths of an em, so that rounding does not add up */
    for (uint32_t first = start, g = start; g < end; first = g) {
        int32_t advance = 0;
        do
            advance += at[g++].advance;
        while (g < end && at[g].face == at[first].face && at[g].run == at[first].run);
        struct mark mark = glyph_mark(para, type, first, g);
        mark.x = x + scaled(pen, type->size);
        mark.y = baseline;
        mark.tag = run_tag(flow, &para->runs.at[at[first].run]);
        flow_add(flow, mark);
        pen += advance;
    }
}

static void place_lines(struct flow *flow, const struct node *node, const struct type *type,
                        int32_t limit, int32_t x, int32_t y)
{
    size_t *ends = ARENA_ARRAY(flow->arena, node->para->count + 1, size_t);
    size_t lines = para_break(flow->arena, node->para, limit, ends);
    size_t first = (size_t)flow_first_lines(flow, y, type->leading, (int)lines);
    for (size_t i = 0; i < lines; i++, y += type->leading) {
        if (i == first)
            y = flow_turn(flow);
        flow_line(flow, node->para, type, i ? ends[i - 1] : 0, ends[i], x, flow_baseline(type, y));
    }
}

static int lines_of(struct node *node, int32_t limit)
{
    if (node->known_limit != limit || node->known_keep != node->keep) {
        node->known_limit = limit;
        node->known_keep = node->keep;
        node->known_lines = para_lines(node->para, limit, node->keep);
    }
    return node->known_lines;
}

int32_t flow_text(struct flow *flow, struct node *node, int kind, int32_t x, int32_t y,
                  int32_t width)
{
    struct type type = style_type(&flow->style, node->block, node->role);
    int32_t most = style_measure(&type, node->block, node->role);
    if (width > most)
        width = most;
    int32_t limit = (int32_t)((int64_t)width * 1000 / type.size);
    if (node->para->widest > limit)
        flow->too_wide = node->para;
    if (flow->pages) {
        struct tag *outer = flow->tag;
        if (kind >= 0) {
            flow->tag = tag_new(flow->arena, outer, (enum tag_kind)kind);
            flow->tag->language = node->block->language;
        }
        if (node->role == ROLE_LETTERHEAD && node->para->glyphs.count &&
            node->para->runs.at[0].style == RUN_BOLD)
            type.rgb = flow->style.accent;
        place_lines(flow, node, &type, limit, x, y);
        flow->tag = outer;
    }
    int lines = lines_of(node, limit), first = flow_first_lines(flow, y, type.leading, lines);
    if (first == lines)
        return y + lines * type.leading;
    if (!flow->pages)
        flow_turn(flow);
    return flow->top + (lines - first) * type.leading;
}
