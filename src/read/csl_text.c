/*
 * See csl_text.h.  Open tags are a stack of roles.  MathML tells by place what HTML tells by name:
 * of <msup> the second child is raised, so each open tag counts its children.
 *
 * What stands in a raised or lowered element is gathered, and written when the element closes:
 * only then is it known whether all of it has a raised form.
 */
#include "read/csl_text.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/unicode.h"
#include "read/character_check.h"
#include "read/entity.h"
#include "read/latex.h"
#include "read/letter_form.h"
#include "read/markup.h"
#include "read/picture.h"
#include "read/text_check.h"

enum role { PLAIN, ITALIC, RAISED, LOWERED, HIDDEN, MATH, MATH_TEXT, SUP, SUB, SUBSUP, SCRIPTS,
            FRACTION, ROOT, NTH_ROOT };

struct element {
    enum role role;
    int children;
};

enum { DEPTH_MAX = 32 };

struct writer {
    struct arena *arena;
    struct pictures *pictures;
    struct builder text;
    struct builder script; /* the raised or lowered text under construction */
    struct { ARRAY(struct span); } italics;
    struct element open[DEPTH_MAX];
    size_t depth; /* may be over DEPTH_MAX: what is deeper is PLAIN */
    bool italic, space;
    bool gap;      /* a picture behind the blank was left out */
    bool joins;    /* full width and the like are of the text's own script */
    uint32_t last; /* the character before */
    bool apart;    /* a "^" stands before: the next letter or figure must not join */
};

/* ---- Characters out ---- */

static void begin_italics(struct writer *w)
{
    *ARRAY_PUSH(w->arena, &w->italics) = (struct span){(uint32_t)w->text.len, 0};
    w->italic = true;
}

static void end_italics(struct writer *w)
{
    struct span *last = w->italic ? &w->italics.at[w->italics.count - 1] : NULL;
    if (last)
        last->len = (uint32_t)w->text.len - last->off;
    w->italic = false;
}

static bool has_role(const struct writer *w, enum role role)
{
    size_t depth = w->depth < DEPTH_MAX ? w->depth : DEPTH_MAX;
    for (size_t i = 0; i < depth; i++)
        if (w->open[i].role == role)
            return true;
    return false;
}

static bool is_csl_alnum(uint32_t c)
{
    return c < 0x80 ? ascii_is_alnum((char)c) : c > 0xBF;
}

/* "Ginger 💚." is "Ginger." */
static bool closes_gap(const struct writer *w, uint32_t c)
{
    return w->gap && c < 0x80 && str_find(STR(".,;:!?)]"), (char)c) < 8;
}

static void put_character(struct writer *w, uint32_t c)
{
    bool italic = has_role(w, ITALIC), space = w->space && !closes_gap(w, c);
    if (!italic)
        end_italics(w);
    if (w->text.len && (space || (w->apart && is_csl_alnum(c))))
        builder_char(&w->text, ' ');
    w->space = w->gap = w->apart = false;
    if (italic && !w->italic)
        begin_italics(w);
    builder_utf8(&w->text, c);
    w->last = c;
}

static void put_text(struct writer *w, struct str text)
{
    for (size_t at = 0; at < text.len;)
        put_character(w, utf8_next(text, &at));
}

/* ---- Raised and lowered text ---- */

/* Whether all of it has raised forms. */
static bool can_be_raised(struct str script)
{
    for (size_t at = 0; at < script.len;)
        if (!unicode_script_form(utf8_next(script, &at), true))
            return false;
    return true;
}

/* "1st", "2e", "®", "Name*": raised for looks only, so the same on the line. */
static bool joins_word(const struct writer *w, struct str script)
{
    static const char *const endings[] = {"st", "nd", "rd", "th", "e", "er", "re", "o", "a",
                                          "TM", "SM", "R", "*", "®", "©", "™", "†", "‡"};
    bool letters = ascii_is_letter(char_at(script, 0));
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_equal(script, str_of(endings[i])))
            return !letters || script.ptr[0] < 'a' ? true : w->last >= '0' && w->last <= '9';
    return false;
}

static void put_raised(struct writer *w, struct str script)
{
    bool single = utf8_length(script) == 1;
    if (can_be_raised(script)) {
        for (size_t at = 0; at < script.len;)
            put_character(w, unicode_script_form(utf8_next(script, &at), true));
    } else if (joins_word(w, script)) {
        put_text(w, script);
    } else {
        put_text(w, single ? STR("^") : STR("^("));
        w->apart = false;
        put_text(w, script);
        put_text(w, single ? STR("") : STR(")"));
        w->apart = single;
    }
}

/* "VO₂max": letters stay on the line, figures cannot be taken for those before them. */
static void put_lowered(struct writer *w, struct str script)
{
    for (size_t at = 0; at < script.len;) {
        uint32_t c = utf8_next(script, &at), form = unicode_script_form(c, false);
        put_character(w, form ? form : c);
    }
}

static void end_script(struct writer *w, enum role role)
{
    struct str written = builder_str(&w->script), script = str_trim(written);
    w->script = (struct builder){.arena = w->arena};
    if (role == RAISED && script.len)
        put_raised(w, script);
    else
        put_lowered(w, script);
    w->space = w->space || str_ends(written, STR(" "));
}

/* ---- Tags ---- */

/* <span style="vertical-align: super">, as word processors write it */
static enum role role_of_style(struct str attributes)
{
    static const struct {
        const char *part;
        enum role role;
    } parts[] = {{"vertical-align:super", RAISED}, {"vertical-align: super", RAISED},
                 {"superscript", RAISED},          {"\"sup\"", RAISED},
                 {"vertical-align:sub", LOWERED},  {"vertical-align: sub", LOWERED},
                 {"subscript", LOWERED},           {"\"sub\"", LOWERED},
                 {"font-style:italic", ITALIC},    {"font-style: italic", ITALIC}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts && attributes.len; i++)
        if (str_contains(attributes, str_of(parts[i].part)))
            return parts[i].role;
    return PLAIN;
}

static enum role role_of_name(struct tag tag)
{
    static const struct {
        const char *name;
        enum role role;
    } roles[] = {
        {"i", ITALIC},  {"em", ITALIC},  {"italic", ITALIC},         {"sup", RAISED},
        {"sub", LOWERED}, {"inf", LOWERED}, {"math", MATH},          {"msup", SUP},
        {"msub", SUB},  {"msubsup", SUBSUP}, {"mfrac", FRACTION},    {"mtext", MATH_TEXT},
        {"annotation", HIDDEN}, {"annotation-xml", HIDDEN}, {"msqrt", ROOT}, {"mroot", NTH_ROOT},
        {"mmultiscripts", SCRIPTS}, {"fn", HIDDEN}, {"xref", HIDDEN}, /* marks of footnotes */
    };
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (tag_is(tag, roles[i].name))
            return roles[i].role;
    return role_of_style(tag.attributes);
}

/* What MathML says of a child by its place, 1 for the first. */
static enum role role_of_child(enum role parent, int child)
{
    bool scripts = parent == SUBSUP || parent == SCRIPTS; /* base, lowered, raised, lowered, … */
    if ((parent == SUP && child == 2) || (scripts && child > 1 && child % 2))
        return RAISED;
    return (parent == SUB || scripts) && child > 1 && child % 2 == 0 ? LOWERED : PLAIN;
}

/* A child of what the innermost element is. @return its role, if its place tells. */
static enum role count_child(struct writer *w, struct tag tag)
{
    if (!w->depth || w->depth > DEPTH_MAX)
        return PLAIN;
    struct element *parent = &w->open[w->depth - 1];
    parent->children = tag_is(tag, "mprescripts") ? 1 : parent->children + 1;
    if (parent->role == FRACTION && parent->children == 2)
        put_character(w, '/');
    if (parent->role == NTH_ROOT && parent->children == 2)
        put_text(w, STR(")^(1/")); /* behind its radicand, as it is written: (8)^(1/3) */
    return role_of_child(parent->role, parent->children);
}

static void open_csl_tag(struct writer *w, struct tag tag)
{
    enum role role = role_of_name(tag);
    enum role by_place = count_child(w, tag);
    role = by_place == PLAIN ? role : by_place;
    if (tag.empty)
        return;
    if (role == FRACTION && w->last >= '0' && w->last <= '9')
        w->space = true; /* "3 1/2" is not 31/2 */
    if (role == ROOT)
        put_text(w, STR("√("));
    if (role == NTH_ROOT)
        put_text(w, STR("("));
    if (w->depth < DEPTH_MAX)
        w->open[w->depth] = (struct element){role, 0};
    w->depth++;
}

static void close_tag(struct writer *w)
{
    if (!w->depth || w->depth-- > DEPTH_MAX)
        return;
    enum role role = w->open[w->depth].role;
    if ((role == RAISED || role == LOWERED) && !has_role(w, RAISED) && !has_role(w, LOWERED))
        end_script(w, role);
    if (role == ROOT || role == NTH_ROOT)
        put_character(w, ')');
    w->apart = w->apart || role == FRACTION;
}

/* Tags that divide are a space; those that HTML leaves open do not count. */
static void take_tag(struct writer *w, struct tag tag)
{
    bool divides = tag_is(tag, "p") || tag_is(tag, "br") || tag_is(tag, "break")
                || tag_is(tag, "div") || tag_is(tag, "title");
    if (!tag.name.len) /* a comment */
        return;
    bool alone = tag_is(tag, "br") || tag_is(tag, "hr") || tag_is(tag, "img")
              || tag_is(tag, "break") || tag_is(tag, "wbr");
    w->space = w->space || divides;
    if (alone)
        return;
    if (tag.closes)
        close_tag(w);
    else
        open_csl_tag(w, tag);
}

/* ---- Characters ---- */

/*
 * Controls, joiners, marks of direction; not what stands for a shape that we do not know, nor what
 * spells words in scripts that join letters or put no spaces between words.
 */
static bool is_shapeless(const struct writer *w, uint32_t c)
{
    if (w->joins && character_is_joiner(c))
        return false;
    bool unknown = (c >= 0xE000 && c <= 0xF8FF) || (c & 0xFFF0) == 0xFFF0 || c >= 0xF0000;
    return character_kind(c) == CHARACTER_UNPRINTABLE && !unknown;
}

static void take_character(struct writer *w, uint32_t c)
{
    bool math = has_role(w, MATH) && !has_role(w, MATH_TEXT);
    if (has_role(w, HIDDEN) || c == UTF8_BAD)
        return;
    if (picture_left_out(w->pictures, c)) {
        w->gap = w->space;
        return;
    }
    if (windows_1252(c) && !character_is_white(c))
        c = windows_1252(c);
    if (has_role(w, RAISED) || has_role(w, LOWERED)) {
        builder_utf8(&w->script, character_is_white(c) ? ' ' : c);
    } else if (character_is_white(c)) {
        w->space = w->space || !math;
    } else if (letter_has_form(c) && !w->joins) {
        put_text(w, letter_form(w->arena, c));
    } else if (!is_shapeless(w, c)) {
        put_character(w, c);
    }
}

struct str csl_plain(struct arena *arena, struct str written, struct pictures *pictures)
{
    struct writer w = {.arena = arena, .pictures = pictures, .text = {.arena = arena},
                       .joins = characters_join(written)};
    for (size_t at = 0; at < written.len;)
        take_character(&w, utf8_next(written, &at));
    return w.text.len ? builder_str(&w.text) : (struct str){0};
}

struct str csl_code(struct arena *arena, struct str written)
{
    return csl_plain(arena, latex_unescaped(arena, entities_decoded(arena, written)), NULL);
}

/* The apostrophe of who types an accent for it: "Women´s". */
static uint32_t straight(uint32_t c)
{
    static const uint32_t acute = 0xB4;
    return c == '`' || c == acute ? '\'' : c;
}

struct str csl_text(struct arena *arena, struct str written, struct pictures *pictures,
                    struct italics *italics)
{
    struct writer w = {.arena = arena, .pictures = pictures, .text = {.arena = arena},
                       .script = {.arena = arena}};
    struct str text = latex_decoded(arena, entities_decoded(arena, written));
    w.joins = characters_join(text);
    for (size_t at = 0; at < text.len;) {
        struct tag tag = tag_at(str_part(text, at, text.len));
        if (tag.length)
            take_tag(&w, tag);
        else
            take_character(&w, straight(utf8_next(text, &at)));
        at += tag.length;
    }
    while (w.depth)
        close_tag(&w);
    end_italics(&w);
    if (italics)
        *italics = (struct italics){w.italics.at, w.italics.count};
    return w.text.len ? builder_str(&w.text) : (struct str){0};
}
