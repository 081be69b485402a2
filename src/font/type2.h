/*
 * type2: looking over the charstrings of PostScript outlines (Adobe Technical Note 5177).
 */
#ifndef FONT_TYPE2_H
#define FONT_TYPE2_H

#include "base/text.h"

/**
 * Whether each operator of a charstring has its operands, and no more of them are kept than its
 * readers have room for.  HarfBuzz goes on without them; FreeType, which most readers of PDFs use,
 * shows nothing of such a glyph.
 * @param charstring  without subroutines
 */
bool type2_is_sound(struct str charstring);

#endif
