/*
 * The two scorecards, item by item; see scorer.h.  There is no total: it would be made of the items
 * that are easy to count.
 */
#include "lint/score/scorer.h"

/* ---- What a ruling rests on ---- */

struct builder because(const struct scorer *s)
{
    return (struct builder){.arena = s->linter->arena};
}

void because_add(struct builder *b, const char *words)
{
    builder_printf(b, "%s%s", b->len ? ", " : "", words);
}

void because_count(struct builder *b, int count, const char *one, const char *many)
{
    if (count)
        builder_printf(b, "%s%d %s", b->len ? ", " : "", count, count == 1 ? one : many);
}

struct ruling score_on(enum verdict verdict, struct builder *because)
{
    return (struct ruling){verdict, builder_str(because)};
}

struct ruling score_as(enum verdict verdict, const char *because)
{
    return (struct ruling){verdict, str_of(because)};
}

struct ruling score_unless(const struct scorer *s, const struct against *against, size_t count)
{
    struct builder b = because(s);
    for (size_t i = 0; i < count; i++)
        because_count(&b, fired(s, against[i].rule), against[i].one, against[i].many);
    return score_on(b.len ? VERDICT_NOT_MET : VERDICT_TO_JUDGE, &b);
}

/* ---- The cards ---- */

struct row {
    int number;
    struct ruling (*judge)(const struct scorer *s); /* NULL: the ruling is fixed */
    enum verdict verdict;
    const char *because, *question;
};

#define ITEM(number, judge, question) {number, score_##judge, VERDICT_TO_JUDGE, "", question},
#define FIXED(number, verdict, because, question)                                                 \
    {number, NULL, VERDICT_##verdict, because, question},
static const struct row cdc[] = {
#include "lint/score/cdc.def"
};
static const struct row pemat[] = {
#include "lint/score/pemat.def"
};
#undef ITEM
#undef FIXED

static struct item *add_card(const struct scorer *s, struct item *item, struct str card,
                             const struct row *rows, size_t count)
{
    for (const struct row *row = rows; row < rows + count; row++) {
        struct ruling ruling = row->judge ? row->judge(s) : score_as(row->verdict, row->because);
        *item++ = (struct item){card, row->number, str_of(row->question), ruling.verdict,
                                ruling.because};
    }
    return item;
}

void lint_scorecards(struct linter *linter)
{
    enum { CDC = sizeof cdc / sizeof *cdc, PEMAT = sizeof pemat / sizeof *pemat };
    const struct scorer scorer = {linter, linter->article, facts_of(linter)};
    struct item *items = ARENA_ARRAY(linter->arena, CDC + PEMAT, struct item);
    struct item *next = add_card(&scorer, items, STR("CDC Clear Communication Index"), cdc, CDC);
    add_card(&scorer, next, STR("PEMAT-P"), pemat, PEMAT);
    linter->result->items = items;
    linter->result->item_count = CDC + PEMAT;
}
