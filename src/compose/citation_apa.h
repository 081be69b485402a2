/*
 * citation_apa: what the files of APA style share; not for others.
 */
#ifndef COMPOSE_CITATION_APA_H
#define COMPOSE_CITATION_APA_H

#include "compose/citation_parts.h"

/** "Doe, A. B., & Roe, C.": names that stand first. */
struct str apa_names_first(struct arena *arena, struct names names);
/** "A. B. Doe & C. Roe": names that do not. */
struct str apa_names(struct arena *arena, struct names names);
/** "Ed." or "Eds." */
struct str apa_role(struct names names, struct str one, struct str several);

/** Who stands first: "Doe, A. (with Roe, B.)", "Poe, C. (Director)"; nothing if nobody is named. */
struct str apa_author(struct arena *arena, const struct reference *r);
/** Who else is named, behind the title: "T. Roe, Trans." */
struct str apa_people(struct arena *arena, const struct reference *r);

/** Whether it stands in a journal, a magazine, a newspaper, a blog or proceedings. */
bool apa_is_serial(const struct reference *r);
/** Whether it is a part of a book or the like, which is told behind "In". */
bool apa_is_within(const struct reference *r);
/** Whether it is a review of a book, a film or the like. */
bool apa_is_review(const struct reference *r);

/** What tells a work from others of its name: "D. Editor, Ed.; Report No. 7; 2nd ed., Vol. 1". */
struct str apa_identifier(struct arena *arena, const struct reference *r);
/** The same of a part, where what tells the whole stands with the whole: "T. Roe, Trans." */
struct str apa_part_identifier(struct arena *arena, const struct reference *r);
/** "[Data set]": what is no ordinary text. */
struct str apa_description(struct arena *arena, const struct reference *r);
/** "[Review of the book Sleep, by A. Doe]" behind its own title, if it has one, as one sentence. */
void apa_review(struct phrase *p, const struct reference *r);
/** A title and what stands behind it, as one sentence. */
void apa_title(struct phrase *p, struct str text, struct italics italics, enum run_style style,
               struct str behind);

#endif
