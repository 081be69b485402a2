/*
 * Subsetting with hb-subset.  Glyph indices are kept, so the page's glyphs need no translation;
 * the tables that only layout or an operating system reads are left out.
 */
#include "font/faces.h"

#include <hb-subset.h>

#include <assert.h>
#include <string.h>

static hb_subset_input_t *make_input(const uint16_t *glyphs, size_t count)
{
    static const char left_out[][5] = {"cmap", "name", "OS/2", "post", "GDEF",
                                       "GPOS", "GSUB", "kern", "STAT", "gasp"};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
        hb_set_add(drop, hb_tag_from_string(left_out[i], 4));
    hb_set_clear(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
    hb_set_t *kept = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < count; i++)
        hb_set_add(kept, glyphs[i]);
    return input;
}

static size_t file_size(const struct fonts *fonts, enum face face)
{
    hb_blob_t *blob = hb_face_reference_blob(hb_font_get_face(fonts->font[face]));
    unsigned size = hb_blob_get_length(blob);
    hb_blob_destroy(blob);
    return size;
}

struct str font_subset(const struct fonts *fonts, struct arena *arena, enum face face,
                       const uint16_t *glyphs, size_t count)
{
    /* Room for the whole file is taken before HarfBuzz has anything to leak: a subset is no larger,
     * and what is not touched costs nothing. */
    struct str result = {arena_alloc(arena, file_size(fonts, face)), 0};
    hb_subset_input_t *input = make_input(glyphs, count);
    hb_face_t *subset =
        input ? hb_subset_or_fail(hb_font_get_face(fonts->font[face]), input) : NULL;
    if (subset) {
        hb_blob_t *blob = hb_face_reference_blob(subset);
        unsigned length;
        const char *bytes = hb_blob_get_data(blob, &length);
        assert(length <= file_size(fonts, face));
        memcpy((char *)result.ptr, bytes, length);
        result.len = length;
        hb_blob_destroy(blob);
    }
    hb_face_destroy(subset);
    hb_subset_input_destroy(input);
    return result;
}
