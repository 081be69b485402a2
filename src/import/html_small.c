/*
 * See html_small.h.
 */
#include "import/html_small.h"

#include "base/ascii.h"
#include "base/unicode.h"
#include "import/tidy.h"

#include <string.h>

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
    for (size_t at = 0; at < text.len;) {
        struct str rest = str_part(text, at, text.len);
        uint32_t c = utf8_next(text, &at);
        bool number = c >= '0' && c <= '9';
        digit = digit || number;
        if (!number && !minus_length(rest) && !(c < 0x80 && strchr(" ,;[]", (int)c)))
            return false;
    }
    return digit;
}

/* "1-3", "1–3" */
static bool has_dash(struct str text)
{
    for (size_t at = 0; at < text.len; utf8_next(text, &at))
        if (minus_length(str_part(text, at, text.len)))
            return true;
    return false;
}

/* ---- Where it stands ---- */

/* What was read so far; a space before what is raised changes nothing. */
static struct str text_before(const struct walk *w)
{
    return str_trim((struct str){w->text.ptr, w->text.len});
}

static bool follows_digit(const struct walk *w)
{
    struct str text = text_before(w);
    return text.len && ascii_is_digit(text.ptr[text.len - 1]);
}

/* "mg/m", "1.7 m", "per cm": a unit that may be squared, as a word of its own. */
static bool follows_metre(const struct walk *w)
{
    struct str text = text_before(w);
    if (!str_ends(text, STR("m")))
        return false;
    text.len--;
    if (text.len && str_contains(STR("cdkm"), str_part(text, text.len - 1, 1)))
        text.len--;
    char last = text.len ? text.ptr[text.len - 1] : ' ';
    return last == ' ' || last == '/' || ascii_is_digit(last) || str_ends(text, STR("\xC2\xB7"));
}

static bool is_slash(struct str text)
{
    return str_starts(text, STR("/")) || str_starts(text, STR("\xE2\x81\x84"));
}

/* The first figure of a fraction: the text behind the element goes on with its stroke. */
static bool goes_on_with_slash(html_node node)
{
    html_node next = html_next(node);
    return next && is_slash(str_trim(html_text(next)));
}

static bool follows_slash(const struct walk *w)
{
    struct str text = text_before(w);
    return str_ends(text, STR("/")) || str_ends(text, STR("\xE2\x81\x84"));
}

/* ---- Adding it ---- */

static void add_small(struct walk *w, struct str figures, bool raised)
{
    for (size_t at = 0; at < figures.len;)
        builder_utf8(&w->text, unicode_script_form(utf8_next(figures, &at), raised));
}

/* Of "1/2" the figures before the stroke, of "1.5" all. */
static size_t small_length(struct str text)
{
    size_t digits = digits_length(text);
    size_t more = digits_length(str_part(text, digits + 1, text.len));
    return digits && more && char_at(text, digits) == '.' ? digits + 1 + more : digits;
}

static void add_small_figures(struct walk *w, struct str figures, bool raised)
{
    struct str whole = str_before(figures, '.');
    add_small(w, whole, raised);
    builder_add(&w->text, str_part(figures, whole.len, 1));
    add_small(w, str_part(figures, whole.len + 1, figures.len), raised);
}

/* What has no raised form, a comma or a space, stays as it is. */
static void add_raised_range(struct walk *w, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at), small = unicode_script_form(c, true);
        builder_utf8(&w->text, small ? small : c);
    }
}

static struct str text_within(const struct walk *w, html_node node)
{
    return tidy_line(w->post->arena, walk_text_within(w, node));
}

static struct str short_text_within(const struct walk *w, html_node node, bool *whole)
{
    return tidy_line(w->post->arena, walk_short_text(w, node, whole));
}

/* "1<sup>1/2</sup>", "5<sub>10</sub>": small digits, and what follows them. @return whether there
 * are any */
static bool add_small_number(struct walk *w, html_node node, struct str text, bool raised)
{
    struct str all = small_length(text) && (follows_digit(w) || (!raised && follows_slash(w)))
                         ? text_within(w, node) : STR("");
    size_t small = small_length(all);
    if (!small)
        return false;
    add_small_figures(w, str_part(all, 0, small), raised);
    builder_add(&w->text, str_part(all, small, all.len));
    return true;
}

/* "10<sup>9</sup>", "kg<sup>-1</sup>", "<sup>1</sup>⁄<sub>2</sub>" */
static bool is_part_of_number(const struct walk *w, html_node node, struct str text)
{
    return is_power(text) && (minus_length(text) || follows_digit(w) || follows_metre(w)
                              || goes_on_with_slash(node));
}

/* Behind a word it is the mark of a note, behind a number "1,2" is one. */
bool html_raise(struct walk *w, html_node node)
{
    bool whole;
    struct str text = short_text_within(w, node, &whole);
    bool range = is_note(text) && follows_digit(w) && has_dash(text)
                 && !str_contains(text, STR("["));
    if (whole && is_part_of_number(w, node, text))
        add_small(w, text, true);
    else if (whole && range) /* of notes, or of powers: "10<sup>2-3</sup>" */
        add_raised_range(w, text);
    else if (whole && is_note(text))
        walk_add_beside(w, node, AREA_NOTE, text);
    else
        return add_small_number(w, node, text, true);
    return true;
}

bool html_lower(struct walk *w, html_node node)
{
    bool whole;
    return add_small_number(w, node, short_text_within(w, node, &whole), false);
}
