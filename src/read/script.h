/*
 * script: which script a character is of that the built-in faces do not have.
 */
#ifndef READ_SCRIPT_H
#define READ_SCRIPT_H

#include "base/text.h"

/** A script as messages name it. */
struct script {
    uint32_t sample; /**< a letter that each text in it has; no two scripts have the same */
    const char *name;
};

/** NULL for Latin, Greek, Cyrillic, signs, and scripts that few people write today. */
const struct script *script_of(uint32_t c);

#endif
