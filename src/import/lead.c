/*
 * Lead-ins (sorter.h): the bold or "Term:" start of a paragraph.
 */
#include "import/sorter.h"

#include "base/ascii.h"

enum { LEAD_WORDS = 10, LEAD_BYTES = 90 };

/* Without the mark that parts a lead-in from its text. */
static struct str without_mark(struct str text, bool at_end)
{
    static const char *const marks[] = {":", ".", "-", "\xE2\x80\x93", "\xE2\x80\x94"};
    text = str_trim(text);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct str mark = str_of(marks[i]);
        if (at_end && str_ends(text, mark))
            return str_trim(str_part(text, 0, text.len - mark.len));
        if (!at_end && str_starts(text, mark))
            return str_trim(str_part(text, mark.len, text.len));
    }
    return text;
}

/* Where ": " ends a lead-in; 0 if there is none. */
static size_t colon_lead(struct str text)
{
    size_t colon = str_find(text, ':');
    struct str lead = str_part(text, 0, colon);
    if (colon + 1 >= text.len || text.ptr[colon + 1] != ' ' || lead.len > LEAD_BYTES
        || str_words(lead) > LEAD_WORDS || str_contains(lead, STR(". ")))
        return 0;
    return colon;
}

/* "**Never** take it": bold words that a sentence goes on from are stressed, and no lead-in. */
static bool is_stressed(const struct block *block, struct str text, size_t end)
{
    struct str last = str_part(text, end - 1, 1);
    struct str next = str_part(str_trim(str_part(text, end, text.len)), 0, 1);
    return block->kind != BLOCK_ROW && next.len && !str_contains(STR(":.!?\x93\x94"), last)
           && !str_contains(STR(":-\xE2"), next);
}

struct str lead_in(const struct block *block, struct str text, struct str *rest)
{
    bool bold = block->lead && block->lead < text.len
                && str_words(str_part(text, 0, block->lead)) <= LEAD_WORDS;
    size_t end = bold ? block->lead : colon_lead(text);
    *rest = text;
    if (!end)
        return STR("");
    struct str lead = without_mark(str_part(text, 0, end), true);
    struct str behind = without_mark(str_part(text, end, text.len), false);
    if ((bold && is_stressed(block, text, end)) || !lead.len || !behind.len)
        return STR("");
    *rest = behind;
    return lead;
}

enum cue lead_section(const struct sorter *s, const struct block *block, struct block *rest)
{
    struct str behind, lead = lead_in(block, block->text, &behind);
    if (!lead.len)
        return CUE_COUNT;
    struct str normal = words_normal(s->arena, lead);
    for (int cue = 0; cue < CUE_HEADINGS; cue++) {
        if (!words_equal(s->words, (enum cue)cue, normal))
            continue;
        *rest = *block;
        rest->text = behind;
        rest->lead = 0;
        return (enum cue)cue;
    }
    return CUE_COUNT;
}
