/*
 * See svg.h.  The user unit is the point.  Each glyph of each face is defined once, in units of its
 * face, and used wherever it stands; a mark of glyphs is a group that scales it to the size of type
 * and turns its y downwards.
 */
#include "svg/svg.h"

#include "image/logo.h"
#include "image/qr.h"

/* Of a face: 1 by glyph index where the page has the glyph. */
struct seen {
    unsigned char *at;
};

struct drawing {
    struct builder out;
    const struct pages *pages;
};

static void svg_add(struct drawing *d, const char *text)
{
    builder_add(&d->out, str_of(text));
}

static void svg_add_escaped(struct drawing *d, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        switch (text.ptr[i]) {
        case '&': svg_add(d, "&amp;"); break;
        case '<': svg_add(d, "&lt;"); break;
        case '>': svg_add(d, "&gt;"); break;
        case '"': svg_add(d, "&quot;"); break;
        default: builder_char(&d->out, text.ptr[i]);
        }
}

/* ` name="12.5"`, of thousandths. */
static void add_length(struct drawing *d, const char *name, int32_t thousandths)
{
    builder_printf(&d->out, " %s=\"", name);
    builder_milli(&d->out, thousandths);
    builder_char(&d->out, '"');
}

static void add_place(struct drawing *d, int32_t x, int32_t y, int32_t width, int32_t height)
{
    add_length(d, "x", x);
    add_length(d, "y", y);
    add_length(d, "width", width);
    add_length(d, "height", height);
}

/* ---- Glyphs ---- */

static void define_glyph(struct drawing *d, enum face face, uint16_t glyph, struct seen *seen)
{
    struct str outline;
    if (!seen[face].at)
        seen[face].at = ARENA_ARRAY(d->out.arena, UINT16_MAX + 1, unsigned char);
    if (seen[face].at[glyph])
        return;
    seen[face].at[glyph] = 1;
    outline = font_outline(d->pages->fonts, d->out.arena, face, glyph);
    builder_printf(&d->out, "<path id=\"g%d-%d\" d=\"", (int)face, (int)glyph);
    builder_add(&d->out, outline);
    svg_add(d, "\"/>\n");
}

static void define_glyphs_of(struct drawing *d, const struct page *page, struct seen *seen)
{
    for (size_t m = 0; m < page->count; m++) {
        const struct mark *mark = &page->at[m];
        for (size_t i = 0; mark->kind == MARK_GLYPHS && i < mark->count; i++)
            define_glyph(d, mark->face, mark->glyphs[i].id, seen);
    }
}

static void draw_glyphs(struct drawing *d, const struct mark *mark)
{
    int32_t pen = 0;
    bool leftward = mark->glyphs->level & 1; /* from right to left, in the order of the text */
    svg_add(d, "<g transform=\"translate(");
    builder_milli(&d->out, mark->x + (leftward ? mark->width : 0));
    builder_char(&d->out, ' ');
    builder_milli(&d->out, mark->y);
    /* Units are thousandths of the size of type, which is in thousandths of a point. */
    builder_printf(&d->out, ") scale(%d.%06d -%d.%06d)\" fill=\"#%06x\">",
                   (int)(mark->height / 1000000), (int)(mark->height % 1000000),
                   (int)(mark->height / 1000000), (int)(mark->height % 1000000),
                   (unsigned)mark->rgb);
    for (size_t i = 0; i < mark->count; i++) {
        const struct glyph *glyph = &mark->glyphs[i];
        if (leftward)
            pen -= glyph->advance;
        builder_printf(&d->out, "<use href=\"#g%d-%d\" x=\"%d\"", (int)mark->face, (int)glyph->id,
                       (int)(pen + glyph->dx));
        if (glyph->dy)
            builder_printf(&d->out, " y=\"%d\"", (int)glyph->dy);
        svg_add(d, "/>");
        if (!leftward)
            pen += glyph->advance;
    }
    svg_add(d, "</g>\n");
}

/* ---- The other marks ---- */

static void draw_rule(struct drawing *d, const struct mark *mark)
{
    svg_add(d, "<rect");
    add_place(d, mark->x, mark->y, mark->width, mark->height);
    builder_printf(&d->out, " fill=\"#%06x\"/>\n", (unsigned)mark->rgb);
}

static void draw_frame(struct drawing *d, const struct mark *mark)
{
    svg_add(d, "<rect");
    add_place(d, mark->x + mark->stroke / 2, mark->y + mark->stroke / 2,
              mark->width - mark->stroke, mark->height - mark->stroke);
    builder_printf(&d->out, " fill=\"none\" stroke=\"#%06x\"", (unsigned)mark->rgb);
    add_length(d, "stroke-width", mark->stroke);
    svg_add(d, "/>\n");
}

static void draw_qr(struct drawing *d, const struct mark *mark)
{
    struct qr_rect *rects;
    size_t count = qr_rectangles(d->out.arena, mark->figure->qr, &rects);
    int32_t module = mark->width / mark->figure->across;
    svg_add(d, "<path fill=\"#000000\" d=\"");
    for (size_t i = 0; i < count; i++) {
        svg_add(d, "M");
        builder_milli(&d->out, mark->x + rects[i].x * module);
        builder_char(&d->out, ' ');
        builder_milli(&d->out, mark->y + rects[i].y * module);
        svg_add(d, "h");
        builder_milli(&d->out, rects[i].width * module);
        svg_add(d, "v");
        builder_milli(&d->out, rects[i].height * module);
        svg_add(d, "h");
        builder_milli(&d->out, -rects[i].width * module);
        svg_add(d, "z");
    }
    svg_add(d, "\"/>\n");
}

/* RFC 4648. */
static void add_base64(struct drawing *d, struct str bytes)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.len; i += 3) {
        uint32_t three = 0;
        for (size_t k = 0; k < 3; k++)
            three = three << 8 | (i + k < bytes.len ? (unsigned char)bytes.ptr[i + k] : 0);
        for (size_t k = 0; k < 4; k++)
            builder_char(&d->out, i + k > bytes.len ? '=' : digits[three >> (18 - 6 * k) & 63]);
    }
}

static void draw_picture(struct drawing *d, const struct mark *mark)
{
    const struct figure *figure = mark->figure;
    svg_add(d, "<image");
    add_place(d, mark->x, mark->y, mark->width, mark->height);
    builder_printf(&d->out, " preserveAspectRatio=\"none\" href=\"data:%s;base64,",
                   figure->picture->jpeg ? "image/jpeg" : "image/png");
    add_base64(d, figure->picture->jpeg ? figure->picture->data
                                        : logo_bare_png(d->out.arena, figure->file));
    svg_add(d, "\"/>\n");
}

static void draw_mark(struct drawing *d, const struct mark *mark)
{
    switch (mark->kind) {
    case MARK_GLYPHS: draw_glyphs(d, mark); break;
    case MARK_RULE: draw_rule(d, mark); break;
    case MARK_FRAME: draw_frame(d, mark); break;
    case MARK_FIGURE:
        if (mark->figure->qr)
            draw_qr(d, mark);
        else
            draw_picture(d, mark);
        break;
    case MARK_LINE:
    case MARK_TICK: break; /* a picture cannot be filled in */
    }
}

/* ---- The file ---- */

enum { PAGE_GAP = 12000 };

static void begin_svg(struct drawing *d, size_t count)
{
    const struct paper *paper = d->pages->paper;
    int32_t height = (int32_t)count * (paper->height + PAGE_GAP) - PAGE_GAP;
    svg_add(d, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ");
    builder_milli(&d->out, paper->width);
    builder_char(&d->out, ' ');
    builder_milli(&d->out, height);
    svg_add(d, "\" width=\"");
    builder_milli(&d->out, paper->width);
    svg_add(d, "pt\" height=\"");
    builder_milli(&d->out, height);
    svg_add(d, "pt\" lang=\"");
    svg_add_escaped(d, d->pages->language);
    svg_add(d, "\">\n<title>");
    svg_add_escaped(d, d->pages->title);
    svg_add(d, "</title>\n");
}

static void draw_page(struct drawing *d, const struct page *page, int32_t top)
{
    const struct paper *paper = d->pages->paper;
    svg_add(d, "<g transform=\"translate(0 ");
    builder_milli(&d->out, top);
    svg_add(d, ")\">\n<rect");
    add_place(d, 0, 0, paper->width, paper->height);
    svg_add(d, " fill=\"#ffffff\"/>\n");
    for (size_t i = 0; i < page->count; i++)
        draw_mark(d, &page->at[i]);
    svg_add(d, "</g>\n");
}

struct str svg_write(struct arena *arena, const struct pages *pages, size_t first, size_t count)
{
    struct drawing d = {{.arena = arena}, pages};
    struct seen seen[FACE_COUNT] = {{NULL}};
    begin_svg(&d, count);
    svg_add(&d, "<defs>\n");
    for (size_t p = 0; p < count; p++)
        define_glyphs_of(&d, &pages->at[first + p], seen);
    svg_add(&d, "</defs>\n");
    for (size_t p = 0; p < count; p++)
        draw_page(&d, &pages->at[first + p],
                  (int32_t)p * (pages->paper->height + PAGE_GAP));
    svg_add(&d, "</svg>\n");
    return builder_str(&d.out);
}
