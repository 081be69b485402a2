/*
 * Words that have something better in their place: bureaucratic ones, those of medicine, those that
 * promote, those of the web.  The lexicon has them, with what to say instead.
 *
 * Each row of the lexicon is reported once, at its first place, so that ten times the same word is
 * one finding.  A word of medicine that is explained at its first place need not be later.  A
 * hint never says more of the subject than the text did.
 */
#include "lint/rules/pattern.h"

#include "base/ascii.h"
#include "lint/rules/own_words.h"
#include "lint/rules/explain.h"
#include "prose/letters.h"

/* ---- What lets a word be ---- */

/* A capital within a sentence: "Office of Oral Health", the drink Boost. */
static bool not_a_name(const struct found *f)
{
    struct str word = f->passage->words[f->mark].str;
    return f->mark == f->sentence->first || word.ptr[0] < 'A' || word.ptr[0] > 'Z'
           || word.len < 2 || word.ptr[1] <= 'Z';
}

/* In headings all words may have one. */
static bool not_a_name_in_text(const struct found *f)
{
    return f->passage->heading || not_a_name(f);
}

/* “So” or "so": somebody else's word. */
static bool not_quoted(const struct found *f)
{
    struct str before = gap_before(f->passage, f->mark), behind = gap_before(f->passage, f->end);
    bool stop = char_at(behind, 0) == ',' || char_at(behind, 0) == '.';
    uint32_t closing = letter_at(behind, stop);
    bool opened =
        str_ends(before, STR("\"")) || str_ends(before, STR("“")) || str_ends(before, STR("«"));
    return !(opened && (closing == '"' || closing == 0x201D || closing == 0xBB));
}

/* "clinic.example/blog" is an address to read. */
static bool not_in_address(const struct found *f)
{
    size_t next = f->mark + 1;
    struct str before = gap_before(f->passage, f->mark), behind = gap_before(f->passage, next);
    bool goes_on = next < f->passage->word_count && str_equal(behind, STR("."));
    return !str_ends(before, STR("/")) && !str_ends(before, STR(".")) && !str_ends(before, STR("@"))
           && !str_starts(behind, STR("/")) && !goes_on;
}

/* ---- What makes a word of medicine plain ---- */

/* Whether a plain word stands beside it in the sentence: "high blood pressure (hypertension)". */
static bool is_glossed(const struct found *f, struct str instead)
{
    size_t first = f->sentence->first, end = first + f->sentence->count;
    while (instead.len) {
        struct str choice = str_before(instead, '"');
        if (phrase_within(f->passage, first, f->mark - first, choice)
            || phrase_within(f->passage, f->end, end - f->end, choice))
            return true;
        instead = str_part(instead, choice.len + sizeof "\" or \"" - 1, instead.len);
    }
    return false;
}

/* ---- Hints ---- */

/* Whether a past tense is a participle: after "be" or "have", or without an object behind it. */
static bool is_participle(const struct passage *passage, size_t at)
{
    size_t before = at;
    while (before > 1 && str_ends(passage->words[before - 1].str, STR("ly")))
        before--;
    return (before > 0 && (class_at(passage, before - 1, CLASS_BE)
                           || class_at(passage, before - 1, CLASS_AUXILIARY)))
           || at + 1 == passage->word_count || !class_at(passage, at + 1, CLASS_OBJECT_WORD);
}

/* With capitals where a sentence begins with what it replaces. */
static struct str capitalized(struct arena *arena, struct str instead)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < instead.len; i++) {
        char c = instead.ptr[i];
        bool first = i == 0 || str_ends(str_part(instead, 0, i), STR("\" or \""));
        builder_char(&b, first && c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
    }
    return builder_str(&b);
}

static bool is_hard_word(const struct entry *entry)
{
    return entry->word_class == CLASS_PLAIN || entry->word_class == CLASS_MEDICAL;
}

static struct str wording_hint(struct arena *arena, const struct found *f,
                               const struct entry *entry)
{
    const struct lexicon *lexicon = f->passage->lexicon;
    char first = f->passage->words[f->mark].str.ptr[0];
    struct str instead = entry_instead(lexicon, entry);
    if (entry->participle && is_participle(f->passage, f->mark))
        instead = str_of((const char *)lexicon->others + entry->participle);
    bool begins = is_hard_word(entry) && f->mark == f->sentence->first;
    return begins && ascii_is_upper(first) ? capitalized(arena, instead) : instead;
}

/* ---- The rules ---- */

static bool in_body(const struct passage *passage)
{
    return part_is_body(passage->part);
}

/* Which classes are faults, of which rule, where, and what lets them be. */
static const struct wording {
    enum word_class word_class;
    enum rule rule;
    bool (*is_where)(const struct passage *passage); /* NULL: anywhere */
    struct test tests[TESTS_MOST];
} wordings[] = {
#define TAKEN TEST(not_denied), TEST(not_doubted), TEST(not_quoted), TEST(not_a_name_in_text)
#define PROMISING TAKEN, LACKS(BEFORE_MARK, SUPPOSED), LACKS(BEFORE_MARK, AWAITED), TEST(not_asked)
    {CLASS_BLOG, RULE_BLOG_WORDING, NULL, {TEST(not_in_address)}},
    {CLASS_BLOG_BELOW, RULE_BLOG_WORDING, NULL, {TEST(not_in_address)}},
    {CLASS_PRAISE, RULE_PROMOTIONAL_WORD, where_claims_are, {TAKEN}},
    {CLASS_PROMISE, RULE_PROMOTIONAL_WORD, where_claims_are, {PROMISING}},
    {CLASS_SAFETY, RULE_PROMOTIONAL_WORD, above_disclaimer, {PROMISING}},
    {CLASS_PLAIN, RULE_PLAIN_WORD, in_body, {TEST(not_a_name)}},
    {CLASS_MEDICAL, RULE_MEDICAL_WORD, in_body, {TEST(not_a_name)}},
#undef TAKEN
#undef PROMISING
};

/* A word of medicine that its sentence explains, or that is itself the explanation in brackets. */
static bool is_plain_here(const struct found *f, const struct entry *entry)
{
    size_t words = f->end - f->mark;
    return entry->word_class == CLASS_MEDICAL
           && (is_explained(f->passage, f->mark, words) || opens_bracket(f->passage, f->mark)
               || is_glossed(f, entry_instead(f->passage->lexicon, entry)));
}

/* Where it is kept that a row was told of; in a disclaimer rows count anew. */
static bool *told_of(struct linter *linter, const struct passage *passage,
                     const struct entry *entry)
{
    return &linter->worded[entry->row + (in_disclaimer(passage) ? passage->lexicon->rows : 0)];
}

static void look_at_wording(struct linter *linter, const struct found *f,
                            const struct wording *wording)
{
    const struct entry *entry = entry_at(f->passage, f->mark, wording->word_class, NULL);
    bool *told = told_of(linter, f->passage, entry);
    if (*told || str_equal(entry_instead(f->passage->lexicon, entry), STR("="))
        || !passes_tests(f, wording->tests)
        || is_allowed(linter, words_text(f->passage, f->mark, f->end - f->mark)))
        return;
    *told = true;
    size_t shown = wording->word_class == CLASS_PROMISE ? 1 : f->end - f->mark; /* "heals" your */
    if (!is_plain_here(f, entry))
        lint_report(linter, wording->rule, words_place(f->passage, f->mark, shown),
                    words_text(f->passage, f->mark, shown),
                    wording_hint(linter->arena, f, entry));
}

static void look_at_sentence(struct linter *linter, struct found *f)
{
    size_t first = f->sentence->first;
    for (f->mark = first; f->mark < first + f->sentence->count; f->mark++) {
        for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) {
            size_t words = class_at(f->passage, f->mark, wordings[i].word_class);
            f->end = f->mark + words;
            if (words && (!wordings[i].is_where || wordings[i].is_where(f->passage)))
                look_at_wording(linter, f, &wordings[i]);
        }
    }
}

static void let_be(bool *told, const struct entry *entry)
{
    if (entry)
        told[entry->row] = true;
}

/* The title's and the topic's own words, without which the article cannot be, are told of. */
static bool *topic_told(const struct linter *linter, const struct lexicon *lexicon)
{
    const struct prose *prose = &linter->prose;
    const struct texts *topic = &linter->article->topic;
    bool *told = ARENA_ARRAY(linter->arena, 2 * lexicon->rows, bool);
    for (const struct passage *p = prose->at; p < prose->at + prose->count; p++)
        for (size_t at = 0; p->part == PART_TITLE && at < p->word_count; at++) {
            let_be(told, entry_at(p, at, CLASS_PLAIN, NULL));
            let_be(told, entry_at(p, at, CLASS_MEDICAL, NULL));
        }
    for (size_t i = 0; i < topic->count; i++) {
        struct str low = as_read(linter->arena, topic->at[i].str);
        let_be(told, lexicon_find(lexicon, low, CLASS_PLAIN));
        let_be(told, lexicon_find(lexicon, low, CLASS_MEDICAL));
    }
    return told;
}

void lint_wording(struct linter *linter, const struct passage *passage)
{
    if (!linter->worded)
        linter->worded = topic_told(linter, passage->lexicon);
    struct found found = {.passage = passage};
    for (size_t n = 0; n < passage->sentence_count; n++) {
        found.sentence = &passage->sentences[n];
        look_at_sentence(linter, &found);
    }
}
