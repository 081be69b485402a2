/*
 * The outline of a glyph as SVG has paths (SVG 2, 9.3), which HarfBuzz draws: TrueType's quadratic
 * and PostScript's cubic curves as they are.
 */
#include "font/faces.h"

#include <assert.h>
#include <math.h>

/* HarfBuzz's numbers are floats, but of a face of 1000 units an em they are whole, or halves. */
static void put_point(struct builder *out, float x, float y)
{
    builder_milli(out, (int32_t)lroundf(x * 1000));
    builder_char(out, ' ');
    builder_milli(out, (int32_t)lroundf(y * 1000));
    builder_char(out, ' ');
}

static void move_to(hb_draw_funcs_t *funcs, void *out, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    (void)funcs, (void)state, (void)user;
    builder_char(out, 'M');
    put_point(out, x, y);
}

static void line_to(hb_draw_funcs_t *funcs, void *out, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    (void)funcs, (void)state, (void)user;
    builder_char(out, 'L');
    put_point(out, x, y);
}

static void quadratic_to(hb_draw_funcs_t *funcs, void *out, hb_draw_state_t *state, float cx,
                         float cy, float x, float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    builder_char(out, 'Q');
    put_point(out, cx, cy);
    put_point(out, x, y);
}

static void cubic_to(hb_draw_funcs_t *funcs, void *out, hb_draw_state_t *state, float ax, float ay,
                     float bx, float by, float x, float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    builder_char(out, 'C');
    put_point(out, ax, ay);
    put_point(out, bx, by);
    put_point(out, x, y);
}

static void close_path(hb_draw_funcs_t *funcs, void *out, hb_draw_state_t *state, void *user)
{
    (void)funcs, (void)state, (void)user;
    builder_char(out, 'Z');
}

static hb_draw_funcs_t *make_funcs(void)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, quadratic_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
    return funcs;
}

void face_draw(hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *funcs, void *to)
{
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, funcs, to);
#else
    hb_font_get_glyph_shape(font, glyph, funcs, to);
#endif
}

struct str font_outline(const struct fonts *fonts, struct arena *arena, enum face face,
                        uint16_t glyph)
{
    assert((int)face >= 0 && face < FACE_COUNT && fonts->font[face]);
    struct builder out = {.arena = arena};
    face_calls_begin();
    hb_draw_funcs_t *funcs = make_funcs();
    face_draw(fonts->font[face], glyph, funcs, &out);
    if (!face_calls_end(fonts))
        arena_out_of_memory(arena); /* an empty path, or all of them */
    hb_draw_funcs_destroy(funcs);
    return builder_str(&out);
}
