/*
 * See lint.h.  Each rule is a function over the same prose; findings are sorted at the end.  The
 * rules that are errors go first: a list holds DIAG_MAX findings, and an error must be among them.
 */
#include "lint/linter.h"

/* A rule is of one kind or the other. */
struct looked {
    lint_rule *whole;
    lint_text_rule *each;
};

static const struct looked any_language[] = {
    {lint_links, NULL}, {lint_own_words, NULL}, {NULL, lint_dose},     {lint_currency, NULL},
    {lint_paper, NULL}, {lint_sentences, NULL}, {NULL, lint_capitals}, {lint_lists, NULL},
};

/* Those that need the language's own lexicon. */
static const struct looked with_lexicon[] = {
    {lint_patterns, NULL}, {NULL, lint_wording},    {NULL, lint_claim},
    {lint_safety, NULL},   {lint_references, NULL}, {NULL, lint_supplement},
};

static void run_rules(struct linter *linter, const struct looked *rules, size_t count)
{
    for (const struct looked *rule = rules; rule < rules + count; rule++) {
        if (rule->whole)
            rule->whole(linter);
        for (size_t i = 0; rule->each && i < linter->prose.count; i++)
            rule->each(linter, &linter->prose.at[i]);
    }
}

const struct lint_result *lint_review(struct arena *arena, struct diags *diags,
                                 const struct lint_request *request)
{
    const struct article *article = request->article;
    struct linter *linter = ARENA_NEW(arena, struct linter);
    *linter = (struct linter){
        .arena = arena,
        .article = article,
        .clinic = request->clinic,
        .pages = request->pages,
        .today = request->today,
        .prose = prose_of(arena, article, request->clinic),
        .result = ARENA_NEW(arena, struct lint_result),
    };
    diags_init(&linter->found, arena, diags->strict);
    linter->found.levels = diags->levels;
    bool reviewed = lexicon_knows(linter->prose.lexicon);
    if (language_is(article->language, STR("en")))
        linter->result->formula = FORMULA_ENGLISH;
    else if (language_is(article->language, STR("es")))
        linter->result->formula = FORMULA_SPANISH;
    else
        lint_find(linter, READING_UNMEASURED, lint_whole(linter), article->language);
    if (reviewed)
        run_rules(linter, with_lexicon, sizeof with_lexicon / sizeof *with_lexicon);
    run_rules(linter, any_language, sizeof any_language / sizeof *any_language);
    lint_reading(linter);
    if (!reviewed)
        lint_find(linter, WORDING_UNREVIEWED, lint_whole(linter), article->language);
    lint_scorecards(linter);
    diags_join(diags, &linter->found, &article->source);
    return linter->result;
}
