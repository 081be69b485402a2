/*
 * See quotes.h.  A mark opens what follows it if nothing, a space, a bracket, a dash or another
 * opening mark stands before it.  A single one that nothing closes is an apostrophe: “the ’90s”.
 */
#include "compose/quotes.h"

#include "base/ascii.h"

/* Whether what stands before `at` lets a quotation begin there. */
static bool may_open(struct str text, size_t at)
{
    struct str before = str_part(text, 0, at);
    static const struct str openers[] = {
        {" ", 1}, {"(", 1}, {"[", 1}, {"/", 1}, {"“", 3}, {"‘", 3}, {"—", 3}, {"–", 3}, {"«", 2},
        {"\xC2\xA0", 2},
    };
    if (at == 0)
        return true;
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (str_ends(before, openers[i]))
            return true;
    char mark = text.ptr[at - 1];
    return (mark == '"' || mark == '\'') && may_open(text, at - 1);
}

/* Whether a single mark behind `at` closes a quotation: one that no letter follows. */
static bool closes_quotation(struct str text, size_t at)
{
    for (size_t i = at + 2; i < text.len; i++)
        if (text.ptr[i] == '\'' && text.ptr[i - 1] != ' ' && !ascii_is_alnum(char_at(text, i + 1)))
            return true;
    return false;
}

struct str curled_at(struct str text, size_t at)
{
    if (text.ptr[at] == '"')
        return may_open(text, at) ? STR("“") : STR("”");
    if (text.ptr[at] == '\'')
        return may_open(text, at) && closes_quotation(text, at) ? STR("‘") : STR("’");
    return (struct str){0};
}

struct str curled(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    if (str_find(text, '"') == text.len && str_find(text, '\'') == text.len)
        return text;
    for (size_t at = 0; at < text.len; at++) {
        struct str mark = curled_at(text, at);
        builder_add(&b, mark.len ? mark : str_part(text, at, 1));
    }
    return builder_str(&b);
}
