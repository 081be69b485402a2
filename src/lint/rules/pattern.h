/*
 * pattern: what a sentence says, as rows of steps over the classes of words; patterns.def has them.
 *
 * A SAYING is what is looked for, such as a claim; each of its PATTERNS is one way to say it.  A
 * pattern is tried from every word of a sentence on.  Its STEPS go from word to word; where one
 * may take more words or fewer, all ways are tried, the longer first.  Its TESTS then look at the
 * sentence around what was found.
 */
#ifndef LINT_RULES_PATTERN_H
#define LINT_RULES_PATTERN_H

#include "lint/linter.h"

/** In the order of patterns.def. */
enum saying {
    SAYING_DISEASE_CLAIM,
    SAYING_ROLE, /**< what a nutrient is for in the body, which is no effect of taking more of it */
    SAYING_OPEN, /**< that something may be otherwise */
    SAYING_INVERTED_DISCLAIMER,
    SAYING_PASSIVE,
    SAYING_AFFILIATE,
    SAYING_ASK_FIRST,
    SAYING_STOP_AND_CALL,
    SAYING_UNKNOWN,
    SAYING_STATEMENT, /**< the statement on supplements, in whatever words */
    SAYING_EXPLANATION, /**< of the words before it */
    SAYING_ASIDE,     /**< the same, unless a list goes on there */
    SAYING_ODDS,      /**< "20 %", "1 in 5" */
    SAYING_SUM        /**< an amount that the reader has to work out */
};

enum step_op {
    STEP_END,   /**< behind the last step */
    STEP_START, /**< here the sentence begins */
    STEP_MARK,  /**< here the finding begins; without it, where the pattern does */
    STEP_KEY,   /**< here stands what the tests look at; without it, the mark */
    STEP_IS,    /**< an entry of one of the classes */
    STEP_MAYBE, /**< one, or nothing */
    STEP_ANY,   /**< as many as there are */
    STEP_GAP,   /**< up to `most` words, none of them of these classes */
    STEP_CLAUSE_GAP, /**< the same, all in one clause */
    STEP_TIGHT, /**< nothing but space is between the word before and this one */
    STEP_SIGN,  /**< the sign `most` stands first between the word before and this one */
    STEP_AFTER, /**< the word before is none of the classes */
    STEP_BEFORE, /**< what is here is none of the classes */
    STEP_CLOSED  /**< the sentence ends, a sign stands there, or an entry of one of the classes */
};

enum { STEP_CLASSES = 6, STEPS_MOST = 14, TESTS_MOST = 10 };

struct step {
    enum step_op op;
    size_t most; /**< words of a gap; a sign */
    unsigned char classes[STEP_CLASSES]; /**< up to a CLASS_NONE */
};

/** What a pattern found: words of the passage. */
struct found {
    const struct passage *passage;
    const struct sentence *sentence;
    size_t start, mark, key, end;
};

typedef bool pattern_test(const struct found *found);

/** Where a test looks for a class: in all of the sentence, or only before the mark or key; or in
 *  all of it, but not where it is said that it need not be done (urge.h). */
enum test_where { IN_SENTENCE, BEFORE_MARK, BEFORE_KEY, URGED };

/** A function must hold, or an entry of the class must be there, or must not. */
struct test {
    pattern_test *holds; /**< NULL: the class decides; without one there is no test */
    enum test_where where;
    enum word_class word_class;
    bool wanted;
};

#define TEST(function) {function, IN_SENTENCE, CLASS_NONE, true}
#define HAS(where, class) {NULL, where, CLASS_##class, true}
#define URGES(class) HAS(URGED, class)
#define LACKS(where, class) {NULL, where, CLASS_##class, false}
#define ALWAYS {NULL, IN_SENTENCE, CLASS_NONE, true} /* no test */

/** The first in the sentence; false if there is none. @param found  gets it */
bool says(enum saying saying, const struct passage *passage, const struct sentence *sentence,
          struct found *found);

/** The first in the passage. @param found  gets it; or NULL */
bool passage_says(enum saying saying, const struct passage *passage, struct found *found);

/** Whether it is said from that word on; it may be the one behind the sentence's last. */
bool is_said_at(enum saying saying, const struct passage *passage,
                const struct sentence *sentence, size_t at);

/** From how many words of the passage on it is said. */
int times_said(enum saying saying, const struct passage *passage);

/** Whether all of the tests hold. @param tests  up to one without anything, or TESTS_MOST */
bool passes_tests(const struct found *found, const struct test *tests);

/* ---- Where a saying matters ---- */

bool in_disclaimer(const struct passage *passage);
bool above_disclaimer(const struct passage *passage);
bool where_claims_are(const struct passage *passage); /**< neither a disclaimer nor a warning */

/* ---- Tests (tests.c, claims.c, explain.c) ---- */

pattern_test not_denied, not_denied_in_clause, not_asked, says_nobody, not_led;
pattern_test not_done_by_people, about_a_product, not_on_lack, begins_its_verb, not_doubted;
pattern_test below_the_line, bracket_explains, object_not_denied, not_unrivalled, not_excused;

#endif
