/*
 * See citation_parts.h.  Texts are built in the phrase's arena; a style adds them to the phrase
 * sentence by sentence, so that the full stop is set in one place, which sees what the sentence
 * ends with: "Does it work?" and "Knopf Inc." get none.
 */
#include "compose/citation_parts.h"

#include "base/ascii.h"
#include "base/unicode.h"
#include "compose/quotes.h"

#include <assert.h>

/* ---- Text ---- */

void cite_begin(struct phrase *p)
{
    phrase_separate(p, STR(" "));
}

/* The closing quotation mark that a text ends with; absent if it ends with none. */
static struct str closing_mark(struct str text)
{
    const struct str single = STR("’"), doubled = STR("”");
    if (str_ends(text, doubled))
        return doubled;
    return str_ends(text, single) && str_contains(text, STR("‘")) ? single : (struct str){0};
}

void cite_stop(struct phrase *p)
{
    struct run *last = p->count ? &p->at[p->count - 1] : NULL;
    struct str mark = last ? closing_mark(last->text) : (struct str){0};
    if (last && str_ends(last->text, STR("…"))) { /* what was left out is not the end */
        phrase_add(p, STR("."));
        return;
    }
    if (!mark.len || ends_in_punctuation(last->text)) {
        phrase_stop(p);
        return;
    }
    struct builder b = {.arena = p->arena};
    builder_add(&b, str_part(last->text, 0, last->text.len - mark.len));
    builder_char(&b, '.');
    builder_add(&b, mark);
    last->text = builder_str(&b);
}

/* The bytes of a text from one to another; what stands before them tells how their quotes curl. */
static void add_curled(struct phrase *p, struct str text, size_t from, size_t end,
                       enum run_style style)
{
    struct builder b = {.arena = p->arena};
    for (size_t at = from; at < end; at++) {
        struct str mark = curled_at(text, at);
        builder_add(&b, mark.len ? mark : str_part(text, at, 1));
    }
    phrase_styled(p, builder_str(&b), style);
}

void cite_styled(struct phrase *p, struct str text, struct italics italics, enum run_style style)
{
    size_t at = 0;
    for (size_t next = 0; at < text.len; next++) {
        bool any = next < italics.count;
        struct span span = any ? italics.at[next] : (struct span){(uint32_t)text.len, 0};
        add_curled(p, text, at, span.off, style);
        at = span.off + span.len;
        add_curled(p, text, span.off, at, style == RUN_ITALIC ? RUN_REGULAR : RUN_ITALIC);
    }
}

void cite_sentence(struct phrase *p, struct str text, enum run_style style)
{
    if (!text.len)
        return;
    cite_begin(p);
    cite_styled(p, text, (struct italics){0}, style);
    cite_stop(p);
}

void cite_wrap(struct builder *b, struct str before, struct str text, struct str after)
{
    if (!text.len)
        return;
    builder_add(b, before);
    builder_add(b, text);
    builder_add(b, after);
}

void cite_join(struct builder *b, struct str separator, struct str text)
{
    cite_wrap(b, b->len ? separator : STR(""), text, STR(""));
}

struct str cite_without_periods(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        bool behind_digit = i && ascii_is_digit(text.ptr[i - 1]);
        bool in_number = behind_digit && ascii_is_digit(char_at(text, i + 1));
        if (text.ptr[i] != '.' || in_number)
            builder_char(&b, text.ptr[i]);
    }
    return builder_str(&b);
}

struct str cite_capitalized(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    char first = char_at(text, 0);
    if (first < 'a' || first > 'z')
        return text;
    builder_char(&b, (char)(first - 'a' + 'A'));
    builder_add(&b, str_part(text, 1, text.len));
    return builder_str(&b);
}

/* ---- Names ---- */

bool cite_is_group(const struct name *name)
{
    return name->literal.len > 0;
}

/* "van Gogh", but "d’Alembert". */
static struct str with_particle(struct arena *arena, struct str particle, struct str family)
{
    struct builder b = {.arena = arena};
    builder_add(&b, curled(arena, particle));
    bool elided = str_ends(builder_str(&b), STR("’"));
    cite_join(&b, elided ? STR("") : STR(" "), family);
    return b.len ? builder_str(&b) : family;
}

/* A name in Chinese, Japanese or Korean letters, which has no initials and no order to change. */
static bool is_east_asian(const struct name *name)
{
    size_t at = 0;
    enum line_class class = name->given.len ? unicode_line_class(utf8_next(name->given, &at))
                                            : LINE_AL;
    return class == LINE_ID || class == LINE_H2 || class == LINE_H3 || class == LINE_NS;
}

struct str cite_family(struct arena *arena, const struct name *name)
{
    struct str family = cite_is_group(name) ? name->literal : name->family;
    struct builder whole = {.arena = arena};
    if (!is_east_asian(name))
        return with_particle(arena, name->particle, curled(arena, family));
    builder_add(&whole, family);
    builder_add(&whole, name->given);
    return builder_str(&whole);
}

struct str cite_whole_family(struct arena *arena, const struct name *name)
{
    return with_particle(arena, name->dropping, cite_family(arena, name));
}

struct str cite_whole_names(struct arena *arena, struct names names)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < names.count; i++) {
        struct builder one = {.arena = arena};
        builder_add(&one, names.at[i].given);
        cite_join(&one, STR(" "), cite_whole_family(arena, &names.at[i]));
        cite_join(&b, i + 1 == names.count ? STR(" & ") : STR(", "), builder_str(&one));
    }
    return builder_str(&b);
}

/* Whether there is no small letter in it. */
static bool is_in_capitals(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_lower(text.ptr[i]))
            return false;
    return true;
}

/*
 * Letters that are initials already: "MH", as PubMed writes them.  More than two are a name in
 * capitals, and so are two of a name that is all in capitals ("KIM MIN HO"), unless nobody could
 * say them.
 */
static bool is_initials_already(struct str word, bool shouted)
{
    bool vowel = false;
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] < 'A' || word.ptr[i] > 'Z')
            return false;
        vowel = vowel || str_find(STR("AEIOUY"), word.ptr[i]) < 6;
    }
    return vowel ? word.len == 1 || (word.len == 2 && !shouted) : word.len <= 4;
}

/* The capital of a letter that has one at one of the usual distances: Latin, Greek, Cyrillic. */
static uint32_t capital_of(uint32_t c)
{
    static const uint32_t distances[] = {0x20, 1, 0x50};
    for (size_t i = 0; i < sizeof distances / sizeof *distances; i++)
        if (c >= 'a' && unicode_lower(c - distances[i]) == c)
            return c - distances[i];
    return c;
}

/* The initials of one word of the name, the first of them behind a separator. */
static void add_initials(struct builder *b, struct str word, bool all, bool periods,
                         struct str separator)
{
    assert(word.len);
    size_t count = all ? word.len : 1;
    for (size_t i = 0, at = 0; i < count; i++) {
        uint32_t c = utf8_next(word, &at);
        if (periods && b->len)
            builder_add(b, i ? STR(" ") : separator);
        builder_utf8(b, capital_of(c));
        builder_add(b, periods ? STR(".") : STR(""));
    }
}

/* "Eduardo de Melo", "Hai jun": a small word behind one with a capital is no initial. */
static bool is_small_word(struct str word)
{
    return word.len > 1 && ascii_is_lower(word.ptr[0]);
}

/* "Ma." of María, "Yu." of Yuri: two letters that stand for one. */
static bool is_shortened(struct str word, char behind)
{
    return behind == '.' && word.len == 2 && ascii_is_upper(word.ptr[0])
        && ascii_is_lower(word.ptr[1]);
}

/* "Charles G. (Charles Green)" says the same twice. */
static struct str without_brackets(struct arena *arena, struct str given)
{
    struct builder b = {.arena = arena};
    size_t open = str_find(given, '('), close = str_find(given, ')');
    if (open == given.len || open == 0)
        return given;
    builder_add(&b, str_part(given, 0, open));
    if (close > open)
        builder_add(&b, str_part(given, close + 1, given.len));
    return builder_str(&b);
}

/* "E de la M", "E. de la M.": behind it, initials with periods bring a blank of their own. */
static void add_small_word(struct builder *b, struct str word, bool periods)
{
    if (!str_ends(builder_str(b), STR(" ")))
        builder_char(b, ' ');
    builder_add(b, word);
    builder_add(b, periods ? STR("") : STR(" "));
}

/* "Ma", "Ma." */
static void add_shortened(struct builder *b, struct str word, bool periods, struct str separator)
{
    builder_add(b, periods && b->len ? separator : STR(""));
    builder_add(b, word);
    builder_add(b, periods ? STR(".") : STR(""));
}

struct str cite_initials(struct arena *arena, const struct name *name, bool periods)
{
    struct builder b = {.arena = arena};
    struct str separator = STR(" "), given = without_brackets(arena, name->given);
    if (is_east_asian(name))
        return (struct str){0};
    bool shouted = is_in_capitals(name->given) && is_in_capitals(name->family);
    for (size_t from = 0, at = 0; at <= given.len; at++) {
        bool hyphen = str_starts(str_part(given, at, 3), STR("‐"));
        char c = at < given.len ? hyphen ? '-' : given.ptr[at] : ' ';
        if (c != ' ' && c != '-' && c != '.')
            continue;
        struct str word = str_part(given, from, at - from);
        if (b.len && is_small_word(word) && separator.ptr[0] == ' ' && !is_small_word(given))
            add_small_word(&b, word, periods);
        else if (is_shortened(word, c))
            add_shortened(&b, word, periods, separator);
        else if (ascii_is_alnum(char_at(word, 0)) || (unsigned char)char_at(word, 0) >= 0x80)
            add_initials(&b, word, is_initials_already(word, shouted), periods, separator);
        /* "M.-H.": the hyphen counts, whatever stands around it. */
        separator = c == '-' ? STR("-") : at > from ? STR(" ") : separator;
        at += hyphen ? 2 : 0;
        from = at + 1;
    }
    return str_trim(builder_str(&b));
}

struct str cite_given(struct arena *arena, const struct name *name, bool periods)
{
    struct builder b = {.arena = arena};
    builder_add(&b, cite_initials(arena, name, periods));
    cite_join(&b, STR(" "), curled(arena, name->dropping));
    return builder_str(&b);
}

/* ---- Where it is to be found ---- */

/* A DOI may hold what a URI may not: 10.1002/(SICI)…<693::AID-ASI4>3.0. */
struct str cite_doi_uri(struct arena *arena, struct str doi)
{
    const struct str escaped = STR("\"#%<>?[\\]^`{|}");
    struct builder b = {.arena = arena};
    builder_add(&b, STR("https://doi.org/"));
    for (size_t i = 0; i < doi.len; i++) {
        unsigned char c = (unsigned char)doi.ptr[i];
        if (c > ' ' && c < 0x7F && str_find(escaped, doi.ptr[i]) == escaped.len)
            builder_char(&b, doi.ptr[i]);
        else
            builder_printf(&b, "%%%02X", c);
    }
    return builder_str(&b);
}

void cite_doi(struct phrase *p, struct str prefix, struct str doi)
{
    struct builder text = {.arena = p->arena};
    cite_wrap(&text, prefix, doi, STR(""));
    cite_begin(p);
    phrase_linked(p, builder_str(&text), cite_doi_uri(p->arena, doi));
}
