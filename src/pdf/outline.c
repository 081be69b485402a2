/*
 * See outline.h.  All headings stand side by side, the title too: a handout is too short for
 * levels, and an item that is folded away is not found.
 */
#include "pdf/outline.h"

struct outline {
    struct out *out;
    struct arena *arena;
    const struct pages *pages;
    struct obj *const *dicts;
    struct obj *root, *first, *last;
    int32_t count;
};

/* All that a heading says, also in a link or on another page. */
static void add_spoken(const struct outline *outline, const struct tag *tag, struct builder *b)
{
    for (const struct kid *kid = tag->first; kid; kid = kid->next) {
        if (kid->tag)
            add_spoken(outline, kid->tag, b);
        for (size_t i = 0; !kid->tag && i < kid->count; i++)
            builder_add(b, kid_marks(outline->pages, kid)[i].text);
    }
}

static const struct kid *first_content(const struct tag *tag)
{
    const struct kid *kid = tag->first;
    while (kid->tag)
        kid = kid->tag->first;
    return kid;
}

/* As wide as the window is, the line above the heading's first one on top. */
static struct obj *destination(const struct outline *outline, const struct kid *kid)
{
    const struct mark *mark = kid_marks(outline->pages, kid);
    struct obj *to = out_array(outline->out);
    array_obj(outline->out, to, outline->dicts[kid->page]);
    array_name(outline->out, to, "FitH");
    array_milli(outline->out, to, outline->pages->paper->height - mark->y + 2 * mark->height);
    return to;
}

static void add_item(struct outline *outline, const struct tag *heading)
{
    struct out *out = outline->out;
    struct obj *item = out_dict(out);
    struct builder title = {.arena = outline->arena};
    add_spoken(outline, heading, &title);
    dict_text(out, item, "Title", str_trim(builder_str(&title)));
    dict_obj(out, item, "Parent", outline->root);
    dict_obj(out, item, "Dest", destination(outline, first_content(heading)));
    if (outline->last) {
        dict_obj(out, item, "Prev", outline->last);
        dict_obj(out, outline->last, "Next", item);
    } else {
        outline->first = item;
    }
    outline->last = item;
    outline->count++;
}

static void add_headings(struct outline *outline, const struct tag *tag)
{
    if (tag->kind == TAG_H1 || tag->kind == TAG_H2) {
        add_item(outline, tag);
        return;
    }
    for (const struct kid *kid = tag->first; kid; kid = kid->next)
        if (kid->tag)
            add_headings(outline, kid->tag);
}

void outline_catalog(struct out *out, struct arena *arena, const struct pages *pages,
                     struct obj *const *dicts, struct obj *catalog)
{
    if (pages->count < 2)
        return;
    struct outline outline = {.out = out, .arena = arena, .pages = pages, .dicts = dicts};
    outline.root = out_dict(out);
    add_headings(&outline, pages->root);
    dict_name(out, outline.root, "Type", "Outlines");
    dict_obj(out, outline.root, "First", outline.first);
    dict_obj(out, outline.root, "Last", outline.last);
    dict_int(out, outline.root, "Count", outline.count);
    dict_obj(out, catalog, "Outlines", outline.root);
}
