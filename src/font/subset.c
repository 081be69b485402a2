/* What a PDF embeds of a face, unless there is a ready one (ready.h). */
#include "font/faces.h"

#include "base/cache.h"
#include "font/cff.h"

#include <string.h>

static size_t file_size(const struct fonts *fonts, enum face face)
{
    hb_blob_t *blob = hb_face_reference_blob(hb_font_get_face(fonts->font[face]));
    unsigned size = hb_blob_get_length(blob);
    hb_blob_destroy(blob);
    return size;
}

static hb_blob_t *program_of(hb_face_t *subset, bool cff)
{
    return cff ? hb_face_reference_table(subset, CFF_TAG) : hb_face_reference_blob(subset);
}

/* @param room  that the bytes have. */
static size_t copy_program(hb_face_t *subset, bool cff, char *bytes, size_t room)
{
    hb_blob_t *blob = program_of(subset, cff);
    unsigned length;
    const char *from = hb_blob_get_data(blob, &length);
    bool fits = length && length + CFF_GROWS_MOST <= room;
    if (fits)
        memcpy(bytes, from, length);
    hb_blob_destroy(blob);
    if (!fits || !cff)
        return fits ? length : 0;
    return cff_number_by_glyph(bytes, length, hb_face_get_glyph_count(subset));
}

/* What the subsets of a face are made of. */
static hb_face_t *source_of(const struct fonts *fonts, enum face face)
{
    struct font_cache *cache = fonts->cache;
    if (!cache || face >= FACE_OWN_REGULAR)
        return hb_font_get_face(fonts->font[face]);
    if (!cache->outlines[face])
        cache->outlines[face] = face_outlines(hb_font_get_face(fonts->font[face]));
    return cache->outlines[face];
}

static struct font_program make_program(const struct fonts *fonts, struct arena *arena,
                                        enum face face, const uint16_t *glyphs, size_t count)
{
    /* Room for the whole file is taken before HarfBuzz has anything to leak: a subset is no larger,
     * and what is not touched costs nothing. */
    size_t room = file_size(fonts, face) + CFF_GROWS_MOST;
    struct font_program result = {0};
    char *bytes = arena_room(arena, room);
    face_calls_begin();
    result.cff = face_has_cff(hb_font_get_face(fonts->font[face]));
    hb_set_t *kept = hb_set_create();
    for (size_t i = 0; i < count; i++)
        hb_set_add(kept, glyphs[i]);
    hb_face_t *subset = face_subset(source_of(fonts, face), fonts->font[face], kept);
    if (subset)
        result.bytes = (struct str){bytes, copy_program(subset, result.cff, bytes, room)};
    if (!face_calls_end(fonts))
        arena_out_of_memory(arena);
    hb_face_destroy(subset);
    hb_set_destroy(kept);
    return result;
}

/* The cache has the compiled-in faces only, which are TrueType. */
struct font_program font_subset(const struct fonts *fonts, struct arena *arena, enum face face,
                                const uint16_t *glyphs, size_t count)
{
    bool ours = fonts->cache && face < FACE_OWN_REGULAR;
    struct cache *programs = ours ? fonts->cache->programs : NULL;
    struct cache_key key = {(uint32_t)face, {(const char *)glyphs, count * sizeof *glyphs}};
    struct str kept = cache_find(programs, key);
    if (kept.ptr)
        return (struct font_program){str_copy(arena, kept), false};
    struct font_program program = make_program(fonts, arena, face, glyphs, count);
    if (program.bytes.len)
        cache_keep(programs, key, program.bytes);
    return program;
}
