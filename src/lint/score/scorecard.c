/*
 * The scorecards, item by item: card.def has them, with the steps that lead to a verdict.  There is
 * no total: it would be made of the items that are easy to count.
 */
#include "lint/score/facts.h"

enum step_kind { STEP_REASON, STEP_IF, STEP_UNLESS, STEP_IF_ANY };

struct step {
    enum step_kind kind;
    enum fact given;  /* of which there must be `least`, or for UNLESS none */
    int least;
    enum fact counted; /* of a reason; ALWAYS: the words are all of it */
    enum verdict verdict;
    const char *words; /* NULL: those of the fact; of a verdict, the reasons so far */
};

enum { STEPS_MOST = 12 };

struct row {
    int card, number;
    const char *question;
    struct step steps[STEPS_MOST];
};

/* ---- Tables ---- */

#define STEPS(...) {__VA_ARGS__}
#define REASON(given, least, counted, words)                                                      \
    {STEP_REASON, FACT_##given, least, FACT_##counted, VERDICT_TO_JUDGE, words}
#define RULES(kind, given, least, verdict, words)                                                 \
    {STEP_##kind, FACT_##given, least, FACT_ALWAYS, VERDICT_##verdict, words}

#define COUNT(fact) REASON(fact, 1, fact, NULL)
#define COUNT_FROM(least, fact) REASON(fact, least, fact, NULL)
#define COUNT_IF(given, fact) REASON(given, 1, fact, NULL)
#define NOTE(fact, words) REASON(fact, 1, ALWAYS, words)
#define IF(fact, verdict) RULES(IF, fact, 1, verdict, NULL)
#define IF_FOR(fact, verdict, words) RULES(IF, fact, 1, verdict, words)
#define IF_FROM(least, fact, verdict) RULES(IF, fact, least, verdict, NULL)
#define UNLESS(fact, verdict) RULES(UNLESS, fact, 1, verdict, NULL)
#define UNLESS_FOR(fact, verdict, words) RULES(UNLESS, fact, 1, verdict, words)
#define IF_ANY(verdict) RULES(IF_ANY, ALWAYS, 1, verdict, NULL)
#define ELSE(verdict) RULES(IF, ALWAYS, 1, verdict, NULL)
#define ELSE_FOR(verdict, words) RULES(IF, ALWAYS, 1, verdict, words)

enum {
#define CARD(id, name) CARD_##id,
#define ITEM(card, number, question, steps)
#include "lint/score/card.def"
};

static const char *const card_names[] = {
#define CARD(id, name) name,
#define ITEM(card, number, question, steps)
#include "lint/score/card.def"
};

static const struct row rows[] = {
#define CARD(id, name)
#define ITEM(card, number, question, steps) {CARD_##card, number, question, steps},
#include "lint/score/card.def"
};

static const struct {
    const char *one, *many;
} fact_words[] = {
#define FACT(id, one, many, value) {one, many},
#define FOUND(rule, one, many) {one, many},
#include "lint/score/fact.def"
};

/* ---- Steps ---- */

/* Behind a comma if it is not the first, and does not join by itself: " in 3 sentences". */
static void add_reason(struct builder *b, const struct facts *facts, const struct step *step)
{
    int count = facts->of[step->counted];
    const char *of_fact = count == 1 ? fact_words[step->counted].one
                                     : fact_words[step->counted].many;
    const char *words = step->words ? step->words : of_fact;
    if (b->len && *words != ' ' && *words != ',')
        builder_add(b, STR(", "));
    struct str before = str_before(str_of(words), '#');
    builder_add(b, before);
    if (words[before.len])
        builder_printf(b, "%d%s", count, words + before.len + 1);
}

static bool rules(const struct step *step, const struct facts *facts, const struct builder *reasons)
{
    switch (step->kind) {
    case STEP_IF:
        return facts->of[step->given] >= step->least;
    case STEP_UNLESS:
        return facts->of[step->given] < step->least;
    case STEP_IF_ANY:
        return reasons->len > 0;
    default:
        return false;
    }
}

static struct item judge(struct arena *arena, const struct row *row, const struct facts *facts)
{
    struct builder reasons = {.arena = arena};
    const struct step *step = row->steps;
    for (; !rules(step, facts, &reasons); step++)
        if (step->kind == STEP_REASON && facts->of[step->given] >= step->least)
            add_reason(&reasons, facts, step);
    return (struct item){str_of(card_names[row->card]), row->number, str_of(row->question),
                         step->verdict,
                         step->words ? str_of(step->words) : builder_str(&reasons)};
}

void lint_scorecards(struct linter *linter)
{
    enum { COUNT_OF_ITEMS = sizeof rows / sizeof *rows };
    const struct facts facts = facts_of(linter);
    struct item *items = ARENA_ARRAY(linter->arena, COUNT_OF_ITEMS, struct item);
    for (size_t i = 0; i < COUNT_OF_ITEMS; i++)
        items[i] = judge(linter->arena, &rows[i], &facts);
    linter->result->items = items;
    linter->result->item_count = COUNT_OF_ITEMS;
}
