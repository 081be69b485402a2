/*
 * values: texts that must have a form.  Also date_parse(), which read.h declares.
 */
#ifndef READ_VALUES_H
#define READ_VALUES_H

#include "base/text.h"

/** Whether there is such a day, in the years 1 to 9999. */
bool date_exists(int year, int month, int day);

/** The shape of a BCP 47 language tag, such as "en-US" or "zh-Hant-TW". */
bool language_has_form(struct str text);
/**
 * The tag in the case that RFC 5646, 2.1.1, gives its parts ("pa-arab-pk" is "pa-Arab-PK"), so that
 * whoever compares tags need not care for it.  @param tag  has the form
 */
struct str language_in_usual_case(struct arena *arena, struct str tag);

/** It becomes a file's name, and stands on the page's last line. */
enum { ID_MAX = 64 };
/** 1 to ID_MAX characters a-z, 0-9 and "-". */
bool id_has_form(struct str text);

/** An id from words: "Vitamin D (2)" gives vitamin-d-2; "" if they have no letter or digit. */
struct str id_of_words(struct arena *arena, struct str words);
/** A file's name without folder and ending. */
struct str stem_of_file(struct str name);
/** An id from that; "handout" if it gives none. */
struct str id_of_file(struct arena *arena, struct str name);
/** What an article is known by in its PDF where its id is not the stem of its file: a hash of the
 *  name without folders, since a file may be named after a patient. */
struct str origin_of_file(struct arena *arena, struct str name);

/** "#RRGGBB" */
bool color_has_form(struct str text);
/** @param text  has the form. @return 0xRRGGBB */
uint32_t color_value(struct str text);

/** "name@example.org": one address, no display name, ASCII. */
bool email_has_form(struct str text);

/** "http://…" or "https://…" with a host; ASCII, as a link in a PDF must be. */
bool url_has_form(struct str text);
/** The same, or without its scheme as on a business card: "example.org/page". */
bool website_has_form(struct str text);

/** The address of a reference, trimmed, with what no address may hold as "%20" and the like. */
struct str url_tidied(struct arena *arena, struct str text);
/** Anything behind "https://", "http://" or "ftp://", or a website's; with letters beyond ASCII. */
bool address_has_some_form(struct arena *arena, struct str text);

/** A DOI without anything before it: "10.3390/ijms18051051", or a short one: "10/fqd6hj". */
bool doi_has_form(struct str text);
/** Drops "doi:" or "https://doi.org/" before it, and a full stop behind it. */
struct str doi_bare(struct arena *arena, struct str text);

#endif
