/*
 * system_fonts: faces of this machine, for scripts that the library has none for.
 */
#ifndef CLI_SYSTEM_FONTS_H
#define CLI_SYSTEM_FONTS_H

#include "beside.h"
#include "handout_fonts.h"

struct fontconfig;

/** All zero but for `files`, until the first face is asked for. */
struct system_fonts {
    struct beside *files; /**< where the font files are kept */
    struct fontconfig *fontconfig;
    bool tried; /**< to load it */
};

/** A handout_font_source.find; its context is a struct system_fonts. */
bool system_fonts_find(void *context, const struct handout_font_wanted *wanted,
                       struct handout_font_found *found);

/** The path of the face that would be found, for free(); NULL if there is none. */
char *system_fonts_path(struct system_fonts *fonts, const struct handout_font_wanted *wanted);

void system_fonts_free(struct system_fonts *fonts);

#endif
