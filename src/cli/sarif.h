/*
 * sarif: messages as one document of SARIF 2.1.0, the OASIS format in which tools tell editors and
 * build servers what they found.
 *
 *     sarif_begin() before anything that takes long
 *     sarif_add()   each message; the first also writes the beginning if there is none
 *     sarif_end()   once, before the program ends, however it ends
 *
 * Nothing is kept and no memory is asked for, so the document is closed properly even when there
 * is none left.  A signal that ends the program closes it too.
 */
#ifndef CLI_SARIF_H
#define CLI_SARIF_H

#include "handout.h"

#include <stdio.h>

/** How far a document has come. All zero: nothing is written yet. */
struct sarif {
    enum { SARIF_UNBEGUN, SARIF_RESULTS, SARIF_NOTIFICATIONS, SARIF_ENDED } state;
    bool goes_on; /**< the list that is open has an item */
};

/** Writes the beginning, the program and its rules, if no message has done so. */
void sarif_begin(FILE *to, struct sarif *sarif);

/** Adds what was found in a file, or what went wrong with the run itself. */
void sarif_add(FILE *to, struct sarif *sarif, const struct handout_diagnostic *d);

/** Closes the document; one without a message says that there was nothing to say. */
void sarif_end(FILE *to, struct sarif *sarif, int status);

#endif
