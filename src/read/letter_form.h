/*
 * letter_form: characters that are ordinary letters, figures or units in another dress.
 */
#ifndef READ_LETTER_FORM_H
#define READ_LETTER_FORM_H

#include "base/text.h"

/**
 * What to write in place of a ligature ("ﬁ"), a letter or figure of mathematics or of full width,
 * or a unit in one square ("㎎" is mg); absent for all other characters.  Of full width is what
 * Chinese, Japanese and Korean print between their own letters.
 */
struct str letter_form(struct arena *arena, uint32_t c);

/** Whether letter_form() has something to say of it. */
bool letter_has_form(uint32_t c);

#endif
