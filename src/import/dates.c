/*
 * See dates.h.  The words that tell about dates, with their rank as the number of the row, cut the
 * line: each tells about the first day behind it.
 */
#include "import/dates.h"

#include "import/facts.h"

void dates_keep(struct day *best, struct day day)
{
    if (day.text.len && day.rank > best->rank)
        *best = day;
}

/* The rank that the words at the start of the text give; 0: they are not about dates. */
static enum date_rank rank_at(struct arena *arena, const struct words *words, struct str text)
{
    const struct cue_row *row = words_start(words, CUE_DATE, words_normal(arena, text));
    return row ? (enum date_rank)row->number : DATE_NONE;
}

static struct day day_in(struct arena *arena, const struct words *words, struct str text,
                         enum date_rank rank)
{
    return (struct day){facts_date(arena, words, text), rank};
}

struct day dates_find(struct arena *arena, const struct words *words, struct str line)
{
    struct day best = {STR(""), DATE_NONE};
    enum date_rank rank = DATE_PUBLISHED;
    size_t from = 0;
    for (size_t at = 0; at < line.len; at += str_find(str_part(line, at, line.len), ' ') + 1) {
        enum date_rank next = rank_at(arena, words, str_part(line, at, line.len));
        if (!next)
            continue;
        dates_keep(&best, day_in(arena, words, str_part(line, from, at - from), rank));
        from = at;
        rank = next;
    }
    dates_keep(&best, day_in(arena, words, str_part(line, from, line.len), rank));
    return best;
}
