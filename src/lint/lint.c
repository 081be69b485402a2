/*
 * See lint.h.  Each rule is a function over the same prose; findings are sorted at the end.  The
 * rules that are errors go first: a list holds DIAG_MAX findings, and an error must be among them.
 */
#include "lint/linter.h"

static lint_rule *const any_language[] = {
    lint_links, lint_dose, lint_currency, lint_paper, lint_sentences, lint_capitals, lint_lists,
};

static lint_rule *const english[] = {
    lint_disclaimer, lint_promotion, lint_claims, lint_safety, lint_references, lint_blog,
    lint_supplement, lint_words, lint_abbreviations, lint_passive,
};

struct str lint_decimal(const struct linter *linter, int32_t value)
{
    struct builder b = {.arena = linter->arena};
    int tenths = (value + 50) / 100;
    builder_printf(&b, "%d.%d", tenths / 10, tenths % 10);
    return builder_str(&b);
}

static void run(struct linter *linter, lint_rule *const *rules, size_t count)
{
    for (size_t i = 0; i < count; i++)
        rules[i](linter);
}

bool language_is(struct str tag, struct str language)
{
    return word_equals(str_before(tag, '-'), language);
}

const struct lint_result *lint_review(struct arena *arena, struct diags *diags,
                                 const struct lint_request *request)
{
    const struct article *article = request->article;
    struct linter *linter = ARENA_NEW(arena, struct linter);
    *linter = (struct linter){
        .arena = arena,
        .shouting = ARENA_NEW(arena, struct shouting),
        .article = article,
        .clinic = request->clinic,
        .pages = request->pages,
        .today = request->today,
        .prose = prose_of(arena, article, request->clinic),
        .result = ARENA_NEW(arena, struct lint_result),
    };
    diags_init(&linter->found, arena, diags->strict);
    linter->found.levels = diags->levels;
    bool is_english = language_is(article->language, STR("en"));
    if (is_english)
        linter->result->formula = FORMULA_ENGLISH;
    else if (language_is(article->language, STR("es")))
        linter->result->formula = FORMULA_SPANISH;
    else
        lint_find(linter, READING_UNMEASURED, lint_whole(linter), article->language);
    if (is_english)
        run(linter, english, sizeof english / sizeof *english);
    run(linter, any_language, sizeof any_language / sizeof *any_language);
    lint_reading(linter);
    if (!is_english)
        lint_find(linter, WORDING_UNREVIEWED, lint_whole(linter), article->language);
    lint_scorecards(linter);
    diags_join(diags, &linter->found, &article->source);
    return linter->result;
}
