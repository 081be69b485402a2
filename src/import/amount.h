/*
 * amount: the amount that a dosage is printed with in large type.
 *
 * A wrong one does more harm than none.  So it is taken where a sentence tells to take it and
 * nothing in it could change it; else the clinic is asked.
 */
#ifndef IMPORT_AMOUNT_H
#define IMPORT_AMOUNT_H

#include "import/words.h"

/** What the texts of a dosage say, one after the other.  Starts with all zero. */
struct amount_search {
    struct str amount; /**< a part of a text: "5 to 15 grams per day"; empty: none is sure so far */
    bool doubt;        /**< a text may mean another one: none is sure any more */
    bool open;         /**< the sentence before has no end: "Do not take more than" */
    bool denied;       /**< it denies an amount */
    bool denied_list;  /**< such a sentence ended with ":", and its list may go on */
};

/** Looks at the next text. @return whether it speaks of an amount, sure or not */
bool amount_look(struct arena *arena, const struct words *words, struct str text,
                 struct amount_search *search);

/** Whether a number with a unit and how often is in the text: "10 mg a day", "not 10 mg a day". */
bool amount_is_dose(struct arena *arena, const struct words *words, struct str text);

#endif
