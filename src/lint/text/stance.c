/* See stance.h. */
#include "lint/text/stance.h"

bool clause_ends(const struct passage *passage, size_t at)
{
    struct str gap = gap_behind(passage, at);
    for (size_t i = 0; i < gap.len; i++) {
        struct str rest = str_part(gap, i, gap.len);
        if (gap.ptr[i] == ';' || gap.ptr[i] == ':' || gap.ptr[i] == '('
            || str_starts(rest, STR("–")) || str_starts(rest, STR("—"))
            || str_starts(rest, STR(" - ")))
            return true;
    }
    return false;
}

/* ---- Denied, asked ---- */

static bool is_denial(const struct passage *passage, size_t at)
{
    return (class_at(passage, at, CLASS_NEGATOR) || class_at(passage, at, CLASS_DENIAL))
           && !class_at(passage, at, CLASS_NOT_ONLY);
}

/* "But" begins anew, and "not only" denies nothing. */
bool is_denied(const struct passage *passage, size_t first, size_t at)
{
    bool denied = false;
    for (size_t i = first; i < at; i++) {
        struct str gap = gap_behind(passage, i);
        if (class_at(passage, i, CLASS_BUT))
            denied = false;
        else if (is_denial(passage, i))
            denied = true;
        if (str_find(gap, ';') < gap.len)
            denied = false;
    }
    return denied;
}

bool is_question(const struct passage *passage, const struct sentence *sentence)
{
    struct str s = str_part(passage->text->str, sentence->off, sentence->len);
    return str_find(s, '?') < s.len;
}
