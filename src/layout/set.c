/* Setting a block: a function for each kind.  See setter.h. */
#include "layout/setter.h"

/* ---- Stacks ---- */

struct piece *set_stack(const struct setter *setter, struct range range, int32_t width)
{
    struct stack stack = stack_new(setter, range.role, width);
    for (struct node *node = range.first; node != range.end; node = node->next)
        stack_add(setter, &stack, node, set_node(setter, node, width));
    return stack.piece;
}

/* ---- Lists ---- */

/*
 * Bullets stand in a little from the heading, in hundredths of an em.  More than 0.7 em, or else
 * programs that guess at columns (poppler's, for one) take two headings over two lists for a
 * table, and read the lists line by line across the page.
 */
enum { LIST_INDENT = 75 };

/* Where the label and the text of an item begin. */
struct indents {
    int32_t label, text;
};

static struct indents item_indents(const struct setter *setter, const struct node *node)
{
    struct type type = style_type(setter->style, node->block, node->role);
    int32_t label = type.size * LIST_INDENT / 100;
    return (struct indents){label, label + type_scaled(&type, node->indent)};
}

static struct piece *set_item(const struct setter *setter, struct node *node, int32_t width)
{
    struct piece *item = piece_new(setter->pool, PIECE_STACK, width, 0);
    struct indents at = item_indents(setter, node);
    struct piece *text = set_text(setter, node, TAG_LBODY, width - at.text);
    item->tag = TAG_LI;
    item->height = text->height;
    if (!setter->draft) /* what stands before the first line makes nothing higher */
        piece_add(item, node->label ? set_label(setter, node, at.text - at.label)
                                    : set_tick_box(setter, node), at.label, 0);
    piece_add(item, text, at.text, 0);
    return item;
}

static struct piece *set_list(const struct setter *setter, struct node *node, int32_t width)
{
    struct piece *list = set_children(setter, node, width);
    list->tag = TAG_L;
    list->node = node;
    return list;
}

/* ---- Sections ---- */

static bool is_section(const struct node *node)
{
    enum role role = node->block->role;
    return node->block->kind == BLOCK_GROUP && role != ROLE_BODY;
}

static struct piece *set_group(const struct setter *setter, struct node *node, int32_t width)
{
    struct piece *group;
    if (node->block->role == ROLE_PLAN)
        group = set_plan(setter, node, width);
    else if (node->block->role == ROLE_DOSE)
        group = set_dose(setter, node, width);
    else if (node->block->role == ROLE_CONTACT)
        group = set_contact(setter, node, width);
    else
        group = set_children(setter, node, width);
    group->tag = is_section(node) ? TAG_SECT : NO_TAG;
    return group;
}

static struct piece *set_heading(const struct setter *setter, struct node *node, int32_t width)
{
    if (node->role == ROLE_STOP)
        return set_bar(setter, node, width);
    return set_text(setter, node, node->block->level == 1 ? TAG_H1 : TAG_H2, width);
}

static struct piece *set_row(const struct setter *setter, const struct node *node, int32_t width)
{
    switch (node->role) {
    case ROLE_SUMMARY:
        return set_summary(setter, node, width);
    case ROLE_TITLE:
        return set_title(setter, node, width);
    case ROLE_PLAN:
        return set_times(setter, node, width);
    case ROLE_QUESTIONS:
        return set_questions(setter, node, width);
    default:
        return set_letterhead(setter, node, width);
    }
}

static struct piece *set_anew(const struct setter *setter, struct node *node, int32_t width)
{
    switch (node->block->kind) {
    case BLOCK_GROUP:
        return set_group(setter, node, width);
    case BLOCK_COLUMNS:
        return set_columns(setter, node, width);
    case BLOCK_BOX:
        return set_box(setter, node, width);
    case BLOCK_ROW:
        return set_row(setter, node, width);
    case BLOCK_HEADING:
        return set_heading(setter, node, width);
    case BLOCK_PARAGRAPH:
        return set_text(setter, node, TAG_P, width);
    case BLOCK_LIST:
        return set_list(setter, node, width);
    case BLOCK_ITEM:
        return set_item(setter, node, width);
    case BLOCK_FIELDS:
        return set_fields(setter, node, width);
    case BLOCK_FIGURE:
        break; /* figures stand in a row or in the contact block, which set them */
    }
    return piece_new(setter->pool, PIECE_STACK, width, 0);
}

/* ---- Drafts ---- */

/* Text and nothing else, which most of a page is. */
static bool is_plain(const struct node *node)
{
    enum block_kind kind = node->block->kind;
    return kind == BLOCK_ITEM || kind == BLOCK_PARAGRAPH
           || (kind == BLOCK_HEADING && node->role != ROLE_STOP);
}

static struct extent plain_extent(const struct setter *setter, struct node *node, int32_t width)
{
    bool item = node->block->kind == BLOCK_ITEM;
    return text_extent(setter, node, item ? width - item_indents(setter, node).text : width);
}

static struct extent extent_of(const struct piece *piece)
{
    return (struct extent){piece->height, piece->too_wide};
}

/* What was set in the same way before is not set again. */
static struct extent known_extent(const struct setter *setter, struct node *node, int32_t width)
{
    uint64_t style = style_key(setter->style, node->depends);
    struct known_height *known = node_height(setter->pool->arena, node, style, width);
    if (known->state != node->state || known->style != style || known->width != width) {
        struct extent extent = is_plain(node) ? plain_extent(setter, node, width)
                                              : extent_of(set_anew(setter, node, width));
        *known = (struct known_height){node->state, style, width, extent.height, extent.too_wide};
    }
    return (struct extent){known->height, known->too_wide};
}

/* Of a draft only heights are asked for. */
static struct extent draft_extent(const struct setter *setter, struct node *node, int32_t width)
{
    if (node->first || is_plain(node))
        return known_extent(setter, node, width);
    return extent_of(set_anew(setter, node, width));
}

struct piece *set_node(const struct setter *setter, struct node *node, int32_t width)
{
    if (!setter->draft || (!node->first && !is_plain(node)))
        return set_anew(setter, node, width);
    struct extent extent = draft_extent(setter, node, width);
    struct piece *piece = piece_new(setter->pool, PIECE_STACK, width, extent.height);
    piece->too_wide = extent.too_wide;
    piece->heads = node->block->kind == BLOCK_HEADING;
    return piece;
}

struct piece *set_children(const struct setter *setter, const struct node *node, int32_t width)
{
    if (!setter->draft)
        return set_stack(setter, all_children(node), width);
    struct stack stack = stack_new(setter, node->role, width);
    for (struct node *child = node->first; child; child = child->next)
        stack_extend(setter, &stack, child, draft_extent(setter, child, width));
    return stack.piece;
}
