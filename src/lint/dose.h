/*
 * dose: the numbers of a text, each with the unit behind it.
 *
 *     NUMBER   digits with what parts them: "5", "5.0", ".5", "1,000"; not one that is a piece of
 *              a name or a price, such as "B12", "omega-3", "$5"
 *     UNIT     of unit.def, behind the number or behind a space
 *
 * Whatever a rule finds, it advises the same words (dose_mended), so that two hints on one dose
 * do not contradict each other.
 */
#ifndef LINT_DOSE_H
#define LINT_DOSE_H

#include "lint/prose.h"

enum unit_kind { SYMBOL, NOUN };

struct unit {
    struct str name;
    enum unit_kind kind;
    struct str plain; /**< ISMP's wording of one that has led to wrong doses; or absent */
};

struct dose {
    struct str str; /**< the number, with the unit if there is one */
    size_t off;     /**< in the text */
    struct str number, whole, decimals; /**< decimals: absent if there is no point in it */
    const struct unit *unit;            /**< NULL: none */
    const struct unit *shared; /**< the unit, or that of the last dose in "5 to 15 grams" */
    struct str unit_text; /**< as written */
    bool naked;    /**< no digit stands before the point */
    bool apart;    /**< there is space before the unit */
    bool measured; /**< in a body, not taken: "5.0 mmol/L", where a zero says how exact it is */
};

/** The unit of that name, or NULL. */
const struct unit *unit_of(struct str word);

/** How a language writes doses. */
struct tongue {
    struct str language;
    struct str from, to, and, or;
    int64_t least;   /**< from here on thousands are marked */
    struct str mark; /**< with this; absent: leave them */
};

/** NULL for a language that tongue.def does not have. @param language  BCP 47 */
const struct tongue *tongue_of(struct str language);

bool is_english(const struct tongue *tongue);

struct doses {
    struct dose *at;
    size_t count;
};

/** All the numbers of a text, in its order. @param tongue  may be NULL */
struct doses doses_of(struct arena *arena, struct str text, const struct tongue *tongue);

/** The text between a dose and the next one. */
struct str dose_gap(struct str text, const struct dose *dose, const struct dose *next);

/** Whether the gap makes a range or a list of two numbers: "to", "or", "-" … */
bool gap_joins(struct str gap, const struct tongue *tongue);
/** Whether it is a hyphen (or, in English, a dash), perhaps between spaces. */
bool gap_is_hyphen(struct str gap, const struct tongue *tongue);

bool dose_has_trailing_zero(const struct dose *dose);
/** Whether thousands are to be marked and are not. */
bool dose_lacks_mark(const struct dose *dose, const struct tongue *tongue);

/** Whether ISMP has a better word for its unit, and that is one of the language. */
bool dose_has_poor_unit(const struct dose *dose, const struct tongue *tongue);

/** In millionths, to compare; -1 if it is too large. */
int64_t dose_value(const struct dose *dose);

/** Adds the dose as it should be written: "5 mg" for "5.0mg", "1,000 units" for "1000IU". */
void dose_mended(struct builder *out, const struct dose *dose, const struct tongue *tongue);

#endif
