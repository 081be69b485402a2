/*
 * See post.h.  The only file that knows libcmark.  Markdown is defined by the HTML that it stands
 * for, so it becomes that HTML, each element with its line, and html.c reads it.
 */
#include "import/post.h"

#include "base/ascii.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

static void free_html(void *html)
{
    free(html);
}

/* The end of "---" lines with the page's data, which static sites put before the text; or 0. */
static size_t front_matter_end(struct str text)
{
    if (!str_starts(text, STR("---\n")))
        return 0;
    for (size_t at = 4; at < text.len;) {
        struct str line = str_before(str_part(text, at, text.len), '\n');
        at += line.len + 1;
        if (str_equal(str_trim(line), STR("---")))
            return at < text.len ? at : text.len;
    }
    return 0;
}

/* "title: ..." of the front matter, quotes aside; what else it has is left out, and told. */
static void read_front_matter(struct post *post, struct str lines)
{
    uint32_t number = 1;
    for (size_t at = 0; at < lines.len; number++) {
        struct str line = str_before(str_part(lines, at, lines.len), '\n');
        struct str key = str_before(line, ':');
        struct str value = str_trim(str_part(line, key.len + 1, line.len));
        at += line.len + 1;
        if (value.len > 1 && (value.ptr[0] == '"' || value.ptr[0] == '\''))
            value = str_part(value, 1, value.len - 2);
        if (str_equal(key, STR("title")))
            post->facts.title = value;
        else if (str_equal(key, STR("date")) && !post->facts.published.len)
            post->facts.published = value;
        else if (str_equal(key, STR("updated")))
            post->facts.modified = value;
        else if (value.len)
            post_add_block(post, (struct block){.kind = BLOCK_PARAGRAPH, .area = AREA_FRAME,
                                                .text = str_trim(line), .line = number});
    }
}

/* The lines of the front matter stay, empty, so that those behind it keep their numbers. */
static struct str without_front_matter(struct post *post, struct str text, size_t end)
{
    char *copy = arena_alloc(post->arena, text.len + 1);
    memcpy(copy, text.ptr, text.len);
    for (size_t i = 0; i < end; i++)
        copy[i] = copy[i] == '\n' ? '\n' : ' ';
    read_front_matter(post, str_part(text, 0, end));
    return (struct str){copy, text.len};
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
    size_t end = front_matter_end(markdown);
    if (end)
        markdown = without_front_matter(post, markdown, end);
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
