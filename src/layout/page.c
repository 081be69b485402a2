/* See page.h. */
#include "layout/page.h"

void page_add(struct page *page, struct mark mark)
{
    if (page->count == page->room) {
        page->room = page->room ? 2 * page->room : 256;
        page->marks = arena_grow(page->arena, page->marks, page->count, page->room, sizeof mark);
    }
    page->marks[page->count++] = mark;
}

struct tag *page_tag(struct page *page, struct tag *parent, enum tag_kind kind)
{
    struct tag *tag = ARENA_NEW(page->arena, struct tag);
    *tag = (struct tag){.kind = kind, .parent = parent};
    if (parent && parent->last)
        parent->last->next = tag;
    else if (parent)
        parent->first = tag;
    if (parent)
        parent->last = tag;
    return tag;
}

const char *tag_name(enum tag_kind kind)
{
    static const char *const names[] = {
        [TAG_DOCUMENT] = "Document", [TAG_SECT] = "Sect", [TAG_H1] = "H1",       [TAG_H2] = "H2",
        [TAG_P] = "P",               [TAG_L] = "L",       [TAG_LI] = "LI",       [TAG_LBL] = "Lbl",
        [TAG_LBODY] = "LBody",       [TAG_LINK] = "Link",
        [TAG_FIGURE] = "Figure",
    };
    return names[kind];
}

/* ---- Dumps ---- */

static void dump_place(struct builder *out, int32_t x, int32_t y)
{
    builder_add(out, STR(" "));
    builder_milli(out, x);
    builder_add(out, STR(","));
    builder_milli(out, y);
}

static void dump_mark(const struct mark *mark, struct builder *out)
{
    static const char *const kinds[] = {
        [MARK_GLYPHS] = "glyphs", [MARK_RULE] = "rule", [MARK_FRAME] = "frame",
        [MARK_FIGURE] = "figure"};
    builder_printf(out, "%s", kinds[mark->kind]);
    dump_place(out, mark->x, mark->y);
    if (mark->kind == MARK_GLYPHS) {
        builder_add(out, STR(" width "));
        builder_milli(out, mark->width);
        builder_add(out, STR(" size "));
        builder_milli(out, mark->height);
        builder_printf(out, " face %d", (int)mark->face);
    } else {
        builder_add(out, STR(" to"));
        dump_place(out, mark->x + mark->width, mark->y + mark->height);
    }
    builder_printf(out, " #%06X %s", (unsigned)mark->rgb,
                   mark->tag ? tag_name(mark->tag->kind) : "-");
    if (mark->kind == MARK_GLYPHS)
        builder_printf(out, " \"%.*s\"", STR_ARGS(mark->text));
    builder_char(out, '\n');
}

void page_dump(const struct page *page, struct builder *out)
{
    builder_printf(out, "page %s", page->paper->name);
    dump_place(out, page->paper->width, page->paper->height);
    builder_add(out, STR(" body "));
    builder_milli(out, page->fit.body);
    builder_add(out, STR(" fine "));
    builder_milli(out, page->fit.fine);
    builder_printf(out, " gap %d %s words %d room %d\n", (int)page->fit.gap, page->fit.mode,
                   page->fit.words, page->fit.room);
    for (size_t i = 0; i < page->count; i++) {
        if (i && page->marks[i].leaf != page->marks[i - 1].leaf)
            builder_add(out, STR("back\n"));
        dump_mark(&page->marks[i], out);
    }
}

struct tag_dump {
    const struct page *page;
    struct builder *out;
    size_t mark; /* the next mark to be read */
    bool open;   /* a line of text is being written */
};

static void dump_line(struct tag_dump *dump, int depth)
{
    if (dump->open)
        builder_add(dump->out, STR("\"\n"));
    dump->open = false;
    builder_printf(dump->out, "%*s", 2 * depth, "");
}

/* The marks are in the order of the tree: each belongs to this tag, to a child, or to what
 * follows this tag. */
static void dump_tag(struct tag_dump *dump, const struct tag *tag, int depth)
{
    dump_line(dump, depth);
    builder_printf(dump->out, "%s", tag_name(tag->kind));
    if (tag->kind == TAG_L)
        builder_printf(dump->out, " %s", tag->numbered ? "Decimal" : "Disc");
    if (tag->kind == TAG_FIGURE)
        builder_printf(dump->out, " \"%.*s\"", STR_ARGS(tag->alt));
    if (tag->kind == TAG_LINK)
        builder_printf(dump->out, " <%.*s>", STR_ARGS(tag->link));
    builder_char(dump->out, '\n');
    const struct tag *child = tag->first;
    for (; dump->mark < dump->page->count; dump->mark++) {
        const struct mark *mark = &dump->page->marks[dump->mark];
        const struct tag *inside = mark->tag;
        while (inside && inside != tag && inside->parent != tag)
            inside = inside->parent;
        if (mark->tag && !inside)
            break;
        if (inside == tag) {
            if (!dump->open) {
                dump_line(dump, depth + 1);
                builder_char(dump->out, '"');
            }
            dump->open = true;
            builder_add(dump->out, mark->text);
        } else if (inside) {
            for (; child && child != inside; child = child->next)
                dump_tag(dump, child, depth + 1); /* one without marks */
            dump_tag(dump, inside, depth + 1);
            child = inside->next;
            dump->mark--; /* the loop's step; the child's own loop went past its marks */
        }
    }
    if (dump->open) /* what follows is text of the tag around this one */
        builder_add(dump->out, STR("\"\n"));
    dump->open = false;
}

void tags_dump(const struct page *page, struct builder *out)
{
    struct tag_dump dump = {.page = page, .out = out};
    dump_tag(&dump, page->root, 0);
}
