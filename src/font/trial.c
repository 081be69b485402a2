/*
 * A trial of a clinic's font, before a page is set in it: what it has characters for is made into
 * a subset, as a PDF would have it, and the subset is opened and held to the file.
 *
 * What HarfBuzz cannot read it takes for empty, so a damaged font gives a page without its words.
 * The trial finds that: a table that is missing, a glyph of another width, an outline that is not
 * there although the glyph has a box for it, a letter that does not stand where its width is.
 *
 * A font of Chinese has tens of thousands of glyphs, whose trial would take seconds: of characters
 * behind the Latin ones, so many are tried, from all over the font.  Of a face that is lent for one
 * page, those that the page lacks are enough.
 */
#include "font/faces.h"

/* ---- Which glyphs ---- */

enum { LATIN_END = 0x250, OTHERS_MOST = 2000 };

static void add_glyph(hb_font_t *font, hb_codepoint_t c, hb_set_t *glyphs)
{
    hb_codepoint_t glyph;
    if (hb_font_get_nominal_glyph(font, c, &glyph) && glyph
        && glyph < hb_face_get_glyph_count(hb_font_get_face(font)))
        hb_set_add(glyphs, glyph);
}

static void keep_wanted(hb_set_t *characters, const hb_set_t *wanted)
{
    hb_set_t *kept = hb_set_copy(wanted);
    hb_set_add_range(kept, 0, LATIN_END - 1);
    hb_set_intersect(characters, kept);
    hb_set_destroy(kept);
}

static void collect_glyphs(hb_font_t *font, const hb_set_t *wanted, hb_set_t *glyphs)
{
    hb_set_t *characters = hb_set_create();
    hb_face_collect_unicodes(hb_font_get_face(font), characters);
    if (wanted)
        keep_wanted(characters, wanted);
    unsigned step = 1 + hb_set_get_population(characters) / OTHERS_MOST, number = 0;
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters, &c);)
        if (c < LATIN_END || number++ % step == 0)
            add_glyph(font, c, glyphs);
    hb_set_destroy(characters);
}

/* ---- Outlines ---- */

static void note_move(hb_draw_funcs_t *funcs, void *drawn, hb_draw_state_t *state, float x,
                      float y, void *user)
{
    (void)funcs;
    (void)state;
    (void)x;
    (void)y;
    (void)user;
    *(bool *)drawn = true;
}

/* What looks at one font's glyphs. */
struct pen {
    hb_font_t *font;
    hb_draw_funcs_t *funcs;
};

static bool draws(const struct pen *pen, hb_codepoint_t glyph)
{
    bool drawn = false;
    hb_font_get_glyph_shape(pen->font, glyph, pen->funcs, &drawn);
    return drawn;
}

/* A space has no box. */
static bool has_box(hb_font_t *font, hb_codepoint_t glyph)
{
    hb_glyph_extents_t box;
    return hb_font_get_glyph_extents(font, glyph, &box) && box.width && box.height;
}

/* ---- The trial ---- */

/* A variable font says its widths twice, and its makers round. */
static bool is_same_width(const struct pen *file, const struct pen *subset, hb_codepoint_t glyph)
{
    hb_position_t width = hb_font_get_glyph_h_advance(file->font, glyph);
    hb_position_t embedded = hb_font_get_glyph_h_advance(subset->font, glyph);
    return width <= INT16_MAX && width - embedded <= 1 && embedded - width <= 1;
}

static bool is_same(const struct pen *file, const struct pen *subset, hb_codepoint_t glyph)
{
    bool drawn = draws(subset, glyph);
    return is_same_width(file, subset, glyph) && drawn == draws(file, glyph) &&
           drawn == has_box(file->font, glyph);
}

/* Whether it stands where its width is, as in every font that we know: the boldest swash hangs over
 * by a quarter of an em, the loneliest digit has 0.85 em of white about it. */
static bool is_in_its_place(hb_font_t *font, hb_codepoint_t glyph)
{
    enum { HANGS_MOST = 400, WHITE_MOST = 900 }; /* of 1000 an em */
    hb_glyph_extents_t box;
    hb_position_t width = hb_font_get_glyph_h_advance(font, glyph);
    return hb_font_get_glyph_extents(font, glyph, &box) && box.x_bearing >= -HANGS_MOST &&
           box.x_bearing + box.width <= width + HANGS_MOST && width <= box.width + WHITE_MOST;
}

/* Letters, digits and marks that are nothing but a gap, or stand over others, are damage; other
 * characters may do so. */
static bool shows_letters(const struct pen *pen)
{
    static const char shown[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                ".,:;-()!?/%";
    hb_codepoint_t glyph;
    for (const char *c = shown; *c; c++)
        if (hb_font_get_nominal_glyph(pen->font, (hb_codepoint_t)*c, &glyph) && glyph
            && !(draws(pen, glyph) && is_in_its_place(pen->font, glyph)))
            return false;
    return true;
}

/* Without one words run together.  Fonts have spaces of 0.13 to 1 em. */
static bool parts_words(hb_font_t *font)
{
    enum { SPACE_LEAST = 80, SPACE_MOST = 1200 }; /* of 1000 an em */
    hb_codepoint_t glyph;
    if (!hb_font_get_nominal_glyph(font, ' ', &glyph) || !glyph)
        return true; /* another font has one */
    hb_position_t width = hb_font_get_glyph_h_advance(font, glyph);
    return width >= SPACE_LEAST && width <= SPACE_MOST;
}

static bool compare_outlines(hb_font_t *font, hb_font_t *subset_font, const hb_set_t *glyphs)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, note_move, NULL, NULL);
    struct pen file = {font, funcs}, subset = {subset_font, funcs};
    bool same = parts_words(font) && shows_letters(&file);
    for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; same && hb_set_next(glyphs, &glyph);)
        same = is_same(&file, &subset, glyph);
    hb_draw_funcs_destroy(funcs);
    return same;
}

static bool compare_file(hb_font_t *font, hb_face_t *subset_face, const hb_set_t *glyphs)
{
    unsigned length;
    hb_blob_t *blob = hb_face_reference_blob(subset_face);
    const char *bytes = hb_blob_get_data(blob, &length);
    hb_font_t *subset = face_open((struct str){bytes, length}, 0, FONT_REGULAR);
    bool same = subset && compare_outlines(font, subset, glyphs);
    hb_font_destroy(subset);
    hb_blob_destroy(blob);
    return same;
}

bool face_try(hb_font_t *font, const hb_set_t *wanted)
{
    hb_set_t *glyphs = hb_set_create();
    collect_glyphs(font, wanted, glyphs);
    hb_face_t *face = hb_font_get_face(font);
    hb_face_t *subset = hb_set_is_empty(glyphs) ? NULL : face_subset(face, font, glyphs);
    bool usable = subset && compare_file(font, subset, glyphs);
    hb_face_destroy(subset);
    hb_set_destroy(glyphs);
    return usable;
}
