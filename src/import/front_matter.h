/*
 * front_matter: the data that static sites put before the text of a post.
 */
#ifndef IMPORT_FRONT_MATTER_H
#define IMPORT_FRONT_MATTER_H

#include "import/post.h"

/**
 * Takes YAML between "---" or TOML between "+++" from the start of a post.  Its title becomes the
 * first heading, days and language are kept as facts; all other lines become blocks of the frame,
 * so that each is told.  Lines that are no such data stay text.
 * @return the text, in which the lines that were taken are empty: those behind keep their numbers
 */
struct str front_matter_take(struct post *post, struct str text);

#endif
