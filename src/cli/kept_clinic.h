/*
 * kept_clinic: the clinic file of a handout, which is kept for the next one, since most articles of
 * a call share one.
 */
#ifndef CLI_KEPT_CLINIC_H
#define CLI_KEPT_CLINIC_H

#include "maker.h"

/**
 * Finds the file and reads it, unless it is the one that is kept and has not changed since.
 * @param article  its path; NULL: it has none
 * @param name     how it is called
 * @param clinic   gets the file, NULL if the handout is to have none
 * @return a status, after saying why if not STATUS_OK
 */
enum status kept_clinic_get(struct maker *maker, const char *article, const char *name,
                            const struct file **clinic);

/** Frees it, and what it names. */
void kept_clinic_forget(struct maker *maker);

#endif
