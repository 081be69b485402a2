/*
 * See post.h.  One walk over the document.  Text collects in the block that is open; an element
 * that is a block ends it and starts another.  What is known by the elements around the text (bold,
 * the area) is kept in counters that are set when an element opens and set back when it closes, so
 * that depth costs nothing.
 */
#include "import/html_action.h"
#include "import/html_math.h"
#include "import/html_small.h"
#include "import/html_style.h"
#include "import/tidy.h"

#include "base/ascii.h"

#include <string.h>

/* ---- Tables ---- */

static bool is_simple_row(html_node row)
{
    int cells = 0;
    for (html_node node = html_first(row); node; node = html_walk(node, row, false)) {
        enum action action = html_tag_of(node)->action;
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
        {"article:modified_time", &facts->modified}, {"og:updated_time", &facts->modified},
        {"dateModified", &facts->modified}, {"article:published_time", &facts->published},
        {"datePublished", &facts->published},
    };
    struct str name = html_attribute(node, "property");
    if (!name.len)
        name = html_attribute(node, "itemprop");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_equal(name, str_of(known[i].name)))
            keep_fact(w, known[i].to, html_attribute(node, "content"));
}

/* Days within the text are not the post's, but for those whose name says so. */
static void read_time(struct walk *w, html_node node)
{
    struct page_facts *facts = &w->post->facts;
    struct str day = html_attribute(node, "datetime"), said = html_attribute(node, "itemprop");
    enum area area = walk_area(w);
    if (!w->in_post || (area != AREA_BODY && area != AREA_META))
        return;
    if (html_has_class(node, STR("updated")) || html_has_class(node, STR("modified"))
        || str_equal(said, STR("dateModified")))
        keep_fact(w, &facts->modified, day);
    else if (area == AREA_META || !w->begun || html_has_class(node, STR("published"))
             || str_equal(said, STR("datePublished")))
        keep_fact(w, &facts->published, day);
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
    else if (str_equal(tag, STR("time")))
        read_time(w, node);
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

static bool is_bold_element(html_node node, const struct tag *tag)
{
    return tag->action == BOLD || (tag->action == PART_OF_LINE && html_looks_bold(node));
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
        walk_next_block(w, tag->action == CAPTION ? BLOCK_BESIDE : BLOCK_PARAGRAPH, 0);
}

static enum area area_of_element(struct walk *w, html_node node, const struct tag *tag)
{
    enum area named = html_area(&w->finder, node);
    return named == AREA_BODY && tag->action == AREA ? (enum area)tag->value : named;
}

/* @return whether to walk into it: the site's word in the midst of a line must not part it */
static bool leave(struct walk *w, html_node node, const struct tag *tag)
{
    enum area area = area_of_element(w, node, tag);
    bool begun = str_trim((struct str){w->text.ptr, w->text.len}).len > 0;
    if (area != AREA_BODY && area != AREA_META && begun && html_is_in_line(tag->action)
        && html_is_line(node)) {
        walk_add_beside(w, node, area, html_line_within(w->post->arena, node));
        return false;
    }
    leave_post(w, node, area);
    return true;
}

/* @return whether to walk into it */
static bool open_element(struct walk *w, html_node node, const struct tag *tag)
{
    switch (tag->action) {
    case SKIP: return false;
    case FACT: read_fact(w, node); break;
    case AREA: leave_post(w, node, area_of_element(w, node, tag)); break;
    case BLOCK: case HEADING: case ITEM: case CAPTION: open_block(w, node, tag); break;
    case ROW: open_row(w, node); break;
    case CELL: open_cell(w, node); break;
    case BREAK: walk_break_line(w); break;
    case NOTE: return !html_raise(w, node);
    case LOWERED: return !html_lower(w, node);
    case PICTURE: walk_add_beside(w, node, AREA_PICTURE, html_attribute(node, "alt")); break;
    case PART_OF_LINE: html_math_open(w, node); break;
    case BOLD: case STRUCK: break;
    }
    if (node == w->root)
        enter_post(w);
    else if (!w->outside && tag->action != FACT && !leave(w, node, tag))
        return false;
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
    if (tag->action == PART_OF_LINE)
        html_math_close(w, node);
    if (tag->action == FACT)
        builder_char(&w->text, ' '); /* a date ends a word */
    if (tag->action == ROW)
        close_row(w);
    else if (tag->action == BLOCK || tag->action == HEADING || tag->action == ITEM
             || tag->action == CAPTION || w->outside == node || w->gone == node
             || w->root == node)
        walk_next_block(w, BLOCK_PARAGRAPH, 0);
    if (w->outside == node)
        w->outside = NULL;
    if (w->gone == node)
        w->gone = NULL;
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

/* ---- What is taken away ---- */

/* "Take 1<del>0</del> mg": what its author took back must not come back as a dose; nor is it one
 * that nobody sees.  Glyphs for the eye only, such as "½", are part of the line. */
static enum area away_area(struct walk *w, html_node node, const struct tag *tag)
{
    bool eye = html_is_for_the_eye(node) && (!html_is_in_line(tag->action) || html_is_anchor(node));
    if (tag->action == STRUCK || html_looks_struck(node) || sheet_strikes(&w->struck, node))
        return AREA_STRUCK;
    bool hidden = eye || html_is_for_the_ear(node) || html_looks_hidden(node);
    return hidden && !html_holds_post(&w->finder, node) ? AREA_HIDDEN : AREA_BODY;
}

/* What stands within a line must not part it.  @return whether it is done with */
static bool take_away(struct walk *w, html_node node, const struct tag *tag)
{
    enum area area = away_area(w, node, tag);
    if (area == AREA_BODY || tag->action == FACT || tag->action == SKIP)
        return false;
    if ((html_is_in_line(tag->action) || (w->row && tag->action == CELL)) && html_is_line(node)) {
        walk_add_beside(w, node, area, html_line_within(w->post->arena, node));
        return true;
    }
    walk_next_block(w, BLOCK_PARAGRAPH, 0);
    w->gone = node;
    w->gone_area = area;
    return false;
}

/* @return whether to go on with what is inside of it */
static bool visit(struct walk *w, html_node node)
{
    const struct tag *tag = html_tag_of(node);
    if (!html_tag(node).len) {
        if (html_text(node).ptr)
            visit_text(w, node);
        return false;
    }
    walk_note_line(w, node);
    if (str_equal(html_tag(node), STR("title"))) {
        read_title(w, node);
        return false;
    }
    if (!w->gone && take_away(w, node, tag))
        return false;
    bool inside = open_element(w, node, tag);
    if (!inside && w->gone == node)
        w->gone = NULL;
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
            close_element(w, node, html_tag_of(node));
        }
        node = node == top ? NULL : html_next(node);
    }
    walk_next_block(w, BLOCK_PARAGRAPH, 0);
}

/* The length of "<s" or "</strike" at that place; 0 if no such tag is there. */
static size_t strike_length(struct str html, size_t at, bool *closes)
{
    static const char *const names[] = {"s", "strike"};
    *closes = char_at(html, at + 1) == '/';
    size_t from = at + 1 + *closes;
    for (size_t i = 0; char_at(html, at) == '<' && i < sizeof names / sizeof *names; i++) {
        size_t end = from + strlen(names[i]);
        char next = char_at(html, end);
        if (ascii_starts(str_part(html, from, html.len), names[i])
            && (next == '>' || next == '/' || ascii_is_space(next)))
            return end - at;
    }
    return 0;
}

/* libxml2 lets a <p> end a <s>, though browsers do not; a <del> holds blocks for both. */
static struct str with_plain_strikes(struct arena *arena, struct str html)
{
    struct builder b = {.arena = arena};
    size_t from = 0;
    for (size_t at = 0; at < html.len; at++) {
        bool closes;
        size_t length = strike_length(html, at, &closes);
        if (!length)
            continue;
        builder_add(&b, str_part(html, from, at - from));
        builder_add(&b, closes ? STR("</del") : STR("<del"));
        from = at + length;
    }
    if (!from)
        return html;
    builder_add(&b, str_part(html, from, html.len));
    return builder_str(&b);
}

bool html_read(struct post *post, struct str html)
{
    const char *missing = html_tree_missing();
    if (missing) {
        diag_add(post->diags, DIAG_NO_HTML_READER, (struct place){0}, str_of(missing));
        return false;
    }
    post->tree = html_tree_parse(with_plain_strikes(post->arena, html));
    post->tree_free = html_tree_free;
    if (!post->tree)
        arena_out_of_memory(post->arena);
    html_node root = html_tree_root(post->tree);
    struct walk w = {.post = post, .text = {.arena = post->arena}};
    if (root) {
        w.root = html_post_root(root);
        html_find_common(&w.finder, w.root);
        sheet_read(&w.struck, root);
        walk_next_block(&w, BLOCK_PARAGRAPH, 0);
        walk_document(&w, root);
    }
    post_close(post);
    return true;
}
