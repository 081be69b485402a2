/*
 * dose: the numbers of a text, each with the unit behind it, and how they are written.  Only for
 * dose*.c.
 *
 *     NUMBER   digits with what parts them: "5", "5.0", ".5", "1,000", "10 000"; or a fraction:
 *              "1/2", "1½"; not one that is a piece of a name or a price: "B12", "omega-3", "$5"
 *     UNIT     of the lexicon, behind the number or behind a space
 *
 * Whatever a rule finds, it advises the same words (dose_mended), so that two hints on one dose
 * do not contradict each other.
 */
#ifndef LINT_RULES_DOSE_H
#define LINT_RULES_DOSE_H

#include "lint/linter.h"

/** Texts are slices of the passage's. */
struct dose {
    struct str str; /**< the number, with the unit if there is one */
    struct str number, whole, decimals; /**< decimals: absent if there is no point in it */
    const struct entry *unit; /**< of the lexicon; NULL: none */
    struct str unit_text;     /**< as written */
    struct str plain; /**< ISMP's wording of a unit that has led to wrong doses; or empty */
    bool naked;       /**< no digit stands before the point */
    bool fraction;    /**< or has one: it has no decimals then, and no value */
    bool measured;    /**< in a body, not taken: "5.0 mmol/L", where a zero says how exact it is */
    bool counts; /**< it is a dose: it has a unit, or shares that of the next number ("5 to 15
                      grams"), or stands where only a dose is to be expected */
};

struct doses {
    struct dose *at;
    size_t count;
};

/** How a language writes doses: locale.def. */
struct locale {
    struct str language;
    struct str from, to, and, or, per, at; /**< empty: no word for it */
    int64_t least;   /**< from here on thousands are marked */
    struct str mark; /**< with this; empty: leave them */
};

/** The rules on their way through a text. */
struct doser {
    struct linter *linter;
    const struct locale *locale;
    const struct passage *passage; /**< that is being looked at */
};

/* ---- Numbers: dose_number.c ---- */

/** The end of the number that begins there with a digit, or with a point before one. */
size_t number_end(struct str s, size_t at);
/** The end of the fraction that begins there, with what whole it has; `at`, if none does. */
size_t fraction_end(struct str s, size_t at);
/** Tells the decimals of a dose that has its number from its thousands. */
void part_number(struct dose *dose, bool english);

/* ---- Finding: dose_find.c ---- */

/** One without words for a language that locale.def does not have. @param language  BCP 47 */
const struct locale *locale_of(struct str language);

bool is_english(const struct locale *locale);

/** The unit of that name; or NULL. */
const struct entry *unit_of(const struct linter *linter, struct str word);

/** All the numbers of the passage, in its order. */
struct doses doses_of(const struct doser *d);

/** Whether the gap makes a range or a list of two numbers: "to", "or", "-" … */
bool gap_joins(struct str gap, const struct locale *locale);
/** Whether it is a hyphen (or, in English, a dash), perhaps between spaces. */
bool gap_is_hyphen(struct str gap, const struct locale *locale);
/** Whether it is a long dash without spaces: between numbers a range, behind a unit a pause. */
bool gap_is_dash(struct str gap);
/** Whether it has only these characters, or none. */
bool gap_is_of(struct str gap, const char *characters);

/* ---- Writing: dose_mend.c ---- */

bool dose_has_trailing_zero(const struct dose *dose);
/** Whether thousands are to be marked and are not. */
bool dose_lacks_mark(const struct dose *dose, const struct locale *locale);

/** In millionths, to compare; -1 if it is too large, or a fraction. */
int64_t dose_value(const struct dose *dose);

/** Adds the dose as it should be written: "5 mg" for "5.0mg", "1,000 units" for "1000IU". */
void dose_mended(struct builder *out, const struct dose *dose, const struct locale *locale);

/** Whether nothing was said of the same words yet; remembers them. */
bool doser_first(struct doser *d, struct str words);

/* ---- Rules ---- */

/** Reports a slice of the passage once, with what is said of it. */
#define dose_fault(d, id, slice, ...)                                                             \
    do {                                                                                          \
        if (doser_first((d), (slice)))                                                            \
            lint_find((d)->linter, id, slice_place((d)->passage, (slice)), __VA_ARGS__);          \
    } while (0)

/** Short forms among the passage's words (dose_short.c). */
void check_short_forms(struct doser *d);

/** Signs and hyphens behind a dose (dose_pair.c). @param next  the one after it, or NULL */
void check_pair(struct doser *d, const struct dose *dose, const struct dose *next);

#endif
