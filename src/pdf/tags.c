/*
 * Structure elements (ISO 32000-1, 14.7) are made as their first marked content is met, so that
 * the tree's order is the page's reading order by construction.  An element's kids are gathered
 * in a direct array: content by its MCID, children, and for a link the reference to its
 * annotation behind its content.
 *
 * The parent tree has entry 0 for the page (element by MCID) and one for each annotation.
 */
#include "pdf/tags.h"

struct element {
    const struct tag *tag;
    struct obj *dict, *kids;
    bool has_content;
};

struct tree {
    struct out *out;
    struct arena *arena;
    const struct page *page;
    struct obj *root, *root_kids, *page_dict;
    struct element *elements;
    size_t count;
    struct obj *numbers, *annotations; /* annotations is NULL until the first link */
    int32_t next_key;
};

static void add_list_attribute(struct tree *tree, struct obj *dict, const struct tag *tag)
{
    struct obj *attribute = out_direct_dict(tree->out);
    dict_name(tree->out, attribute, "O", "List");
    dict_name(tree->out, attribute, "ListNumbering", tag->numbered ? "Decimal" : "Disc");
    dict_obj(tree->out, dict, "A", attribute);
}

/* The element of a tag, made with those above it if it is new. */
static struct element *element_of(struct tree *tree, const struct tag *tag)
{
    for (size_t i = tree->count; i-- > 0;) /* it is mostly one of the last */
        if (tree->elements[i].tag == tag)
            return &tree->elements[i];
    struct element *parent = tag->parent ? element_of(tree, tag->parent) : NULL;
    struct element *element = &tree->elements[tree->count++];
    *element = (struct element){tag, out_dict(tree->out), out_array(tree->out), false};
    dict_name(tree->out, element->dict, "S", tag_name(tag->kind));
    dict_obj(tree->out, element->dict, "P", parent ? parent->dict : tree->root);
    dict_obj(tree->out, element->dict, "K", element->kids);
    if (tag->kind == TAG_L)
        add_list_attribute(tree, element->dict, tag);
    array_obj(tree->out, parent ? parent->kids : tree->root_kids, element->dict);
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

static void set_rect(struct tree *tree, struct obj *dict, const struct mark *first,
                     const struct mark *last)
{
    int32_t height = tree->page->paper->height;
    struct obj *rect = out_array(tree->out);
    array_milli(tree->out, rect, first->x);
    array_milli(tree->out, rect, height - first->y - first->height * 30 / 100);
    array_milli(tree->out, rect, last->x + last->width);
    array_milli(tree->out, rect, height - first->y + first->height * 90 / 100);
    dict_obj(tree->out, dict, "Rect", rect);
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
    set_rect(tree, dict, first, last);
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
    if (!tree->annotations)
        tree->annotations = out_array(out);
    array_obj(out, tree->annotations, dict);

    struct obj *reference = out_direct_dict(out);
    dict_name(out, reference, "Type", "OBJR");
    dict_obj(out, reference, "Obj", dict);
    dict_obj(out, reference, "Pg", tree->page_dict);
    array_obj(out, element->kids, reference);
}

/* A link has an annotation for each line that it stands on. */
static void add_links(struct tree *tree)
{
    const struct mark *marks = tree->page->marks;
    for (size_t i = 0; i < tree->page->count;) {
        const struct mark *first = &marks[i];
        size_t end = i + 1;
        while (end < tree->page->count && marks[end].tag == first->tag &&
               marks[end].y == first->y)
            end++;
        if (first->tag && first->tag->kind == TAG_LINK)
            add_annotation(tree, element_of(tree, first->tag), first, &marks[end - 1]);
        i = end;
    }
}

/* ---- The tree ---- */

struct obj *tags_write(struct out *out, struct arena *arena, const struct page *page,
                       const struct content *content, struct obj *page_dict)
{
    struct tree tree = {.out = out, .arena = arena, .page = page, .page_dict = page_dict};
    size_t most = page->count * 8 + 1; /* a mark has at most so many tags above it */
    tree.elements = ARENA_ARRAY(arena, most, struct element);
    tree.root = out_dict(out);
    tree.root_kids = out_array(out);
    dict_name(out, tree.root, "Type", "StructTreeRoot");
    dict_obj(out, tree.root, "K", tree.root_kids);
    tree.numbers = out_array(out);
    array_int(out, tree.numbers, tree.next_key++);
    struct obj *by_mcid = out_indirect_array(out);
    array_obj(out, tree.numbers, by_mcid);
    for (size_t mcid = 0; mcid < content->count; mcid++) {
        struct element *element = element_of(&tree, content->sequences[mcid].tag);
        array_int(out, element->kids, (int32_t)mcid);
        element->has_content = true;
        array_obj(out, by_mcid, element->dict);
    }
    add_links(&tree);
    for (size_t i = 0; i < tree.count; i++)
        if (tree.elements[i].has_content)
            dict_obj(out, tree.elements[i].dict, "Pg", page_dict);
    struct obj *parents = out_dict(out);
    dict_obj(out, parents, "Nums", tree.numbers);
    dict_obj(out, tree.root, "ParentTree", parents);
    dict_int(out, tree.root, "ParentTreeNextKey", tree.next_key);
    dict_int(out, page_dict, "StructParents", 0);
    dict_name(out, page_dict, "Tabs", "S");
    if (tree.annotations)
        dict_obj(out, page_dict, "Annots", tree.annotations);
    return tree.root;
}
