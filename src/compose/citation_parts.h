/*
 * citation_parts: what the styles of reference are built from, and the styles themselves.
 *
 * Every part is tidy, and empty where the reference lacks what it is made of: the caller then
 * leaves out what would have stood around it.
 */
#ifndef COMPOSE_CITATION_PARTS_H
#define COMPOSE_CITATION_PARTS_H

#include "compose/phrase.h"
#include "model/article.h"

/** A style prints all kinds of reference but REFERENCE_TEXT. */
typedef void citation_style(struct phrase *p, const struct reference *r);
citation_style citation_ama, citation_apa;
/** And that one, in all styles alike. */
citation_style citation_text;

/* ---- Text ---- */

/** What follows the sentence before it. */
void cite_begin(struct phrase *p);
/** A text as a sentence of its own. */
void cite_sentence(struct phrase *p, struct str text, enum run_style style);
/** A text whose italics stand out: upright where the style is italic. Its straight quotes curl. */
void cite_styled(struct phrase *p, struct str text, struct italics italics, enum run_style style);
/** Ends a sentence, within its closing quotation mark as both styles have it. */
void cite_stop(struct phrase *p);
/** Puts a text between two others; nothing without it. */
void cite_wrap(struct builder *b, struct str before, struct str text, struct str after);
/** Adds a text behind a separator, which the first has not; nothing without it. */
void cite_join(struct builder *b, struct str separator, struct str text);
/** "U.S. 12.5" is "US 12.5". */
struct str cite_without_periods(struct arena *arena, struct str text);
/** With a capital at its start, if that is a letter of ASCII. */
struct str cite_capitalized(struct arena *arena, struct str text);

/* ---- Names ---- */

/** Whether it is an organisation. */
bool cite_is_group(const struct name *name);
/** "de Gaulle", or an organisation as it is: what a list is sorted by. */
struct str cite_family(struct arena *arena, const struct name *name);
/** The same behind the given name: "van Beethoven". */
struct str cite_whole_family(struct arena *arena, const struct name *name);
/** "Ann Doe, Bo van Roe & Example Group": given names in full. */
struct str cite_whole_names(struct arena *arena, struct names names);
/** Of "Jean-Pierre M. (Jean)": "J.-P. M." with periods, else "JPM". */
struct str cite_initials(struct arena *arena, const struct name *name, bool periods);
/** Those that stand behind the family name: "L. van", "L van". */
struct str cite_given(struct arena *arena, const struct name *name, bool periods);

/* ---- Numbers and dates: cite_numbers.c ---- */

/** With one kind of dash, whichever was typed, ranges filled up, and "pp." and the like dropped. */
struct str cite_pages(struct arena *arena, const struct reference *r, struct str dash);
/** Its number, unless it ends the DOI, as a preprint's does: "2020.01.01.20016543". */
struct str cite_number(const struct reference *r);
/** Whether it is a number as a catalogue has it: "77", "A12", "3-4", "2019/43"; not "Book 5". */
bool cite_is_number(struct str text);
/** Whether it is one row of letters and figures: "NCT04700072", "US334823A". */
bool cite_is_code(struct str text);
/** "2017", "2017–2018"; or the words that stand for a date. */
struct str cite_year(struct arena *arena, const struct cited_date *date, struct str dash);
/** "May 1", "May 1–3", "May", "Spring"; nothing if only the year is known. */
struct str cite_day(struct arena *arena, const struct cited_date *date, struct str dash);
/** "May 1, 2017": the styles are American, whatever the handout's language. */
struct str cite_date(struct arena *arena, const struct cited_date *date, struct str dash);

/* ---- Editions: cite_edition.c ---- */

/**
 * "8th ed" of "8", "8th ed.", "eighth edition"; "2nd rev ed"; what is no number and does not call
 * itself an edition ("Summer 2021") stands as it is.
 * @param apa  "8th ed.", and a first edition too, which AMA style does not tell (3.12.1)
 */
struct str cite_edition(struct arena *arena, struct str given, bool apa);

/* ---- Courts and parliaments: citation_legal.c ---- */

/** Whether it is of a court or a parliament. */
bool cite_is_legal(const struct reference *r);
/** The whole of it but where it is to be found. @param ama  has no full stops. */
void cite_legal(struct phrase *p, const struct reference *r, bool ama);

/* ---- Where it is to be found ---- */

/** What to open for a DOI. */
struct str cite_doi_uri(struct arena *arena, struct str doi);
/** Adds a DOI behind a prefix, leading to where it is found. */
void cite_doi(struct phrase *p, struct str prefix, struct str doi);

#endif
