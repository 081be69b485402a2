/**
 * handout_origin.h - which article a PDF was made from, and of which bytes.
 *
 * An article that was copied with its "id" writes the PDF of the first one.  Whoever is about to
 * replace a file can ask whether that is what happens, or whether the PDF would be the same again,
 * before laying it out.  A part of libhandout with a header of its own; what handout.h says of
 * ownership, memory and threads holds here.
 */
#ifndef HANDOUT_ORIGIN_H
#define HANDOUT_ORIGIN_H

#include "handout.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Whether a PDF is a handout of a document's id which was made from a file of another name.  A PDF
 * tells so by its metadata: the id, and, where the file is not named after it, a hash of the name
 * of the file without folders.
 * @param pdf  the bytes of a file, whatever it is; may be NULL where length is 0.
 */
HANDOUT_API bool handout_is_of_other(const struct handout_document *document, const void *pdf,
                                     size_t length);

/**
 * Whether a PDF was written by the same version, of the same article and clinic file (but for
 * white space), the same files that they name, and the same options, so that it would come out the
 * same again.  It is told by a hash in the PDF's identifier; only the names of lent faces are part
 * of it, and not their bytes.  A PDF that another program has changed is not the same.
 * @param layout  as for handout_layout(); NULL: the defaults
 * @param pdf     the bytes of a file, whatever it is; may be NULL where length is 0.
 */
HANDOUT_API bool handout_was_made_of(const struct handout_document *document,
                                     const struct handout_layout_options *layout,
                                     enum handout_format format, const void *pdf, size_t length);

#ifdef __cplusplus
}
#endif

#endif
