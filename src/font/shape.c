/*
 * Shaping: the text is cut into stretches of one face, and HarfBuzz shapes each.
 *
 * The face is chosen for a base character together with the marks that follow it, so that an
 * accent is never torn from its letter: the first face wins that has them all, or that has the
 * one character they compose to (HarfBuzz composes where the font can).
 */
#include "font/faces.h"

#include <string.h>

/* The faces to try, by style; -1 ends. Symbols come late: they have one weight only. What only a
 * clinic's regular file has is set in it rather than not at all. */
static const int candidates[][7] = {
    [FONT_REGULAR] = {FACE_OWN_REGULAR, FACE_TEXT_REGULAR, FACE_FALLBACK_REGULAR, FACE_SYMBOLS,
                      -1},
    [FONT_BOLD] = {FACE_OWN_BOLD, FACE_TEXT_BOLD, FACE_FALLBACK_BOLD, FACE_SYMBOLS,
                   FACE_FALLBACK_REGULAR, FACE_OWN_REGULAR, -1},
    [FONT_ITALIC] = {FACE_OWN_ITALIC, FACE_TEXT_ITALIC, FACE_FALLBACK_REGULAR, FACE_SYMBOLS,
                     FACE_OWN_REGULAR, -1},
};

static bool is_mark(uint32_t c)
{
    if (c < 0x300)
        return false;
    hb_unicode_general_category_t category =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

/* A base character with its marks, composed as far as Unicode goes. */
enum { CLUSTER_MOST = 8 };
struct cluster {
    uint32_t c[CLUSTER_MOST];
    size_t count;
};

/* Reads one cluster at *at. Marks beyond the most stay with it but are not looked at. */
static struct cluster next_cluster(struct str text, size_t *at)
{
    struct cluster cluster = {.count = 1};
    cluster.c[0] = utf8_next(text, at);
    while (*at < text.len) {
        size_t next = *at;
        uint32_t mark = utf8_next(text, &next);
        if (!is_mark(mark))
            break;
        hb_codepoint_t composed;
        if (cluster.count == 1 && hb_unicode_compose(hb_unicode_funcs_get_default(),
                                                     cluster.c[0], mark, &composed))
            cluster.c[0] = composed;
        else if (cluster.count < CLUSTER_MOST)
            cluster.c[cluster.count++] = mark;
        *at = next;
    }
    return cluster;
}

static bool face_has_all(const struct fonts *fonts, enum face face, const struct cluster *cluster)
{
    for (size_t i = 0; i < cluster->count; i++)
        if (!face_has(fonts, face, cluster->c[i]))
            return false;
    return true;
}

/* A composed letter that no face has whole may still be there as base and marks. */
static bool face_has_parts(const struct fonts *fonts, enum face face, uint32_t c)
{
    hb_codepoint_t base, mark;
    if (face_has(fonts, face, c))
        return true;
    return hb_unicode_decompose(hb_unicode_funcs_get_default(), c, &base, &mark) &&
           face_has_parts(fonts, face, base) && (!mark || face_has(fonts, face, mark));
}

/* The text face has four Greek letters for formulas; a word of Greek is set in one face. */
static bool is_greek(uint32_t c)
{
    return (c >= 0x370 && c < 0x400) || (c >= 0x1F00 && c < 0x2000);
}

static enum face choose_face(const struct fonts *fonts, enum font_style style,
                             const struct cluster *cluster)
{
    enum face greek = style == FONT_BOLD ? FACE_FALLBACK_BOLD : FACE_FALLBACK_REGULAR;
    if (fonts->own_greek[style])
        greek = (enum face)(FACE_OWN_REGULAR + (int)style);
    if (is_greek(cluster->c[0]) && face_has_all(fonts, greek, cluster))
        return greek;
    for (const int *face = candidates[style]; *face >= 0; face++)
        if (face_has_all(fonts, (enum face)*face, cluster))
            return (enum face)*face;
    for (const int *face = candidates[style]; *face >= 0; face++)
        if (face_has_parts(fonts, (enum face)*face, cluster->c[0]))
            return (enum face)*face;
    return (enum face)candidates[style][1]; /* ours: the clinic may have brought none */
}

static void shape_stretch(const struct fonts *fonts, hb_buffer_t *buffer, struct str text,
                          size_t from, size_t to, enum face face)
{
    /* Ligatures make letters harder to tell apart and gain a reader nothing. */
    static const hb_feature_t features[] = {
        {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    };
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(buffer, text.ptr, (int)text.len, (unsigned)from, (int)(to - from));
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_shape(fonts->font[face], buffer, features, sizeof features / sizeof *features);
}

/* A clinic's font can say anything. Within these bounds no sum of widths overflows. */
enum { ADVANCE_MOST = 4000, GLYPHS_MOST = 4 /* for a byte of text */ };

static int16_t bounded(hb_position_t value, int16_t least)
{
    return (int16_t)(value < least ? least : value > ADVANCE_MOST ? ADVANCE_MOST : value);
}

static void append(struct glyphs *glyphs, size_t *room, struct arena *arena, hb_buffer_t *buffer,
                   enum face face, size_t bytes)
{
    unsigned count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(buffer, &count);
    if (count > GLYPHS_MOST * bytes)
        count = (unsigned)(GLYPHS_MOST * bytes);
    if (glyphs->count + count > *room) {
        *room = 2 * *room + count;
        glyphs->at = arena_grow(arena, glyphs->at, glyphs->count, *room, sizeof *glyphs->at);
    }
    for (unsigned i = 0; i < count; i++)
        glyphs->at[glyphs->count++] = (struct glyph){
            .cluster = info[i].cluster,
            .id = (uint16_t)info[i].codepoint,
            .face = (uint8_t)face,
            .advance = bounded(pos[i].x_advance, 0),
            .dx = bounded(pos[i].x_offset, -ADVANCE_MOST),
            .dy = bounded(pos[i].y_offset, -ADVANCE_MOST),
        };
}

struct glyphs font_shape(const struct fonts *fonts, struct arena *arena, struct str text,
                         enum font_style style)
{
    struct glyphs glyphs = {0};
    size_t room = text.len + 8;
    glyphs.at = ARENA_ARRAY(arena, room, struct glyph);
    hb_buffer_t *buffer = hb_buffer_create();
    for (size_t from = 0; from < text.len;) {
        size_t to = from, next = from;
        struct cluster cluster = next_cluster(text, &next);
        enum face face = choose_face(fonts, style, &cluster);
        do {
            to = next;
            if (to < text.len)
                cluster = next_cluster(text, &next);
        } while (to < text.len && choose_face(fonts, style, &cluster) == face);
        shape_stretch(fonts, buffer, text, from, to, face);
        append(&glyphs, &room, arena, buffer, face, to - from);
        from = to;
    }
    bool ok = hb_buffer_allocation_successful(buffer);
    hb_buffer_destroy(buffer);
    if (!ok)
        arena_out_of_memory(arena);
    return glyphs;
}
