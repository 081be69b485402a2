/*
 * See html_area.h.  Site builders name the parts of their pages in classes, each in its own way;
 * the table has the words that such names are made of.  A wrapper of the whole post may be called
 * "share-wrapper", so a part that holds most of the post's text is the post whatever its name; and
 * a builder may call every paragraph by one such word, so a word whose parts hold most of the text
 * together means nothing in that page.
 */
#include "import/html_area.h"

#include "base/ascii.h"
#include "import/html_style.h"

#include <assert.h>

enum { ARTICLE_LEAST = 200, SUSPICIONS_MOST = 16 };

size_t html_text_size(html_node top)
{
    size_t size = 0;
    for (html_node node = top; node;) {
        struct str tag = html_tag(node);
        bool skip = str_equal(tag, STR("script")) || str_equal(tag, STR("style"));
        struct str text = str_trim(html_text(node));
        size += text.len;
        node = html_walk(node, top, skip);
    }
    return size;
}

/* ---- The post ---- */

static bool is_main(html_node node)
{
    return str_equal(html_tag(node), STR("main"))
           || str_equal(html_attribute(node, "role"), STR("main"))
           || str_equal(html_attribute(node, "itemprop"), STR("articleBody"));
}

html_node html_post_root(html_node root)
{
    html_node best = NULL, first_main = NULL;
    size_t most = ARTICLE_LEAST;
    for (html_node node = root; node;) {
        bool article = str_equal(html_tag(node), STR("article"));
        size_t size = article ? html_text_size(node) : 0;
        if (size > most) {
            best = node;
            most = size;
        }
        if (!first_main && is_main(node))
            first_main = node;
        node = html_walk(node, root, article); /* an article in an article is part of it */
    }
    return best ? best : first_main ? first_main : root;
}

/* ---- The frame ---- */

/* Rows that stand first are more certain. */
static const struct frame_name {
    const char *part;
    enum area area;
} frame_names[] = {
    {"respond", AREA_COMMENTS},      {"related", AREA_ADDED},       {"recent-post", AREA_ADDED},
    {"latest-posts", AREA_ADDED},    {"share", AREA_ADDED},         {"sharing", AREA_ADDED},
    {"social", AREA_ADDED},          {"cookie", AREA_ADDED},        {"newsletter", AREA_FORM},
    {"subscribe", AREA_FORM},        {"search-form", AREA_FORM},    {"breadcrumb", AREA_ADDED},
    {"site-header", AREA_FRAME},     {"site-footer", AREA_FRAME},   {"nav-menu", AREA_FRAME},
    {"location-header", AREA_FRAME}, {"location-footer", AREA_FRAME},
    {"navigation", AREA_FRAME},
    {"pagination", AREA_ADDED},      {"author-b", AREA_ADDED},      {"skip-link", AREA_ADDED},
    {"screen-reader", AREA_HIDDEN},  {"entry-meta", AREA_META},     {"post-meta", AREA_META},
    {"entry-footer", AREA_META},     {"post-info", AREA_META},      {"popup", AREA_ADDED},
    {"toc_", AREA_ADDED},            {"-toc", AREA_ADDED},          {"site-menu", AREA_FRAME},
    {"tag-list", AREA_ADDED},        {"sidebar", AREA_FRAME},       {"widget", AREA_FRAME},
};
enum { FRAME_NAMES = sizeof frame_names / sizeof *frame_names };
static_assert((int)FRAME_NAMES <= (int)FRAME_NAMES_MOST, "html_area.h has a place for each");

/* "widget" says nothing where a builder calls every paragraph so. */
static bool is_builders(struct str name)
{
    static const char *const prefixes[] = {"elementor-", "so-panel", "so-widget", "fl-module",
                                           "fl-node", "wpb_", "vc_", "et_pb_module", "brxe-",
                                           "sqs-", "wixui-", "siteorigin-"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (ascii_contains(name, prefixes[i]))
            return !ascii_contains(name, "wp-widget");
    return false;
}

/* "comments-area", "post-comments"; "no-comments" and "comments-open" are said of a post. */
static bool names_comments(struct str word)
{
    size_t dash = word.len;
    while (dash && word.ptr[dash - 1] != '-' && word.ptr[dash - 1] != '_')
        dash--;
    struct str last = str_part(word, dash, word.len);
    bool says = ascii_starts(word, "no-") || ascii_starts(word, "has-")
                || ascii_starts(word, "with-") || ascii_is_word(last, "open")
                || ascii_is_word(last, "closed");
    return !says && !ascii_starts(word, "commentar") && !ascii_starts(word, "commented")
           && (ascii_starts(word, "comment") || ascii_starts(last, "comment")
               || ascii_is_word(word, "disqus_thread"));
}

static bool has_comments_name(struct str names)
{
    for (size_t at = 0; at < names.len;) {
        struct str word = str_before(str_part(names, at, names.len), ' ');
        at += word.len + 1;
        if (names_comments(word))
            return true;
    }
    return false;
}

/* The first row that fits, of those that mean something in this page; or FRAME_NAMES. */
static size_t find_name(const struct area_finder *finder, struct str name)
{
    for (size_t i = 0; name.len && i < FRAME_NAMES; i++)
        if (!finder->common[i] && ascii_contains(name, frame_names[i].part)
            && !(str_is(STR("widget"), frame_names[i].part) && is_builders(name)))
            return i;
    return FRAME_NAMES;
}

/* The id of a heading, or of a section with one, is often made of its words: "related-foods". */
static bool is_id_of_words(html_node node)
{
    struct str tag = html_tag(node);
    html_node first = html_element_from(html_first(node));
    struct str inner = first ? html_tag(first) : STR("");
    bool heading = tag.len == 2 && tag.ptr[0] == 'h' && ascii_is_digit(tag.ptr[1]);
    return heading || (str_equal(tag, STR("section")) && inner.len == 2 && inner.ptr[0] == 'h');
}

static struct str id_of(html_node node)
{
    return is_id_of_words(node) ? STR("") : html_attribute(node, "id");
}

static size_t named_row(const struct area_finder *finder, html_node node)
{
    size_t row = find_name(finder, html_attribute(node, "class"));
    return row < FRAME_NAMES ? row : find_name(finder, id_of(node));
}

static enum area role_area(struct str role)
{
    static const char *const roles[] = {"navigation", "complementary", "banner", "contentinfo",
                                        "search"};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (str_equal(role, str_of(roles[i])))
            return AREA_FRAME;
    return AREA_BODY;
}

/* ---- What holds the post ---- */

static bool is_most(struct area_finder *finder, html_node node)
{
    if (finder->suspicions >= SUSPICIONS_MOST)
        return true;
    bool most = html_text_size(node) * 2 > finder->whole;
    finder->suspicions += most;
    return most;
}

static bool holds_title(struct area_finder *finder, html_node top)
{
    html_node node = top;
    while (node && node != finder->root && !str_equal(html_tag(node), STR("h1"))
           && finder->suspicions < SUSPICIONS_MOST)
        node = html_walk(node, top, false);
    finder->suspicions += node != NULL;
    return node != NULL;
}

void html_find_common(struct area_finder *finder, html_node root)
{
    size_t sizes[FRAME_NAMES] = {0};
    finder->root = root;
    finder->whole = html_text_size(root);
    for (html_node node = html_first(root); node;) {
        size_t row = html_tag(node).len ? named_row(finder, node) : FRAME_NAMES;
        bool part = row < FRAME_NAMES && !is_most(finder, node);
        if (part)
            sizes[row] += html_text_size(node);
        node = html_walk(node, root, part);
    }
    finder->suspicions = 0;
    for (size_t i = 0; i < FRAME_NAMES; i++)
        finder->common[i] = sizes[i] * 2 > finder->whole;
}

static bool is_whole_page(struct str tag)
{
    return str_is(tag, "html") || str_is(tag, "body") || str_is(tag, "main");
}

enum area html_area(struct area_finder *finder, html_node node)
{
    if (is_whole_page(html_tag(node)) || node == finder->root)
        return AREA_BODY;
    if (has_comments_name(html_attribute(node, "class")) || has_comments_name(id_of(node)))
        return holds_title(finder, node) ? AREA_BODY : AREA_COMMENTS;
    enum area area = role_area(html_attribute(node, "role"));
    size_t row = area == AREA_BODY ? named_row(finder, node) : FRAME_NAMES;
    if (row < FRAME_NAMES)
        area = frame_names[row].area;
    return area != AREA_BODY && is_most(finder, node) ? AREA_BODY : area;
}

bool html_holds_post(struct area_finder *finder, html_node node)
{
    return is_whole_page(html_tag(node))
           || (is_most(finder, node) && holds_title(finder, node));
}
