/*
 * See html_action.h.
 */
#include "import/html_action.h"

#include "base/ascii.h"
#include "import/html_style.h"
#include "import/post.h"

static const struct tag tags[] = {
#define TAG(name, action, value) {name, action, value},
#include "import/tag.def"
#undef TAG
};

static const struct tag *tag_named(struct str name)
{
    static const struct tag line = {"", PART_OF_LINE, 0};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (char_at(name, 0) == *tags[i].name && str_equal(name, str_of(tags[i].name)))
            return &tags[i];
    return &line;
}

bool html_is_in_line(enum action action)
{
    return action == PART_OF_LINE || action == BOLD || action == NOTE || action == LOWERED
           || action == STRUCK || action == PICTURE;
}

/* A <span> may be anything by its style. */
const struct tag *html_tag_of(html_node node)
{
    static const struct tag block = {"", BLOCK, 0}, note = {"", NOTE, 0};
    static const struct tag lowered = {"", LOWERED, 0};
    const struct tag *tag = tag_named(html_tag(node));
    if (tag->action != PART_OF_LINE && tag->action != BOLD)
        return tag;
    return html_looks_block(node)     ? &block
           : html_looks_raised(node)  ? &note
           : html_looks_lowered(node) ? &lowered
                                      : tag;
}

/* Whether there is no block in it. */
bool html_is_line(html_node top)
{
    for (html_node node = html_first(top); node; node = html_walk(node, top, false))
        if (html_tag(node).len && !html_is_in_line(html_tag_of(node)->action))
            return false;
    return true;
}

/* Its pictures say something too. */
struct str html_line_within(struct arena *arena, html_node top)
{
    struct builder b = {.arena = arena};
    for (html_node node = top; node; node = html_walk(node, top, false)) {
        struct str alt = html_attribute(node, "alt");
        builder_add(&b, html_text(node));
        if (alt.len) {
            builder_char(&b, ' ');
            builder_add(&b, alt);
        }
    }
    return b.len ? builder_str(&b) : STR("");
}
