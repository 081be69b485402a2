/*
 * A trial of a clinic's font, before a page is set in it: what it has characters for is made into
 * a subset, as a PDF would have it, and the subset is opened and held to the file.
 *
 * What HarfBuzz cannot read it takes for empty, so a damaged font gives a page without its words.
 * The trial finds that: a table that is missing, a glyph of another width, an outline that is not
 * there although the glyph has a box for it, a letter that does not stand where its width is, a
 * digit that has another one's glyph.
 *
 * A font of Chinese has tens of thousands of glyphs, whose trial would take seconds: of characters
 * behind the Latin ones, so many are tried, from all over the font; of a collection's faces fewer
 * each.  Of a face that is lent for one page, those that the page lacks are enough.
 */
#include "font/cff.h"
#include "font/faces.h"
#include "font/type2.h"

#include "base/ascii.h"

#include <string.h>

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

static void collect_glyphs(hb_font_t *font, const hb_set_t *wanted, unsigned faces,
                           hb_set_t *glyphs)
{
    hb_set_t *characters = hb_set_create();
    hb_face_collect_unicodes(hb_font_get_face(font), characters);
    if (wanted)
        keep_wanted(characters, wanted);
    unsigned step = 1 + hb_set_get_population(characters) / (OTHERS_MOST / faces), number = 0;
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters, &c);)
        if (c < LATIN_END || number++ % step == 0)
            add_glyph(font, c, glyphs);
    hb_set_destroy(characters);
}

/* ---- Outlines ---- */

/* What was drawn: the box of its points, those that only bend a curve too. */
struct drawn {
    bool any;
    float left, right, bottom, top;
};

static void take_in(struct drawn *drawn, float x, float y)
{
    if (!drawn->any)
        *drawn = (struct drawn){true, x, x, y, y};
    drawn->left = x < drawn->left ? x : drawn->left;
    drawn->right = x > drawn->right ? x : drawn->right;
    drawn->bottom = y < drawn->bottom ? y : drawn->bottom;
    drawn->top = y > drawn->top ? y : drawn->top;
}

static void move_or_line(hb_draw_funcs_t *funcs, void *drawn, hb_draw_state_t *state, float x,
                         float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    take_in(drawn, x, y);
}

static void bend(hb_draw_funcs_t *funcs, void *drawn, hb_draw_state_t *state, float ax, float ay,
                 float x, float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    take_in(drawn, ax, ay);
    take_in(drawn, x, y);
}

static void curve(hb_draw_funcs_t *funcs, void *drawn, hb_draw_state_t *state, float ax, float ay,
                  float bx, float by, float x, float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    take_in(drawn, ax, ay);
    take_in(drawn, bx, by);
    take_in(drawn, x, y);
}

static hb_draw_funcs_t *box_funcs(void)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_or_line, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, move_or_line, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, bend, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, curve, NULL, NULL);
    return funcs;
}

/* What looks at one font's glyphs. */
struct pen {
    hb_font_t *font;
    hb_draw_funcs_t *funcs;
};

static struct drawn draw(const struct pen *pen, hb_codepoint_t glyph)
{
    struct drawn drawn = {.any = false};
    face_draw(pen->font, glyph, pen->funcs, &drawn);
    return drawn;
}

/* Points in a row, or in one place, are nothing to see. */
static bool draws(const struct pen *pen, hb_codepoint_t glyph)
{
    struct drawn drawn = draw(pen, glyph);
    return drawn.right > drawn.left && drawn.top > drawn.bottom;
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

/* Whether a box stands where the width is, as in every font that we know: the boldest swash hangs
 * over by a quarter of an em, the loneliest digit has 0.85 em of white about it. */
static bool stands_in(hb_position_t width, float left, float right)
{
    enum { HANGS_MOST = 400, WHITE_MOST = 900 }; /* of 1000 an em */
    float wide = (float)width;
    return left >= -HANGS_MOST && right <= wide + HANGS_MOST && wide <= right - left + WHITE_MOST;
}

/* The box that the file tells, and what is drawn: readers go by the one or the other. */
static bool is_in_its_place(const struct pen *pen, hb_codepoint_t glyph)
{
    hb_glyph_extents_t box;
    hb_position_t width = hb_font_get_glyph_h_advance(pen->font, glyph);
    struct drawn drawn = draw(pen, glyph);
    return hb_font_get_glyph_extents(pen->font, glyph, &box)
           && stands_in(width, (float)box.x_bearing, (float)(box.x_bearing + box.width))
           && stands_in(width, drawn.left, drawn.right);
}

/* The glyph of a character, 0 if there is none. */
static hb_codepoint_t glyph_of(hb_font_t *font, uint32_t c)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(font, c, &glyph) ? glyph : 0;
}

/* Letters, digits and marks that are nothing but a gap, or stand over others, are damage; other
 * characters may do so. */
static bool shows_letters(const struct pen *pen)
{
    static const char shown[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                ".,:;-()!?/%";
    for (const char *c = shown; *c; c++) {
        hb_codepoint_t glyph = glyph_of(pen->font, (uint32_t)*c);
        if (glyph && !(draws(pen, glyph) && is_in_its_place(pen, glyph)))
            return false;
    }
    return true;
}

/* A font of capitals has one glyph for both cases, that of a typewriter one for 1 and l. */
static bool may_look_alike(char a, char b)
{
    static const char *const alike[] = {"0Oo", "1Il"};
    bool may = ascii_lower(a) == ascii_lower(b);
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        may = may || (strchr(alike[i], a) && strchr(alike[i], b));
    return may;
}

/* Whether a letter, a digit or a bullet has no other one's glyph: a page whose 6 is a 9 is worse
 * than none. */
static bool tells_apart(hb_font_t *font)
{
    static const char told[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    static const uint32_t bullet = 0x2022;
    for (const char *a = told; *a; a++) {
        hb_codepoint_t glyph = glyph_of(font, (uint32_t)*a);
        bool alone = !glyph || glyph != glyph_of(font, bullet);
        for (const char *b = told; b < a && alone; b++)
            alone = !glyph || glyph != glyph_of(font, (uint32_t)*b) || may_look_alike(*a, *b);
        if (!alone)
            return false;
    }
    return true;
}

/* Without one words run together.  Fonts have spaces of 0.13 to 1 em. */
static bool parts_words(hb_font_t *font)
{
    enum { SPACE_LEAST = 80, SPACE_MOST = 1200 }; /* of 1000 an em */
    hb_codepoint_t glyph = glyph_of(font, ' ');
    if (!glyph)
        return true; /* another font has one */
    hb_position_t width = hb_font_get_glyph_h_advance(font, glyph);
    return width >= SPACE_LEAST && width <= SPACE_MOST;
}

static bool compare_outlines(hb_font_t *font, hb_font_t *subset_font, const hb_set_t *glyphs)
{
    hb_draw_funcs_t *funcs = box_funcs();
    struct pen file = {font, funcs}, subset = {subset_font, funcs};
    bool same = parts_words(font) && tells_apart(font) && shows_letters(&file);
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

/* HarfBuzz goes on where an outline of PostScript lacks an operand, and others do not.  Of some
 * small fonts that are whole it cannot take the subroutines out: they are not looked at. */
static bool has_sound_charstrings(hb_face_t *face, hb_font_t *font, const hb_set_t *glyphs)
{
    unsigned length;
    hb_face_t *plain = face_subset_plain(face, font, glyphs);
    if (!plain)
        return true;
    hb_blob_t *blob = hb_face_reference_table(plain, CFF_TAG);
    const char *bytes = hb_blob_get_data(blob, &length);
    struct str cff = {bytes, length};
    size_t charstrings = cff_charstrings(cff);
    bool sound = true;
    for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; sound && hb_set_next(glyphs, &glyph);)
        sound = type2_is_sound(cff_charstring(cff, charstrings, glyph));
    hb_blob_destroy(blob);
    hb_face_destroy(plain);
    return sound;
}

bool face_try(hb_font_t *font, const hb_set_t *wanted, unsigned faces)
{
    hb_set_t *glyphs = hb_set_create();
    collect_glyphs(font, wanted, faces, glyphs);
    hb_face_t *face = hb_font_get_face(font);
    hb_face_t *subset = hb_set_is_empty(glyphs) ? NULL : face_subset(face, font, glyphs);
    bool usable = subset && compare_file(font, subset, glyphs);
    if (usable && face_has_cff(face))
        usable = has_sound_charstrings(face, font, glyphs);
    hb_face_destroy(subset);
    hb_set_destroy(glyphs);
    return usable;
}
