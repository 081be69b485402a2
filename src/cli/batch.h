/*
 * batch: the articles of one call, one after the other or by several workers.
 */
#ifndef CLI_BATCH_H
#define CLI_BATCH_H

#include "options.h"

/** Makes every handout; a bad article does not stop the others. @return the worst status. */
enum status batch_run(const struct options *options);

#endif
