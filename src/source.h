/*
 * source: which files are put into a PDF with its source. The other way is handout_source.h.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include "facade.h"
#include "pdf/pdf.h"

/** How the name of the program begins in every PDF that it makes. */
#define SOURCE_PRODUCER "handout "

/** The name that two different files would have when they are written out again; or empty. */
struct str source_clash(struct arena *arena, const struct handout_document *document);

/** The media type of a picture or font, by its first bytes. */
const char *source_media_type(struct str bytes);

/** The document's files, in the arena. @return how many. */
size_t source_files(struct arena *arena, const struct handout_document *document,
                    const struct pdf_file **files);

#endif
