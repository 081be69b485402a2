/**
 * handout_fonts.h - faces for scripts that the library has none for.
 *
 *     struct handout_font_source source = {my_find, my_context};
 *     document = handout_read_with_fonts(env, &article, &clinic, NULL, &source);
 *
 * The library has faces for Latin, Greek and Cyrillic. For any other script it asks the caller, who
 * may look among the system's fonts or ship some. A part of libhandout with a header of its own;
 * what handout.h says of ownership, memory and threads holds here.
 */
#ifndef HANDOUT_FONTS_H
#define HANDOUT_FONTS_H

#include "handout.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a face is wanted for. */
struct handout_font_wanted {
    const uint32_t *characters; /**< of one script, ascending; a regular face must have the first,
                                     better all of them, and a bold face all of them */
    size_t count;               /**< at least 1 */
    const char *language;       /**< the article's, BCP 47: Chinese is not drawn as Japanese is */
    bool bold;
    int refused; /**< faces found for this that could not be used: the next best is wanted */
};

/** A face that was found. */
struct handout_font_found {
    const char *bytes; /**< a font file, which must live as long as the document */
    size_t length;
    unsigned index; /**< which face of a collection, from 0 */
};

/** Where faces come from. */
struct handout_font_source {
    /** Finds a face. @return false if there is none. */
    bool (*find)(void *context, const struct handout_font_wanted *wanted,
                 struct handout_font_found *found);
    void *context;
};

/**
 * handout_read() with the faces of a source: asked only for characters that neither the library's
 * faces nor the clinic's own have.  A note names the faces that were taken.
 * @param source  NULL: handout_read().
 */
HANDOUT_API struct handout_document *
handout_read_with_fonts(const struct handout_env *env, const struct handout_input *article,
                        const struct handout_input *clinic,
                        const struct handout_read_options *options,
                        const struct handout_font_source *source);

#ifdef __cplusplus
}
#endif

#endif
