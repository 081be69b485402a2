/*
 * reference: a source that an article names, as CSL-JSON has it (citationstyles.org) or as a text.
 *
 * Texts are as they are printed: character references decoded, mark-up dropped, white space single
 * spaces.  An absent text has ptr NULL, an absent list has count 0.
 */
#ifndef MODEL_REFERENCE_H
#define MODEL_REFERENCE_H

#include "base/source.h"

/** A calendar day; year 0 is "absent". From CSL, month and day may be 0 for "not given". */
struct date {
    int16_t year;
    int8_t month, day;
};

/** Numbers of CSL; autumn and fall are the same season, but not the same word. */
enum season {
    SEASON_NONE,
    SEASON_SPRING,
    SEASON_SUMMER,
    SEASON_AUTUMN,
    SEASON_WINTER,
    SEASON_FALL
};

/** When a source came out, or was read: words as they stand, or a date, or a range of dates. */
struct cited_date {
    struct date from, to; /**< to.year is 0 if it is no range */
    enum season season;   /**< in place of a month */
    bool circa;           /**< about */
    struct str words;     /**< "in press"; then there is no date */
};

/** Whether nothing is known of it. */
static inline bool cited_date_is_absent(const struct cited_date *date)
{
    return !date->from.year && !date->words.len;
}

/** A CSL name: family and given, or literal for an organisation. */
struct name {
    struct str family, given, literal;
    struct str particle; /**< belongs to the family name, as in "de Gaulle" */
    struct str dropping; /**< stands behind the given name where that is last: "Beethoven L van" */
    struct str suffix;
    bool group; /**< an organisation; some have a person as literal, too */
};

struct names {
    const struct name *at;
    size_t count;
    bool others; /**< more, whom the item does not name: "et al" */
};

/** What of a title stands in italics, such as the name of a species: bytes of it, in order. */
struct italics {
    const struct span *at;
    size_t count;
};

/** What is cited differently. reference_kind.def has the rows. */
enum reference_kind {
#define REFERENCE_KIND(id, name) REFERENCE_##id,
#include "model/reference_kind.def"
#undef REFERENCE_KIND
    REFERENCE_KINDS
};

struct reference {
    enum reference_kind kind;
    struct place place;
    struct text text; /**< of REFERENCE_TEXT: all there is */
#define REFERENCE_NAMES(member, csl) struct names member;
#include "model/reference_names.def"
#undef REFERENCE_NAMES
    struct str title, container, container_short;
    struct str reviewed_title, reviewed_genre; /**< of what it reviews: "Sleep", "book" */
    struct italics title_italics, container_italics;
    struct str volume, issue, supplement, page, number, edition, version;
    struct str volumes; /**< how many there are */
    struct str chapter; /**< its number; of a parliament, its session */
    struct str section; /**< of a code of laws; of a hearing, the committee */
    struct str series, series_number;
    struct str publisher, publisher_place;
    struct str authority; /**< the court, the parliament, the patent office */
    struct str institution; /**< of a preprint: the server, in the answers of Crossref */
    struct str event, event_place;
    struct str genre;  /**< "PhD thesis", "preprint", "Working Paper" */
    struct str medium; /**< "Video", "Audiobook" */
    struct str status; /**< "in press", where there is no date */
    struct str described; /**< what APA style says of the kind in brackets; absent for most */
    struct str doi;    /**< without "https://doi.org/" or "doi:" before it */
    struct str url;    /**< as it is printed; may have letters beyond ASCII */
    struct str language; /**< of the title: "en-US", "eng", "German" */
    struct str language_tag; /**< the same, where it has the form of BCP 47; else absent */
    struct str archive, archive_location, archive_collection, archive_place;
    struct cited_date issued, accessed;
    struct cited_date original; /**< when an older work came out first */
};

struct references {
    const struct reference *at;
    size_t count;
    struct place place;
};

/** Writes all of them as text, for --dump=article. */
void references_dump(struct references references, struct builder *out);

#endif
