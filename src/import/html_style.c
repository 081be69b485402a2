/*
 * See html_style.h.  Of style sheets little is read (html_sheet.h), so it is an element's own style
 * that tells, and the names of classes that frameworks have made common.
 */
#include "import/html_style.h"

#include "base/ascii.h"

/* ---- Styles ---- */

/* A row with a '*' before its value wants it anywhere, as in "underline line-through". */
struct look {
    const char *property, *value;
};

static bool declares(struct str declaration, const struct look *look)
{
    struct str name = str_before(declaration, ':');
    struct str value = str_trim(str_part(declaration, name.len + 1, declaration.len));
    if (!ascii_is_word(str_trim(name), look->property))
        return false;
    return *look->value == '*' ? ascii_contains(value, look->value + 1)
                               : ascii_starts(value, look->value);
}

/* Whether one of these is among the declarations, as in "display: none !important". */
static bool declare(struct str style, const struct look *looks, size_t count)
{
    for (size_t at = 0; at < style.len;) {
        struct str declaration = str_before(str_part(style, at, style.len), ';');
        at += declaration.len + 1;
        for (size_t i = 0; i < count; i++)
            if (declares(declaration, &looks[i]))
                return true;
    }
    return false;
}

static bool style_has(html_node node, const struct look *looks, size_t count)
{
    return declare(html_attribute(node, "style"), looks, count);
}

bool style_strikes(struct str declarations)
{
    static const struct look looks[] = {{"text-decoration", "*line-through"},
                                        {"text-decoration-line", "*line-through"}};
    return declare(declarations, looks, sizeof looks / sizeof *looks);
}

/* ---- Classes ---- */

bool html_has_class(html_node node, struct str name)
{
    struct str rest = str_trim(html_attribute(node, "class"));
    while (rest.len) {
        size_t end = 0;
        while (end < rest.len && !ascii_is_space(rest.ptr[end]))
            end++;
        if (ascii_equal(str_part(rest, 0, end), name))
            return true;
        rest = str_trim(str_part(rest, end, rest.len));
    }
    return false;
}

static bool has_class_of(html_node node, const char *const *classes, size_t count)
{
    if (!html_has_attribute(node, "class"))
        return false;
    for (size_t i = 0; i < count; i++)
        if (html_has_class(node, str_of(classes[i])))
            return true;
    return false;
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- Looks ---- */

bool html_looks_struck(html_node node)
{
    static const char *const classes[] = {"line-through", "text-decoration-line-through", "strike",
                                          "strikethrough", "strike-through",
                                          "has-text-decoration-line-through"};
    return str_equal(html_attribute(node, "role"), STR("deletion"))
           || style_strikes(html_attribute(node, "style"))
           || has_class_of(node, classes, COUNT(classes));
}

bool html_looks_bold(html_node node)
{
    static const struct look looks[] = {{"font-weight", "bold"}, {"font-weight", "7"},
                                        {"font-weight", "8"}, {"font-weight", "9"}};
    return style_has(node, looks, COUNT(looks));
}

bool html_looks_raised(html_node node)
{
    static const struct look looks[] = {{"vertical-align", "super"}};
    return style_has(node, looks, COUNT(looks)) || html_has_class(node, STR("superscript"));
}

bool html_looks_lowered(html_node node)
{
    static const struct look looks[] = {{"vertical-align", "sub"}};
    return style_has(node, looks, COUNT(looks)) || html_has_class(node, STR("subscript"));
}

bool html_looks_block(html_node node)
{
    static const struct look looks[] = {{"display", "block"}, {"display", "flex"},
                                        {"display", "grid"}, {"display", "list-item"},
                                        {"display", "table"}, {"display", "flow-root"}};
    return style_has(node, looks, COUNT(looks));
}

/* A tab or an accordion hides what its reader can open; its panels have these roles. */
static bool is_panel(html_node node)
{
    struct str role = html_attribute(node, "role");
    return str_equal(role, STR("tabpanel")) || str_equal(role, STR("region"));
}

bool html_looks_hidden(html_node node)
{
    static const struct look looks[] = {{"display", "none"}, {"visibility", "hidden"}};
    return (html_has_attribute(node, "hidden") || style_has(node, looks, COUNT(looks)))
           && !is_panel(node);
}

bool html_is_for_the_eye(html_node node)
{
    return str_equal(html_attribute(node, "aria-hidden"), STR("true")) && !is_panel(node);
}

bool html_is_anchor(html_node node)
{
    return str_equal(html_tag(node), STR("a")) || html_has_class(node, STR("katex-html"));
}

bool html_is_for_the_ear(html_node node)
{
    static const char *const classes[] = {"screen-reader-text", "screen-reader-only",
                                          "sr-only", "visually-hidden", "visuallyhidden",
                                          "elementor-screen-only", "u-visually-hidden",
                                          "show-for-sr", "a11y-hidden"};
    return has_class_of(node, classes, COUNT(classes));
}
