/*
 * labels_foreign: a clinic's own labels that are in another language than the article.
 */
#ifndef READ_LABELS_FOREIGN_H
#define READ_LABELS_FOREIGN_H

#include "model/clinic.h"

/**
 * Notes the clinic's own labels, and the fields of its plan, that are in another language: that of
 * the clinic file, where it names one, else the one whose usual words they are.
 * @param language  of the article. @param usual  its labels.
 */
void labels_tell_foreign(struct diags *diags, const struct clinic *clinic, struct str language,
                         const struct labels *usual);

#endif
