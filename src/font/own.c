/*
 * A clinic's own fonts.
 *
 * HarfBuzz takes any bytes and gives nothing for what is damaged, table by table.  That is safe,
 * but a page with holes helps nobody, so a file is looked over first: its directory, the tables
 * that a page and a PDF need, and whether its maker allows to embed it.
 */
#include "font/faces.h"

#include "base/bytes.h"

#include <hb-ot.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* ---- Reading the file (OpenType 1.9, "Font File") ---- */

enum { DIRECTORY_HEAD = 12, DIRECTORY_ENTRY = 16 };

static size_t table_count(struct str file)
{
    return file.len < DIRECTORY_HEAD ? 0 : big_endian_16(file, 4);
}

/* Whether the directory and every table that it names lie inside the file: a download may have
 * been cut off. */
static bool is_whole(struct str file)
{
    size_t tables = table_count(file);
    if (!tables || file.len < DIRECTORY_HEAD + tables * DIRECTORY_ENTRY)
        return false;
    for (size_t i = 0; i < tables; i++) {
        size_t entry = DIRECTORY_HEAD + i * DIRECTORY_ENTRY;
        uint32_t offset = big_endian_32(file, entry + 8), length = big_endian_32(file, entry + 12);
        if (offset > file.len || length > file.len - offset)
            return false;
    }
    return true;
}

/* A table's bytes, empty if there is none; of a whole file. */
static struct str table(struct str file, const char *tag)
{
    for (size_t i = 0; i < table_count(file); i++) {
        size_t entry = DIRECTORY_HEAD + i * DIRECTORY_ENTRY;
        if (memcmp(file.ptr + entry, tag, 4) == 0)
            return str_part(file, big_endian_32(file, entry + 8), big_endian_32(file, entry + 12));
    }
    return (struct str){0};
}

/* ---- Checks ---- */

static enum font_status check_kind(struct str file)
{
    static const struct {
        struct str tag;
        enum font_status status;
    } kinds[] = {
        {{"\0\1\0\0", 4}, FONT_OK},      {{"true", 4}, FONT_OK},  {{"ttcf", 4}, FONT_COLLECTION},
        {{"OTTO", 4}, FONT_CFF},         {{"wOFF", 4}, FONT_WEB}, {{"wOF2", 4}, FONT_WEB},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_starts(file, kinds[i].tag))
            return kinds[i].status;
    return FONT_NOT_A_FONT;
}

/* The tables without which nothing can be set or embedded, and the least sense in them. */
static bool has_tables(struct str file)
{
    static const struct {
        char tag[5];
        size_t least;
    } needed[] = {{"head", 54}, {"hhea", 36}, {"hmtx", 4}, {"maxp", 6},
                  {"cmap", 4},  {"loca", 4},  {"glyf", 1}};
    enum { MAGIC = 12, UNITS_PER_EM = 18, UNITS_LEAST = 16, UNITS_MOST = 16384 };
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (table(file, needed[i].tag).len < needed[i].least)
            return false;
    struct str head = table(file, "head");
    uint32_t units = big_endian_16(head, UNITS_PER_EM);
    return big_endian_32(head, MAGIC) == 0x5F0F3CF5 && units >= UNITS_LEAST && units <= UNITS_MOST;
}

/* OS/2 fsType. Where several permissions stand in an old file the mildest holds. */
static bool may_embed(struct str file)
{
    enum { FS_TYPE = 8 };
    enum { RESTRICTED = 0x0002, PERMISSIONS = 0x000E, NO_SUBSET = 0x0100, BITMAPS_ONLY = 0x0200 };
    struct str os2 = table(file, "OS/2");
    uint32_t type = os2.len < FS_TYPE + 2 ? 0 : big_endian_16(os2, FS_TYPE);
    return (type & PERMISSIONS) != RESTRICTED && !(type & (NO_SUBSET | BITMAPS_ONLY));
}

/* Whether HarfBuzz sees glyphs and characters in it, and widths that a page could hold. */
static bool is_usable(struct str file)
{
    hb_font_t *font = face_open(file);
    if (!font)
        return false;
    hb_face_t *face = hb_font_get_face(font);
    hb_set_t *characters = hb_set_create();
    hb_face_collect_unicodes(face, characters);
    unsigned glyphs = hb_face_get_glyph_count(face);
    bool usable = glyphs > 1 && !hb_set_is_empty(characters);
    for (unsigned i = 0; i < glyphs && usable; i++)
        usable = hb_font_get_glyph_h_advance(font, i) <= INT16_MAX;
    hb_set_destroy(characters);
    hb_font_destroy(font);
    return usable;
}

enum font_status font_check(struct str file)
{
    enum font_status kind = check_kind(file);
    if (kind == FONT_NOT_A_FONT)
        return kind;
    if (file.len > FONT_MAX_BYTES)
        return FONT_TOO_LARGE;
    if (kind != FONT_OK)
        return kind;
    if (!is_whole(file))
        return FONT_DAMAGED;
    if (table(file, "fvar").len)
        return FONT_VARIABLE;
    if (table(file, "CFF ").len || table(file, "CFF2").len)
        return FONT_CFF;
    if (!has_tables(file))
        return FONT_DAMAGED;
    if (!may_embed(file))
        return FONT_RESTRICTED;
    return is_usable(file) ? FONT_OK : FONT_DAMAGED;
}

/* ---- Opening ---- */

/* What the file calls itself, as far as a PDF name needs no escapes for it. */
static void read_name(hb_font_t *font, char name[FACE_NAME_ROOM])
{
    static const char allowed[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
    unsigned length = FACE_NAME_ROOM;
    char full[FACE_NAME_ROOM] = "";
    hb_ot_name_get_utf8(hb_font_get_face(font), HB_OT_NAME_ID_POSTSCRIPT_NAME,
                        HB_LANGUAGE_INVALID, &length, full);
    size_t kept = 0;
    for (size_t i = 0; full[i]; i++)
        if (strchr(allowed, full[i]))
            name[kept++] = full[i];
    assert(kept < FACE_NAME_ROOM);
    name[kept] = '\0';
    if (!kept)
        strcpy(name, "ClinicFont");
}

/* Alpha to omega with the accented ones between, but for a hole in Unicode. */
static bool has_greek(const struct fonts *fonts, enum face face)
{
    enum { FIRST = 0x391, HOLE = 0x3A2, LAST = 0x3CE };
    for (uint32_t c = FIRST; c <= LAST; c++)
        if (c != HOLE && !face_has(fonts, face, c))
            return false;
    return true;
}

struct fonts *fonts_open_with(const struct fonts *base, const struct str files[FONT_STYLES])
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts)
        return NULL;
    for (int face = 0; face < FACE_OWN_REGULAR; face++)
        fonts->font[face] = hb_font_reference(base->font[face]);
    for (int style = 0; style < FONT_STYLES; style++) {
        enum face face = (enum face)(FACE_OWN_REGULAR + style);
        if (!files[style].len)
            continue;
        assert(check_kind(files[style]) == FONT_OK && is_whole(files[style]));
        fonts->font[face] = face_open(files[style]);
        if (!fonts->font[face]) {
            fonts_close(fonts);
            return NULL;
        }
        read_name(fonts->font[face], fonts->own_name[style]);
        fonts->own_greek[style] = has_greek(fonts, face);
    }
    return fonts;
}
