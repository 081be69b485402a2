/*
 * The operators (ISO 32000-1, 8 and 9).  Every mark stands inside /Artifact BMC … EMC or inside
 * /Tag <</MCID n>> BDC … EMC, where n is the number of its sequence.  What runs over the pages is
 * a pagination artifact that says whether it is a header or a footer (PDF/UA-1 7.8).  PDF's y grows
 * upwards.  Coordinates are written with at most three decimals, by our own formatting, so they
 * are the same with every C library and every libharu.
 */
#include "pdf/content.h"

#include "image/qr.h"

struct state {
    struct builder out;
    const struct pages *pages;
    const struct used_faces *used;
    const struct pictures *pictures;
    uint32_t fill; /* the colour set last */
};

static void put_number(struct state *state, int32_t thousandths)
{
    builder_milli(&state->out, thousandths);
    builder_char(&state->out, ' ');
}

static void set_color(struct state *state, uint32_t rgb, const char *operator)
{
    for (int shift = 16; shift >= 0; shift -= 8)
        put_number(state, (int32_t)((rgb >> shift & 0xFF) * 1000 + 127) / 255);
    builder_add(&state->out, str_of(operator));
    builder_char(&state->out, '\n');
}

static void set_fill(struct state *state, uint32_t rgb)
{
    if (rgb != state->fill)
        set_color(state, rgb, "rg");
    state->fill = rgb;
}

static void rectangle(struct state *state, int32_t x, int32_t y, int32_t width, int32_t height)
{
    put_number(state, x);
    put_number(state, state->pages->paper->height - y - height);
    put_number(state, width);
    put_number(state, height);
    builder_add(&state->out, STR("re "));
}

static void write_frame(struct state *state, const struct mark *mark)
{
    set_color(state, mark->rgb, "RG");
    put_number(state, mark->stroke);
    builder_add(&state->out, STR("w "));
    rectangle(state, mark->x + mark->stroke / 2, mark->y + mark->stroke / 2,
              mark->width - mark->stroke, mark->height - mark->stroke);
    builder_add(&state->out, STR("S\n"));
}

/* ---- Figures ---- */

/* The dark modules as one path, black on the paper's white. */
static void write_qr(struct state *state, const struct mark *mark)
{
    struct qr_rect *rects;
    size_t count = qr_rectangles(state->out.arena, mark->figure->qr, &rects);
    int32_t module = mark->width / mark->figure->across;
    set_fill(state, 0x000000);
    for (size_t i = 0; i < count; i++)
        rectangle(state, mark->x + rects[i].x * module, mark->y + rects[i].y * module,
                  rects[i].width * module, rects[i].height * module);
    builder_add(&state->out, STR("f\n"));
}

static void write_figure(struct state *state, const struct mark *mark)
{
    if (mark->figure->qr) {
        write_qr(state, mark);
        return;
    }
    builder_add(&state->out, STR("q "));
    put_number(state, mark->width);
    builder_add(&state->out, STR("0 0 "));
    put_number(state, mark->height);
    put_number(state, mark->x);
    put_number(state, state->pages->paper->height - mark->y - mark->height);
    builder_printf(&state->out, "cm /" PICTURE_NAME " Do Q\n",
                   picture_number(state->pictures, mark->figure->picture));
}

/* ---- Text ---- */

/* An array for TJ: strings of glyphs, and between them what to take back of the widths. */
struct show {
    struct state *state;
    bool open;   /* inside <…> */
    int32_t owed; /* thousandths of an em to move left before the next glyph */
};

static void open_string(struct show *show)
{
    struct builder *out = &show->state->out;
    if (show->owed) {
        if (show->open)
            builder_char(out, '>');
        builder_int(out, show->owed);
        builder_char(out, '<');
    } else if (!show->open) {
        builder_char(out, '<');
    }
    show->open = true;
    show->owed = 0;
}

static void end_array(struct show *show)
{
    builder_add(&show->state->out, show->open ? STR(">] TJ\n") : STR("] TJ\n"));
    show->open = false;
}

static void begin_array(struct show *show)
{
    builder_char(&show->state->out, '[');
}

/* A glyph that says something else here than where it occurred first: readers are told. */
static bool says_else(const struct state *state, const struct mark *mark, size_t i)
{
    struct str text = embed_text(mark, i);
    return text.len && !str_equal(text, state->used->at[mark->face].texts[mark->glyphs[i].id]);
}

static void begin_actual_text(struct show *show, struct str text)
{
    struct builder *out = &show->state->out;
    end_array(show);
    builder_add(out, STR("/Span <</ActualText <FEFF"));
    builder_utf16_hex(out, text);
    builder_add(out, STR(">>> BDC\n"));
    begin_array(show);
}

static void set_rise(struct show *show, int32_t rise)
{
    end_array(show);
    put_number(show->state, rise);
    builder_add(&show->state->out, STR("Ts\n"));
    begin_array(show);
}

static void show_glyph(struct show *show, const struct mark *mark, size_t i)
{
    const struct glyph *glyph = &mark->glyphs[i];
    struct builder *out = &show->state->out;
    bool first = i == 0 || glyph[-1].from != glyph->from;
    bool last = i + 1 == mark->count || glyph[1].from != glyph->from;
    bool begins = first && (!last || says_else(show->state, mark, i));
    bool ends = last && (!first || begins);
    int32_t rise = (int32_t)((int64_t)glyph->dy * mark->height / 1000);
    if (begins)
        begin_actual_text(show, embed_text(mark, i));
    if (rise)
        set_rise(show, rise);
    bool leftward = glyph->level & 1;
    show->owed += (leftward ? glyph->advance : 0) - glyph->dx;
    open_string(show);
    builder_hex(out, glyph->id);
    show->owed = font_advance(show->state->pages->fonts, mark->face, glyph->id) + glyph->dx -
                 (leftward ? 0 : glyph->advance);
    if (rise)
        set_rise(show, 0);
    if (ends) {
        end_array(show);
        builder_add(out, STR("EMC\n"));
        begin_array(show);
    }
}

static void write_glyphs(struct state *state, const struct mark *mark)
{
    set_fill(state, mark->rgb);
    builder_add(&state->out, STR("BT /F"));
    builder_int(&state->out, mark->face);
    builder_char(&state->out, ' ');
    put_number(state, mark->height);
    builder_add(&state->out, STR("Tf 1 0 0 1 "));
    put_number(state, mark->x + (mark->glyphs->level & 1 ? mark->width : 0));
    put_number(state, state->pages->paper->height - mark->y);
    builder_add(&state->out, STR("Tm\n"));
    struct show show = {.state = state};
    begin_array(&show);
    for (size_t i = 0; i < mark->count; i++)
        show_glyph(&show, mark, i);
    end_array(&show);
    builder_add(&state->out, STR("ET\n"));
}

/* ---- Marked content ---- */

static void begin_sequence(struct state *state, const struct mark *mark)
{
    static const char *const artifacts[] = {
        [ARTIFACT_LAYOUT] = "/Artifact BMC\n",
        [ARTIFACT_HEADER] = "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n",
        [ARTIFACT_FOOTER] = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n",
    };
    if (!mark->tag) {
        builder_add(&state->out, str_of(artifacts[mark->artifact]));
        return;
    }
    builder_char(&state->out, '/');
    builder_add(&state->out, str_of(tag_name(mark->tag->kind)));
    builder_add(&state->out, STR(" <</MCID "));
    builder_int(&state->out, mark->sequence);
    builder_add(&state->out, STR(">> BDC\n"));
}

/* Whether two marks, one behind the other, stand in one marked-content sequence. */
static bool same_sequence(const struct mark *a, const struct mark *b)
{
    return a->sequence == b->sequence && a->artifact == b->artifact;
}

static void write_mark(struct state *state, const struct mark *mark)
{
    switch (mark->kind) {
    case MARK_GLYPHS:
        write_glyphs(state, mark);
        break;
    case MARK_FRAME:
        write_frame(state, mark);
        break;
    case MARK_FIGURE:
        write_figure(state, mark);
        break;
    case MARK_RULE:
        set_fill(state, mark->rgb);
        rectangle(state, mark->x, mark->y, mark->width, mark->height);
        builder_add(&state->out, STR("f\n"));
        break;
    case MARK_LINE: /* annotations, see form.h */
    case MARK_TICK:
        break;
    }
}

struct str content_write(struct arena *arena, const struct pages *pages, size_t page,
                         const struct used_faces *used, const struct pictures *pictures)
{
    struct state state = {
        .out = {.arena = arena}, .pages = pages, .used = used, .pictures = pictures};
    const struct mark *before = NULL;
    for (size_t i = 0; i < pages->at[page].count; i++) {
        const struct mark *mark = &pages->at[page].at[i];
        if (mark_is_field(mark))
            continue;
        bool begins = !before || !same_sequence(mark, before);
        if (begins && before)
            builder_add(&state.out, STR("EMC\n"));
        if (begins)
            begin_sequence(&state, mark);
        write_mark(&state, mark);
        before = mark;
    }
    if (before)
        builder_add(&state.out, STR("EMC\n"));
    return builder_str(&state.out);
}
