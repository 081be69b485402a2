/*
 * See html_tree.h.  The only file that knows libxml2.
 *
 * Attributes are given as the tree has them: their value is one text node, since the HTML parser
 * replaces all entities.
 */
#include "import/html_tree.h"

#include <assert.h>
#include <libxml/HTMLparser.h>
#include <limits.h>
#include <string.h>

/* No network, no words on standard error, and no end at a depth of 256. */
enum {
    PARSE = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
            | HTML_PARSE_COMPACT,
    HUGE_DEPTH = XML_PARSE_HUGE
};

void *html_tree_parse(struct str html)
{
    htmlParserCtxtPtr context = htmlNewParserCtxt();
    if (!context)
        return NULL;
    assert(html.len <= INT_MAX);
    htmlDocPtr doc =
        htmlCtxtReadMemory(context, html.ptr, (int)html.len, NULL, "UTF-8", PARSE | HUGE_DEPTH);
    bool whole = context->lastError.code != XML_ERR_NO_MEMORY && !context->disableSAX;
    htmlFreeParserCtxt(context);
    if (whole)
        return doc;
    xmlFreeDoc(doc);
    return NULL;
}

void html_tree_free(void *tree)
{
    xmlFreeDoc(tree);
}

html_node html_tree_root(const void *tree)
{
    const xmlDoc *doc = tree;
    return doc ? xmlDocGetRootElement(doc) : NULL;
}

html_node html_first(html_node node)
{
    const xmlNode *n = node;
    return n->type == XML_ELEMENT_NODE ? n->children : NULL;
}

html_node html_next(html_node node)
{
    return ((const xmlNode *)node)->next;
}

html_node html_parent(html_node node)
{
    const xmlNode *parent = ((const xmlNode *)node)->parent;
    return parent && parent->type == XML_ELEMENT_NODE ? parent : NULL;
}

struct str html_tag(html_node node)
{
    const xmlNode *n = node;
    return str_of(n->type == XML_ELEMENT_NODE ? (const char *)n->name : NULL);
}

struct str html_text(html_node node)
{
    const xmlNode *n = node;
    bool text = n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE;
    return str_of(text ? (const char *)n->content : NULL);
}

static const xmlAttr *find_attribute(html_node node, const char *name)
{
    const xmlNode *n = node;
    const xmlAttr *attribute = n->type == XML_ELEMENT_NODE ? n->properties : NULL;
    while (attribute && strcmp((const char *)attribute->name, name) != 0)
        attribute = attribute->next;
    return attribute;
}

struct str html_attribute(html_node node, const char *name)
{
    const xmlAttr *attribute = find_attribute(node, name);
    const char *value = attribute && attribute->children
                            ? (const char *)attribute->children->content : NULL;
    return str_of(value ? value : "");
}

bool html_has_attribute(html_node node, const char *name)
{
    return find_attribute(node, name) != NULL;
}

uint32_t html_line(html_node node)
{
    long line = xmlGetLineNo(node);
    return line > 0 ? (uint32_t)line : 0;
}

html_node html_walk(html_node node, html_node top, bool skip)
{
    html_node next = skip ? NULL : html_first(node);
    while (!next && node && node != top) {
        next = html_next(node);
        node = html_parent(node);
    }
    return next;
}
