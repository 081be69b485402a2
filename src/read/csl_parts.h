/*
 * csl_parts: the names, dates and addresses of an item of CSL-JSON, for reference_read.
 *
 * Exporters leave things empty and add things.  What is empty is absent; what is not known of a
 * name or a date is counted by the item's reader, as unknown fields are.
 */
#ifndef READ_CSL_PARTS_H
#define READ_CSL_PARTS_H

#include "read/csl_value.h"

/** *to is a struct names. */
value_reader csl_names_read;
/** *to is a struct cited_date. */
value_reader csl_date_read;

/** *to is a struct str.  What is no DOI or no address is reported and left out. */
value_reader csl_doi_read, csl_url_read;

/** Names that items, names and dates of raw answers have (Crossref, DataCite, PubMed, Zotero). */
extern const char *const csl_foreign[];
/** All variables of CSL 1.0.2, in its list or its schema, that are not printed. */
extern const char *const csl_unread[];

#endif
