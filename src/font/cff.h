/*
 * cff: outlines in the Compact Font Format (Adobe Technical Note 5176); not for other folders.
 */
#ifndef FONT_CFF_H
#define FONT_CFF_H

#include "base/text.h"

/** Bytes that cff_number_by_glyph() may add. */
enum { CFF_GROWS_MOST = 5 };

/**
 * Makes each glyph's CID its index.  A CID-keyed font has a list, its charset, of which glyph is
 * which CID, and a PDF's character codes are CIDs; the pages have glyph indices.  A font that is
 * not CID-keyed stays as it is: there a PDF takes codes for indices (ISO 32000-1, 9.7.4.2).
 * @param table   a "CFF " table that HarfBuzz wrote, with room for CFF_GROWS_MOST more bytes.
 * @param glyphs  in it.
 * @return its length now; 0 if it is not built as HarfBuzz builds it.
 */
size_t cff_number_by_glyph(char *table, size_t length, unsigned glyphs);

/** Where the outlines are, for cff_charstring(); 0: nowhere. @param cff  the same table */
size_t cff_charstrings(struct str cff);

/** The outline of a glyph, as bytes of Type 2; empty if there is none. */
struct str cff_charstring(struct str cff, size_t charstrings, size_t glyph);

#endif
