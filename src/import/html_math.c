/*
 * See html_math.h.  As in plain text: 1/2, (1 + 2)/3, 10^9, x_1, root(3, 8).
 */
#include "import/html_math.h"

#include "base/ascii.h"

/* An element whose parts are told by their places. */
struct layout {
    const char *tag, *before, *between, *behind;
};

static const struct layout *layout_of(html_node node)
{
    static const struct layout layouts[] = {
        {"mfrac", "", "/", ""},      {"msup", "", "^", ""},         {"msub", "", "_", ""},
        {"mover", "", "^", ""},      {"munder", "", "_", ""},       {"msubsup", "", "_", ""},
        {"munderover", "", "_", ""}, {"mroot", "root(", ", ", ")"}, {"msqrt", "root(", "", ")"},
    };
    struct str tag = html_tag(node);
    for (size_t i = 0; char_at(tag, 0) == 'm' && i < sizeof layouts / sizeof *layouts; i++)
        if (str_is(tag, layouts[i].tag))
            return &layouts[i];
    return NULL;
}

/* Of its parent, if the places there tell something. */
static const struct layout *layout_around(html_node node)
{
    html_node parent = html_parent(node);
    return parent ? layout_of(parent) : NULL;
}

/* "(1 + 2)/3": a part of more than one element. */
static bool needs_brackets(html_node node)
{
    html_node first = html_element_from(html_first(node));
    const struct layout *around = layout_around(node);
    return around && !*around->before && first && html_element_from(html_next(first));
}

void html_math_open(struct walk *w, html_node node)
{
    const struct layout *around = layout_around(node), *own = layout_of(node);
    bool digit = w->text.len && ascii_is_digit(w->text.ptr[w->text.len - 1]);
    if (around && html_element_from(html_first(html_parent(node))) != node)
        builder_add(&w->text, str_of(around->between));
    else if (own && digit) /* "1 1/2" */
        builder_char(&w->text, ' ');
    if (needs_brackets(node))
        builder_char(&w->text, '(');
    if (own)
        builder_add(&w->text, str_of(own->before));
}

void html_math_close(struct walk *w, html_node node)
{
    const struct layout *own = layout_of(node);
    if (own)
        builder_add(&w->text, str_of(own->behind));
    if (needs_brackets(node))
        builder_char(&w->text, ')');
}
