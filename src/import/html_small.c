/*
 * See html_small.h.
 */
#include "import/html_small.h"

#include "base/ascii.h"
#include "base/unicode.h"

/* ---- What it is ---- */

/* Bytes of the minus at the start: the sign, a dash or a hyphen. */
static size_t minus_length(struct str text)
{
    bool sign = str_starts(text, STR("\xE2\x88\x92")) || str_starts(text, STR("\xE2\x80\x93"));
    return sign ? 3 : str_starts(text, STR("-"));
}

static size_t digits_length(struct str text)
{
    size_t length = 0;
    while (ascii_is_digit(char_at(text, length)))
        length++;
    return length;
}

/* "9", "-6"; "1,2" is two notes. */
static bool is_power(struct str text)
{
    struct str digits = str_part(text, minus_length(text), text.len);
    return digits.len && digits_length(digits) == digits.len;
}

/* Whether all of it is digits and what stands between the numbers of notes. */
static bool is_note(struct str text)
{
    bool digit = false;
    for (size_t i = 0; i < text.len; i++) {
        digit = digit || ascii_is_digit(text.ptr[i]);
        if (!ascii_is_digit(text.ptr[i]) && !ascii_is_space(text.ptr[i]) && text.ptr[i] != ','
            && text.ptr[i] != '[' && text.ptr[i] != ']' && text.ptr[i] != '-')
            return false;
    }
    return digit;
}

/* ---- Where it stands ---- */

static bool follows_digit(const struct walk *w)
{
    return w->text.len && ascii_is_digit(w->text.ptr[w->text.len - 1]);
}

/* "300 mg/m", "1.7 m", "5 cm": a unit that may be squared. */
static bool follows_metre(const struct walk *w)
{
    struct str text = {w->text.ptr, w->text.len};
    if (!text.len || text.ptr[--text.len] != 'm')
        return false;
    if (str_ends(text, STR("c")) || str_ends(text, STR("m")) || str_ends(text, STR("k")))
        text.len--;
    bool per = str_ends(text, STR("/"));
    text = str_trim(text);
    return per || (text.len && ascii_is_digit(text.ptr[text.len - 1]));
}

/* ---- Adding it ---- */

static void add_small(struct walk *w, struct str figures, bool raised)
{
    for (size_t at = 0; at < figures.len;)
        builder_utf8(&w->text, unicode_script_form(utf8_next(figures, &at), raised));
}

/* "1<sup>1/2</sup>", "5<sub>10</sub>": small digits, and what follows them. @return whether there
 * are any */
static bool add_small_number(struct walk *w, html_node node, struct str text, bool raised)
{
    if (!digits_length(text) || !follows_digit(w))
        return false;
    text = walk_text_within(w, node);
    size_t digits = digits_length(text);
    add_small(w, str_part(text, 0, digits), raised);
    builder_add(&w->text, str_part(text, digits, text.len));
    return true;
}

/* 10<sup>9</sup> is ten to the ninth; behind a word it is the mark of a note. */
bool html_raise(struct walk *w, html_node node)
{
    bool whole;
    struct str text = walk_short_text(w, node, &whole);
    if (whole && is_power(text) && (follows_digit(w) || follows_metre(w)))
        add_small(w, text, true);
    else if (whole && is_note(text))
        walk_add_beside(w, node, AREA_NOTE, text);
    else
        return add_small_number(w, node, text, true);
    return true;
}

bool html_lower(struct walk *w, html_node node)
{
    bool whole;
    return add_small_number(w, node, walk_short_text(w, node, &whole), false);
}
