/* See scripts.h. */
#include "scripts.h"

#include "system_fonts.h"

#include <stdlib.h>

struct script {
    const char *name, *language;
    uint32_t letter;
    const char *package;
};

static const struct script scripts[] = {
#define SCRIPT(name, language, letter, package) {name, language, letter, package},
#include "scripts.def"
#undef SCRIPT
};

static char *face_of(struct system_fonts *fonts, const struct script *script, bool bold)
{
    return system_fonts_path(fonts, &(struct handout_font_wanted){
                                        .characters = &script->letter,
                                        .count = 1,
                                        .language = script->language,
                                        .bold = bold,
                                    });
}

static void list_script(struct system_fonts *fonts, const struct script *script, FILE *to)
{
    char *regular = face_of(fonts, script, false), *bold = face_of(fonts, script, true);
    fprintf(to, "%-24s", script->name);
    if (regular || bold)
        fprintf(to, "%s%s%s", regular ? regular : "", regular && bold ? ", " : "",
                bold ? bold : "");
    else
        fprintf(to, "none; on Debian and Ubuntu: apt install %s", script->package);
    putc('\n', to);
    free(regular);
    free(bold);
}

void scripts_list(const struct options *options, FILE *to)
{
    struct beside files = {.printer = &options->printer};
    struct system_fonts fonts = {.files = &files};
    fprintf(to, "%-24scompiled in\n", "Latin, Greek, Cyrillic");
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        list_script(&fonts, &scripts[i], to);
    system_fonts_free(&fonts);
    beside_free(&files);
}
