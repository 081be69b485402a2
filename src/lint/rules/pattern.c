/* See pattern.h. */
#include "lint/rules/pattern.h"

#include "base/ascii.h"
#include "lint/rules/urge.h"
#include "prose/letters.h"

struct pattern {
    enum saying saying;
    struct step steps[STEPS_MOST];
    struct test tests[TESTS_MOST];
};

#define START {STEP_START, 0, {CLASS_NONE}}
#define MARK {STEP_MARK, 0, {CLASS_NONE}}
#define KEY {STEP_KEY, 0, {CLASS_NONE}}
#define TIGHT {STEP_TIGHT, 0, {CLASS_NONE}}
#define SIGN(sign) {STEP_SIGN, sign, {CLASS_NONE}}
#define IS(...) {STEP_IS, 0, {__VA_ARGS__}}
#define MAYBE(...) {STEP_MAYBE, 0, {__VA_ARGS__}}
#define ANY(...) {STEP_ANY, 0, {__VA_ARGS__}}
#define GAP(most, ...) {STEP_GAP, most, {__VA_ARGS__}}
#define CLAUSE_GAP(most, ...) {STEP_CLAUSE_GAP, most, {__VA_ARGS__}}
#define AFTER_NO(...) {STEP_AFTER, 0, {__VA_ARGS__}}
#define BEFORE_NO(...) {STEP_BEFORE, 0, {__VA_ARGS__}}
#define CLOSED(...) {STEP_CLOSED, 0, {__VA_ARGS__}}
#define STEPS(...) {__VA_ARGS__}
#define TESTS(...) {__VA_ARGS__}

enum {
    C_NONE = CLASS_NONE,
#define CLASS(id, name, family, letters) C_##id = CLASS_##id,
#include "prose/class.def"
#undef CLASS
};

static const struct pattern patterns[] = {
#define PATTERN(saying, steps, tests) {SAYING_##saying, steps, tests},
#include "lint/rules/patterns.def"
#undef PATTERN
};

/* ---- Steps ---- */

static size_t sentence_end(const struct found *f)
{
    return f->sentence->first + f->sentence->count;
}

/* Words of the longest entry of any of the classes, within the sentence. */
static size_t words_at(const struct found *f, size_t at, const unsigned char *classes)
{
    size_t longest = 0;
    for (; at < sentence_end(f) && *classes; classes++) {
        size_t words = class_at(f->passage, at, (enum word_class)*classes);
        if (words > longest && at + words <= sentence_end(f))
            longest = words;
    }
    return longest;
}

static bool follow_step(struct found *f, const struct step *step, size_t at);

enum { ANY_MOST = 40 }; /* entries: no sentence that is read has more of them in a row */

/* The longer first. */
static bool follow_any(struct found *f, const struct step *step, size_t at)
{
    size_t ways[ANY_MOST + 1] = {at}, count = 0, most = step->op == STEP_ANY ? ANY_MOST : 1;
    for (size_t words; count < most && (words = words_at(f, ways[count], step->classes)); count++)
        ways[count + 1] = ways[count] + words;
    for (size_t i = count + 1; i-- > 0;)
        if (follow_step(f, step + 1, ways[i]))
            return true;
    return false;
}

/* Whether a clause ends before that word: ; : ( or a dash. */
static bool clause_ends(const struct passage *passage, size_t at)
{
    static const char *const ends[] = {";", ":", "(", "–", "—", " - "};
    struct str gap = gap_before(passage, at);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_contains(gap, str_of(ends[i])))
            return true;
    return false;
}

/* The shorter first. */
static bool follow_gap(struct found *f, const struct step *step, size_t at)
{
    bool one_clause = step->op == STEP_CLAUSE_GAP;
    for (size_t gap = 0; gap <= step->most && at < sentence_end(f); gap++, at++) {
        if (one_clause && clause_ends(f->passage, at))
            return false;
        if (follow_step(f, step + 1, at))
            return true;
        if (words_at(f, at, step->classes))
            return false;
    }
    return false;
}

static bool ends_where_it_may(const struct found *f, const struct step *step, size_t at)
{
    return at == sentence_end(f) || !word_adjoins(f->passage, at - 1)
           || words_at(f, at, step->classes);
}

/* Whether a step that takes no words lets go on. */
static bool condition_holds(struct found *f, const struct step *step, size_t at)
{
    size_t first = f->sentence->first;
    switch (step->op) {
    case STEP_START:
        return at == first;
    case STEP_MARK:
        f->mark = at;
        return true;
    case STEP_KEY:
        f->key = at;
        return true;
    case STEP_TIGHT:
        return at > first && at < sentence_end(f) && word_adjoins(f->passage, at - 1);
    case STEP_SIGN:
        return at > first
               && char_at(trim_spaces(gap_before(f->passage, at)), 0) == (char)step->most;
    case STEP_AFTER:
        return at == first || !words_at(f, at - 1, step->classes);
    case STEP_BEFORE:
        return !words_at(f, at, step->classes);
    default:
        return ends_where_it_may(f, step, at);
    }
}

static bool follow_step(struct found *f, const struct step *step, size_t at)
{
    size_t words;
    switch (step->op) {
    case STEP_END:
        f->end = at;
        return true;
    case STEP_IS:
        words = words_at(f, at, step->classes);
        return words && follow_step(f, step + 1, at + words);
    case STEP_MAYBE:
    case STEP_ANY:
        return follow_any(f, step, at);
    case STEP_GAP:
    case STEP_CLAUSE_GAP:
        return follow_gap(f, step, at);
    default:
        return condition_holds(f, step, at) && follow_step(f, step + 1, at);
    }
}

/* ---- Tests ---- */

static bool passes_test(const struct found *f, const struct test *test)
{
    size_t first = f->sentence->first, end = sentence_end(f);
    if (test->holds)
        return test->holds(f);
    if (test->where == URGED)
        return class_is_urged(f->passage, f->sentence, test->word_class) == test->wanted;
    if (test->where != IN_SENTENCE)
        end = test->where == BEFORE_MARK ? f->mark : f->key;
    return class_within(f->passage, first, end - first, test->word_class, NULL) == test->wanted;
}

bool passes_tests(const struct found *f, const struct test *tests)
{
    for (size_t i = 0; i < TESTS_MOST && (tests[i].holds || tests[i].word_class); i++)
        if (!passes_test(f, &tests[i]))
            return false;
    return true;
}

/* ---- Patterns ---- */

static bool follow_pattern(struct found *f, const struct pattern *pattern, size_t at)
{
    f->start = f->mark = at;
    f->key = SIZE_MAX;
    if (!follow_step(f, pattern->steps, at))
        return false;
    f->key = f->key == SIZE_MAX ? f->mark : f->key;
    return passes_tests(f, pattern->tests);
}

/* The patterns of a saying, which follow each other. */
struct ways {
    const struct pattern *first, *end;
};

static struct ways ways_of(enum saying saying)
{
    const struct pattern *first = patterns, *end = patterns + sizeof patterns / sizeof *patterns;
    while (first->saying != saying)
        first++;
    const struct pattern *next = first;
    while (next < end && next->saying == saying)
        next++;
    return (struct ways){first, next};
}

static bool says_from(struct found *f, struct ways ways, size_t at)
{
    for (const struct pattern *way = ways.first; way < ways.end; way++)
        if (follow_pattern(f, way, at))
            return true;
    return false;
}

bool says(enum saying saying, const struct passage *passage, const struct sentence *sentence,
          struct found *found)
{
    struct ways ways = ways_of(saying);
    *found = (struct found){.passage = passage, .sentence = sentence};
    for (size_t at = sentence->first; at < sentence_end(found); at++)
        if (says_from(found, ways, at))
            return true;
    return false;
}

bool passage_says(enum saying saying, const struct passage *passage, struct found *found)
{
    struct found unasked;
    for (size_t i = 0; i < passage->sentence_count; i++)
        if (says(saying, passage, &passage->sentences[i], found ? found : &unasked))
            return true;
    return false;
}

bool is_said_at(enum saying saying, const struct passage *passage,
                const struct sentence *sentence, size_t at)
{
    struct found found = {.passage = passage, .sentence = sentence};
    return says_from(&found, ways_of(saying), at);
}

int times_said(enum saying saying, const struct passage *passage)
{
    struct ways ways = ways_of(saying);
    int times = 0;
    for (size_t i = 0; i < passage->sentence_count; i++) {
        struct found found = {.passage = passage, .sentence = &passage->sentences[i]};
        for (size_t at = found.sentence->first; at < sentence_end(&found); at++)
            times += says_from(&found, ways, at);
    }
    return times;
}

/* ---- Rules that are patterns ---- */

bool in_disclaimer(const struct passage *passage)
{
    return passage->part == PART_DISCLAIMER;
}

bool above_disclaimer(const struct passage *passage)
{
    return passage->part != PART_DISCLAIMER;
}

bool where_claims_are(const struct passage *passage)
{
    return above_disclaimer(passage) && !part_is_warning(passage->part);
}

/* A sentence has one finding of a rule at most, the first. */
static const struct sought {
    enum rule rule;
    enum saying saying;
    bool (*is_where)(const struct passage *passage); /* NULL: anywhere */
    int most; /* findings: an author who has read five knows */
} sought[] = {
    {RULE_INVERTED_DISCLAIMER, SAYING_INVERTED_DISCLAIMER, in_disclaimer, DIAG_MAX},
    {RULE_AFFILIATE_LINK, SAYING_AFFILIATE, NULL, DIAG_MAX},
    {RULE_DISEASE_CLAIM, SAYING_DISEASE_CLAIM, where_claims_are, DIAG_MAX},
    {RULE_PASSIVE_VOICE, SAYING_PASSIVE, passage_is_text, 5},
};

/* A message puts it in quotation marks of its own. */
static struct str without_quotes(struct arena *arena, struct str s)
{
    struct builder b = {.arena = arena};
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (c != '"' && c != 0x201C && c != 0x201D && c != 0xAB && c != 0xBB)
            builder_utf8(&b, c);
    }
    return builder_str(&b);
}

static void seek(struct linter *linter, const struct sought *what, const struct passage *passage)
{
    struct found f;
    for (size_t i = 0; i < passage->sentence_count && linter->fired[what->rule] < what->most; i++)
        if (says(what->saying, passage, &passage->sentences[i], &f)) {
            struct str words = words_text(passage, f.mark, f.end - f.mark);
            lint_report(linter, what->rule, slice_place(passage, words),
                        without_quotes(linter->arena, words), (struct str){0});
        }
}

void lint_patterns(struct linter *linter)
{
    for (size_t k = 0; k < sizeof sought / sizeof *sought; k++)
        for (size_t i = 0; i < linter->prose.count; i++)
            if (!sought[k].is_where || sought[k].is_where(&linter->prose.at[i]))
                seek(linter, &sought[k], &linter->prose.at[i]);
}
