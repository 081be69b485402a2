/*
 * csl_text: a text of a reference as it is printed, made of what exporters write.
 */
#ifndef READ_CSL_TEXT_H
#define READ_CSL_TEXT_H

#include "model/reference.h"

struct pictures;

/**
 * Character references and LaTeX decoded, tags dropped, any white space one space (none at the
 * ends), what has no shape dropped, ligatures opened.  Raised and lowered figures are those of
 * Unicode: "10<sup>9</sup>" is 10⁹; what has no raised form stands behind a "^".
 * @param pictures  gets the pictures that are left out; NULL: none are
 * @param italics  is set to what stands in italics; may be NULL. @return absent if nothing is left.
 */
struct str csl_text(struct arena *arena, struct str written, struct pictures *pictures,
                    struct italics *italics);

/** Only white space, what has no shape, and ligatures: of a text whose signs are its author's. */
struct str csl_plain(struct arena *arena, struct str written, struct pictures *pictures);

/** The same of a DOI or an address, with character references and LaTeX's backslashes decoded. */
struct str csl_code(struct arena *arena, struct str written);

#endif
