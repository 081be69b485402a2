/*
 * See draft.h.
 */
#include "import/draft.h"

void draft_add(struct draft *draft, struct pieces *to, struct str text, uint32_t line, bool unsure)
{
    if (text.len)
        *ARRAY_PUSH(draft->arena, to) = (struct piece){text, line, unsure};
}

void draft_leave(struct draft *draft, enum reason reason, struct str text, uint32_t line)
{
    if (text.len)
        *ARRAY_PUSH(draft->arena, &draft->left) = (struct left_piece){reason, text, line};
}

struct draft_point *draft_add_point(struct draft *draft, struct draft_points *to, struct str title,
                                    uint32_t line)
{
    struct draft_point *point = ARRAY_PUSH(draft->arena, to);
    point->title = title;
    point->line = line;
    return point;
}
