/*
 * schema: where the schemas are that editors check the two files with.
 */
#ifndef CLI_SCHEMA_H
#define CLI_SCHEMA_H

#include "message.h"

/**
 * The address of an installed schema, "file:///usr/share/handout/article.schema.json", which every
 * editor understands wherever the file is that names it.  For free(); NULL: it is not there.
 * @param name  of its file.
 */
char *schema_address(const struct printer *printer, const char *name);

#endif
