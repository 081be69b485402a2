/*
 * citation: a reference as a style guide prints it.
 */
#ifndef COMPOSE_CITATION_H
#define COMPOSE_CITATION_H

#include "compose/phrase.h"
#include "model/clinic.h"

/**
 * Adds the whole reference, container or book title in italics, DOI or address as a link.
 * What a reference lacks is left out with its punctuation.
 */
void citation_add(struct phrase *phrase, const struct reference *reference,
                  enum citation_choice style);

#endif
