/*
 * tool: what the programs share that make C of a font when handout is built.
 *
 * They take SYMBOL OUTPUT FONT.ttf, end the build where something fails, and free nothing: what is
 * allocated lives as long as the program, which is short.
 */
#ifndef FONTS_TOOL_H
#define FONTS_TOOL_H

#include <hb.h>

#include <stdio.h>

/** Says what is wrong with a file, and ends the program. */
_Noreturn void fail(const char *what, const char *name);

/** A font of that file, in thousandths. */
hb_font_t *open_font(const char *name);

/** A file to write C into. */
FILE *open_output(const char *name);

/** If not all of it could be written, it goes. */
void close_output(FILE *out, const char *name);

#endif
