/*
 * Claims.  A disease claim is a verb of effect with a disease as its object, stated flatly: the
 * sentence is not open, denied, supposed or a question.  A benefit with nothing that leaves it
 * open is a lesser fault, and is marked where there is no disease claim.
 *
 * The law is about supplements, so what medicines, doctors and the readers themselves do is no
 * claim.  Warnings are left out: a risk needs no "may" to be taken seriously.  So is what a
 * nutrient is for, and what it does for those who lack it.
 */
#include "base/ascii.h"
#include "lint/linter.h"
#include "lint/stance.h"

/* ---- Verbs ---- */

struct verb {
    const char *base, *third;
};

#define VERB(base) {base, base "s"}
static const struct verb verbs[] = {
    VERB("treat"), VERB("cure"), VERB("prevent"), VERB("reverse"), VERB("reduce"), VERB("lower"),
    VERB("decrease"), VERB("fight"), VERB("combat"), VERB("relieve"), VERB("stop"), VERB("halt"),
    VERB("heal"), VERB("correct"), VERB("eliminate"), VERB("eradicate"), VERB("ease"),
    VERB("soothe"), VERB("kill"), VERB("improve"), VERB("control"), VERB("shorten"),
    VERB("destroy"), VERB("alleviate"),
    {"suppress", "suppresses"}, {"clear up", "clears up"},
    {"protect against", "protects against"}, {"protect you from", "protects you from"},
    {"guard against", "guards against"}, {"ward off", "wards off"},
    {"get rid of", "gets rid of"},
    {"are good for", "is good for"}, {"are effective for", "is effective for"},
    {"are effective against", "is effective against"}, {"are a cure for", "is a cure for"},
    {"are a remedy for", "is a remedy for"}, {"are a treatment for", "is a treatment for"},
};
#undef VERB

/* Whether a word may end in the s of a plural or a verb: "probiotics", "supports", not "this". */
static bool has_ending_s(struct str word)
{
    char before = char_at(word, word.len - 2);
    return word.len > 3 && ascii_lower(word.ptr[word.len - 1]) == 's' && before != 's'
           && before != 'u' && before != 'i' && before != '\'' && (unsigned char)before < 0x80;
}

/* "Helps the body fight": where "help" or "helps" is; `at` if the verb depends on neither. */
static size_t helper_of(const struct passage *passage, const struct sentence *sentence, size_t at)
{
    static const char *const helped[] = {"the", "your", "body", "immune", "system", NULL};
    static const char *const help[] = {"help", "helps", NULL};
    size_t i = at;
    while (i > sentence->first && word_among(passage->words[i - 1].str, helped))
        i--;
    return i > sentence->first && word_among(passage->words[i - 1].str, help) ? i - 1 : at;
}

/* Whether a bare verb can be a statement there, not an order, a purpose or a noun. */
static bool states(const struct passage *passage, const struct sentence *sentence, size_t at)
{
    static const char *const lead[] = {"they", "will", "can", "that", "which", "also", NULL};
    static const char *const shown[] = {"shown", "proven", "known", "found", "works", "work", NULL};
    at = helper_of(passage, sentence, at);
    if (word_equals(passage->words[at].str, STR("helps")))
        return true; /* but "to help control" is a purpose, "probiotics help prevent" is none */
    if (at == sentence->first)
        return false;
    struct str before = passage->words[at - 1].str;
    if (word_equals(before, STR("to")))
        return at - 1 > sentence->first && word_among(passage->words[at - 2].str, shown);
    return word_among(before, lead) || has_ending_s(before);
}

/* "Works by stopping": it is said to stop. */
static bool is_way_to_work(const struct passage *passage, const struct sentence *sentence,
                           size_t at, struct str base)
{
    static const char *const work[] = {"work", "works", "act", "acts", "help", "helps", NULL};
    struct str word = passage->words[at].str;
    return at >= sentence->first + 2 && str_ends(word, STR("ing")) && word_inflects(word, base)
           && word_equals(passage->words[at - 1].str, STR("by"))
           && word_among(passage->words[at - 2].str, work);
}

/* Words of a verb of effect that is there; 0 if there is none. */
static size_t verb_at(const struct passage *passage, const struct sentence *sentence, size_t at)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        size_t third = phrase_at(passage, at, verbs[i].third);
        size_t base = third ? 0 : phrase_at(passage, at, verbs[i].base);
        if (third || (base && states(passage, sentence, at)))
            return third + base;
        if (is_way_to_work(passage, sentence, at, str_of(verbs[i].base)))
            return 1;
    }
    return 0;
}

/* ---- Diseases ---- */

static const char *const diseases[] = {
    "acid reflux", "acne", "adhd", "allergy~", "alzheimer's", "anemia", "anxiety", "arthritis",
    "asthma", "autism", "autoimmune", "blood clot~", "blood pressure", "blood sugar", "bronchitis",
    "cancer~", "cell death", "celiac", "cholesterol", "cirrhosis", "colds", "colitis",
    "common cold", "covid", "covid-19", "crohn's", "dementia", "depression", "diabetes", "disease~",
    "eczema", "epilepsy", "fatty liver", "flu", "gerd", "gout", "heart attack~", "heart failure",
    "heartburn", "hepatitis", "herpes", "hiv", "hypertension", "hypothyroidism", "ibd", "ibs",
    "illness~", "infection~", "inflammation", "insomnia", "kidney stone~", "leaky gut", "lupus",
    "migraine~", "obesity", "osteoarthritis", "osteoporosis", "parkinson's", "pneumonia",
    "psoriasis", "reflux", "seizure~", "stroke~", "tumor~", "ulcer~", "uti", "utis", NULL};

enum { REACH = 6 }; /* words between a verb and its object: "reduces your risk of getting …" */

/* The end of the verb's object if that is a disease; 0 if it is not. */
static size_t object_end(const struct passage *passage, const struct sentence *sentence,
                         size_t from)
{
    static const char *const breaks[] = {
        "if",   "when", "while", "with",   "without", "before", "after", "who",   "whom",  "that",
        "which", "because", "than", "unless", "in", "on", "by", "to", "from", "during", "but",
        "so", "as", "is", "are", "was", "it", NULL};
    size_t end = sentence->first + sentence->count;
    for (size_t at = from; at < end && at <= from + REACH; at++) {
        size_t words = clause_ends(passage, at - 1) ? 0 : phrase_among(passage, at, diseases);
        if (words)
            return at + words <= end ? at + words : 0;
        if (clause_ends(passage, at - 1) || word_among(passage->words[at].str, breaks))
            return 0;
    }
    return 0;
}

/* ---- Who does it ---- */

static bool is_gerund(struct str word)
{
    return word.len > 5 && str_ends(word, STR("ing")) && !word_equals(word, STR("taking"))
           && !word_equals(word, STR("using"));
}

/*
 * Whether the sentence, up to `at`, is about a medicine, a person's work or a habit.  Behind a word
 * in -s, which may be the verb, is no subject: "improves sleep".
 */
static bool is_no_product(const struct passage *passage, const struct sentence *sentence,
                          size_t at)
{
    static const char *const subjects[] = {
        "medicine~", "medication~", "drug~", "antibiotic~", "vaccine~", "vaccination~", "shot~",
        "insulin", "statin~", "surgery", "inhaler~", "doctor~", "provider~", "nurse~", "exercise",
        "activity", "sleep", "weight loss", "diet", "therapy", "treatment~", "procedure~", NULL};
    if (is_gerund(passage->words[sentence->first].str))
        return true;
    bool verb = false;
    for (size_t i = sentence->first; i < at; i++) {
        if (word_equals(passage->words[i].str, STR("that"))) /* "studies show that exercise …" */
            verb = false;
        else if (!verb && phrase_among(passage, i, subjects))
            return true;
        else
            verb = verb || has_ending_s(passage->words[i].str);
    }
    return false;
}

/* "You can lower your blood pressure", "how your body fights the flu". */
static bool is_done_by_people(const struct passage *passage, const struct sentence *sentence,
                              size_t at)
{
    static const char *const people[] = {"you", "we", "people", "i", "body", NULL};
    at = helper_of(passage, sentence, at); /* what helps the body fight does it, not the body */
    for (size_t i = at > sentence->first + 3 ? at - 3 : sentence->first; i < at; i++)
        if (word_among(passage->words[i].str, people))
            return true;
    return false;
}

/* ---- What is settled ---- */

/* Whether it is about those who lack it. The law lets a supplement claim that: 101.93(f). */
static bool is_on_lack(const struct passage *passage, const struct sentence *sentence)
{
    static const char *const lack[] = {"deficiency", "deficient", "shortage", "lack of", "lack it",
                                       "too little", "caused by low", "is low", "are low",
                                       "low in", "low level~", "megaloblastic", NULL};
    return any_within(passage, sentence->first, sentence->count, lack);
}

/* "Helps your body make": what it does with food, not what a pill does to it. */
static bool is_body_at_work(const struct passage *passage, const struct sentence *sentence,
                            size_t at)
{
    static const char *const work[] = {"make", "absorb", "use", "take in", "turn", "form", NULL};
    return helper_of(passage, sentence, at) + 1 < at && phrase_among(passage, at, work);
}

enum { NEAR = 5 }; /* "needs vitamin B12 to" */

/* Whether it says what a nutrient is for in the body, which is no effect of taking more of it. */
static bool tells_role(const struct passage *passage, const struct sentence *sentence)
{
    static const char *const roles[] = {
        "needed for", "needed to", "required for", "important for", "is essential for",
        "is part of", "are part of", "important part of", "body uses", "cells use", "muscles use",
        "food into energy", "work properly", NULL};
    static const char *const need[] = {"need", "needs", NULL};
    static const char *const what_for[] = {"to", "for", NULL};
    size_t end = sentence->first + sentence->count;
    for (size_t at = sentence->first; at < end; at++) {
        size_t near = end - at < NEAR ? end - at : NEAR;
        if (is_body_at_work(passage, sentence, at)
            || (word_among(passage->words[at].str, need)
                && any_within(passage, at, near, what_for)))
            return true;
    }
    return any_within(passage, sentence->first, sentence->count, roles);
}

/* ---- The rules ---- */

/* A message puts it in quotation marks of its own. */
static struct str without_quotes(const struct linter *linter, struct str s)
{
    struct builder b = {.arena = linter->arena};
    for (size_t i = 0; i < s.len;) {
        struct str rest = str_part(s, i, s.len);
        bool curly = str_starts(rest, STR("“")) || str_starts(rest, STR("”"));
        if (!curly && s.ptr[i] != '"')
            builder_char(&b, s.ptr[i]);
        i += curly ? sizeof "“" - 1 : 1;
    }
    return builder_str(&b);
}

static bool is_flat(const struct passage *passage, const struct sentence *sentence, size_t at)
{
    return !is_denied(passage, sentence->first, at) && !is_supposed(passage, sentence->first, at)
           && !is_no_product(passage, sentence, at) && !is_done_by_people(passage, sentence, at);
}

/* Marks the first claim of a sentence. @return whether there is one */
static bool find_claim(struct linter *linter, const struct passage *passage,
                       const struct sentence *sentence)
{
    size_t end = sentence->first + sentence->count;
    if (is_hedged(passage, sentence->first, sentence->count) || is_question(passage, sentence))
        return false;
    for (size_t at = sentence->first; at < end; at++) {
        size_t verb = verb_at(passage, sentence, at);
        size_t object = verb && at + verb < end ? object_end(passage, sentence, at + verb) : 0;
        bool lack = object && word_equals(passage->words[object - 1].str, STR("anemia"))
                    && is_on_lack(passage, sentence);
        if (object && !lack && is_flat(passage, sentence, at)) {
            lint_find(linter, DISEASE_CLAIM, words_place(passage, at, object - at),
                      without_quotes(linter, words_text(passage, at, object - at)));
            return true;
        }
    }
    return false;
}

/* "Without pills" and "you never get sick" promise more, not less. */
static bool is_open(const struct passage *passage)
{
    static const char *const more[] = {"can", "often", "usually", "a study", "studies found",
                                       "trial~", "a review", "placebo", "on average", NULL};
    static const char *const boasts[] = {"without", "never", NULL};
    size_t count = passage->word_count;
    bool denies = false;
    for (size_t i = 0; i < count; i++) {
        struct str word = passage->words[i].str;
        denies = denies || (is_negator(word) && !word_among(word, boasts));
    }
    return denies || is_hedged(passage, 0, count) || any_within(passage, 0, count, more);
}

enum { SUBJECT = 3 }; /* about as many words are before a verb */

/* A text that ends in a colon introduces the others. */
static void find_unhedged(struct linter *linter, const struct passage *passage)
{
    const struct sentence *first = passage->sentences;
    if (!passage->sentence_count || str_ends(passage->text->str, STR(":")) || is_open(passage)
        || (passage->lead && is_open(passage->lead)) || tells_role(passage, first)
        || is_on_lack(passage, first))
        return;
    if (!is_no_product(passage, first, first->count < SUBJECT ? first->count : SUBJECT))
        lint_find_plain(linter, NO_HEDGE, passage_place(passage, first->off, first->len));
}

static bool praises(enum part part)
{
    const struct section *section = part_section(part);
    return section && section->bearing == BEARING_BENEFIT;
}

void lint_claims(struct linter *linter)
{
    const struct passage *claiming_lead = NULL;
    for (size_t i = 0; i < linter->prose.count; i++) {
        const struct passage *passage = &linter->prose.at[i];
        bool claims = false, hedged_lead = passage->lead && is_open(passage->lead);
        if (part_is_warning(passage->part) || passage->part == PART_DISCLAIMER)
            continue;
        for (size_t n = 0; n < passage->sentence_count && !hedged_lead; n++)
            claims = find_claim(linter, passage, &passage->sentences[n]) || claims;
        if (claims && passage->heading)
            claiming_lead = passage;
        bool led = passage->lead && passage->lead == claiming_lead;
        if (praises(passage->part) && !passage->heading && !claims && !led)
            find_unhedged(linter, passage);
    }
}
