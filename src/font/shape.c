/*
 * Shaping: the text is cut into stretches of one face, and HarfBuzz shapes each.
 *
 * The face is chosen for a word: the first that has all its letters, so that "tiếng" is not set
 * in two faces of which one lacks "ế".  A word of two scripts, such as "NF-κB", has its face
 * chosen for each base character together with the marks that follow it, so that an accent is
 * never torn from its letter; so has whatever is no letter.  The first face wins that has them
 * all, or that has the one character they compose to (HarfBuzz composes where the font can).
 */
#include "font/faces.h"

#include "base/unicode.h"

#include <assert.h>
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

/* A base character with its marks, composed as far as Unicode goes. */
enum { CLUSTER_MOST = 8 };
struct cluster {
    uint32_t c[CLUSTER_MOST];
    size_t count;
};

/* Takes a composed base apart, its marks before those that follow. */
static void decompose(hb_unicode_funcs_t *unicode, struct cluster *cluster)
{
    hb_codepoint_t base, mark;
    while (cluster->count < CLUSTER_MOST &&
           hb_unicode_decompose(unicode, cluster->c[0], &base, &mark) && mark) {
        memmove(cluster->c + 2, cluster->c + 1, (cluster->count - 1) * sizeof *cluster->c);
        cluster->c[0] = base;
        cluster->c[1] = mark;
        cluster->count++;
    }
}

/* Normalization form C of one cluster (Unicode Standard Annex 15): marks in the order of their
 * classes, then each composed with the base that can be. */
static void normalize(struct cluster *cluster)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    decompose(unicode, cluster);
    for (size_t i = 2; i < cluster->count; i++) /* insertion sort: stable, and they are few */
        for (size_t k = i; k > 1; k--) {
            uint32_t mark = cluster->c[k];
            if (hb_unicode_combining_class(unicode, cluster->c[k - 1]) <=
                hb_unicode_combining_class(unicode, mark))
                break;
            cluster->c[k] = cluster->c[k - 1];
            cluster->c[k - 1] = mark;
        }
    size_t kept = 1;
    for (size_t i = 1; i < cluster->count; i++) {
        hb_codepoint_t composed;
        bool blocked = kept > 1 &&
                       hb_unicode_combining_class(unicode, cluster->c[kept - 1]) ==
                           hb_unicode_combining_class(unicode, cluster->c[i]);
        if (!blocked && hb_unicode_compose(unicode, cluster->c[0], cluster->c[i], &composed))
            cluster->c[0] = composed;
        else
            cluster->c[kept++] = cluster->c[i];
    }
    assert(kept <= cluster->count);
    cluster->count = kept;
}

/* Reads one cluster at *at. Marks beyond the most stay with it but are not looked at. */
static struct cluster next_cluster(struct str text, size_t *at)
{
    struct cluster cluster = {.count = 1};
    assert(*at < text.len);
    cluster.c[0] = utf8_next(text, at);
    while (*at < text.len) {
        size_t next = *at;
        uint32_t mark = utf8_next(text, &next);
        if (!unicode_is_mark(mark))
            break;
        if (cluster.count < CLUSTER_MOST)
            cluster.c[cluster.count++] = mark;
        *at = next;
    }
    if (cluster.count > 1)
        normalize(&cluster);
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
    return c >= 0x80 && hb_unicode_script(hb_unicode_funcs_get_default(), c) == HB_SCRIPT_GREEK;
}

static enum face fallback(enum font_style style)
{
    return style == FONT_BOLD ? FACE_FALLBACK_BOLD : FACE_FALLBACK_REGULAR;
}

static enum face greek_face(const struct fonts *fonts, enum font_style style)
{
    return fonts->own_greek[style] ? (enum face)(FACE_OWN_REGULAR + (int)style) : fallback(style);
}

/* Whether the face has words of Greek, not only letters for formulas. */
static bool takes_greek(const struct fonts *fonts, enum face face)
{
    if (face >= FACE_OWN_REGULAR)
        return fonts->own_greek[face - FACE_OWN_REGULAR];
    return face > FACE_TEXT_ITALIC;
}

static bool suits_letter(const struct fonts *fonts, enum face face, const struct cluster *cluster)
{
    return face_has_all(fonts, face, cluster) &&
           (!is_greek(cluster->c[0]) || takes_greek(fonts, face));
}

/* Whether a face has all letters of a word. @param script  gets theirs if it is one. */
static bool suits_word(const struct fonts *fonts, enum face face, struct str word,
                       hb_script_t *script)
{
    bool all = true;
    *script = HB_SCRIPT_COMMON; /* as that of µ is */
    for (size_t at = 0; at < word.len;) {
        struct cluster cluster = next_cluster(word, &at);
        if (!unicode_is_letter(cluster.c[0]))
            continue;
        hb_script_t its = hb_unicode_script(hb_unicode_funcs_get_default(), cluster.c[0]);
        if (*script == HB_SCRIPT_COMMON)
            *script = its;
        else if (its != *script && its != HB_SCRIPT_COMMON)
            *script = HB_SCRIPT_INVALID;
        all = all && suits_letter(fonts, face, &cluster);
    }
    return all;
}

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80)
            return false;
    return true;
}

/* The face for a whole word, or -1: choose for each cluster. */
static int word_face(const struct fonts *fonts, enum font_style style, struct str word)
{
    if (fonts->fallback_first)
        return (int)fallback(style);
    if (is_ascii(word))
        return -1;
    for (const int *face = candidates[style]; *face >= 0; face++) {
        hb_script_t script;
        bool suits = suits_word(fonts, (enum face)*face, word, &script);
        if (script == HB_SCRIPT_INVALID || script == HB_SCRIPT_COMMON)
            return -1;
        if (suits)
            return *face;
    }
    return -1;
}

/* A word with the spaces behind it, so that words of one face are shaped together. */
static struct str next_shaped_word(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && text.ptr[end] != ' ')
        end++;
    while (end < text.len && text.ptr[end] == ' ')
        end++;
    return str_part(text, at, end - at);
}

/* @param preferred  the face of the word, or -1. */
static enum face choose_face(const struct fonts *fonts, enum font_style style,
                             const struct cluster *cluster, int preferred)
{
    if (preferred >= 0 && face_has_all(fonts, (enum face)preferred, cluster))
        return (enum face)preferred;
    enum face greek = greek_face(fonts, style);
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

/* What the characters of a stretch have in common. */
struct look {
    enum face face;
    bool marks; /* that no composed letter stands for */
};

static void shape_stretch(const struct fonts *fonts, hb_buffer_t *buffer, struct str text,
                          size_t from, size_t to, struct look look)
{
    /* Ligatures make letters harder to tell apart and gain a reader nothing.  And a letter that
     * was composed stays one glyph, where ccmp would take it apart again ("ụ"): a PDF cannot say
     * what half a letter means. */
    const hb_feature_t features[] = {
        {HB_TAG('c', 'c', 'm', 'p'), look.marks, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    };
    assert(from < to && to <= text.len && fonts->font[look.face]);
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(buffer, text.ptr, (int)text.len, (unsigned)from, (int)(to - from));
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_shape(fonts->font[look.face], buffer, features, sizeof features / sizeof *features);
}

/* A clinic's font can say anything. Within these bounds no sum of widths overflows. */
enum { ADVANCE_MOST = 4000, GLYPHS_MOST = 4 /* for a byte of text */ };

static int16_t bounded(hb_position_t value, int16_t least)
{
    return (int16_t)(value < least ? least : value > ADVANCE_MOST ? ADVANCE_MOST : value);
}

/* The glyphs of a stretch of text that begins and ends there. */
static void append(struct glyphs *glyphs, size_t *room, struct arena *arena, hb_buffer_t *buffer,
                   enum face face, size_t from, size_t end)
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
            .face = (uint8_t)face,
            .advance = bounded(pos[i].x_advance, 0),
            .dx = bounded(pos[i].x_offset, -ADVANCE_MOST),
            .dy = bounded(pos[i].y_offset, -ADVANCE_MOST),
        };
    for (size_t i = glyphs->count; i-- > first;) {
        struct glyph *glyph = &glyphs->at[i];
        bool last = i + 1 == glyphs->count;
        bool shared = !last && glyph[1].from == glyph->from;
        glyph->to = last ? (uint32_t)end : shared ? glyph[1].to : glyph[1].from;
    }
}

/* Walks over a text, cluster by cluster. */
struct walk {
    const struct fonts *fonts;
    enum font_style style;
    struct str text;
    size_t next;     /* of the next cluster */
    size_t word_end;
    int preferred;   /* face of the word, or -1 */
};

/* The look of the next cluster, which the walk then is behind. */
static struct look walk_on(struct walk *w)
{
    assert(w->next < w->text.len);
    if (w->next >= w->word_end) {
        struct str word = next_shaped_word(w->text, w->next);
        w->word_end = w->next + word.len;
        w->preferred = word_face(w->fonts, w->style, word);
    }
    struct cluster cluster = next_cluster(w->text, &w->next);
    return (struct look){choose_face(w->fonts, w->style, &cluster, w->preferred),
                         cluster.count > 1};
}

struct glyphs font_shape(const struct fonts *fonts, struct arena *arena, struct str text,
                         enum font_style style)
{
    struct glyphs glyphs = {0};
    struct walk walk = {.fonts = fonts, .style = style, .text = text};
    size_t room = text.len + 8;
    glyphs.at = ARENA_ARRAY(arena, room, struct glyph);
    face_calls_begin();
    hb_buffer_t *buffer = hb_buffer_create();
    struct look look = {FACE_TEXT_REGULAR, false}, next = look;
    if (text.len)
        look = walk_on(&walk);
    for (size_t from = 0, to = 0; from < text.len; from = to, look = next) {
        do {
            to = walk.next;
            if (to < text.len)
                next = walk_on(&walk);
        } while (to < text.len && next.face == look.face && next.marks == look.marks);
        shape_stretch(fonts, buffer, text, from, to, look);
        append(&glyphs, &room, arena, buffer, look.face, from, to);
    }
    hb_buffer_destroy(buffer);
    if (!face_calls_end(fonts))
        arena_out_of_memory(arena);
    return glyphs;
}

/* U+0300 to U+036F, the marks that letters are composed with, begin with 0xCC or 0xCD. */
static bool has_marks(struct str text)
{
    return str_find(text, '\xCC') < text.len || str_find(text, '\xCD') < text.len;
}

struct str font_compose(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    if (!has_marks(text))
        return text;
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        struct cluster cluster = next_cluster(text, &at);
        if (cluster.count == CLUSTER_MOST) /* it may have more: as it is */
            builder_add(&b, str_part(text, from, at - from));
        else
            for (size_t i = 0; i < cluster.count; i++)
                builder_utf8(&b, cluster.c[i]);
    }
    return builder_str(&b);
}

void font_count_letters(const struct fonts *fonts, struct str text, struct letter_count *count)
{
    for (size_t at = 0; at < text.len;) {
        struct cluster cluster = next_cluster(text, &at);
        bool letter = unicode_is_letter(cluster.c[0]), ascii = cluster.c[0] < 0x80;
        enum face text_face = fonts->font[FACE_OWN_REGULAR] ? FACE_OWN_REGULAR : FACE_TEXT_REGULAR;
        count->all += letter;
        count->lacking += letter && !ascii && !suits_letter(fonts, text_face, &cluster);
    }
}
