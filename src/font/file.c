/*
 * Looking over a font file.
 *
 * HarfBuzz takes any bytes and gives nothing for what is damaged, table by table.  That is safe,
 * but a page with holes helps nobody, so a file is looked over first: its directories, the tables
 * that a page and a PDF need, and whether its maker allows to embed it.  A file has one face, or is
 * a collection: a list of the places of its faces' directories, whose tables may be shared.
 */
#include "font/faces.h"
#include "font/glyf.h"

#include "base/bytes.h"

#include <hb-ot.h>

#include <string.h>

/* ---- Reading the file (OpenType 1.9, "Font File") ---- */

enum { DIRECTORY_HEAD = 12, DIRECTORY_ENTRY = 16 };
enum { COLLECTION_COUNT = 8, COLLECTION_HEAD = 12 };

/* One face of a file. */
struct sfnt {
    struct str file;
    size_t at; /* of its directory */
};

static bool is_collection(struct str file)
{
    return str_starts(file, STR("ttcf"));
}

unsigned font_file_faces(struct str file)
{
    if (!is_collection(file))
        return 1;
    return file.len < COLLECTION_HEAD ? 0 : big_endian_32(file, COLLECTION_COUNT);
}

/* @return false if the file does not say where that face is. */
static bool find_face(struct str file, unsigned index, struct sfnt *face)
{
    *face = (struct sfnt){file, 0};
    if (!is_collection(file))
        return index == 0;
    if (file.len < COLLECTION_HEAD || index >= (file.len - COLLECTION_HEAD) / 4)
        return false;
    face->at = big_endian_32(file, COLLECTION_HEAD + 4 * (size_t)index);
    return face->at <= file.len;
}

static size_t table_count(const struct sfnt *face)
{
    return face->file.len - face->at < DIRECTORY_HEAD ? 0
                                                      : big_endian_16(face->file, face->at + 4);
}

static size_t entry_of(const struct sfnt *face, size_t i)
{
    return face->at + DIRECTORY_HEAD + i * DIRECTORY_ENTRY;
}

/* Whether the directory and every table that it names lie inside the file: a download may have
 * been cut off. */
static bool has_whole_tables(const struct sfnt *face)
{
    size_t tables = table_count(face), size = face->file.len;
    if (!tables || size < entry_of(face, tables))
        return false;
    for (size_t i = 0; i < tables; i++) {
        size_t entry = entry_of(face, i);
        uint32_t offset = big_endian_32(face->file, entry + 8);
        uint32_t length = big_endian_32(face->file, entry + 12);
        if (offset > size || length > size - offset)
            return false;
    }
    return true;
}

/* A table's bytes, empty if there is none; of a whole face. */
static struct str table(const struct sfnt *face, const char *tag)
{
    for (size_t i = 0; i < table_count(face); i++) {
        size_t entry = entry_of(face, i);
        if (memcmp(face->file.ptr + entry, tag, 4) == 0)
            return str_part(face->file, big_endian_32(face->file, entry + 8),
                            big_endian_32(face->file, entry + 12));
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
        {{"\0\1\0\0", 4}, FONT_OK}, {{"true", 4}, FONT_OK},  {{"OTTO", 4}, FONT_OK},
        {{"ttcf", 4}, FONT_OK},       {{"wOFF", 4}, FONT_WEB}, {{"wOF2", 4}, FONT_WEB},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_starts(file, kinds[i].tag))
            return kinds[i].status;
    return FONT_NOT_A_FONT;
}

/* Outlines as TrueType or as PostScript has them. */
static bool has_outlines(const struct sfnt *face)
{
    return (table(face, "loca").len >= 4 && table(face, "glyf").len) ||
           table(face, "CFF ").len >= 4;
}

/* The tables without which nothing can be set or embedded, and the least sense in them. */
static bool has_tables(const struct sfnt *face)
{
    static const struct {
        char tag[5];
        size_t least;
    } needed[] = {{"head", 54}, {"hhea", 36}, {"hmtx", 4}, {"maxp", 6}, {"cmap", 4}};
    enum { MAGIC = 12, UNITS_PER_EM = 18, UNITS_LEAST = 16, UNITS_MOST = 16384 };
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (table(face, needed[i].tag).len < needed[i].least)
            return false;
    struct str head = table(face, "head");
    uint32_t units = big_endian_16(head, UNITS_PER_EM);
    return has_outlines(face) && big_endian_32(head, MAGIC) == 0x5F0F3CF5 &&
           units >= UNITS_LEAST && units <= UNITS_MOST;
}

static bool has_good_outlines(const struct sfnt *face)
{
    enum { LOCA_FORMAT = 50, SHORT = 0 };
    struct outlines outlines = {table(face, "loca"), table(face, "glyf"),
                                big_endian_16(table(face, "head"), LOCA_FORMAT) == SHORT};
    return outlines_are_ordered(&outlines) && outlines_are_simple(&outlines);
}

/* OS/2 fsType. Where several permissions stand in an old file the mildest holds. */
static bool may_embed(const struct sfnt *face)
{
    enum { FS_TYPE = 8 };
    enum { RESTRICTED = 0x0002, PERMISSIONS = 0x000E, NO_SUBSET = 0x0100, BITMAPS_ONLY = 0x0200 };
    struct str os2 = table(face, "OS/2");
    uint32_t type = os2.len < FS_TYPE + 2 ? 0 : big_endian_16(os2, FS_TYPE);
    return (type & PERMISSIONS) != RESTRICTED && !(type & (NO_SUBSET | BITMAPS_ONLY));
}

/* HarfBuzz 6 frees what it did not allocate when the points of a glyph cannot be read while it
 * fixes the weight of a variable font (glyf, gvar). It asks for the same points to know a glyph's
 * box. */
static bool can_be_fixed(struct str file, unsigned index, enum font_style style)
{
    hb_font_t *font = face_open(file, index, style);
    bool can = font != NULL;
    unsigned glyphs = can ? hb_face_get_glyph_count(hb_font_get_face(font)) : 0;
    hb_glyph_extents_t extents;
    for (unsigned i = 0; i < glyphs && can; i++)
        can = hb_font_get_glyph_extents(font, i, &extents);
    hb_font_destroy(font);
    return can;
}

/* @param wanted, faces  of face_try() */
static enum font_status try_face(struct str file, unsigned index, const hb_set_t *wanted,
                                 unsigned faces)
{
    face_calls_begin();
    hb_font_t *font = face_open(file, index, FONT_REGULAR);
    bool usable = font != NULL;
    bool varies = usable && hb_ot_var_has_data(hb_font_get_face(font));
    for (int style = 0; style < FONT_STYLES && usable && varies; style++)
        usable = can_be_fixed(file, index, (enum font_style)style);
    usable = usable && face_try(font, wanted, faces);
    if (!face_calls_end(NULL))
        return FONT_NO_MEMORY;
    hb_font_destroy(font);
    return usable ? FONT_OK : FONT_DAMAGED;
}

static enum font_status check_face(struct str file, unsigned index, const hb_set_t *wanted,
                                   unsigned faces)
{
    struct sfnt face;
    if (!find_face(file, index, &face) || !has_whole_tables(&face))
        return FONT_DAMAGED;
    if (table(&face, "CFF2").len)
        return FONT_CFF2;
    if (!has_tables(&face) || !has_good_outlines(&face))
        return FONT_DAMAGED;
    if (!may_embed(&face))
        return FONT_RESTRICTED;
    return try_face(file, index, wanted, faces);
}

enum font_status font_check_face(struct str file, unsigned index, const uint32_t *characters,
                                 size_t count)
{
    face_calls_begin();
    hb_set_t *wanted = hb_set_create();
    for (size_t i = 0; i < count; i++)
        hb_set_add(wanted, characters[i]);
    bool set = face_calls_end(NULL) && hb_set_allocation_successful(wanted);
    enum font_status status = set ? check_face(file, index, wanted, 1) : FONT_NO_MEMORY;
    hb_set_destroy(wanted);
    return status;
}

enum font_status font_check(struct str file)
{
    enum { FACES_MOST = 64 };
    enum font_status status = check_kind(file);
    if (status == FONT_NOT_A_FONT)
        return status;
    if (file.len > FONT_MAX_BYTES)
        return FONT_TOO_LARGE;
    if (status != FONT_OK)
        return status;
    unsigned faces = font_file_faces(file);
    if (!faces || faces > FACES_MOST)
        return FONT_DAMAGED;
    for (unsigned i = 0; i < faces && status == FONT_OK; i++)
        status = check_face(file, i, NULL, faces);
    return status;
}
