/*
 * section: the table of an article's sections, made from section.def.
 *
 * Who handles all sections walks the table, in the order of the page, and takes each value from
 * the article by the section's kind.  Only what is special about one section names its member.
 */
#ifndef MODEL_SECTION_H
#define MODEL_SECTION_H

#include "model/article.h"
#include "model/labels.h"
#include "model/sheet.h"

/** The type of its member in struct article. */
enum section_kind {
    SECTION_IS_points, /**< struct points */
    SECTION_IS_texts,  /**< struct texts */
    SECTION_IS_dosage, /**< struct dosage */
    SECTION_IS_own_sections /**< struct own_sections */
};

/** What a section says about the remedy. */
enum bearing {
    BEARING_BENEFIT, /**< what it may do: every sentence needs its "may" */
    BEARING_USE,     /**< how to use it */
    BEARING_RISK,    /**< what to beware of: weighed against the benefits */
    BEARING_UNKNOWN, /**< what nobody has shown */
    BEARING_OTHER    /**< who knows: its title is the author's own */
};

struct section {
    const char *field; /**< in the article file */
    enum section_kind kind;
    enum label label; /**< of its heading; LABEL_COUNT: it has no one heading */
    enum role role;
    bool protect; /**< if the page is full, advise cutting here last */
    enum bearing bearing;
    size_t offset; /**< of its member in struct article */
};

/** In the order of the page. */
extern const struct section sections[SECTION_COUNT];

/** An order with those sections behind it that it does not name: SECTION_COUNT of them. */
struct section_order section_order_whole(const struct section_order *order);

/** The list in a section: the points, the texts, or the steps of a dosage. */
struct section_list {
    struct str path; /**< the field: "benefits", "dosage.steps" */
    size_t count;    /**< 0: there is no list */
    struct place place;
};

/** The section's member of the article: a struct points, texts or dosage, by its kind. */
const void *section_value(const struct section *section, const struct article *article);

struct section_list section_list(const struct section *section, const struct article *article);

/** Where to point at for the whole: its list, or how a dosage is taken. */
struct place section_place(const struct section *section, const struct article *article);

/** Whether the article says anything under its heading. */
bool section_is_given(const struct section *section, const struct article *article);

#endif
