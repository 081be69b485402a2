/*
 * Shaping: the text is cut into stretches of one face, script and direction, and HarfBuzz shapes
 * each.
 */
#include "font/choose.h"

#include "base/unicode.h"

#include <assert.h>

/* What the characters of a stretch have in common. */
struct look {
    enum face face;
    bool marks;         /* that no composed letter stands for */
    uint8_t level;      /* of embedding; odd: from right to left */
    hb_script_t script; /* INVALID: one whose letters stand one by one, as Latin ones do */
};

static bool is_same_glyph_look(const struct look *a, const struct look *b)
{
    return a->face == b->face && a->marks == b->marks && a->level == b->level &&
           a->script == b->script;
}

/* Ligatures make letters harder to tell apart and gain a reader nothing.  And a letter that was
 * composed stays one glyph, where ccmp would take it apart again ("ụ"): a PDF cannot say what half
 * a letter means.  Scripts whose letters join need all of it. */
static void shape_look(hb_font_t *font, hb_buffer_t *buffer, const struct look *look)
{
    const hb_feature_t features[] = {
        {HB_TAG('c', 'c', 'm', 'p'), look->marks, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    };
    unsigned count = look->script ? 0 : sizeof features / sizeof *features;
    hb_shape(font, buffer, features, count);
}

static void shape_stretch(const struct fonts *fonts, hb_buffer_t *buffer, struct str text,
                          size_t from, size_t to, const struct look *look)
{
    bool reversed = look->level & 1;
    assert(from < to && to <= text.len && fonts->font[look->face]);
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(buffer, look->script ? HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES
                                                     : HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(buffer, text.ptr, (int)text.len, (unsigned)from, (int)(to - from));
    if (look->script) {
        hb_buffer_set_script(buffer, look->script);
        hb_buffer_set_language(buffer, fonts->language);
    }
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_direction(buffer, reversed ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    shape_look(fonts->font[look->face], buffer, look);
    if (reversed)
        hb_buffer_reverse(buffer); /* the order of the text */
}

/* Walks over a text, cluster by cluster. */
struct walk {
    const struct fonts *fonts;
    enum font_style style;
    struct str text;
    const uint8_t *levels;
    size_t next;     /* of the next cluster */
    size_t word_end;
    int preferred;   /* face of the word, or -1 */
    struct look look; /* of the last cluster */
};

/* A clinic's font can say anything. Within these bounds no sum of widths overflows. */
enum { ADVANCE_MOST = 4000, GLYPHS_MOST = 4 /* for a byte of text */ };

static int16_t bounded(hb_position_t value, int16_t least)
{
    return (int16_t)(value < least ? least : value > ADVANCE_MOST ? ADVANCE_MOST : value);
}

/* ---- Which characters glyphs stand for ---- */

/* Glyphs that begin at the same character end at the same one, where the next ones begin. */
static void end_ranges(struct glyph *at, size_t count, size_t end)
{
    for (size_t i = count; i-- > 0;) {
        bool last = i + 1 == count;
        bool shared = !last && at[i + 1].from == at[i].from;
        at[i].to = last ? (uint32_t)end : shared ? at[i + 1].to : at[i + 1].from;
    }
}

static bool shows(const struct fonts *fonts, const struct glyph *glyph, struct str text, size_t at)
{
    return font_glyph(fonts, (enum face)glyph->face, utf8_next(text, &at)) == glyph->id;
}

/* Of glyphs that stand for characters together, a last one that shows just the last character
 * stands for it alone.  What is said of several glyphs is so as little as can be; and MuPDF, up to
 * 1.28 at least, reads such an end twice. */
static void part_end(const struct fonts *fonts, struct str text, struct glyph *at, size_t count)
{
    for (; count > 1; count--) {
        uint32_t last = (uint32_t)utf8_start(text, at->to - 1);
        if (last == at->from || !shows(fonts, &at[count - 1], text, last))
            return;
        at[count - 1].from = last;
        for (size_t i = 0; i + 1 < count; i++)
            at[i].to = last;
    }
}

static void part_ends(const struct fonts *fonts, struct str text, struct glyph *at, size_t count)
{
    for (size_t i = 0, next; i < count; i = next) {
        next = i + 1;
        while (next < count && at[next].from == at[i].from)
            next++;
        part_end(fonts, text, at + i, next - i);
    }
}

/* The glyphs of a stretch of text that begins and ends there. */
static void append(const struct walk *w, struct glyphs *glyphs, size_t *room, struct arena *arena,
                   hb_buffer_t *buffer, const struct look *look, size_t from, size_t end)
{
    size_t bytes = end - from, first = glyphs->count;
    unsigned count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(buffer, &count);
    if (count > GLYPHS_MOST * bytes)
        count = (unsigned)(GLYPHS_MOST * bytes);
    if (glyphs->count + count > *room) {
        *room = 2 * *room + count;
        glyphs->at = arena_grow(arena, glyphs->at, glyphs->count, *room, sizeof *glyphs->at);
    }
    assert(glyphs->count + count <= *room);
    for (unsigned i = 0; i < count; i++)
        glyphs->at[glyphs->count++] = (struct glyph){
            .from = info[i].cluster,
            .id = (uint16_t)info[i].codepoint,
            .face = (uint8_t)look->face,
            .level = look->level,
            .advance = bounded(pos[i].x_advance, 0),
            .dx = bounded(pos[i].x_offset, -ADVANCE_MOST),
            .dy = bounded(pos[i].y_offset, -ADVANCE_MOST),
        };
    end_ranges(glyphs->at + first, count, end);
    if (look->script)
        part_ends(w->fonts, w->text, glyphs->at + first, count);
}

/* Of the scripts whose letters stand one by one: Latin, Greek, Cyrillic. */
static bool is_plain_script(uint32_t c)
{
    return c < 0x0530 || (c >= 0x1D00 && c < 0x2C00) || (c >= 0x2C60 && c < 0x2C80) ||
           (c >= 0xA640 && c < 0xA800);
}

bool font_has_italics(struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (c >= 0x80 && unicode_is_letter(c) && !is_plain_script(c))
            return false;
    }
    return true;
}

/* What belongs to no script goes with what stands before it. */
static hb_script_t cluster_script(const struct walk *w, uint32_t c)
{
    hb_script_t before = w->look.script;
    if (is_plain_script(c))
        return !before || unicode_is_letter(c) ? HB_SCRIPT_INVALID : before;
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ? before : script;
}

/* The look of the next cluster, which the walk then is behind. */
static struct look walk_on(struct walk *w)
{
    size_t at = w->next;
    assert(at < w->text.len);
    if (at >= w->word_end) {
        struct str word = next_shaped_word(w->text, at);
        w->word_end = at + word.len;
        w->preferred = word_face(w->fonts, w->style, word);
    }
    struct cluster cluster = next_cluster(w->text, &w->next);
    struct look look = {.script = cluster_script(w, cluster.c[0]),
                        .level = w->levels ? w->levels[at] : 0};
    look.face = at && unicode_is_ignorable(cluster.c[0])
                    ? w->look.face /* there is no glyph of it */
                    : choose_face(w->fonts, w->style, &cluster, w->preferred);
    look.marks = !look.script && cluster.count > 1;
    return w->look = look;
}

struct glyphs shape_text(const struct fonts *fonts, struct arena *arena, struct str text,
                         enum font_style style, const uint8_t *levels)
{
    struct glyphs glyphs = {0};
    struct walk walk = {.fonts = fonts, .style = style, .text = text, .levels = levels};
    size_t room = text.len + 8;
    glyphs.at = ARENA_ARRAY(arena, room, struct glyph);
    face_calls_begin();
    hb_buffer_t *buffer = hb_buffer_create();
    struct look look = {.face = FACE_TEXT_REGULAR}, next = look;
    if (text.len)
        look = walk_on(&walk);
    for (size_t from = 0, to = 0; from < text.len; from = to, look = next) {
        do {
            to = walk.next;
            if (to < text.len)
                next = walk_on(&walk);
        } while (to < text.len && is_same_glyph_look(&next, &look));
        shape_stretch(fonts, buffer, text, from, to, &look);
        append(&walk, &glyphs, &room, arena, buffer, &look, from, to);
    }
    hb_buffer_destroy(buffer);
    if (!face_calls_end(fonts))
        arena_out_of_memory(arena);
    return glyphs;
}

