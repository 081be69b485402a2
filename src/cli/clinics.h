/*
 * clinics: the clinic files of a call: one, or those of the folder that --clinic names.
 */
#ifndef CLI_CLINICS_H
#define CLI_CLINICS_H

#include "options.h"

struct clinic_file {
    char *path; /**< NULL: what the options say, or what is found beside the article */
    char *name; /**< of the folder for its handouts; NULL: there is none */
};

struct clinics {
    struct clinic_file *at;
    size_t count; /**< at least one */
};

/**
 * Finds them: the files *.json of the folder, by name; a file north.json is called "north".
 * @return a status, after saying why if not STATUS_OK; for clinics_close() in any case
 */
enum status clinics_open(struct clinics *clinics, const struct options *options);

void clinics_close(struct clinics *clinics);

#endif
