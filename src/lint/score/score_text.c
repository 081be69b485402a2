/*
 * The scorecards' items on what the text says: words, numbers, risk.
 */
#include "lint/score/scorer.h"

/* ---- Words ---- */

struct ruling score_all_words_known(const struct scorer *s)
{
    static const struct against against[] = {
        {RULE_UNDEFINED_ABBREVIATION, "abbreviation not spelled out",
         "abbreviations not spelled out"},
        {RULE_MEDICAL_WORD, "medical term", "medical terms"},
        {RULE_PLAIN_WORD, "word that is not plain", "words that are not plain"}};
    return SCORE_UNLESS(s, against);
}

struct ruling score_terms_defined(const struct scorer *s)
{
    static const struct against against[] = {
        {RULE_MEDICAL_WORD, "medical term", "medical terms"}};
    return SCORE_UNLESS(s, against);
}

/* PEMAT asks for what holds "nearly all of the time (80% to 100%)". */
static bool is_often(const struct scorer *s, int count)
{
    return count * 5 > s->facts.sentences;
}

static void add_sentences(struct builder *b, const struct scorer *s)
{
    builder_printf(b, " in %d %s", s->facts.sentences,
                   s->facts.sentences == 1 ? "sentence" : "sentences");
}

/* Abbreviations are to be spelled out, whatever else is plain. */
struct ruling score_plain_words(const struct scorer *s)
{
    int words = fired(s, RULE_PLAIN_WORD), short_forms = fired(s, RULE_UNDEFINED_ABBREVIATION);
    struct builder b = because(s);
    because_count(&b, short_forms, "abbreviation not spelled out", "abbreviations not spelled out");
    because_count(&b, words, "word that is not plain", "words that are not plain");
    if (words)
        add_sentences(&b, s);
    return score_on(short_forms || is_often(s, words) ? VERDICT_NOT_MET : VERDICT_TO_JUDGE, &b);
}

struct ruling score_core_active(const struct scorer *s)
{
    struct builder b = because(s);
    because_count(&b, s->facts.passive_core, "verb that may be passive",
                  "verbs that may be passive");
    return score_on(b.len ? VERDICT_NOT_MET : VERDICT_TO_JUDGE, &b);
}

struct ruling score_mostly_active(const struct scorer *s)
{
    int count = fired(s, RULE_PASSIVE_VOICE);
    struct builder b = because(s);
    because_count(&b, count, "verb that may be passive", "verbs that may be passive");
    if (count)
        add_sentences(&b, s);
    return score_on(is_often(s, count) ? VERDICT_NOT_MET : VERDICT_TO_JUDGE, &b);
}

struct ruling score_undistracted(const struct scorer *s)
{
    static const struct against against[] = {
        {RULE_PROMOTIONAL_WORD, "promotional word", "promotional words"},
        {RULE_BLOG_WORDING, "word from a blog", "words from a blog"},
        {RULE_AFFILIATE_LINK, "link that earns a commission", "links that earn a commission"}};
    return SCORE_UNLESS(s, against);
}

/* ---- Numbers ---- */

static bool has_numbers(const struct scorer *s)
{
    return s->facts.numbers || s->facts.number_words || !s->facts.reviewed;
}

static struct ruling no_numbers(void)
{
    return score_as(VERDICT_NOT_APPLICABLE, "no numbers");
}

struct ruling score_numbers_used(const struct scorer *s)
{
    struct builder b = because(s);
    if (!has_numbers(s))
        return no_numbers();
    because_count(&b, s->facts.numbers, "number in figures", "numbers in figures");
    because_count(&b, s->facts.broken_numbers, "of them not whole", "of them not whole");
    return score_on(VERDICT_TO_JUDGE, &b);
}

struct ruling score_numbers_explained(const struct scorer *s)
{
    static const struct against against[] = {
        {RULE_DOSE_WITHOUT_UNIT, "dose without a unit", "doses without a unit"}};
    return has_numbers(s) ? SCORE_UNLESS(s, against) : no_numbers();
}

struct ruling score_numbers_clear(const struct scorer *s)
{
    static const struct against against[] = {
        {RULE_TRAILING_ZERO, "trailing zero", "trailing zeros"},
        {RULE_NAKED_DECIMAL, "decimal without its zero", "decimals without their zero"},
        {RULE_UNIT_SPACE, "number stuck to its unit", "numbers stuck to their units"},
        {RULE_DOSE_SIGN, "sign between doses", "signs between doses"},
        {RULE_THOUSANDS_COMMA, "large number without a comma", "large numbers without a comma"},
        {RULE_DOSE_WITHOUT_UNIT, "dose without a unit", "doses without a unit"},
        {RULE_HYPHEN_RANGE, "range like one number", "ranges like one number"}};
    return has_numbers(s) ? SCORE_UNLESS(s, against) : no_numbers();
}

struct ruling score_no_sums(const struct scorer *s)
{
    struct builder b = because(s);
    because_count(&b, s->facts.sums, "amount to work out", "amounts to work out");
    return score_on(b.len ? VERDICT_NOT_MET : VERDICT_TO_JUDGE, &b);
}

struct ruling score_audience_sums(const struct scorer *s)
{
    return has_numbers(s) || s->facts.sums ? score_no_sums(s) : no_numbers();
}

struct ruling score_sums_shown(const struct scorer *s)
{
    struct builder b = because(s);
    if (!has_numbers(s) && !s->facts.sums)
        return no_numbers();
    because_count(&b, s->facts.sums, "amount to work out", "amounts to work out");
    return score_on(VERDICT_TO_JUDGE, &b);
}

/* ---- Risk, and what is known ---- */

struct ruling score_known_and_unknown(const struct scorer *s)
{
    struct builder b = because(s);
    if (fired(s, RULE_NO_UNKNOWNS))
        return score_as(VERDICT_NOT_MET, "nothing on what is not known");
    because_count(&b, (int)s->article->unknowns.count, "thing not known", "things not known");
    because_count(&b, (int)s->article->references.count, "reference", "references");
    bool both = s->article->unknowns.count && s->article->references.count;
    return score_on(both ? VERDICT_MET : VERDICT_TO_JUDGE, &b);
}

struct ruling score_risk_explained(const struct scorer *s)
{
    struct builder b = because(s);
    because_count(&b, (int)s->article->cautions.count, "caution", "cautions");
    return score_on(VERDICT_TO_JUDGE, &b);
}

/* What is said of either is weighed by a rule that knows English only. */
struct ruling score_risks_and_benefits(const struct scorer *s)
{
    struct builder b = because(s);
    because_count(&b, (int)s->article->benefits.count, "benefit", "benefits");
    because_count(&b, (int)s->article->cautions.count, "caution", "cautions");
    if (fired(s, RULE_FEW_CAUTIONS))
        because_add(&b, "few words on the cautions");
    bool met = s->facts.reviewed && !fired(s, RULE_FEW_CAUTIONS);
    return score_on(met ? VERDICT_MET : VERDICT_TO_JUDGE, &b);
}

struct ruling score_odds_explained(const struct scorer *s)
{
    struct builder b = because(s);
    because_count(&b, s->facts.odds, "percentage or \"1 in …\"", "percentages or \"1 in …\"");
    if (!b.len && s->facts.reviewed)
        return score_as(VERDICT_NOT_APPLICABLE, "no probability in figures");
    return score_on(VERDICT_TO_JUDGE, &b);
}
