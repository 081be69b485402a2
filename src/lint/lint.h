/*
 * lint: what a careful editor and a medication-safety pharmacist would mark before it is printed.
 *
 * A review looks at the article's own words (with their places in the file), at what the clinic
 * adds to them, and at the page that was made of them.  It changes nothing.  Each finding is a
 * rule of base/rule.def; figures and scorecards are its result.
 */
#ifndef LINT_LINT_H
#define LINT_LINT_H

#include "base/diag.h"
#include "layout/page.h"
#include "model/clinic.h"

struct lint_request {
    const struct article *article;
    const struct clinic *clinic; /**< NULL: none */
    const struct pages *pages;   /**< NULL: it was not laid out */
    struct date today;           /**< year 0: do not compare */
};

/** How reading ease is measured. */
enum formula {
    FORMULA_NONE,    /**< not at all: the formulas do not hold for the language */
    FORMULA_ENGLISH, /**< Flesch-Kincaid grade, SMOG beside it */
    FORMULA_SPANISH  /**< INFLESZ: points of ease */
};

/** One part of the text measured; scores are thousandths, 0 where nothing was measured. */
struct reading {
    struct str part; /**< the field, such as "benefits"; empty: the body as a whole */
    int words, sentences, syllables;
    int long_words;       /**< of three or more syllables */
    int long_words_plain; /**< the same without the words of the topic */
    int32_t score;        /**< Flesch-Kincaid grade, or INFLESZ points */
    int32_t smog, smog_plain; /**< English only */
    int32_t sentence_mean;    /**< words a sentence */
};

/** Something that is hard to read. */
struct hard {
    struct place at;
    struct str text;
    int32_t score; /**< of a sentence as of a reading, but one of under ten words is filled up with
                        usual ones; of a word its syllables, in thousandths */
};

enum { HARDEST = 10 };

enum verdict { VERDICT_MET, VERDICT_NOT_MET, VERDICT_TO_JUDGE, VERDICT_NOT_APPLICABLE };

/** One item of a scorecard. */
struct item {
    struct str card; /**< "CDC Clear Communication Index" */
    int number;
    struct str question;
    enum verdict verdict;
    struct str because; /**< what the verdict rests on; may be empty */
};

/** A word of the clinic's own, and how often the review found it. */
struct own_count {
    const struct own_word *word;
    int count;
};

struct lint_result {
    enum formula formula;
    const struct reading *readings; /**< the body first, then its parts */
    size_t reading_count;
    const struct hard *sentences, *words; /**< the hardest first, at most HARDEST of each */
    size_t sentence_count, word_count;
    const struct item *items;
    size_t item_count;
    const struct own_count *own; /**< in the order of the clinic file */
    size_t own_count;
};

/** Adds the findings to diags, in the order of the file. The result lives in the arena. */
const struct lint_result *lint_review(struct arena *arena, struct diags *diags,
                                 const struct lint_request *request);

#endif
