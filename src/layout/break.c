/* See break.h.  The only file that sees libunibreak, whose interface has kept its old name. */
#include "layout/break.h"

#include <linebreak.h>

void break_init(void)
{
    init_linebreak();
}

bool *break_opportunities(struct arena *arena, struct str text, struct str language)
{
    bool *may = ARENA_ARRAY(arena, text.len + 1, bool);
    char *found = ARENA_ARRAY(arena, text.len + 1, char);
    set_linebreaks_utf8((const utf8_t *)text.ptr, text.len, str_c(arena, language), found);
    for (size_t i = 0; i < text.len; i++)
        may[i] = found[i] == LINEBREAK_ALLOWBREAK;
    break_tie(text, may);
    return may;
}
