/*
 * Faces made of a part of another one, with hb-subset: at run time, and when the program is built
 * (fonts/programs.c).  Glyph indices are kept, so the page's glyphs need no translation; the tables
 * that only layout or an operating system reads are left out.
 *
 * HarfBuzz also leaves out a table that it finds damaged, and says nothing.  So a subset is looked
 * at before it is used.
 */
#include "font/faces.h"

#include <hb-ot.h>
#include <hb-subset.h>

static hb_subset_input_t *make_input(const hb_set_t *glyphs, unsigned more)
{
    static const char left_out[][5] = {"cmap", "name", "OS/2", "post", "GDEF",
                                       "GPOS", "GSUB", "kern", "STAT", "gasp"};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_subset_input_set_flags(
        input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING | more);
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
        hb_set_add(drop, hb_tag_from_string(left_out[i], 4));
    hb_set_clear(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
    hb_set_union(hb_subset_input_glyph_set(input), glyphs);
    return input;
}

/* A variable face is embedded as it is set: with its axes where the font has them. */
static void pin_axes(hb_subset_input_t *input, hb_font_t *font)
{
    enum { AXES_MOST = 64 };
    hb_face_t *face = hb_font_get_face(font);
    hb_ot_var_axis_info_t axes[AXES_MOST];
    unsigned set = 0, count = AXES_MOST;
    const float *at = hb_font_get_var_coords_design(font, &set);
    hb_ot_var_get_axis_infos(face, 0, &count, axes);
    for (unsigned i = 0; i < count; i++)
        hb_subset_input_pin_axis_location(input, face, axes[i].tag,
                                          i < set ? at[i] : axes[i].default_value);
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return has;
}

bool face_has_cff(hb_face_t *face)
{
    return has_table(face, CFF_TAG);
}

/* What a PDF must have of a face (ISO 32000-1, 9.9), without hinting, if it is TrueType. */
static const char needed_tables[][5] = {"head", "hhea", "hmtx", "maxp", "loca", "glyf"};

static bool has_needed_tables(hb_face_t *subset, bool cff)
{
    bool all = true;
    for (size_t i = 0; i < sizeof needed_tables / sizeof *needed_tables && !cff; i++)
        all = all && has_table(subset, hb_tag_from_string(needed_tables[i], 4));
    return cff ? face_has_cff(subset) : all;
}

static hb_face_t *make_subset(hb_face_t *face, hb_font_t *font, const hb_set_t *glyphs,
                              unsigned more)
{
    hb_subset_input_t *input = make_input(glyphs, more);
    if (input)
        pin_axes(input, font);
    hb_face_t *subset = input ? hb_subset_or_fail(face, input) : NULL;
    hb_subset_input_destroy(input);
    if (subset && has_needed_tables(subset, face_has_cff(face)))
        return subset;
    hb_face_destroy(subset);
    return NULL;
}

hb_face_t *face_subset(hb_face_t *face, hb_font_t *font, const hb_set_t *glyphs)
{
    return make_subset(face, font, glyphs, HB_SUBSET_FLAGS_DEFAULT);
}

hb_face_t *face_subset_plain(hb_face_t *face, hb_font_t *font, const hb_set_t *glyphs)
{
    return make_subset(face, font, glyphs, HB_SUBSET_FLAGS_DESUBROUTINIZE);
}

hb_face_t *face_outlines(hb_face_t *face)
{
    hb_face_t *outlines = hb_face_builder_create();
    for (size_t i = 0; i < sizeof needed_tables / sizeof *needed_tables; i++) {
        hb_tag_t tag = hb_tag_from_string(needed_tables[i], 4);
        hb_blob_t *table = hb_face_reference_table(face, tag);
        hb_face_builder_add_table(outlines, tag, table);
        hb_blob_destroy(table);
    }
    return outlines;
}
