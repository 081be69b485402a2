/*
 * The face is chosen for a word: the first that has all its letters, so that "tiếng" is not set
 * in two faces of which one lacks "ế".  A word of two scripts, such as "NF-κB", has its face
 * chosen for each base character together with the marks that follow it, so that an accent is
 * never torn from its letter; so has whatever is no letter.  The first face wins that has them
 * all, or that has the one character they compose to (HarfBuzz composes where the font can).
 */
#include "font/choose.h"

#include "base/ascii.h"
#include "base/unicode.h"

#include <assert.h>
#include <string.h>

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

struct cluster next_cluster(struct str text, size_t *at)
{
    struct cluster cluster = {.count = 1};
    assert(*at < text.len);
    cluster.c[0] = utf8_next(text, at);
    while (*at < text.len) {
        size_t next = *at;
        uint32_t mark = utf8_next(text, &next);
        if (!unicode_is_mark(mark) && !unicode_is_join_control(mark))
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
        if (!face_has(fonts, face, cluster->c[i]) && !unicode_is_join_control(cluster->c[i]))
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

static bool is_all_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80)
            return false;
    return true;
}

int word_face(const struct fonts *fonts, enum font_style style, struct str word)
{
    hb_script_t script;
    int first = fonts->fallback_first ? (int)fallback(style) : -1;
    if (is_all_ascii(word) || (first >= 0 && suits_word(fonts, fallback(style), word, &script)))
        return first;
    for (const int8_t *face = fonts->tries[style]; *face >= 0; face++) {
        bool suits = suits_word(fonts, (enum face)*face, word, &script);
        if (script == HB_SCRIPT_INVALID || script == HB_SCRIPT_COMMON)
            return first;
        if (suits)
            return *face;
    }
    return first;
}

struct str next_shaped_word(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && text.ptr[end] != ' ')
        end++;
    while (end < text.len && text.ptr[end] == ' ')
        end++;
    return str_part(text, at, end - at);
}

enum face choose_face(const struct fonts *fonts, enum font_style style,
                      const struct cluster *cluster, int preferred)
{
    bool own = fonts->font[FACE_OWN_REGULAR + (int)style] != NULL;
    if (preferred < 0 && !own && cluster->count == 1 && cluster->c[0] < 0x80)
        return (enum face)fonts->tries[style][1]; /* ours have ASCII: nearly every character */
    if (preferred >= 0 && face_has_all(fonts, (enum face)preferred, cluster))
        return (enum face)preferred;
    enum face greek = greek_face(fonts, style);
    if (is_greek(cluster->c[0]) && face_has_all(fonts, greek, cluster))
        return greek;
    for (const int8_t *face = fonts->tries[style]; *face >= 0; face++)
        if (face_has_all(fonts, (enum face)*face, cluster))
            return (enum face)*face;
    for (const int8_t *face = fonts->tries[style]; *face >= 0; face++)
        if (face_has_parts(fonts, (enum face)*face, cluster->c[0]))
            return (enum face)*face;
    return (enum face)fonts->tries[style][1]; /* ours: the clinic may have brought none */
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

/* Without a mark, which would be beyond ASCII. */
static bool is_lone_ascii(struct str text, size_t at)
{
    return (unsigned char)text.ptr[at] < 0x80 && (unsigned char)char_at(text, at + 1) < 0x80;
}

void font_count_letters(const struct fonts *fonts, struct str text, struct letter_count *count)
{
    for (size_t at = 0; at < text.len;) {
        if (is_lone_ascii(text, at)) { /* which all faces have */
            count->all += ascii_is_letter(text.ptr[at++]);
            continue;
        }
        struct cluster cluster = next_cluster(text, &at);
        bool letter = unicode_is_letter(cluster.c[0]), ascii = cluster.c[0] < 0x80;
        enum face text_face = fonts->font[FACE_OWN_REGULAR] ? FACE_OWN_REGULAR : FACE_TEXT_REGULAR;
        count->all += letter;
        count->lacking += letter && !ascii && !suits_letter(fonts, text_face, &cluster);
    }
}
