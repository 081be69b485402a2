/*
 * See html_sheet.h.  A sheet is cut at its braces; what stands before "{" is a list of selectors.
 */
#include "import/html_sheet.h"

#include "base/ascii.h"
#include "import/html_style.h"

/* The class of ".name" or "tag.name"; "" of any other selector. */
static struct str class_alone(struct str selector)
{
    size_t dot = str_find(selector, '.');
    for (size_t i = 0; i < selector.len; i++) {
        char c = selector.ptr[i];
        if (i != dot && !ascii_is_alnum(c) && (i < dot || (c != '-' && c != '_')))
            return STR("");
    }
    return str_part(selector, dot + 1, selector.len);
}

static void add_classes(struct struck_classes *struck, struct str selectors)
{
    for (size_t at = 0; at < selectors.len;) {
        struct str selector = str_before(str_part(selectors, at, selectors.len), ',');
        struct str name = class_alone(str_trim(selector));
        at += selector.len + 1;
        if (name.len && struck->count < SHEET_CLASSES_MOST)
            struck->names[struck->count++] = name;
    }
}

static void read_sheet(struct struck_classes *struck, struct str sheet)
{
    struct str selectors = STR("");
    size_t from = 0;
    for (size_t at = 0; at < sheet.len; at++) {
        char c = sheet.ptr[at];
        struct str part = str_part(sheet, from, at - from);
        if (c == '{')
            selectors = part;
        else if (c == '}' && style_strikes(part))
            add_classes(struck, selectors);
        if (c == '{' || c == '}')
            from = at + 1;
    }
}

void sheet_read(struct struck_classes *struck, html_node root)
{
    struck->count = 0;
    for (html_node node = root; node; node = html_walk(node, root, false))
        if (html_parent(node) && str_is(html_tag(html_parent(node)), "style"))
            read_sheet(struck, html_text(node));
}

bool sheet_strikes(const struct struck_classes *struck, html_node node)
{
    for (size_t i = 0; i < struck->count; i++)
        if (html_has_class(node, struck->names[i]))
            return true;
    return false;
}
