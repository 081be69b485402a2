/*
 * The foot of a single page.  A QR code in the contact block makes the page as much higher as it is
 * higher than the texts beside it; beside the fine print it takes width from that.  It stands where
 * the foot is the lower for it, and is heard as part of the contact block all the same.
 */
#include "layout/setter.h"

/* The fine print, where a contact block with a QR code follows it. */
static struct node *fine_print_above_qr(const struct node *foot)
{
    struct node *fine = foot->first;
    while (fine && fine->block->kind != BLOCK_COLUMNS)
        fine = fine->next;
    return fine && fine->next && contact_qr(fine->next) ? fine : NULL;
}

/* The code stands in the white that it needs, at the end edge of what is beside the fine print. */
static struct piece *set_with_qr(const struct setter *setter, const struct node *node,
                                 struct node *fine, int32_t width)
{
    struct node *contact = fine->next, *qr = contact_qr(contact);
    struct piece *code = set_qr(setter, qr);
    int32_t white = qr_white(qr), high = code->height + 2 * white;
    struct stack stack = stack_new(setter, node->role, width);
    for (struct node *child = node->first; child != fine; child = child->next)
        stack_add(setter, &stack, child, set_node(setter, child, width));
    struct piece *print =
        set_node(setter, fine, width - code->width - white - setter->style->fine);
    print->height = print->height > high ? print->height : high;
    stack_add(setter, &stack, fine, print);
    struct piece *texts = set_contact_texts(setter, contact, width);
    texts->tag = TAG_SECT;
    stack_add(setter, &stack, contact, texts);
    piece_add(texts, code, width - code->width, print->y + white - texts->y);
    return stack.piece;
}

struct piece *set_foot(const struct setter *setter, struct node *node, int32_t width)
{
    struct piece *foot = set_node(setter, node, width);
    struct node *fine = fine_print_above_qr(node);
    struct piece *other = fine ? set_with_qr(setter, node, fine, width) : NULL;
    bool lower = other && (foot->too_wide || other->height < foot->height);
    return lower && !other->too_wide ? other : foot;
}
