/*
 * Structure elements (ISO 32000-1, 14.7) are made in one walk over the tag tree, parents first, so
 * the tree's order is the reading order by construction.  An element's kids are gathered in a
 * direct array: content by its MCID, children, and for a link the references to its annotations
 * behind its content.
 *
 * The parent tree has an entry for each page (element by MCID) and one for each annotation.  An
 * element's Pg is the page of its first content; what it has on another page names that page.
 */
#include "pdf/tags.h"

struct element {
    const struct tag *tag;
    struct obj *dict, *kids;
    const struct kid *content; /* its first sequence; NULL: none */
    int count;                 /* of its kids */
    struct element *next;      /* in the order in which they were made */
};

/* What a page says of its tags. */
struct page_tags {
    struct obj **elements;   /* by MCID */
    struct obj *by_mcid;     /* the same in the parent tree */
    struct obj *annotations; /* NULL until the first link */
};

struct tree {
    struct out *out;
    struct arena *arena;
    const struct pages *pages;
    struct obj *const *dicts; /* of the pages */
    struct form *form;
    struct page_tags *page_tags;
    struct element *first, **next;
    struct obj *numbers; /* the parent tree */
    int32_t next_key;
};

/* ---- Attributes ---- */

static void add_list_attribute(struct tree *tree, struct obj *dict, const struct tag *tag)
{
    struct obj *attribute = out_direct_dict(tree->out);
    dict_name(tree->out, attribute, "O", "List");
    dict_name(tree->out, attribute, "ListNumbering", numbering_name(tag->numbering));
    dict_obj(tree->out, dict, "A", attribute);
}

/* On the document, whose parts inherit it. */
static void add_writing_mode(struct tree *tree, struct obj *dict)
{
    struct obj *attribute = out_direct_dict(tree->out);
    dict_name(tree->out, attribute, "O", "Layout");
    dict_name(tree->out, attribute, "WritingMode", "RlTb");
    dict_obj(tree->out, dict, "A", attribute);
}

static void set_rect(struct tree *tree, struct obj *dict, const char *key, int32_t left,
                     int32_t top, int32_t right, int32_t bottom)
{
    int32_t height = tree->pages->paper->height;
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

/* A new key of the parent tree, which leads to an element or to the elements of a page. */
static int32_t add_key(struct tree *tree, struct obj *target)
{
    array_int(tree->out, tree->numbers, tree->next_key);
    array_obj(tree->out, tree->numbers, target);
    return tree->next_key++;
}

static struct obj *link_annotation(struct tree *tree, const struct tag *tag,
                                   const struct mark *first, const struct mark *last)
{
    struct out *out = tree->out;
    struct str uri = ascii_uri(tree->arena, tag->link);
    struct obj *dict = out_dict(out), *action = out_direct_dict(out), *border = out_array(out);
    dict_name(out, dict, "Type", "Annot");
    dict_name(out, dict, "Subtype", "Link");
    set_rect(tree, dict, "Rect", first->x, first->y - first->height * 90 / 100,
             last->x + last->width, first->y + first->height * 30 / 100);
    dict_name(out, action, "S", "URI");
    dict_text(out, action, "URI", uri);
    dict_obj(out, dict, "A", action);
    dict_text(out, dict, "Contents", tag->alt);
    dict_int(out, dict, "F", 4); /* to be printed; PDF/A-2 6.3.2 */
    for (int i = 0; i < 3; i++)
        array_int(out, border, 0);
    dict_obj(out, dict, "Border", border);
    return dict;
}

static void add_child(struct tree *tree, struct element *element, struct obj *child)
{
    array_obj(tree->out, element->kids, child);
    element->count++;
}

/* Makes an annotation a page's, and a kid of its element. */
static void add_annotation(struct tree *tree, struct element *element, size_t page,
                           struct obj *dict)
{
    struct out *out = tree->out;
    struct page_tags *on = &tree->page_tags[page];
    dict_int(out, dict, "StructParent", add_key(tree, element->dict));
    if (!on->annotations)
        on->annotations = out_array(out);
    array_obj(out, on->annotations, dict);

    struct obj *reference = out_direct_dict(out);
    dict_name(out, reference, "Type", "OBJR");
    dict_obj(out, reference, "Obj", dict);
    dict_obj(out, reference, "Pg", tree->dicts[page]);
    add_child(tree, element, reference);
}

/* A link has an annotation over its marks on each line that it stands on. */
static void add_annotations(struct tree *tree, struct element *element, const struct kid *kid)
{
    const struct mark *mark = kid_marks(tree->pages, kid), *end = mark + kid->count;
    while (mark < end) {
        const struct mark *first = mark;
        while (mark < end && mark->y == first->y)
            mark++;
        add_annotation(tree, element, kid->page,
                       link_annotation(tree, element->tag, first, mark - 1));
    }
}

static void add_links(struct tree *tree)
{
    for (struct element *element = tree->first; element; element = element->next)
        for (const struct kid *kid = element->tag->first; kid; kid = kid->next)
            if (element->tag->kind == TAG_LINK && !kid->tag)
                add_annotations(tree, element, kid);
}

/* ---- Elements ---- */

static struct element *new_element(struct tree *tree, const struct tag *tag, struct obj *parent)
{
    struct element *element = ARENA_NEW(tree->arena, struct element);
    *element = (struct element){tag, out_dict(tree->out), out_array(tree->out), NULL, 0, NULL};
    *tree->next = element;
    tree->next = &element->next;
    dict_name(tree->out, element->dict, "S", tag_name(tag->kind));
    dict_obj(tree->out, element->dict, "P", parent);
    if (tag->language.len)
        dict_text(tree->out, element->dict, "Lang", tag->language);
    if (tag->kind == TAG_SPAN && tag->alt.len)
        dict_text(tree->out, element->dict, "ActualText", tag->alt);
    if (tag->kind == TAG_L)
        add_list_attribute(tree, element->dict, tag);
    if (tag->kind == TAG_DOCUMENT && tree->pages->right_to_left)
        add_writing_mode(tree, element->dict);
    return element;
}

static void add_first_content(struct tree *tree, struct element *element, const struct kid *kid)
{
    element->content = kid;
    dict_obj(tree->out, element->dict, "Pg", tree->dicts[kid->page]);
    if (element->tag->kind == TAG_FIGURE)
        add_figure_attributes(tree, element->dict, kid_marks(tree->pages, kid));
}

/* Content on the element's own page is its MCID; on another page, a reference with that page. */
static void add_content(struct tree *tree, struct element *element, const struct kid *kid)
{
    tree->page_tags[kid->page].elements[kid->sequence] = element->dict;
    if (!element->content)
        add_first_content(tree, element, kid);
    if (element->content->page == kid->page) {
        array_int(tree->out, element->kids, kid->sequence);
        element->count++;
        return;
    }
    struct obj *reference = out_direct_dict(tree->out);
    dict_name(tree->out, reference, "Type", "MCR");
    dict_obj(tree->out, reference, "Pg", tree->dicts[kid->page]);
    dict_int(tree->out, reference, "MCID", kid->sequence);
    add_child(tree, element, reference);
}

/* A field of a form is no content of its page, but an annotation. */
static void add_field(struct tree *tree, struct element *element, const struct kid *kid)
{
    const struct mark *mark = kid_marks(tree->pages, kid);
    struct obj *widget = form_field(tree->form, mark);
    set_rect(tree, widget, "Rect", mark->x, mark->y, mark->x + mark->width,
             mark->y + mark->height);
    dict_obj(tree->out, widget, "P", tree->dicts[kid->page]);
    add_annotation(tree, element, kid->page, widget);
}

/* The element of a tag, with all below it. */
static struct obj *add_element(struct tree *tree, const struct tag *tag, struct obj *parent)
{
    struct element *element = new_element(tree, tag, parent);
    for (const struct kid *kid = tag->first; kid; kid = kid->next) {
        if (kid->tag)
            add_child(tree, element, add_element(tree, kid->tag, element->dict));
        else if (tag->kind == TAG_FORM)
            add_field(tree, element, kid);
        else
            add_content(tree, element, kid);
    }
    return element->dict;
}

/* A single MCID needs no array; most elements have just that. */
static void add_kids(struct tree *tree)
{
    for (struct element *element = tree->first; element; element = element->next)
        if (element->count == 1 && element->content)
            dict_int(tree->out, element->dict, "K", element->content->sequence);
        else
            dict_obj(tree->out, element->dict, "K", element->kids);
}

/* ---- Pages ---- */

static void open_pages(struct tree *tree)
{
    const struct pages *pages = tree->pages;
    tree->page_tags = ARENA_ARRAY(tree->arena, pages->count, struct page_tags);
    for (size_t p = 0; p < pages->count; p++) {
        struct page_tags *on = &tree->page_tags[p];
        on->elements = ARENA_ARRAY(tree->arena, (size_t)pages->at[p].sequences, struct obj *);
        on->by_mcid = out_indirect_array(tree->out);
        dict_int(tree->out, tree->dicts[p], "StructParents", add_key(tree, on->by_mcid));
    }
}

static void close_pages(struct tree *tree)
{
    for (size_t p = 0; p < tree->pages->count; p++) {
        const struct page_tags *on = &tree->page_tags[p];
        for (int mcid = 0; mcid < tree->pages->at[p].sequences; mcid++)
            array_obj(tree->out, on->by_mcid, on->elements[mcid]);
        dict_name(tree->out, tree->dicts[p], "Tabs", "S");
        if (on->annotations)
            dict_obj(tree->out, tree->dicts[p], "Annots", on->annotations);
    }
}

struct obj *tags_write(struct out *out, struct arena *arena, const struct pages *pages,
                       struct obj *const *dicts, struct form *form)
{
    struct tree tree = {.out = out, .arena = arena, .pages = pages, .dicts = dicts, .form = form};
    struct obj *root = out_dict(out), *kids = out_array(out);
    tree.next = &tree.first;
    tree.numbers = out_array(out);
    dict_name(out, root, "Type", "StructTreeRoot");
    open_pages(&tree);
    array_obj(out, kids, add_element(&tree, pages->root, root));
    dict_obj(out, root, "K", kids);
    add_links(&tree);
    add_kids(&tree);
    close_pages(&tree);
    struct obj *parents = out_dict(out);
    dict_obj(out, parents, "Nums", tree.numbers);
    dict_obj(out, root, "ParentTree", parents);
    dict_int(out, root, "ParentTreeNextKey", tree.next_key);
    return root;
}
