/*
 * import: --import, a draft of an article from a published post.
 */
#ifndef CLI_IMPORT_H
#define CLI_IMPORT_H

#include "options.h"

/**
 * Writes <id>.json from the post options->import, and clinic.json from it if the draft would find
 * none.  Replaces nothing.
 */
enum status import_run(const struct options *options);

#endif
