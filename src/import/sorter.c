/*
 * See sorter.h.
 */
#include "import/sorter.h"

enum cue sorter_section(const struct sorter *s)
{
    for (int level = LEVELS - 1; level >= 0; level--)
        if (s->seen[level] && s->section[level] != CUE_COUNT)
            return s->section[level];
    return CUE_COUNT;
}

void sorter_drop_lead(struct sorter *s)
{
    draft_leave(s->draft, REASON_HEADING, s->lead, s->lead_line);
    s->lead = STR("");
}
