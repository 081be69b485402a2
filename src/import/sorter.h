/*
 * sorter: the state of a walk over a post's blocks: which section they stand in.
 *
 * Headings make a tree by their levels.  A heading that data/import/ knows gives its section to all
 * below it; one that it does not know becomes the lead-in of the next point.
 */
#ifndef IMPORT_SORTER_H
#define IMPORT_SORTER_H

#include "import/dates.h"
#include "import/draft.h"

enum { LEVELS = 9 };

struct sorter {
    struct arena *arena;
    const struct post *post;
    const struct words *words;
    struct draft *draft;
    size_t at;                 /**< the block that is being sorted */
    const struct block *title; /**< the heading that became the title; or NULL */
    struct str title_normal;
    struct day day;            /**< of the last change, as far as is known */
    bool seen[LEVELS];         /**< there is an open heading of that level */
    enum cue section[LEVELS];  /**< that it names; CUE_COUNT if none that is known */
    bool ending;               /**< references or a disclaimer came: the frame may follow */
    struct str lead;           /**< an unknown heading that waits for its point; or empty */
    uint32_t lead_line;
    struct draft_points *open; /**< the last point of this list takes further paragraphs; or NULL */
};

/** The section that a block stands in: a heading's kind, or CUE_COUNT. */
enum cue sorter_section(const struct sorter *s);

/** Puts the text of a block of the post's body into the section. */
void route_block(struct sorter *s, const struct block *block, enum cue section);

/** A waiting heading that gets no point is left out. */
void sorter_drop_lead(struct sorter *s);

/** Takes "Dosage: ..." apart if the lead-in of the block names a section. @return it, or
    CUE_COUNT; *rest is what follows */
enum cue lead_section(const struct sorter *s, const struct block *block, struct block *rest);

/** The lead-in of a point ("Gut lining: ..."), without its colon, and the text behind it. */
struct str lead_in(const struct block *block, struct str text, struct str *rest);

#endif
