/*
 * See markup.h.  A tag is one of the names below, or any name behind the prefix of a vocabulary,
 * and has attributes or none: what else stands between < and > is the author's.  Comments and the
 * brackets of CDATA count as tags without a name.
 */
#include "read/markup.h"

#include "base/ascii.h"

#include <string.h>

/* HTML and CSL (span, sc), JATS' elements of a title (italic, …), MathML's. */
static const char *const names[] = {
    "a", "abbr", "b", "bdi", "big", "blockquote", "br", "center", "cite", "code", "dd", "div", "dl",
    "dt", "em", "emphasis", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins",
    "kbd", "li", "mark", "nobr", "ol", "p", "pre", "q", "s", "samp", "sc", "scp", "small", "span",
    "strike", "strong", "sub", "sup", "table", "td", "th", "tr", "tt", "u", "ul", "var", "wbr",
    "alternatives", "bold", "break", "disp-formula", "ext-link", "fn", "inf", "inline-formula",
    "inline-graphic", "italic", "monospace", "named-content", "overline", "roman", "sans-serif",
    "sec", "styled-content", "tex-math", "title", "underline", "xref",
    "annotation", "annotation-xml", "math", "menclose", "mfenced", "mfrac", "mi",
    "mmultiscripts", "mprescripts", "mn", "mo",
    "mover", "mpadded", "mphantom", "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle", "msub",
    "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "none", "semantics",
};

static const char *const prefixes[] = {"jats", "mml", "m", "html", "xhtml", "xlink", "ce"};

static bool is_one_of(struct str name, const char *const *all, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        while (same < name.len && ascii_lower(name.ptr[same]) == all[i][same] && all[i][same])
            same++;
        if (same == name.len && !all[i][same])
            return true;
    }
    return false;
}

static bool is_name(char c)
{
    return ascii_is_alnum(c) || c == '-' || c == '_';
}

static size_t skip(struct str s, size_t at, bool (*kind)(char c))
{
    while (at < s.len && kind(s.ptr[at]))
        at++;
    return at;
}

static bool is_white_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_attribute_name(char c)
{
    return is_name(c) || c == ':';
}

/* Behind the attribute at `at`, name="value" or name='value'; `at` if there is none. */
static size_t skip_attribute(struct str s, size_t at)
{
    size_t end = skip(s, skip(s, at, is_attribute_name), is_white_space);
    if (end == at || char_at(s, end) != '=')
        return at;
    end = skip(s, end + 1, is_white_space);
    char quote = char_at(s, end);
    if (quote != '"' && quote != '\'')
        return at;
    size_t closing = str_find(str_part(s, end + 1, s.len), quote) + end + 1;
    return closing < s.len ? closing + 1 : at;
}

static size_t skip_attributes(struct str s, size_t at)
{
    for (size_t before = s.len; at != before;) {
        before = at;
        at = skip(s, at, is_white_space);
        at = skip_attribute(s, at);
    }
    return at;
}

/* The name from `at` on, and behind what prefix; absent if it is none of a tag's. */
static struct str tag_name_at(struct str s, size_t at)
{
    struct str name = str_part(s, at, skip(s, at, is_name) - at);
    if (char_at(s, at + name.len) == ':') {
        if (!is_one_of(name, prefixes, sizeof prefixes / sizeof *prefixes))
            return (struct str){0};
        at += name.len + 1;
        return str_part(s, at, skip(s, at, is_name) - at);
    }
    return is_one_of(name, names, sizeof names / sizeof *names) ? name : (struct str){0};
}

/* Where the text that ends with `end` is over, from `at` on; 0 if it never is. */
static size_t closed_length(struct str s, size_t at, struct str end)
{
    if (!end.len)
        return at;
    for (size_t close = at; close < s.len; close++) {
        close += str_find(str_part(s, close, s.len), end.ptr[end.len - 1]);
        if (close < s.len && str_ends(str_part(s, at, close + 1 - at), end))
            return close + 1;
    }
    return 0;
}

/* Bytes of "<!-- note -->", "<?xml …?>", "<![CDATA[" or "]]>"; 0 if there is none. */
static size_t nameless_length(struct str s)
{
    static const char *const brackets[][2] = {{"<!--", "-->"}, {"<?xml", "?>"}, {"<![CDATA[", ""},
                                              {"]]>", ""}};
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        struct str end = str_of(brackets[i][1]);
        size_t at = str_of(brackets[i][0]).len;
        if (!str_starts(s, str_of(brackets[i][0])))
            continue;
        return closed_length(s, at, end);
    }
    return 0;
}

/* In a text with thousands of signs "<" each is looked at so far only. */
enum { TAG_MOST = 2000 }; /* bytes */

struct tag tag_at(struct str text)
{
    struct str s = str_part(text, 0, TAG_MOST);
    if (char_at(s, 0) != '<' && char_at(s, 0) != ']')
        return (struct tag){0};
    struct tag tag = {.closes = char_at(s, 1) == '/'};
    size_t nameless = nameless_length(s);
    if (nameless)
        return (struct tag){.length = nameless, .empty = true};
    if (char_at(s, 0) != '<')
        return (struct tag){0};
    tag.name = tag_name_at(s, tag.closes ? 2 : 1);
    if (!tag.name.len)
        return (struct tag){0};
    size_t start = (size_t)(tag.name.ptr - s.ptr) + tag.name.len, end = skip_attributes(s, start);
    tag.attributes = str_part(s, start, end - start);
    tag.empty = char_at(s, end) == '/';
    end += tag.empty;
    tag.length = char_at(s, end) == '>' ? end + 1 : 0;
    return tag;
}

bool tag_is(struct tag tag, const char *name)
{
    return is_one_of(tag.name, &name, 1);
}
