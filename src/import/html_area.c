/*
 * See html_area.h.  Site builders name the parts of their pages in classes, each in its own way;
 * the table has the words that such names are made of.  A wrapper of the whole post may be called
 * "share-wrapper", so a part that holds most of the post's text is the post whatever its name.
 */
#include "import/html_area.h"

#include "base/ascii.h"

enum { ARTICLE_LEAST = 200, SUSPICIONS_MOST = 32 };

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

static bool contains_ignoring_case(struct str s, struct str part)
{
    for (size_t at = 0; at + part.len <= s.len; at++) {
        size_t i = 0;
        while (i < part.len && ascii_lower(s.ptr[at + i]) == part.ptr[i])
            i++;
        if (i == part.len)
            return true;
    }
    return false;
}

/* Whether a declaration of a style sets the property so, as in "display: none !important". */
static bool declares(struct str declaration, const char *property, const char *value)
{
    struct str name = str_trim(str_before(declaration, ':'));
    struct str rest = str_trim(str_part(declaration, str_before(declaration, ':').len + 1,
                                        declaration.len));
    return ascii_is_word(name, property) && ascii_starts(rest, value);
}

static bool style_hides(struct str style)
{
    for (size_t at = 0; at < style.len;) {
        struct str declaration = str_before(str_part(style, at, style.len), ';');
        if (declares(declaration, "display", "none")
            || declares(declaration, "visibility", "hidden"))
            return true;
        at += declaration.len + 1;
    }
    return false;
}

static enum area named_area(struct str name)
{
    static const struct {
        const char *part;
        enum area area;
    } parts[] = {
        {"comment", AREA_COMMENTS},   {"respond", AREA_COMMENTS},  {"related", AREA_FRAME},
        {"recent-post", AREA_FRAME},  {"share", AREA_FRAME},       {"sharing", AREA_FRAME},
        {"social", AREA_FRAME},       {"sidebar", AREA_FRAME},     {"cookie", AREA_FRAME},
        {"newsletter", AREA_FORM},    {"subscribe", AREA_FORM},    {"breadcrumb", AREA_FRAME},
        {"site-header", AREA_FRAME},  {"site-footer", AREA_FRAME}, {"navigation", AREA_FRAME},
        {"pagination", AREA_FRAME},   {"widget", AREA_FRAME},      {"author-b", AREA_FRAME},
        {"skip-link", AREA_FRAME},    {"screen-reader", AREA_FRAME}, {"entry-meta", AREA_FRAME},
        {"post-meta", AREA_FRAME},    {"popup", AREA_FRAME},       {"toc_", AREA_FRAME},
        {"-toc", AREA_FRAME},         {"site-menu", AREA_FRAME},   {"tag-list", AREA_FRAME},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (contains_ignoring_case(name, str_of(parts[i].part)))
            return parts[i].area;
    return AREA_BODY;
}

static bool is_hidden(html_node node)
{
    return html_has_attribute(node, "hidden")
           || str_equal(html_attribute(node, "aria-hidden"), STR("true"))
           || style_hides(html_attribute(node, "style"));
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

enum area html_area(struct area_finder *finder, html_node node)
{
    enum area area = is_hidden(node) ? AREA_FRAME : role_area(html_attribute(node, "role"));
    if (area == AREA_BODY)
        area = named_area(html_attribute(node, "class"));
    if (area == AREA_BODY)
        area = named_area(html_attribute(node, "id"));
    if (area == AREA_BODY || finder->suspicions >= SUSPICIONS_MOST)
        return AREA_BODY;
    if (html_text_size(node) * 2 <= finder->whole)
        return area;
    finder->suspicions++;
    return AREA_BODY;
}
