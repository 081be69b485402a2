/*
 * Passive voice: a form of "be", perhaps with adverbs, and a past participle.
 *
 * Many of them are right: they tell a state ("is called"), or what nobody in particular does ("is
 * broken down in the liver", "are sold").  So after a plain "is" or "was" only the verbs count that
 * a reader or a nurse does ("is taken", "was advised"); after "should be", "can be" and the like
 * all do but those that tell a state.  Let be is also what does say who ("by your nurse"), and "if
 * you are …".  Before a noun a participle describes it ("are dried plums"), so only some words may
 * follow.  What is left should tell a reader who is to do what.
 */
#include "lint/explain.h"
#include "lint/linter.h"

/* ---- Words ---- */

static const char *const forms_of_be[] = {
    "are", "aren't", "be", "been", "being", "is", "isn't", "was", "wasn't", "were", "weren't",
};

/* What stands before "be" where something is asked for, or thought possible. */
static const char *const modals[] = {
    "can", "cannot", "could", "may", "might", "must", "need", "needs", "should", "shouldn't", "to",
    "will", "won't", "would",
};

/* What may stand there besides. */
static const char *const auxiliaries[] = {
    "has", "have",
};

/* Adverbs that may stand before a participle; those in -ly too. */
static const char *const adverbs[] = {
    "also", "always", "being", "best", "even", "ever", "first", "just", "never", "not", "now",
    "often", "only", "sometimes", "soon", "still", "then", "well",
};

static const char *const irregular[] = {
    "bought", "broken", "brought", "chosen", "cut", "done", "drawn", "drunk", "eaten", "felt",
    "given", "held", "hidden", "kept", "laid", "led", "put", "seen", "sent", "shaken", "shown",
    "spent", "split", "taken", "taught", "thrown", "told", "withheld", "worn", "written",
};

/* What people do with a medicine, or say of it. */
static const char *const deeds[] = {
    "administered", "advised", "applied", "avoided", "cautioned", "consulted", "consumed",
    "contacted", "demonstrated", "discontinued", "discouraged", "discussed", "dissolved", "eaten",
    "encouraged", "established", "given", "ingested", "inserted", "instructed", "kept", "mentioned",
    "monitored", "noted", "observed", "performed", "recommended", "removed", "repeated", "reported",
    "requested", "required", "shown", "started", "stopped", "stored", "suggested", "swallowed",
    "taken", "told", "urged", "utilized", "warned",
};

/*
 * Participles that tell a state, or what is done by nobody in particular.  Regular ones only; words
 * in -ed that are no participle.
 */
static const char *const states[] = {
    "accustomed", "addicted", "advanced", "affected", "aged", "aimed", "allowed", "approved",
    "ashamed", "associated", "attached", "balanced", "based", "blessed", "bloated", "blocked",
    "bored", "bothered", "breastfed", "bruised", "called", "cleared", "clogged", "closed",
    "colored", "combined", "complicated", "composed", "concerned", "confused", "connected",
    "considered", "constipated", "controlled", "covered", "cracked", "crowded", "damaged",
    "dedicated", "dehydrated", "delayed", "depressed", "derived", "designed", "detailed",
    "diagnosed", "disabled", "discovered", "distressed", "divided", "educated", "elevated",
    "embarrassed", "engaged", "enlarged", "enriched", "exhausted", "expected", "experienced",
    "exposed", "fermented", "filled", "finished", "fixed", "flavored", "fortified", "frightened",
    "frustrated", "healed", "hospitalized", "hundred", "impaired", "improved", "inclined",
    "increased", "infected", "inflamed", "injured", "intended", "interested", "involved",
    "irritated", "isolated", "known", "labeled", "licensed", "limited", "linked", "located",
    "locked", "married", "measured", "mixed", "motivated", "naked", "named", "needed", "organized",
    "outdated", "overloaded", "packed", "paralyzed", "planned", "pleased", "prepared", "prescribed",
    "processed", "proved", "published", "qualified", "raised", "red", "reduced", "related",
    "relaxed", "relieved", "reported", "researched", "retired", "sacred", "satisfied", "scared",
    "scarred", "scheduled", "sealed", "settled", "shocked", "situated", "skilled", "spoiled",
    "sprained", "stressed", "stretched", "studied", "stuffed", "suited", "supposed", "surprised",
    "tempted", "tested", "tired", "tried", "undecided", "unexpected", "unrelated", "untreated",
    "unwanted", "used", "vaccinated", "varied", "weakened", "wicked", "worked", "worried",
    "wounded",
};

/* What may follow a passive; a noun would follow a participle that describes it. */
static const char *const followers[] = {
    "after", "again", "along", "and", "any", "apart", "around", "as", "at", "away", "back",
    "because", "before", "but", "by", "down", "during", "each", "every", "first", "for", "from",
    "here", "if", "in", "into", "just", "later", "now", "off", "often", "on", "once", "only", "or",
    "out", "over", "right", "since", "so", "soon", "than", "that", "then", "there", "through", "to",
    "today", "together", "too", "twice", "under", "unless", "until", "up", "when", "where",
    "whether", "while", "with", "within", "without", "yet",
};

static bool is_participle(struct str word)
{
    if (IS_IN(word, irregular))
        return true;
    bool regular = word.len > 4 && str_ends(word, STR("ed")) && !str_ends(word, STR("eed"));
    return regular && str_find(word, '-') == word.len && !IS_IN(word, states);
}

static bool is_adverb(struct str word)
{
    return IS_IN(word, adverbs) || (word.len > 4 && str_ends(word, STR("ly")));
}

/* ---- The rule ---- */

/* Whether what follows the participle lets it be a passive that says nobody. */
static bool may_end(const struct passage *passage, size_t at, size_t end)
{
    if (at == end || !word_adjoins(passage, at - 1))
        return true;
    struct str word = passage->words[at].str;
    return word_is_number(word) || is_adverb(word) || IS_IN(word, followers);
}

/* "by" and who, later in the same clause: "tested for purity by the FDA". */
static bool says_who(const struct passage *passage, size_t at, size_t end)
{
    for (; at < end && word_adjoins(passage, at - 1); at++)
        if (word_equals(passage->words[at].str, STR("by")))
            return at + 1 < end && !word_equals(passage->words[at + 1].str, STR("mouth"));
    return false;
}

/* "if you are …", "people who were …": that it happened matters, not by whom. */
static bool is_of_people(const struct passage *passage, size_t first, size_t at)
{
    static const char *const people[] = {"and", "he", "i", "or", "people", "she", "they", "we",
                                         "who", "you"};
    return at > first && IS_IN(passage->words[at - 1].str, people);
}

static bool belongs(struct str word)
{
    return IS_IN(word, modals) || IS_IN(word, auxiliaries) || IS_IN(word, forms_of_be)
           || is_adverb(word);
}

/* The word with which the passive begins that has its "be" there; an adverb does not begin it. */
static size_t start_of(const struct passage *passage, size_t first, size_t be)
{
    size_t at = be;
    while (at > first && belongs(passage->words[at - 1].str))
        at--;
    while (at < be && is_adverb(passage->words[at].str))
        at++;
    return at;
}

static bool has_modal(const struct passage *passage, size_t first, size_t end)
{
    for (size_t at = first; at < end; at++)
        if (IS_IN(passage->words[at].str, modals))
            return true;
    return false;
}

/* Words of the passive whose "be" is there, from *first on; 0 if there is none. */
static size_t passive_at(const struct passage *passage, const struct sentence *sentence, size_t be,
                         size_t *first)
{
    size_t end = sentence->first + sentence->count, at = be + 1;
    if (!IS_IN(passage->words[be].str, forms_of_be))
        return 0;
    while (at < end && is_adverb(passage->words[at].str))
        at++;
    if (at >= end || !word_adjoins(passage, at - 1) || !may_end(passage, at + 1, end)
        || says_who(passage, at + 1, end))
        return 0;
    *first = start_of(passage, sentence->first, be);
    struct str participle = passage->words[at].str;
    bool passive = has_modal(passage, *first, be) ? is_participle(participle)
                   : IS_IN(participle, deeds) && !is_of_people(passage, sentence->first, *first);
    return passive ? at + 1 - *first : 0;
}

enum { PASSIVES_MOST = 5 }; /* an author who has read five knows */

static void check_sentence(struct linter *linter, const struct passage *passage,
                           const struct sentence *sentence)
{
    for (size_t be = sentence->first; be < sentence->first + sentence->count; be++) {
        size_t first, count = passive_at(passage, sentence, be, &first);
        if (count) {
            lint_find(linter, PASSIVE_VOICE, words_place(passage, first, count),
                      words_text(passage, first, count));
            return;
        }
    }
}

void lint_passive(struct linter *linter)
{
    for (size_t i = 0; i < linter->prose.count; i++) {
        const struct passage *passage = &linter->prose.at[i];
        for (size_t s = 0; s < passage->sentence_count; s++)
            if (part_is_body(passage->part) && !passage->heading
                && linter->fired[RULE_PASSIVE_VOICE] < PASSIVES_MOST)
                check_sentence(linter, passage, &passage->sentences[s]);
    }
}
