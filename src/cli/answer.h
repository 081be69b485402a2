/*
 * answer: what is said of one record of a stream, as a line of JSON.
 */
#ifndef CLI_ANSWER_H
#define CLI_ANSWER_H

#include "message.h"

#include <stdint.h>

struct answer {
    uintmax_t number;
    const char *id;     /**< of the article; NULL: it could not be read */
    enum status status;
    char *said;         /**< messages in FORMAT_JSON, a line each */
    size_t said_length;
    const char *output; /**< the file, written or left as it was; NULL: there is none */
    const char *kind;   /**< of file: "pdf" or "svg" */
    char *pdf;          /**< the file that the answer holds, if there is no output */
    size_t pdf_length;
};

void answer_print(FILE *to, const struct answer *answer);

#endif
