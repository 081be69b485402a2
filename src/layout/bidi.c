/*
 * See bidi.h.  The only file that knows FriBidi, which works on code points; levels are kept for
 * each byte here, as all else counts in bytes.
 *
 * In Arabic the rules would draw "509-555-0100" as "0100-555-509": behind an Arabic letter a hyphen
 * between numbers is no part of a number.  Writers put isolates around such things, if they know
 * of them.  So they are put here where the writer put none: FriBidi sees them, nobody else does.
 */
#include "layout/bidi.h"

#include "base/unicode.h"

#include <fribidi.h>

#include <assert.h>

/* Whether one of the tags, with blanks between them, is this. */
static bool names(const char *tags, struct str tag)
{
    for (struct str rest = str_of(tags); rest.len;) {
        struct str one = str_before(rest, ' ');
        if (str_equal(one, tag))
            return true;
        rest = str_part(rest, one.len + 1, rest.len);
    }
    return false;
}

/* The first part behind the language that has so many letters; absent: none has. */
static struct str subtag_of(struct str language, size_t letters)
{
    for (size_t at = str_before(language, '-').len; at < language.len;) {
        struct str subtag = str_before(str_part(language, at + 1, language.len), '-');
        if (subtag.len == letters)
            return subtag;
        at = subtag.len == 1 ? language.len : at + 1 + subtag.len; /* extensions follow */
    }
    return (struct str){0};
}

/*
 * CLDR 42: the languages whose characterOrder is right-to-left and that people speak in clinics,
 * with the older tags of Hebrew and Yiddish and those that Arabic, Persian and Pashto have beside
 * their own; and, of likelySubtags, where another language is written so or one of them is not.
 */
bool language_is_right_to_left(struct str language)
{
    static const char scripts[] = "Arab Aran Hebr Syrc Thaa Nkoo Adlm Rohg";
    static const char languages[] = "ar arz ary apc acm aeb afb ajp fa pes prs he iw ps pbt pbu ur "
                                    "ug yi ji ckb sdh ks sd dv lrc mzn syr aii nqo";
    static const char leftward[] = "pa-PK ku-IQ ku-IR az-IQ az-IR uz-AF";
    struct str script = subtag_of(language, 4), region = subtag_of(language, 2);
    struct str primary = str_before(language, '-');
    if (script.len && !(script.ptr[0] >= '0' && script.ptr[0] <= '9')) /* no variant: "1996" */
        return names(scripts, script);
    if (str_equal(primary, STR("sd")) && str_equal(region, STR("IN")))
        return false;
    return names(languages, primary)
           || (region.len && names(leftward, str_spanning(primary, region)));
}

/* ---- Code points for FriBidi ---- */

enum { ISOLATE = 0x2066, POP = 0x2069 }; /* left to right isolate, pop directional isolate */

struct points {
    FriBidiChar *at;
    uint32_t *bytes; /* where in the text; an isolate: where the next character is */
    size_t count;
};

static void add_point(struct points *points, uint32_t c, size_t byte)
{
    points->at[points->count] = c;
    points->bytes[points->count++] = (uint32_t)byte;
}

static struct points points_new(struct arena *arena, struct str text)
{
    size_t room = 3 * text.len + 2; /* no character has more than two isolates */
    return (struct points){ARENA_ARRAY(arena, room, FriBidiChar),
                           ARENA_ARRAY(arena, room, uint32_t), 0};
}

static uint8_t *resolve(struct arena *arena, const struct points *points, struct str text,
                        FriBidiParType *base)
{
    FriBidiStrIndex count = (FriBidiStrIndex)points->count;
    FriBidiCharType *types = ARENA_ARRAY(arena, points->count, FriBidiCharType);
    FriBidiBracketType *brackets = ARENA_ARRAY(arena, points->count, FriBidiBracketType);
    FriBidiLevel *levels = ARENA_ARRAY(arena, points->count, FriBidiLevel);
    uint8_t *bytes = ARENA_ARRAY(arena, text.len, uint8_t);
    fribidi_get_bidi_types(points->at, count, types);
    fribidi_get_bracket_types(points->at, count, types, brackets);
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, count, base, levels))
        arena_out_of_memory(arena);
    for (size_t i = 0; i < points->count; i++) {
        size_t end = i + 1 < points->count ? points->bytes[i + 1] : text.len;
        for (size_t byte = points->bytes[i]; byte < end; byte++)
            bytes[byte] = (uint8_t)levels[i];
    }
    return bytes;
}

static FriBidiParType par_type(enum direction direction)
{
    return direction == RIGHT_TO_LEFT   ? FRIBIDI_PAR_RTL
           : direction == LEFT_TO_RIGHT ? FRIBIDI_PAR_LTR
                                        : FRIBIDI_PAR_ON;
}

uint8_t *bidi_levels(struct arena *arena, struct str text, enum direction direction, uint8_t *base)
{
    struct points points = points_new(arena, text);
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        add_point(&points, c, from);
    }
    FriBidiParType type = par_type(direction);
    uint8_t *levels = resolve(arena, &points, text, &type);
    *base = FRIBIDI_IS_RTL(type) ? 1 : 0;
    return levels;
}

/* ---- Isolates ---- */

/* Letters, with accents, and numbers of scripts that run from left to right: "é", "½", "²". */
static bool is_solid(uint32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return !unicode_is_right_to_left(c) && unicode_category(c) <= UNICODE_NO;
}

/* Signs of money, "#", "%", "°", "±" and the like, which belong to the number that they touch. */
static bool is_number_sign(uint32_t c)
{
    return fribidi_get_bidi_type(c) == FRIBIDI_TYPE_ET;
}

static bool is_closing(uint32_t c)
{
    return is_number_sign(c) || c == ')' || c == '+' || c == 0xAE /* (R) */
           || c == 0x2122 /* TM */;
}

/* What parts two stretches: a mark of the sentence with a space behind it, a line's end. */
static bool parts(struct str text, size_t at, uint32_t c)
{
    bool mark = c == ',' || c == ';' || c == '.' || c == ':' || c == '!' || c == '?';
    return mark && (at >= text.len || text.ptr[at] == ' ');
}

/* Whether no stretch holds it and what follows. @param at  behind it */
static bool ends_stretch(struct str text, size_t at, uint32_t c)
{
    return unicode_is_right_to_left(c) || unicode_is_bidi_control(c) || parts(text, at, c);
}

/* The end of a stretch that begins there: behind its last letter or digit. */
static size_t stretch_end(struct str text, size_t at)
{
    size_t end = at;
    bool solid = true, open = false;
    while (at < text.len) {
        uint32_t c = utf8_next(text, &at);
        bool closes = is_closing(c) && solid && (c != ')' || open);
        if (ends_stretch(text, at, c))
            break;
        open = c == '(' || (open && c != ')');
        solid = is_solid(c) || closes;
        if (solid)
            end = at;
    }
    return end;
}

/* Whether a bracket that is open at `at` is closed in its stretch: "(509) 555-0100". */
static bool closes_in_stretch(struct str text, size_t at)
{
    while (at < text.len) {
        uint32_t c = utf8_next(text, &at);
        if (c == ')' || c == '(' || ends_stretch(text, at, c))
            return c == ')';
    }
    return false;
}

static uint32_t character_or_blank(struct str text, size_t at)
{
    return at < text.len ? utf8_next(text, &at) : ' ';
}

/* Whether it says of the number behind it that it is not that one. */
static bool is_relation(uint32_t c)
{
    return c == '<' || c == '>' || c == '~' || c == 0x223C /* ~ */ || c == 0x2248 /* about */
           || c == 0x2264 /* at most */ || c == 0x2265 /* at least */;
}

/* What says how a number is meant if it touches that and nothing before it: "-5", ".5", "<5". */
static bool leads_number(uint32_t c)
{
    bool hyphen_or_dash = c == '-' || (c >= 0x2010 && c <= 0x2013);
    return hyphen_or_dash || is_relation(c) || c == '+' || c == '.' || c == ',' || c == 0xD7 /* x */
           || c == 0x2212 /* minus */;
}

/* Whether signs, the first of which is `sign` and ends at `at`, lead to a number; "< 5" too. */
static bool number_follows(struct str text, size_t at, uint32_t sign)
{
    uint32_t c = character_or_blank(text, at);
    if (is_relation(sign) && (c == ' ' || c == 0xA0 || c == 0x202F))
        utf8_next(text, &at);
    c = character_or_blank(text, at);
    while (at < text.len && (leads_number(c) || is_number_sign(c))) {
        utf8_next(text, &at);
        c = character_or_blank(text, at);
    }
    enum unicode_category category = unicode_category(c);
    return is_solid(c) && (category == UNICODE_ND || category == UNICODE_NO)
           && fribidi_get_bidi_type(c) != FRIBIDI_TYPE_AN;
}

/*
 * Behind a letter a hyphen or a full stop joins or ends a word ("IN-5", which has no minus); behind
 * a maqaf, the hyphen of Hebrew, it is a sign.  @param before  the character before it
 */
static bool begins_stretch(struct str text, size_t at, uint32_t c, uint32_t before)
{
    if (c == '(' && !closes_in_stretch(text, at))
        return false;
    if (c == '(') { /* what it holds may begin one */
        before = c;
        c = utf8_next(text, &at);
    }
    if (is_number_sign(c))
        return number_follows(text, at, c);
    if (leads_number(c))
        return !unicode_is_letter(before) && !unicode_is_mark(before) && !is_solid(before)
               && number_follows(text, at, c);
    return is_solid(c) && !unicode_is_mark(c);
}

static struct points isolated_points(struct arena *arena, struct str text)
{
    struct points points = points_new(arena, text);
    size_t end = 0; /* of the stretch around; 0: none */
    uint32_t before = ' ';
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        if (!end && begins_stretch(text, at, c, before)) {
            end = stretch_end(text, from);
            add_point(&points, ISOLATE, from);
        }
        add_point(&points, c, from);
        before = c;
        if (end && at >= end) {
            add_point(&points, POP, at);
            end = 0;
        }
    }
    return points;
}

/* Hebrew, the first such script, begins with 0xD6: of most texts no byte is looked at twice. */
static bool has_right_to_left(struct str text)
{
    for (size_t at = 0; at < text.len; at++)
        if ((unsigned char)text.ptr[at] >= 0xD6) {
            size_t next = at;
            if (unicode_is_right_to_left(utf8_next(text, &next)))
                return true;
        }
    return false;
}

static bool has_letters(struct str text)
{
    for (size_t at = 0; at < text.len;)
        if (unicode_is_letter(utf8_next(text, &at)))
            return true;
    return false;
}

struct bidi bidi_resolve(struct arena *arena, struct str text, bool right_to_left)
{
    uint8_t base;
    bool has = has_right_to_left(text);
    if (!text.len || (!has && (!right_to_left || has_letters(text))))
        return (struct bidi){NULL, false};
    if (!right_to_left)
        return (struct bidi){bidi_levels(arena, text, LEFT_TO_RIGHT, &base), false};
    struct points points = isolated_points(arena, text);
    FriBidiParType type = FRIBIDI_PAR_RTL;
    return (struct bidi){resolve(arena, &points, text, &type), true};
}

/* ---- Drawing ---- */

void bidi_order(const uint8_t *levels, size_t count, size_t *order)
{
    uint8_t highest = 0, lowest_odd = UINT8_MAX;
    for (size_t i = 0; i < count; i++) {
        order[i] = i;
        highest = levels[i] > highest ? levels[i] : highest;
        lowest_odd = levels[i] & 1 && levels[i] < lowest_odd ? levels[i] : lowest_odd;
    }
    for (uint8_t level = highest; level >= lowest_odd; level--)
        for (size_t from = 0, to; from < count; from = to) {
            to = from + 1;
            if (levels[order[from]] < level)
                continue;
            while (to < count && levels[order[to]] >= level)
                to++;
            for (size_t a = from, b = to; a + 1 < b; a++) {
                size_t swapped = order[a];
                order[a] = order[--b];
                order[b] = swapped;
            }
        }
}
