/* See page.h. */
#include "layout/page.h"

/* ---- Pages ---- */

static struct page *page_at(struct pages *pages, size_t page)
{
    while (pages->count <= page)
        *ARRAY_PUSH(pages->arena, pages) = (struct page){0};
    return &pages->at[page];
}

struct pages *pages_new(struct arena *arena)
{
    struct pages *pages = ARENA_NEW(arena, struct pages);
    *pages = (struct pages){.arena = arena, .root = tag_new(arena, NULL, TAG_DOCUMENT)};
    page_at(pages, 0);
    return pages;
}

/* ---- Tags ---- */

struct tag *tag_new(struct arena *arena, struct tag *parent, enum tag_kind kind)
{
    struct tag *tag = ARENA_NEW(arena, struct tag);
    *tag = (struct tag){.kind = kind, .parent = parent};
    return tag;
}

static struct kid *add_kid(struct arena *arena, struct tag *tag, struct kid kid)
{
    bool joins = !tag->first && tag->parent;
    struct kid *new = ARENA_NEW(arena, struct kid);
    *new = kid;
    if (tag->last)
        tag->last->next = new;
    else
        tag->first = new;
    tag->last = new;
    if (joins)
        add_kid(arena, tag->parent, (struct kid){.tag = tag});
    return new;
}

const struct mark *kid_marks(const struct pages *pages, const struct kid *kid)
{
    return &pages->at[kid->page].at[kid->first];
}

/* Whether a mark that is the next one of a page goes on with the sequence. */
static bool continues_sequence(const struct kid *kid, size_t page, size_t mark)
{
    return kid && !kid->tag && kid->page == page && kid->first + kid->count == mark;
}

void pages_add(struct pages *pages, size_t page, struct mark mark)
{
    struct page *on = page_at(pages, page);
    size_t index = on->count;
    mark.sequence = -1;
    if (mark.tag) {
        struct kid *kid = mark.tag->last;
        if (!continues_sequence(kid, page, index))
            kid = add_kid(pages->arena, mark.tag,
                          (struct kid){.page = page, .first = index,
                                       .sequence = mark_is_field(&mark) ? -1 : on->sequences++});
        kid->count++;
        mark.sequence = kid->sequence;
    }
    *ARRAY_PUSH(pages->arena, on) = mark;
}

bool mark_is_field(const struct mark *mark)
{
    return mark->kind == MARK_LINE || mark->kind == MARK_TICK;
}

const char *tag_name(enum tag_kind kind)
{
    static const char *const names[] = {
        [TAG_DOCUMENT] = "Document", [TAG_SECT] = "Sect", [TAG_H1] = "H1",       [TAG_H2] = "H2",
        [TAG_P] = "P",               [TAG_L] = "L",       [TAG_LI] = "LI",       [TAG_LBL] = "Lbl",
        [TAG_LBODY] = "LBody",       [TAG_LINK] = "Link",
        [TAG_FIGURE] = "Figure",     [TAG_CAPTION] = "Caption",
        [TAG_SPAN] = "Span",         [TAG_FORM] = "Form",
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

static const char *owner_name(const struct mark *mark)
{
    static const char *const artifacts[] = {
        [ARTIFACT_LAYOUT] = "-", [ARTIFACT_HEADER] = "header", [ARTIFACT_FOOTER] = "footer"};
    return mark->tag ? tag_name(mark->tag->kind) : artifacts[mark->artifact];
}

static void dump_mark(const struct mark *mark, struct builder *out)
{
    static const char *const kinds[] = {
        [MARK_GLYPHS] = "glyphs", [MARK_RULE] = "rule", [MARK_FRAME] = "frame",
        [MARK_FIGURE] = "figure", [MARK_LINE] = "line", [MARK_TICK] = "tick"};
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
    builder_printf(out, " #%06X %s", (unsigned)mark->rgb, owner_name(mark));
    if (mark->kind == MARK_GLYPHS) {
        builder_char(out, ' ');
        builder_quoted(out, mark->text);
    }
    builder_char(out, '\n');
}

void pages_dump(const struct pages *pages, struct builder *out)
{
    builder_printf(out, "page %s", pages->paper->name);
    dump_place(out, pages->paper->width, pages->paper->height);
    builder_add(out, STR(" body "));
    builder_milli(out, pages->fit.body);
    builder_add(out, STR(" fine "));
    builder_milli(out, pages->fit.fine);
    builder_printf(out, " gap %d words %d room %d%s%s\n", (int)pages->fit.gap,
                   pages->fit.words, pages->fit.room,
                   pages->fit.brief_contact ? " brief-contact" : "",
                   pages->fit.holes ? " holes" : "");
    for (size_t p = 0; p < pages->count; p++) {
        if (p)
            builder_printf(out, "page %zu\n", p + 1);
        for (size_t i = 0; i < pages->at[p].count; i++)
            dump_mark(&pages->at[p].at[i], out);
    }
}

static void dump_kid_text(const struct pages *pages, const struct kid *kid, struct builder *out)
{
    for (size_t i = 0; i < kid->count; i++)
        builder_escaped(out, kid_marks(pages, kid)[i].text);
}

const char *numbering_name(enum numbering numbering)
{
    static const char *const names[] = {
        [NUMBERING_NONE] = "None", [NUMBERING_DISC] = "Disc", [NUMBERING_DECIMAL] = "Decimal"};
    return names[numbering];
}

static void dump_name(const struct tag *tag, struct builder *out)
{
    builder_printf(out, "%s", tag_name(tag->kind));
    if (tag->kind == TAG_L)
        builder_printf(out, " %s", numbering_name(tag->numbering));
    if (tag->alt.len) {
        builder_char(out, ' ');
        builder_quoted(out, tag->alt);
    }
    if (tag->kind == TAG_LINK) {
        builder_add(out, STR(" <"));
        builder_escaped(out, tag->link);
        builder_char(out, '>');
    }
    builder_char(out, '\n');
}

/* A tag without text, a figure, has a line of empty text. */
static void dump_tag(const struct pages *pages, const struct tag *tag, int depth,
                     struct builder *out)
{
    builder_printf(out, "%*s", 2 * depth, "");
    dump_name(tag, out);
    for (const struct kid *kid = tag->first; kid; kid = kid->next) {
        if (kid->tag) {
            dump_tag(pages, kid->tag, depth + 1, out);
            continue;
        }
        builder_printf(out, "%*s\"", 2 * depth + 2, "");
        dump_kid_text(pages, kid, out);
        for (; kid->next && !kid->next->tag; kid = kid->next) /* beyond decoration or a page */
            dump_kid_text(pages, kid->next, out);
        builder_add(out, STR("\"\n"));
    }
}

void tags_dump(const struct pages *pages, struct builder *out)
{
    dump_tag(pages, pages->root, 0, out);
}
