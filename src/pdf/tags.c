/*
 * Structure elements (ISO 32000-1, 14.7) are made as their first marked content is met, so that
 * the tree's order is the page's reading order by construction.  An element's kids are gathered
 * in a direct array: content by its MCID, children, and for a link the reference to its
 * annotation behind its content.
 *
 * The parent tree has an entry for each page (element by MCID) and one for each annotation.  An
 * element's Pg is the page of its first content; what it has on another page names that page.
 */
#include "pdf/tags.h"

struct element {
    const struct tag *tag;
    struct obj *dict, *kids;
    int count;   /* of its kids */
    int content; /* the MCID that it has, if that is its only kid */
    int leaf;    /* of its first content; -1: none yet */
};

struct tree {
    struct out *out;
    struct arena *arena;
    const struct page *page;
    struct obj *const *pages;
    struct obj *root, *root_kids;
    struct element *elements;
    size_t count;
    struct obj *numbers;
    struct obj *annotations[PAGE_LEAVES]; /* NULL until the first link */
    int32_t next_key;
};

static void add_list_attribute(struct tree *tree, struct obj *dict, const struct tag *tag)
{
    struct obj *attribute = out_direct_dict(tree->out);
    dict_name(tree->out, attribute, "O", "List");
    dict_name(tree->out, attribute, "ListNumbering", tag->numbered ? "Decimal" : "Disc");
    dict_obj(tree->out, dict, "A", attribute);
}

static void set_rect(struct tree *tree, struct obj *dict, const char *key, int32_t left,
                     int32_t top, int32_t right, int32_t bottom)
{
    int32_t height = tree->page->paper->height;
    struct obj *rect = out_array(tree->out);
    array_milli(tree->out, rect, left);
    array_milli(tree->out, rect, height - bottom);
    array_milli(tree->out, rect, right);
    array_milli(tree->out, rect, height - top);
    dict_obj(tree->out, dict, key, rect);
}

static void add_figure_attributes(struct tree *tree, struct obj *dict, const struct mark *mark)
{
    struct obj *attribute = out_direct_dict(tree->out);
    dict_name(tree->out, attribute, "O", "Layout");
    dict_name(tree->out, attribute, "Placement", "Block");
    set_rect(tree, attribute, "BBox", mark->x, mark->y, mark->x + mark->width,
             mark->y + mark->height);
    dict_obj(tree->out, dict, "A", attribute);
    dict_text(tree->out, dict, "Alt", mark->tag->alt);
}

/* The element of a tag, made with those above it if it is new. */
static struct element *element_of(struct tree *tree, const struct tag *tag)
{
    for (size_t i = tree->count; i-- > 0;) /* it is mostly one of the last */
        if (tree->elements[i].tag == tag)
            return &tree->elements[i];
    struct element *parent = tag->parent ? element_of(tree, tag->parent) : NULL;
    struct element *element = &tree->elements[tree->count++];
    *element = (struct element){tag, out_dict(tree->out), out_array(tree->out), 0, 0, -1};
    dict_name(tree->out, element->dict, "S", tag_name(tag->kind));
    dict_obj(tree->out, element->dict, "P", parent ? parent->dict : tree->root);
    if (tag->language.len)
        dict_text(tree->out, element->dict, "Lang", tag->language);
    if (tag->kind == TAG_L)
        add_list_attribute(tree, element->dict, tag);
    array_obj(tree->out, parent ? parent->kids : tree->root_kids, element->dict);
    if (parent)
        parent->count++;
    return element;
}

/* ---- Links ---- */

/* RFC 3986: what is not plain ASCII is percent-encoded. */
static struct str ascii_uri(struct arena *arena, struct str uri)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < uri.len; i++) {
        unsigned char c = (unsigned char)uri.ptr[i];
        if (c <= ' ' || c >= 0x7F)
            builder_printf(&b, "%%%02X", c);
        else
            builder_char(&b, (char)c);
    }
    return builder_str(&b);
}

/* One annotation over the marks first to last, which stand on one line. */
static void add_annotation(struct tree *tree, struct element *element, const struct mark *first,
                           const struct mark *last)
{
    struct out *out = tree->out;
    struct str uri = ascii_uri(tree->arena, element->tag->link);
    struct obj *dict = out_dict(out), *action = out_direct_dict(out), *border = out_array(out);
    dict_name(out, dict, "Type", "Annot");
    dict_name(out, dict, "Subtype", "Link");
    set_rect(tree, dict, "Rect", first->x, first->y - first->height * 90 / 100,
             last->x + last->width, first->y + first->height * 30 / 100);
    dict_name(out, action, "S", "URI");
    dict_text(out, action, "URI", uri);
    dict_obj(out, dict, "A", action);
    dict_text(out, dict, "Contents", uri);
    dict_int(out, dict, "F", 4); /* to be printed; PDF/A-2 6.3.2 */
    for (int i = 0; i < 3; i++)
        array_int(out, border, 0);
    dict_obj(out, dict, "Border", border);
    dict_int(out, dict, "StructParent", tree->next_key);
    array_int(out, tree->numbers, tree->next_key++);
    array_obj(out, tree->numbers, element->dict);
    if (!tree->annotations[first->leaf])
        tree->annotations[first->leaf] = out_array(out);
    array_obj(out, tree->annotations[first->leaf], dict);

    struct obj *reference = out_direct_dict(out);
    dict_name(out, reference, "Type", "OBJR");
    dict_obj(out, reference, "Obj", dict);
    dict_obj(out, reference, "Pg", tree->pages[first->leaf]);
    array_obj(out, element->kids, reference);
    element->count++;
}

/* A link has an annotation for each line that it stands on. */
static void add_links(struct tree *tree)
{
    const struct mark *marks = tree->page->marks;
    for (size_t i = 0; i < tree->page->count;) {
        const struct mark *first = &marks[i];
        size_t end = i + 1;
        while (end < tree->page->count && marks[end].tag == first->tag &&
               marks[end].y == first->y && marks[end].leaf == first->leaf)
            end++;
        if (first->tag && first->tag->kind == TAG_LINK)
            add_annotation(tree, element_of(tree, first->tag), first, &marks[end - 1]);
        i = end;
    }
}

/* ---- The tree ---- */

/* Content on the element's own page is its MCID; on another page, a reference with that page. */
static void add_content(struct tree *tree, struct element *element,
                        const struct sequence *sequence)
{
    struct obj *page = tree->pages[sequence->leaf];
    if (element->leaf < 0) {
        element->leaf = sequence->leaf;
        dict_obj(tree->out, element->dict, "Pg", page);
        if (element->tag->kind == TAG_FIGURE)
            add_figure_attributes(tree, element->dict, sequence->first);
    }
    element->count++;
    if (element->leaf == sequence->leaf) {
        element->content = sequence->mcid;
        array_int(tree->out, element->kids, sequence->mcid);
        return;
    }
    struct obj *reference = out_direct_dict(tree->out);
    dict_name(tree->out, reference, "Type", "MCR");
    dict_obj(tree->out, reference, "Pg", page);
    dict_int(tree->out, reference, "MCID", sequence->mcid);
    array_obj(tree->out, element->kids, reference);
}

static void add_all_content(struct tree *tree, const struct content *content)
{
    struct obj *by_mcid[PAGE_LEAVES];
    for (int leaf = 0; leaf < tree->page->leaves; leaf++) {
        by_mcid[leaf] = out_indirect_array(tree->out);
        dict_int(tree->out, tree->pages[leaf], "StructParents", tree->next_key);
        array_int(tree->out, tree->numbers, tree->next_key++);
        array_obj(tree->out, tree->numbers, by_mcid[leaf]);
    }
    for (size_t i = 0; i < content->count; i++) {
        const struct sequence *sequence = &content->sequences[i];
        struct element *element = element_of(tree, sequence->tag);
        add_content(tree, element, sequence);
        array_obj(tree->out, by_mcid[sequence->leaf], element->dict);
    }
}

/* A single MCID needs no array; most elements have just that. */
static void add_kids(struct tree *tree)
{
    for (size_t i = 0; i < tree->count; i++) {
        struct element *element = &tree->elements[i];
        if (element->count == 1 && element->leaf >= 0)
            dict_int(tree->out, element->dict, "K", element->content);
        else
            dict_obj(tree->out, element->dict, "K", element->kids);
    }
}

struct obj *tags_write(struct out *out, struct arena *arena, const struct page *page,
                       const struct content *content, struct obj *const *pages)
{
    struct tree tree = {.out = out, .arena = arena, .page = page, .pages = pages};
    size_t most = page->count * 8 + 1; /* a mark has at most so many tags above it */
    tree.elements = ARENA_ARRAY(arena, most, struct element);
    tree.root = out_dict(out);
    tree.root_kids = out_array(out);
    tree.numbers = out_array(out);
    dict_name(out, tree.root, "Type", "StructTreeRoot");
    dict_obj(out, tree.root, "K", tree.root_kids);
    add_all_content(&tree, content);
    add_links(&tree);
    add_kids(&tree);
    struct obj *parents = out_dict(out);
    dict_obj(out, parents, "Nums", tree.numbers);
    dict_obj(out, tree.root, "ParentTree", parents);
    dict_int(out, tree.root, "ParentTreeNextKey", tree.next_key);
    for (int leaf = 0; leaf < page->leaves; leaf++) {
        dict_name(out, pages[leaf], "Tabs", "S");
        if (tree.annotations[leaf])
            dict_obj(out, pages[leaf], "Annots", tree.annotations[leaf]);
    }
    return tree.root;
}
