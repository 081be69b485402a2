/*
 * Lead-ins (sorter.h): the bold or "Term:" start of a paragraph.
 */
#include "import/sorter.h"

#include "base/ascii.h"
#include "import/tidy.h"

enum { LEAD_WORDS = 10, LEAD_BYTES = 90 };

static const char *const marks[] = {":", ".", "-", "\xE2\x80\x93", "\xE2\x80\x94"};
enum { MARKS = sizeof marks / sizeof *marks, DASHES = 2 /* the first one that is a dash */ };

/* Without the mark that ends a lead-in; a hyphen that belongs to a word stays. */
static struct str without_last_mark(struct str text)
{
    text = str_trim(text);
    for (size_t i = 0; i < MARKS; i++) {
        struct str mark = str_of(marks[i]), rest = str_part(text, 0, text.len - mark.len);
        if (str_ends(text, mark) && (i < DASHES || str_ends(rest, STR(" "))))
            return str_trim(rest);
    }
    return text;
}

/* Without the mark that parts a text from its lead-in.  "-20", "- 20" and ".5" keep theirs: it may
 * belong to the number. */
static struct str without_first_mark(struct str text)
{
    size_t first = 0;
    text = str_trim(text);
    for (size_t i = 0; i < MARKS; i++) {
        struct str mark = str_of(marks[i]), rest = str_part(text, mark.len, text.len);
        if (!str_starts(text, mark) || char_at(rest, 0) != ' ')
            continue;
        rest = str_trim(rest);
        return i >= DASHES && rest.len && tidy_is_figure(utf8_next(rest, &first)) ? text : rest;
    }
    return text;
}

static bool has_last_mark(struct str lead)
{
    lead = str_trim(lead);
    return without_last_mark(lead).len < lead.len;
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

/* "<b>5.</b>5 mg" is one number, and "<b>vitamin-</b>rich" one word. */
static bool is_torn(struct str text, size_t end)
{
    char next = char_at(text, end), last = char_at(text, end - 1);
    bool sentence = ascii_is_letter(next) && str_contains(STR(":.!?"), (struct str){&last, 1});
    return next != ' ' && next != ':' && last != ' ' && !sentence;
}

struct str lead_in(const struct block *block, struct str text, struct str *rest)
{
    bool bold = block->lead && block->lead < text.len
                && str_words(str_part(text, 0, block->lead)) <= LEAD_WORDS;
    size_t end = bold ? block->lead : colon_lead(text);
    *rest = text;
    if (!end)
        return STR("");
    struct str before = str_part(text, 0, end), behind = str_part(text, end, text.len);
    struct str lead = without_last_mark(before);
    behind = has_last_mark(before) ? str_trim(behind) : without_first_mark(behind);
    if ((bold && (is_stressed(block, text, end) || is_torn(text, end))) || !lead.len || !behind.len)
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
