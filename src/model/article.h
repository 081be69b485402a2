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

#include "base/source.h"

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

/** A calendar day; year 0 is "absent". From CSL, month and day may be 0 for "not given". */
struct date {
    int16_t year;
    int8_t month, day;
};

/** A CSL name: family and given, or literal for an organisation. */
struct name {
    struct str family, given, literal, particle, suffix;
};

struct names {
    const struct name *at;
    size_t count;
};

/** The kinds of CSL item that are formatted differently; all other types are OTHER. */
enum reference_kind {
    REFERENCE_TEXT, /**< given as one text: only .text is set */
    REFERENCE_ARTICLE,
    REFERENCE_BOOK,
    REFERENCE_CHAPTER,
    REFERENCE_WEBPAGE,
    REFERENCE_REPORT,
    REFERENCE_OTHER
};

/** One reference: a CSL-JSON item (citationstyles.org), or text. Absent fields have ptr NULL. */
struct reference {
    enum reference_kind kind;
    struct place place;
    struct text text;
    struct names authors, editors;
    struct str title, container, container_short;
    struct str volume, issue, page, number, edition, publisher, publisher_place;
    struct str doi; /**< without "https://doi.org/" or "doi:" before it */
    struct str url;
    struct str language; /**< BCP 47; of the title */
    struct date issued, accessed;
};

struct references {
    const struct reference *at;
    size_t count;
    struct place place;
};

/** How to take it. A dosage given as one text has only `how`. */
struct dosage {
    struct text amount, how;
    struct texts steps;
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

    struct text title, subtitle, summary;
#define SECTION(id, field, kind, ...) struct kind field;
#include "model/section.def"
#undef SECTION
    struct references references;
    struct text disclaimer;
    struct texts topic; /**< words that a handout on this must use; not printed */

    struct published published;
    struct review review;
};

/** Writes all of it as text, for --dump=article. */
void article_dump(const struct article *article, struct builder *out);

#endif
