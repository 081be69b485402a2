/*
 * title_case: titles with capitals, as AMA style prints those of books and the like.
 */
#ifndef COMPOSE_TITLE_CASE_H
#define COMPOSE_TITLE_CASE_H

#include "base/text.h"

/**
 * A capital for each word but the little ones inside: "The Roles of Glutamine in Health".  A word
 * that has a capital or a figure stays as it is, and so does a title that is not in English.
 * @param language  of the title, as an exporter has it ("en-US", "German"): what begins with "en"
 *                  is English.  If it is absent, the words tell.
 */
struct str title_cased(struct arena *arena, struct str title, struct str language);

#endif
