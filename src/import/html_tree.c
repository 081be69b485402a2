/*
 * See html_tree.h.  The only file that knows libxml2.
 *
 * libxml2 brings ICU and the C++ library along: to load them takes longer than to make a handout.
 * Where the system can load libraries later (HANDOUT_XML2 is then the name of this one), that
 * happens when the first post is read; elsewhere it is linked.
 *
 * Attributes are given as the tree has them: their value is one text node, since the HTML parser
 * replaces all entities.
 */
#include "import/html_tree.h"

#include <assert.h>
#include <errno.h>
#include <libxml/HTMLparser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#ifdef HANDOUT_XML2
#include "base/late.h"
#endif

/* ---- The library ---- */

/* All of its functions that are called. */
struct library {
    htmlParserCtxtPtr (*new_context)(void);
    htmlDocPtr (*read)(htmlParserCtxtPtr, const char *, int, const char *, const char *, int);
    void (*free_context)(htmlParserCtxtPtr);
    void (*free_doc)(xmlDocPtr);
};

#ifdef HANDOUT_XML2

/* It stays loaded: it keeps data of each thread, which would outlive it. */
static bool load_library(struct library *library)
{
    void *handle = dlopen(HANDOUT_XML2, RTLD_NOW | RTLD_LOCAL);
    bool found = handle;
    if (!found)
        return false;
    LATE_FIND(found, handle, library->new_context, htmlNewParserCtxt);
    LATE_FIND(found, handle, library->read, htmlCtxtReadMemory);
    LATE_FIND(found, handle, library->free_context, htmlFreeParserCtxt);
    LATE_FIND(found, handle, library->free_doc, xmlFreeDoc);
    return found;
}

const char *html_tree_missing(void)
{
    struct library library;
    errno = 0;
    bool there = load_library(&library) || errno == ENOMEM; /* reading then finds no memory */
    return there ? NULL : HANDOUT_XML2;
}

#else

static bool load_library(struct library *library)
{
    *library = (struct library){htmlNewParserCtxt, htmlCtxtReadMemory, htmlFreeParserCtxt,
                                xmlFreeDoc};
    return true;
}

const char *html_tree_missing(void)
{
    return NULL;
}

#endif

/* ---- The tree ---- */

struct tree {
    struct library library;
    xmlDocPtr doc;
};

/* No network, no words on standard error, and no end at a depth of 256. */
enum {
    PARSE = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
            | HTML_PARSE_COMPACT,
    HUGE_DEPTH = XML_PARSE_HUGE
};

/* @return NULL without memory */
static xmlDocPtr parse(const struct library *library, struct str html)
{
    htmlParserCtxtPtr context = library->new_context();
    if (!context)
        return NULL;
    assert(html.len <= INT_MAX);
    xmlDocPtr doc =
        library->read(context, html.ptr, (int)html.len, NULL, "UTF-8", PARSE | HUGE_DEPTH);
    bool whole = errno != ENOMEM && context->lastError.code != XML_ERR_NO_MEMORY
                 && !context->disableSAX;
    library->free_context(context);
    if (whole)
        return doc;
    library->free_doc(doc);
    return NULL;
}

void *html_tree_parse(struct str html)
{
    errno = 0; /* libxml2 goes on without some of what it could not allocate */
    struct tree *tree = calloc(1, sizeof *tree);
    if (!tree || !load_library(&tree->library) || !(tree->doc = parse(&tree->library, html))) {
        free(tree);
        return NULL;
    }
    return tree;
}

void html_tree_free(void *opaque)
{
    struct tree *tree = opaque;
    tree->library.free_doc(tree->doc);
    free(tree);
}

html_node html_tree_root(const void *opaque)
{
    const struct tree *tree = opaque;
    const xmlNode *node = tree->doc->children;
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
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
    return ((const xmlNode *)node)->line;
}

html_node html_element_from(html_node node)
{
    while (node && !html_tag(node).len)
        node = html_next(node);
    return node;
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
