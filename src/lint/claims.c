/*
 * Claims.  A disease claim is a verb of effect with a disease as its object, stated flatly: the
 * sentence is not open, denied, supposed or a question.  A benefit with nothing that leaves it
 * open is a lesser fault, and is marked where there is no disease claim.
 *
 * The law is about supplements, so what medicines, doctors and the readers themselves do is no
 * claim.  Warnings are left out: a risk needs no "may" to be taken seriously.
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
    VERB("soothe"), VERB("kill"), VERB("improve"), VERB("control"),
    {"suppress", "suppresses"}, {"protect against", "protects against"},
    {"guard against", "guards against"}, {"ward off", "wards off"},
    {"get rid of", "gets rid of"},
    {"are good for", "is good for"}, {"are effective for", "is effective for"},
    {"are effective against", "is effective against"}, {"are a cure for", "is a cure for"},
    {"are a remedy for", "is a remedy for"}, {"are a treatment for", "is a treatment for"},
};
#undef VERB

/* Whether a word that ends in s may be a plural: "probiotics prevent", not "this prevent". */
static bool may_be_plural(struct str word)
{
    char before = char_at(word, word.len - 2);
    return word.len > 3 && ascii_lower(word.ptr[word.len - 1]) == 's' && before != 's'
           && before != 'u' && before != 'i' && before != '\'' && (unsigned char)before < 0x80;
}

/* Whether a bare verb can be a statement there, not an order, a purpose or a noun. */
static bool states(const struct passage *passage, const struct sentence *sentence, size_t at)
{
    static const char *const lead[] = {"they", "will", "helps", "can",
                                       "that", "which", "also", NULL};
    static const char *const shown[] = {"shown", "proven", "known", "found", "works", "work", NULL};
    if (at > sentence->first && word_equals(passage->words[at - 1].str, STR("help")))
        at--; /* "to help control" is a purpose, "probiotics help prevent" is none */
    if (at == sentence->first)
        return false;
    struct str before = passage->words[at - 1].str;
    if (word_equals(before, STR("to")))
        return at - 1 > sentence->first && word_among(passage->words[at - 2].str, shown);
    return word_among(before, lead) || may_be_plural(before);
}

/* Words of a verb of effect that is there; 0 if there is none. */
static size_t verb_at(const struct passage *passage, const struct sentence *sentence, size_t at)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        size_t third = phrase_at(passage, at, verbs[i].third);
        size_t base = third ? 0 : phrase_at(passage, at, verbs[i].base);
        if (third || (base && states(passage, sentence, at)))
            return third + base;
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
    "hepatitis", "herpes", "hiv", "hypertension", "ibd", "ibs", "illness~", "infection~",
    "inflammation", "insomnia", "kidney stone~", "leaky gut", "lupus", "migraine~", "obesity",
    "osteoarthritis", "osteoporosis", "parkinson's", "pneumonia", "psoriasis", "reflux", "seizure~",
    "stroke~", "tumor~", "ulcer~", "uti", "utis", NULL};

static size_t disease_at(const struct passage *passage, size_t at)
{
    for (const char *const *disease = diseases; *disease; disease++) {
        size_t words = phrase_at(passage, at, *disease);
        if (words)
            return words;
    }
    return 0;
}

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
        size_t words = clause_ends(passage, at - 1) ? 0 : disease_at(passage, at);
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

/* Whether the sentence, up to `at`, is about a medicine, a person's work or a habit. */
static bool is_no_product(const struct passage *passage, const struct sentence *sentence,
                          size_t at)
{
    static const char *const subjects[] = {
        "medicine~", "medication~", "drug~", "antibiotic~", "vaccine~", "vaccination~", "shot~",
        "insulin", "statin~", "surgery", "inhaler~", "doctor~", "provider~", "nurse~", "exercise",
        "activity", "sleep", "weight loss", "diet", "therapy", "treatment~", "procedure~", NULL};
    return is_gerund(passage->words[sentence->first].str)
           || any_within(passage, sentence->first, at - sentence->first, subjects);
}

/* "You can lower your blood pressure", "how your body fights the flu". */
static bool is_done_by_people(const struct passage *passage, const struct sentence *sentence,
                              size_t at)
{
    static const char *const people[] = {"you", "we", "people", "i", "body", NULL};
    for (size_t i = at > sentence->first + 3 ? at - 3 : sentence->first; i < at; i++)
        if (word_among(passage->words[i].str, people))
            return true;
    return false;
}

/* ---- The rules ---- */

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
        if (object && is_flat(passage, sentence, at)) {
            lint_find(linter, DISEASE_CLAIM, words_place(passage, at, object - at),
                      words_text(passage, at, object - at));
            return true;
        }
    }
    return false;
}

static bool is_open(const struct passage *passage)
{
    static const char *const more[] = {"can", "often", "usually", "a study", "studies found",
                                       "trial~", NULL};
    size_t count = passage->word_count;
    bool denies = false;
    for (size_t i = 0; i < count; i++)
        denies = denies || is_negator(passage->words[i].str);
    return denies || is_hedged(passage, 0, count) || any_within(passage, 0, count, more);
}

enum { SUBJECT = 3 }; /* about as many words are before a verb */

/* A text that ends in a colon introduces the others. */
static void find_unhedged(struct linter *linter, const struct passage *passage)
{
    const struct sentence *first = passage->sentences;
    if (!passage->sentence_count || str_ends(passage->text->str, STR(":")) || is_open(passage)
        || (passage->lead && is_open(passage->lead)))
        return;
    if (!is_no_product(passage, first, first->count < SUBJECT ? first->count : SUBJECT))
        lint_find_plain(linter, NO_HEDGE, passage_place(passage, first->off, first->len));
}

void lint_claims(struct linter *linter)
{
    const struct passage *claiming_lead = NULL;
    for (size_t i = 0; i < linter->prose.count; i++) {
        const struct passage *passage = &linter->prose.at[i];
        bool claims = false, hedged_lead = passage->lead && is_open(passage->lead);
        if (passage->part > PART_DOSAGE)
            break;
        for (size_t n = 0; n < passage->sentence_count && !hedged_lead; n++)
            claims = find_claim(linter, passage, &passage->sentences[n]) || claims;
        if (claims && passage->heading)
            claiming_lead = passage;
        bool led = passage->lead && passage->lead == claiming_lead;
        if (passage->part == PART_BENEFITS && !passage->heading && !claims && !led)
            find_unhedged(linter, passage);
    }
}
