/*
 * article: what an article file means.  Const from the reader on.
 *
 * Every text remembers its place in the file.  An absent text has str.ptr == NULL, an absent list
 * has count 0; a field that could not be read is absent too, but its place has a source.  White
 * space in texts is as the author typed it (never a line end: the reader refuses those); compose
 * collapses it.
 */
#ifndef MODEL_ARTICLE_H
#define MODEL_ARTICLE_H

#include "model/reference.h"

/** A point of a list: a bare text has no title. */
struct point {
    struct text title; /**< may be absent */
    struct text text;
};

struct points {
    const struct point *at;
    size_t count;
    struct place place; /**< of the list itself; source NULL if the field was absent */
};

struct texts {
    const struct text *at;
    size_t count;
    struct place place;
};

/** How to take it. A dosage given as one text has only `how`. */
struct dosage {
    struct text amount, how;
    struct texts steps;
};

/** The sections by their rows, from 0. */
enum {
#define SECTION(id, ...) SECTION_##id,
#include "model/section.def"
#undef SECTION
    SECTION_COUNT
};

/** In which order a clinic wants them, or the first ones of them. */
struct section_order {
    size_t at[SECTION_COUNT];
    size_t count; /**< the others follow in the order of the table */
};

/** A section with a title of the author's own. At least one of text and items is there. */
struct own_section {
    struct text title, text;
    struct texts items;
};

struct own_sections {
    const struct own_section *at;
    size_t count;
    struct place place;
};

/** A picture beside the summary. Absent where file is. */
struct article_picture {
    struct text file;    /**< path of a PNG or JPEG file, from the folder of the article */
    struct text alt;     /**< what it shows, for who cannot see it */
    struct text caption; /**< may be absent */
};

/** The published article behind the handout. */
struct published {
    struct text title, url;
    struct text updated; /**< as written */
    struct date updated_on;
};

struct review {
    struct text by, on, next; /**< as written */
    struct date on_date, next_date;
};

struct article {
    struct source source; /**< name and bytes of the file; places point here */
    struct place place;   /**< of its opening brace; source NULL if the file holds no object */

    struct str language; /**< BCP 47, "en-US" by default */
    struct str id;       /**< [a-z0-9-]+, never empty: from the file's name if it has none */
    struct str origin;   /**< a hash of the file's name where that is not the id; or absent */

    struct text title, subtitle, summary;
    struct article_picture picture;
#define SECTION(id, field, kind, ...) struct kind field;
#include "model/section.def"
#undef SECTION
    struct references references;
    struct text disclaimer;
    struct texts topic; /**< words that a handout on this must use; not printed */

    struct published published;
    struct review review;

    size_t unfilled; /**< texts that are still those of the template of --new */
};

/** Writes all of it as text, for --dump=article. */
void article_dump(const struct article *article, struct builder *out);

#endif
