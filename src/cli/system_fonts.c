/*
 * See system_fonts.h.  The only file that knows fontconfig, which is loaded when a character is
 * missing and not before: to load it and its list of fonts takes longer than to make a handout.
 */
#include "system_fonts.h"

#include "base/late.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>

/* ---- The library ---- */

/* All of its functions that are called. */
struct fontconfig {
    FcConfig *(*init_load_config_and_fonts)(void);
    void (*config_destroy)(FcConfig *);
    FcBool (*config_substitute)(FcConfig *, FcPattern *, FcMatchKind);
    void (*default_substitute)(FcPattern *);
    FcFontSet *(*font_sort)(FcConfig *, FcPattern *, FcBool, FcCharSet **, FcResult *);
    void (*font_set_destroy)(FcFontSet *);
    FcPattern *(*pattern_create)(void);
    void (*pattern_destroy)(FcPattern *);
    FcBool (*pattern_add_char_set)(FcPattern *, const char *, const FcCharSet *);
    FcBool (*pattern_add_lang_set)(FcPattern *, const char *, const FcLangSet *);
    FcBool (*pattern_add_integer)(FcPattern *, const char *, int);
    FcBool (*pattern_add_string)(FcPattern *, const char *, const FcChar8 *);
    FcResult (*pattern_get_string)(const FcPattern *, const char *, int, FcChar8 **);
    FcResult (*pattern_get_integer)(const FcPattern *, const char *, int, int *);
    FcResult (*pattern_get_bool)(const FcPattern *, const char *, int, FcBool *);
    FcResult (*pattern_get_char_set)(const FcPattern *, const char *, int, FcCharSet **);
    FcCharSet *(*char_set_create)(void);
    FcBool (*char_set_add_char)(FcCharSet *, FcChar32);
    FcBool (*char_set_has_char)(const FcCharSet *, FcChar32);
    void (*char_set_destroy)(FcCharSet *);
    FcLangSet *(*lang_set_create)(void);
    FcBool (*lang_set_add)(FcLangSet *, const FcChar8 *);
    void (*lang_set_destroy)(FcLangSet *);
    FcConfig *config;
};

/* @return whether all are there. */
static bool find_functions(void *handle, struct fontconfig *fc)
{
    bool found = true;
    LATE_FIND(found, handle, fc->init_load_config_and_fonts, FcInitLoadConfigAndFonts);
    LATE_FIND(found, handle, fc->config_destroy, FcConfigDestroy);
    LATE_FIND(found, handle, fc->config_substitute, FcConfigSubstitute);
    LATE_FIND(found, handle, fc->default_substitute, FcDefaultSubstitute);
    LATE_FIND(found, handle, fc->font_sort, FcFontSort);
    LATE_FIND(found, handle, fc->font_set_destroy, FcFontSetDestroy);
    LATE_FIND(found, handle, fc->pattern_create, FcPatternCreate);
    LATE_FIND(found, handle, fc->pattern_destroy, FcPatternDestroy);
    LATE_FIND(found, handle, fc->pattern_add_char_set, FcPatternAddCharSet);
    LATE_FIND(found, handle, fc->pattern_add_lang_set, FcPatternAddLangSet);
    LATE_FIND(found, handle, fc->pattern_add_integer, FcPatternAddInteger);
    LATE_FIND(found, handle, fc->pattern_add_string, FcPatternAddString);
    LATE_FIND(found, handle, fc->pattern_get_string, FcPatternGetString);
    LATE_FIND(found, handle, fc->pattern_get_integer, FcPatternGetInteger);
    LATE_FIND(found, handle, fc->pattern_get_bool, FcPatternGetBool);
    LATE_FIND(found, handle, fc->pattern_get_char_set, FcPatternGetCharSet);
    LATE_FIND(found, handle, fc->char_set_create, FcCharSetCreate);
    LATE_FIND(found, handle, fc->char_set_add_char, FcCharSetAddChar);
    LATE_FIND(found, handle, fc->char_set_has_char, FcCharSetHasChar);
    LATE_FIND(found, handle, fc->char_set_destroy, FcCharSetDestroy);
    LATE_FIND(found, handle, fc->lang_set_create, FcLangSetCreate);
    LATE_FIND(found, handle, fc->lang_set_add, FcLangSetAdd);
    LATE_FIND(found, handle, fc->lang_set_destroy, FcLangSetDestroy);
    return found;
}

/* It stays loaded: others may use it too. @return NULL if this machine has none. */
static struct fontconfig *load_fontconfig(const struct printer *printer)
{
    void *handle = dlopen(HANDOUT_FONTCONFIG, RTLD_NOW | RTLD_LOCAL);
    struct fontconfig *fc = message_alloc(printer, sizeof *fc);
    if (handle && find_functions(handle, fc) && (fc->config = fc->init_load_config_and_fonts()))
        return fc;
    free(fc);
    return NULL;
}

/* ---- What is looked for ---- */

/* fontconfig tells the forms of Chinese apart by country. */
static const char *fontconfig_language(const struct handout_font_wanted *wanted)
{
    static const char *const chinese[][2] = {
        {"zh-Hant", "zh-tw"}, {"zh-TW", "zh-tw"}, {"zh-HK", "zh-hk"}, {"zh", "zh-cn"}};
    for (size_t i = 0; i < sizeof chinese / sizeof *chinese; i++)
        if (strncmp(wanted->language, chinese[i][0], strlen(chinese[i][0])) == 0)
            return chinese[i][1];
    return wanted->language;
}

static FcPattern *make_pattern(const struct fontconfig *fc,
                               const struct handout_font_wanted *wanted)
{
    FcPattern *pattern = fc->pattern_create();
    FcCharSet *characters = fc->char_set_create();
    FcLangSet *languages = fc->lang_set_create();
    for (size_t i = 0; i < wanted->count; i++)
        fc->char_set_add_char(characters, wanted->characters[i]);
    fc->lang_set_add(languages, (const FcChar8 *)fontconfig_language(wanted));
    fc->pattern_add_char_set(pattern, FC_CHARSET, characters);
    fc->pattern_add_lang_set(pattern, FC_LANG, languages);
    fc->pattern_add_string(pattern, FC_FAMILY, (const FcChar8 *)"sans-serif");
    fc->pattern_add_integer(pattern, FC_WEIGHT,
                            wanted->bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    fc->config_substitute(fc->config, pattern, FcMatchPattern);
    fc->default_substitute(pattern);
    fc->char_set_destroy(characters);
    fc->lang_set_destroy(languages);
    return pattern;
}

/* A variable font has a range of weights, no single one: every weight is in it. */
static bool has_weight(const struct fontconfig *fc, const FcPattern *font, bool bold)
{
    int weight, slant = FC_SLANT_ROMAN;
    fc->pattern_get_integer(font, FC_SLANT, 0, &slant);
    if (slant != FC_SLANT_ROMAN)
        return false;
    if (fc->pattern_get_integer(font, FC_WEIGHT, 0, &weight) != FcResultMatch)
        return true;
    return bold ? weight >= FC_WEIGHT_DEMIBOLD : weight <= FC_WEIGHT_MEDIUM;
}

static bool suits(const struct fontconfig *fc, const FcPattern *font,
                  const struct handout_font_wanted *wanted)
{
    FcBool outlines = FcFalse;
    FcCharSet *has;
    FcChar8 *format;
    fc->pattern_get_bool(font, FC_OUTLINE, 0, &outlines);
    return outlines && fc->pattern_get_char_set(font, FC_CHARSET, 0, &has) == FcResultMatch &&
           fc->char_set_has_char(has, wanted->characters[0]) &&
           fc->pattern_get_string(font, FC_FONTFORMAT, 0, &format) == FcResultMatch &&
           (strcmp((char *)format, "TrueType") == 0 || strcmp((char *)format, "CFF") == 0) &&
           has_weight(fc, font, wanted->bold);
}

/* The fallback that is compiled in is Noto Sans: its sisters suit it best. */
static bool is_sister(const struct fontconfig *fc, const FcPattern *font)
{
    static const char family[] = "Noto Sans";
    FcChar8 *name;
    return fc->pattern_get_string(font, FC_FAMILY, 0, &name) == FcResultMatch &&
           strncmp((char *)name, family, sizeof family - 1) == 0;
}

/* How much of what is wanted a font has, twice, and one more for a sister; 0: it does not suit, or
 * is a bold one that has not all. */
static size_t worth(const struct fontconfig *fc, const FcPattern *font,
                    const struct handout_font_wanted *wanted)
{
    FcCharSet *has;
    size_t count = 0;
    if (!suits(fc, font, wanted))
        return 0;
    fc->pattern_get_char_set(font, FC_CHARSET, 0, &has);
    for (size_t i = 0; i < wanted->count; i++)
        count += fc->char_set_has_char(has, wanted->characters[i]) ? 1u : 0u;
    if (wanted->bold && count < wanted->count)
        return 0;
    return 2 * count + is_sister(fc, font);
}

/* The best that is worth less than `under`, or as much and stands behind `behind`; -1: none. */
static int next_best(const size_t *worths, int count, size_t under, int behind)
{
    int best = -1;
    for (int i = 0; i < count; i++) {
        bool left = worths[i] < under || (worths[i] == under && i > behind);
        if (worths[i] && left && (best < 0 || worths[i] > worths[best]))
            best = i;
    }
    return best;
}

/* The best that was not refused; of equals, in fontconfig's order; NULL: none is left. */
static const FcPattern *choose_pattern(const struct fontconfig *fc,
                                       const struct printer *printer, const FcFontSet *sorted,
                                       const struct handout_font_wanted *wanted)
{
    size_t *worths = message_alloc(printer, (size_t)sorted->nfont * sizeof *worths + 1);
    int best = -1;
    size_t under = SIZE_MAX;
    for (int i = 0; i < sorted->nfont; i++)
        worths[i] = worth(fc, sorted->fonts[i], wanted);
    for (int refused = 0; refused <= wanted->refused; refused++) {
        best = next_best(worths, sorted->nfont, under, best);
        if (best < 0)
            break;
        under = worths[best];
    }
    free(worths);
    return best < 0 ? NULL : sorted->fonts[best];
}

static const struct fontconfig *fontconfig_of(struct system_fonts *fonts)
{
    if (!fonts->tried)
        fonts->fontconfig = load_fontconfig(fonts->files->printer);
    fonts->tried = true;
    return fonts->fontconfig;
}

/* The face's path, for free(), and its index; NULL if there is none. */
static char *find_path(struct system_fonts *fonts, const struct handout_font_wanted *wanted,
                       unsigned *index)
{
    const struct fontconfig *fc = fontconfig_of(fonts);
    if (!fc)
        return NULL;
    FcResult result;
    FcChar8 *file;
    int number = 0;
    char *path = NULL;
    FcPattern *pattern = make_pattern(fc, wanted);
    FcFontSet *sorted = fc->font_sort(fc->config, pattern, FcFalse, NULL, &result);
    const FcPattern *font =
        sorted ? choose_pattern(fc, fonts->files->printer, sorted, wanted) : NULL;
    if (font && fc->pattern_get_string(font, FC_FILE, 0, &file) == FcResultMatch) {
        fc->pattern_get_integer(font, FC_INDEX, 0, &number);
        *index = (unsigned)number & 0xFFFF; /* above it: an instance of a variable font */
        path = message_join(fonts->files->printer, (const char *)file, "", "");
    }
    if (sorted)
        fc->font_set_destroy(sorted);
    fc->pattern_destroy(pattern);
    return path;
}

bool system_fonts_find(void *context, const struct handout_font_wanted *wanted,
                       struct handout_font_found *found)
{
    struct system_fonts *fonts = context;
    struct handout_input file = {.name = ""}; /* no file of the user's names it */
    char *path = find_path(fonts, wanted, &found->index);
    if (!path)
        return false;
    bool read = !beside_load(fonts->files, path, &file);
    free(path);
    found->bytes = read ? file.bytes : "";
    found->length = read ? file.length : 0; /* then the next best is asked for */
    return true;
}

char *system_fonts_path(struct system_fonts *fonts, const struct handout_font_wanted *wanted)
{
    unsigned index;
    return find_path(fonts, wanted, &index);
}

void system_fonts_free(struct system_fonts *fonts)
{
    if (fonts->fontconfig)
        fonts->fontconfig->config_destroy(fonts->fontconfig->config);
    free(fonts->fontconfig);
}
