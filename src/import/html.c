/*
 * See post.h.  One walk over the document.  Text collects in the block that is open; an element
 * that is a block ends it and starts another.  What is known by the elements around the text (bold,
 * the area) is kept in counters that are set when an element opens and set back when it closes, so
 * that depth costs nothing.
 */
#include "import/html_small.h"
#include "import/tidy.h"

#include "base/ascii.h"

#include <assert.h>

enum action {
    PART_OF_LINE, SKIP, BLOCK, HEADING, ITEM, ROW, CELL, BREAK, BOLD, NOTE, LOWERED, STRUCK, LINK,
    AREA, PICTURE, CAPTION, FACT
};

struct tag {
    const char *name;
    enum action action;
    int value;
};

static const struct tag tags[] = {
#define TAG(name, action, value) {name, action, value},
#include "import/tag.def"
#undef TAG
};

/* ---- Struck text ---- */

/* "Take 1<del>0</del> mg": what its author took back must not come back as a dose. */
static bool is_struck(html_node node, const struct tag *tag)
{
    return tag->action == STRUCK
           || (tag->action == PART_OF_LINE
               && str_contains(html_attribute(node, "style"), STR("line-through")));
}

/* ---- Tables ---- */

static const struct tag *tag_of(html_node node)
{
    static const struct tag line = {"", PART_OF_LINE, 0};
    struct str name = html_tag(node);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (char_at(name, 0) == *tags[i].name && str_equal(name, str_of(tags[i].name)))
            return &tags[i];
    return &line;
}

static bool is_simple_row(html_node row)
{
    int cells = 0;
    for (html_node node = html_first(row); node; node = html_walk(node, row, false)) {
        enum action action = tag_of(node)->action;
        cells += action == CELL;
        if (action == BLOCK || action == HEADING || action == ITEM || action == ROW)
            return false;
    }
    return cells > 1;
}

static void open_row(struct walk *w, html_node node)
{
    walk_next_block(w, BLOCK_PARAGRAPH, 0);
    w->row = is_simple_row(node) ? node : NULL;
    w->cells = w->head_cells = 0;
    if (w->row)
        w->block.kind = BLOCK_ROW;
}

/* The first cell is what the others tell about. */
static void open_cell(struct walk *w, html_node node)
{
    if (!w->row) {
        walk_next_block(w, BLOCK_PARAGRAPH, 0);
        return;
    }
    if (w->cells == 1)
        w->block.lead = w->text.len;
    if (w->cells > 0)
        builder_add(&w->text, w->cells == 1 ? STR(": ") : STR(", "));
    w->all_bold = false;
    w->cells++;
    w->head_cells += str_equal(html_tag(node), STR("th"));
}

enum { TABLE_HEAD = 8 };

static void close_row(struct walk *w)
{
    if (w->row && w->cells == w->head_cells) {
        w->block.kind = BLOCK_HEADING;
        w->block.level = TABLE_HEAD;
    }
    walk_next_block(w, BLOCK_PARAGRAPH, 0);
    w->row = NULL;
}

/* ---- Facts ---- */

/* The tree goes before what was read from it. */
static void keep_fact(const struct walk *w, struct str *to, struct str value)
{
    if (value.len && !to->len)
        *to = tidy_line(w->post->arena, value);
}

static void read_meta(struct walk *w, html_node node)
{
    struct page_facts *facts = &w->post->facts;
    const struct {
        const char *name;
        struct str *to;
    } known[] = {
        {"og:title", &facts->title}, {"og:url", &facts->url}, {"og:site_name", &facts->site},
        {"article:modified_time", &facts->updated}, {"article:published_time", &facts->updated},
    };
    struct str name = html_attribute(node, "property");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_equal(name, str_of(known[i].name)))
            keep_fact(w, known[i].to, html_attribute(node, "content"));
}

static void read_fact(struct walk *w, html_node node)
{
    struct page_facts *facts = &w->post->facts;
    struct str tag = html_tag(node);
    if (str_equal(tag, STR("meta")))
        read_meta(w, node);
    else if (str_equal(tag, STR("html")))
        keep_fact(w, &facts->language, html_attribute(node, "lang"));
    else if (str_equal(tag, STR("link"))
             && str_equal(html_attribute(node, "rel"), STR("canonical")))
        keep_fact(w, &facts->url, html_attribute(node, "href"));
    else if (str_equal(tag, STR("time")) && w->in_post)
        keep_fact(w, &facts->updated, html_attribute(node, "datetime"));
}

/* The title of the window stands behind all others. */
static void read_title(struct walk *w, html_node node)
{
    keep_fact(w, &w->post->facts.title, walk_text_within(w, node));
}

/* ---- Elements ---- */

static void leave_post(struct walk *w, html_node node, enum area area)
{
    if (w->outside || area == AREA_BODY)
        return;
    walk_next_block(w, BLOCK_PARAGRAPH, 0);
    w->outside = node;
    w->area = area;
}

static void enter_post(struct walk *w)
{
    walk_next_block(w, BLOCK_PARAGRAPH, 0);
    w->in_post = true;
}

static bool is_bold_style(html_node node)
{
    struct str style = html_attribute(node, "style");
    return str_contains(style, STR("font-weight:bold")) || str_contains(style, STR("font-weight:7"))
           || str_contains(style, STR("font-weight: bold"))
           || str_contains(style, STR("font-weight: 7"));
}

static bool is_bold_element(html_node node, const struct tag *tag)
{
    return tag->action == BOLD || (tag->action == PART_OF_LINE && is_bold_style(node));
}

static void open_link(struct walk *w, html_node node)
{
    if (!w->block.link.len)
        w->block.link = str_copy(w->post->arena, html_attribute(node, "href"));
}

static bool in_numbered_list(html_node node)
{
    html_node list = html_parent(node);
    return list && str_equal(html_tag(list), STR("ol"));
}

static void open_block(struct walk *w, html_node node, const struct tag *tag)
{
    if (tag->action == HEADING)
        walk_next_block(w, BLOCK_HEADING, tag->value);
    else if (tag->action == ITEM)
        walk_next_block(w, in_numbered_list(node) ? BLOCK_NUMBERED : BLOCK_ITEM, 0);
    else if (!(w->block.kind == BLOCK_ITEM || w->block.kind == BLOCK_NUMBERED) || w->text.len)
        walk_next_block(w, tag->action == CAPTION ? BLOCK_PICTURE : BLOCK_PARAGRAPH, 0);
}

/* @return whether to walk into it */
static bool open_element(struct walk *w, html_node node, const struct tag *tag)
{
    switch (tag->action) {
    case SKIP: return false;
    case FACT: read_fact(w, node); break;
    case AREA: leave_post(w, node, (enum area)tag->value); break;
    case BLOCK: case HEADING: case ITEM: case CAPTION: open_block(w, node, tag); break;
    case ROW: open_row(w, node); break;
    case CELL: open_cell(w, node); break;
    case BREAK: walk_break_line(w); break;
    case NOTE: return !html_raise(w, node);
    case LOWERED: return !html_lower(w, node);
    case LINK: open_link(w, node); break;
    case PICTURE: walk_add_beside(w, node, walk_area(w), html_attribute(node, "alt")); break;
    case PART_OF_LINE: case BOLD: case STRUCK: break;
    }
    if (node == w->root)
        enter_post(w);
    else if (!w->outside && tag->action != FACT)
        leave_post(w, node, html_area(&w->finder, node));
    w->bold += is_bold_element(node, tag);
    return true;
}

static void close_element(struct walk *w, html_node node, const struct tag *tag)
{
    w->bold -= is_bold_element(node, tag);
    if (str_equal(html_tag(node), STR("head")) || str_equal(html_tag(node), STR("title"))) {
        w->text.len = 0; /* the blanks between its elements */
        return;
    }
    if (tag->action == FACT)
        builder_char(&w->text, ' '); /* a date ends a word */
    if (tag->action == ROW)
        close_row(w);
    else if (tag->action == BLOCK || tag->action == HEADING || tag->action == ITEM
             || tag->action == CAPTION || w->outside == node || w->root == node)
        walk_next_block(w, BLOCK_PARAGRAPH, 0);
    if (w->outside == node)
        w->outside = NULL;
    if (node == w->root)
        w->in_post = false;
}

/* ---- The walk ---- */

static bool in_pre(html_node text)
{
    return html_parent(text) && str_equal(html_tag(html_parent(text)), STR("pre"));
}

static void visit_text(struct walk *w, html_node node)
{
    if (in_pre(node))
        walk_add_lines(w, node, html_text(node));
    else
        walk_add_text(w, node, html_text(node));
}

/* @return whether to go on with what is inside of it */
static bool visit(struct walk *w, html_node node)
{
    const struct tag *tag = tag_of(node);
    if (!html_tag(node).len) {
        if (html_text(node).ptr)
            visit_text(w, node);
        return false;
    }
    if (str_equal(html_tag(node), STR("title"))) {
        read_title(w, node);
        return false;
    }
    if (is_struck(node, tag)) {
        walk_add_beside(w, node, AREA_STRUCK, walk_text_within(w, node));
        return false;
    }
    bool inside = open_element(w, node, tag);
    if (inside && !html_first(node))
        close_element(w, node, tag);
    return inside && html_first(node);
}

static void walk_document(struct walk *w, html_node top)
{
    for (html_node node = top; node;) {
        if (visit(w, node)) {
            node = html_first(node);
            continue;
        }
        while (node && node != top && !html_next(node)) {
            node = html_parent(node);
            close_element(w, node, tag_of(node));
        }
        node = node == top ? NULL : html_next(node);
    }
    walk_next_block(w, BLOCK_PARAGRAPH, 0);
}

bool html_read(struct post *post, struct str html)
{
    const char *missing = html_tree_missing();
    if (missing) {
        diag_add(post->diags, DIAG_NO_HTML_READER, (struct place){0}, str_of(missing));
        return false;
    }
    post->tree = html_tree_parse(html);
    post->tree_free = html_tree_free;
    if (!post->tree)
        arena_out_of_memory(post->arena);
    html_node root = html_tree_root(post->tree);
    struct walk w = {.post = post, .text = {.arena = post->arena}};
    if (root) {
        w.root = html_post_root(root);
        w.finder.whole = html_text_size(w.root);
        walk_next_block(&w, BLOCK_PARAGRAPH, 0);
        walk_document(&w, root);
    }
    post_close(post);
    return true;
}
