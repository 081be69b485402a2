/*
 * See post.h.  The only file that knows libcmark.  Markdown is defined by the HTML that it stands
 * for, so it becomes that HTML, each element with its line, and html.c reads it.
 */
#include "import/post.h"

#include <cmark.h>
#include <stdlib.h>

static void free_html(void *html)
{
    free(html);
}

static bool is_part(cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    return type != CMARK_NODE_TEXT && type != CMARK_NODE_SOFTBREAK;
}

/* The next one in the order of the text. */
static cmark_node *next_node(cmark_node *node)
{
    cmark_node *next = cmark_node_first_child(node);
    for (; !next && node; node = cmark_node_parent(node))
        next = cmark_node_next(node);
    return next;
}

/* Two bytes can stand for fifty of HTML: what is too long is not made first. */
static bool is_long(cmark_node *document)
{
    size_t parts = 0;
    for (cmark_node *node = document; node && parts <= BLOCKS_MOST; node = next_node(node))
        parts += is_part(node);
    return parts > BLOCKS_MOST;
}

/* @return NULL if it is too long */
static char *html_of(struct str markdown)
{
    const int options = CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE;
    cmark_node *document = cmark_parse_document(markdown.ptr, markdown.len, options);
    char *html = is_long(document) ? NULL : cmark_render_html(document, options);
    cmark_node_free(document);
    return html;
}

bool markdown_read(struct post *post, struct str markdown)
{
    char *html = html_of(markdown);
    if (!html)
        return post_refuse_long(post);
    post->line_attribute = "data-sourcepos";
    post->tree = html;
    post->tree_free = free_html;
    struct str copy = str_copy(post->arena, str_of(html));
    post_close(post);
    return html_read(post, copy);
}
