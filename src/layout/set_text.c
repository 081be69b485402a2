/* Setting text, and one thing below the other.  See setter.h. */
#include "layout/setter.h"

int32_t text_width(const struct setter *setter, const struct node *node)
{
    struct type type = style_type(setter->style, node->block, node->role);
    return type_scaled(&type, node->para->width);
}

/* ---- Stacks ---- */

struct stack stack_new(const struct setter *setter, enum role role, int32_t width)
{
    return (struct stack){piece_new(setter->pool, PIECE_STACK, width, 0), role, NULL};
}

static void add_gap(const struct setter *setter, struct stack *stack, const struct node *node)
{
    if (stack->last)
        stack->piece->height += style_gap(setter->style, stack->last, node->block, stack->role);
    stack->last = node->block;
}

void stack_add(const struct setter *setter, struct stack *stack, const struct node *node,
               struct piece *piece)
{
    add_gap(setter, stack, node);
    piece_add(stack->piece, piece, 0, stack->piece->height);
    stack->piece->height += piece->height;
}

void stack_extend(const struct setter *setter, struct stack *stack, const struct node *node,
                  struct extent extent)
{
    add_gap(setter, stack, node);
    stack->piece->height += extent.height;
    if (!stack->piece->too_wide)
        stack->piece->too_wide = extent.too_wide;
}

/* ---- Text ---- */

/* Of this height or less, a text is not parted: two lines would be torn from a single one. */
enum { LINES_TO_PART = 4 };

static bool is_bold_letterhead(const struct node *node)
{
    return node->role == ROLE_LETTERHEAD && node->para->glyphs.count &&
           node->para->runs.at[0].style == RUN_BOLD;
}

/* Type that is larger than the body gives way to a word that has no room in the width, rather than
 * all of the page does. */
static struct type fitting_type(const struct setter *setter, const struct node *node,
                                int32_t width)
{
    struct type type = style_type(setter->style, node->block, node->role);
    int64_t limit = (int64_t)width * 1000 / type.size;
    if (type.size <= setter->style->body || !node_exceeds(node, (int32_t)limit))
        return type;
    int64_t size = (int64_t)width * 1000 / node_widest(node);
    size -= size % BODY_STEP;
    if (size >= type.size)
        return type;
    if (size <= setter->style->body) {
        type.size = setter->style->body;
        type.leading = type.size * setter->style->leading / 100;
        return type;
    }
    type.leading = (int32_t)(type.leading * size / type.size);
    type.size = (int32_t)size;
    return type;
}

/* A text at a width. */
struct measured {
    struct type type;
    const struct para *para; /* the node's, or that with its words parted */
    int32_t width, limit;    /* of a line; limit in thousandths of an em */
    int lines;
};

/* A node that keeps more than its atoms is tried for its room: so many more than the parts. */
static void part_words(const struct setter *setter, const struct node *node,
                       struct measured *measured)
{
    const struct para *parted = para_part(setter->pool->arena, node->para, measured->limit);
    size_t whole = node->para->count, more = node->keep > whole ? node->keep - whole : 0;
    measured->para = parted;
    measured->lines = para_lines(parted, measured->limit, parted->count + more);
}

static struct measured measure_text(const struct setter *setter, struct node *node, int32_t width)
{
    struct measured measured = {.type = fitting_type(setter, node, width), .para = node->para};
    int32_t most = style_measure(&measured.type, node->block, node->role);
    measured.width = width < most ? width : most;
    measured.limit = (int32_t)((int64_t)measured.width * 1000 / measured.type.size);
    measured.lines = node_lines(node, measured.limit);
    if (setter->part_words && node_exceeds(node, measured.limit))
        part_words(setter, node, &measured);
    return measured;
}

static const struct para *para_too_wide(const struct node *node, const struct measured *measured)
{
    return node_exceeds(node, measured->limit) ? node->para : NULL;
}

struct extent text_extent(const struct setter *setter, struct node *node, int32_t width)
{
    struct measured measured = measure_text(setter, node, width);
    return (struct extent){measured.lines * measured.type.leading,
                           para_too_wide(node, &measured)};
}

struct piece *set_text(const struct setter *setter, struct node *node, int tag, int32_t width)
{
    struct measured measured = measure_text(setter, node, width);
    struct piece *piece = piece_new(setter->pool, PIECE_TEXT, measured.width,
                                    measured.lines * measured.type.leading);
    piece->node = node;
    piece->para = measured.para;
    piece->tag = tag;
    piece->limit = measured.limit;
    piece->lines = measured.lines;
    piece->hold = piece->lines < LINES_TO_PART ? HOLD_NEAR : HOLD_NONE;
    piece->heads = node->block->kind == BLOCK_HEADING;
    piece->type = measured.type;
    if (is_bold_letterhead(node))
        piece->type.rgb = setter->style->accent;
    piece->too_wide = para_too_wide(node, &measured);
    return piece;
}

struct piece *set_label(const struct setter *setter, struct node *node, int32_t width)
{
    struct piece *piece = piece_new(setter->pool, PIECE_TEXT, width, 0);
    bool bullet = node->label->text.ptr[0] == "•"[0];
    piece->para = node->label;
    piece->tag = TAG_LBL;
    piece->type = style_type(setter->style, node->block, node->role);
    if (bullet && node->role != ROLE_CAUTION && node->role != ROLE_STOP)
        piece->type.rgb = setter->style->accent;
    piece->lines = 1;
    piece->height = piece->type.leading;
    return piece;
}

struct piece *set_texts(const struct setter *setter, struct range range, int32_t width)
{
    struct stack stack = stack_new(setter, range.role, width);
    for (struct node *node = range.first; node != range.end; node = node->next)
        stack_add(setter, &stack, node, set_text(setter, node, TAG_P, width));
    return stack.piece;
}
