/*
 * See place.h.  A line becomes one mark for each stretch of one face, one run and so one tag.  The
 * space at a soft line end is kept in the mark: it is not seen, but without it two words would run
 * together when the text is read out or copied.
 */
#include "layout/place.h"

/* One piece on its way to the pages. */
struct spot {
    int32_t x, y; /* in the galley */
    struct tag *tag;
};

/* A mark at a height of the galley, on the page where that is. */
static void add_at(const struct placing *placing, int32_t y, struct mark mark)
{
    size_t page = page_of(placing->parts, y);
    const struct page_part *part = &placing->parts->at[page];
    mark.y += part->top - part->from;
    mark.artifact = placing->artifact;
    pages_add(placing->pages, placing->first_page + page, mark);
}

/* ---- Text ---- */

/* A tag for a part of its parent's text, or the one before if that goes on after a line end. */
static struct tag *part_tag(const struct placing *placing, struct tag *parent,
                            const struct tag *part)
{
    const struct tag *last = parent->last ? parent->last->tag : NULL;
    if (last && last->kind == part->kind && last->link.ptr == part->link.ptr &&
        last->language.ptr == part->language.ptr)
        return parent->last->tag;
    struct tag *tag = tag_new(placing->pages->arena, parent, part->kind);
    tag->link = part->link;
    tag->alt = part->alt;
    tag->language = part->language;
    return tag;
}

/* The tag of a glyph's run: the paragraph's own, one inside it, or a heading before it. */
static struct tag *run_tag(const struct placing *placing, struct tag *tag, const struct run *run)
{
    if (run->separator)
        return NULL; /* it says nothing: an artifact */
    if (!tag)
        return tag;
    if (run->heading) /* the paragraph joins its parent with its first mark, so behind it */
        return part_tag(placing, tag->parent, &(struct tag){.kind = TAG_H2});
    if (run->link.len)
        return part_tag(placing, tag,
                        &(struct tag){.kind = TAG_LINK, .link = run->link,
                                      .alt = run->says.len ? run->says : run->text,
                                      .language = run->language});
    if (run->language.len)
        return part_tag(placing, tag,
                        &(struct tag){.kind = TAG_SPAN, .language = run->language});
    return tag;
}

static struct mark glyph_mark(const struct para *para, const struct type *type, uint32_t first,
                              uint32_t end)
{
    const struct glyphs *glyphs = &para->glyphs;
    uint32_t from = glyphs->at[first].from, to = glyphs->at[end - 1].to;
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
    mark.width = type_scaled(type, mark.width);
    return mark;
}

/* The glyph behind a line's last one: behind its space, but before a separator in that. */
static uint32_t end_of_line(const struct para *para, size_t last)
{
    uint32_t end = para->atoms[last].end;
    while (end < para->atoms[last].next && !para_is_separator(para, end))
        end++;
    return end;
}

/* One line of a paragraph, atoms [from, to), with its top at the spot. */
static void place_line(const struct placing *placing, const struct piece *text, size_t from,
                       size_t to, struct spot spot)
{
    const struct para *para = text->para;
    const struct glyph *at = para->glyphs.at;
    uint32_t start = para->atoms[from].first, end = end_of_line(para, to - 1);
    int32_t pen = 0; /* thousandths of an em, so that rounding does not add up */
    for (uint32_t first = start, g = start; g < end; first = g) {
        int32_t advance = 0;
        do
            advance += at[g++].advance;
        while (g < end && at[g].face == at[first].face && at[g].run == at[first].run);
        struct mark mark = glyph_mark(para, &text->type, first, g);
        mark.x = spot.x + type_scaled(&text->type, pen);
        mark.y = type_baseline(&text->type, spot.y);
        mark.tag = run_tag(placing, spot.tag, &para->runs.at[at[first].run]);
        add_at(placing, spot.y, mark);
        pen += advance;
    }
}

static void place_text(const struct placing *placing, const struct piece *text, struct spot spot)
{
    const struct para *para = text->para;
    if (text->lines < 2) {
        if (para->count)
            place_line(placing, text, 0, para->count, spot);
        return;
    }
    struct arena *arena = placing->pages->arena;
    size_t *ends = ARENA_ARRAY(arena, para->count + 1, size_t);
    size_t lines = para_break(arena, para, text->limit, ends);
    for (size_t i = 0; i < lines; i++, spot.y += text->type.leading)
        place_line(placing, text, i ? ends[i - 1] : 0, ends[i], spot);
}

/* ---- Decorations ---- */

/* A part of a decoration on each page that it reaches over, `pad` beyond the text there. */
static void place_decoration(const struct placing *placing, const struct piece *piece,
                             struct mark mark, struct spot spot)
{
    int32_t end = spot.y + piece->height;
    size_t last = page_of(placing->parts, end - 1);
    for (size_t page = page_of(placing->parts, spot.y); page <= last; page++) {
        const struct page_part *part = &placing->parts->at[page];
        int32_t from = part->from - piece->pad, to = part->to + piece->pad;
        int32_t top = spot.y > from ? spot.y : from, bottom = end < to ? end : to;
        mark.y = top - part->from + part->top;
        mark.height = bottom - top;
        mark.artifact = placing->artifact;
        pages_add(placing->pages, placing->first_page + page, mark);
    }
}

static void place_rule(const struct placing *placing, const struct piece *rule, struct spot spot)
{
    place_decoration(placing, rule,
                     (struct mark){.kind = MARK_RULE, .x = spot.x, .width = rule->width,
                                   .rgb = rule->rgb,
                                   .tag = rule->tag == NO_TAG ? NULL : spot.tag},
                     spot);
}

static void place_frame(const struct placing *placing, const struct piece *frame,
                        struct spot spot)
{
    place_decoration(placing, frame,
                     (struct mark){.kind = MARK_FRAME, .x = spot.x, .width = frame->width,
                                   .stroke = frame->stroke, .rgb = frame->rgb},
                     spot);
}

static void place_figure(const struct placing *placing, const struct piece *piece,
                         struct spot spot)
{
    add_at(placing, spot.y,
           (struct mark){.kind = MARK_FIGURE, .tag = spot.tag, .x = spot.x, .y = spot.y,
                         .width = piece->width, .height = piece->height,
                         .figure = piece->node->block->figure});
}

static void place_field(const struct placing *placing, enum mark_kind kind,
                        const struct piece *piece, struct spot spot)
{
    add_at(placing, spot.y,
           (struct mark){.kind = kind, .tag = spot.tag, .x = spot.x, .y = spot.y,
                         .width = piece->width, .height = piece->height});
}

/* ---- All ---- */

/* What is heard instead of it. */
static struct str tag_alt(const struct piece *piece)
{
    const struct block *block = piece->node->block;
    if (piece->tag == TAG_FORM)
        return piece->node->para->text;
    return block->figure ? block->figure->alt : block->blank;
}

static enum numbering list_numbering(const struct block *block)
{
    return block->numbered ? NUMBERING_DECIMAL : block->boxes ? NUMBERING_NONE : NUMBERING_DISC;
}

static struct tag *open_tag(const struct placing *placing, const struct piece *piece,
                            struct tag *parent)
{
    if (piece->tag == NO_TAG || !parent)
        return parent;
    struct tag *tag = tag_new(placing->pages->arena, parent, (enum tag_kind)piece->tag);
    if (piece->node) {
        const struct block *block = piece->node->block;
        tag->language = block->language;
        tag->alt = tag_alt(piece);
        if (block->kind == BLOCK_LIST)
            tag->numbering = list_numbering(block);
    }
    return tag;
}

static void place_inside(const struct placing *placing, const struct piece *piece,
                        struct spot outer)
{
    struct spot spot = {outer.x + piece->x, outer.y + piece->y,
                        open_tag(placing, piece, outer.tag)};
    switch (piece->kind) {
    case PIECE_STACK:
        for (const struct piece *child = piece->first; child; child = child->next)
            place_inside(placing, child, spot);
        break;
    case PIECE_TEXT:
        place_text(placing, piece, spot);
        break;
    case PIECE_RULE:
        place_rule(placing, piece, spot);
        break;
    case PIECE_FRAME:
        place_frame(placing, piece, spot);
        break;
    case PIECE_FIGURE:
        place_figure(placing, piece, spot);
        break;
    case PIECE_LINE:
        place_field(placing, MARK_LINE, piece, spot);
        break;
    case PIECE_TICK:
        place_field(placing, MARK_TICK, piece, spot);
        break;
    }
}

void place_piece(const struct placing *placing, const struct piece *piece)
{
    place_inside(placing, piece, (struct spot){.tag = placing->tag});
}
