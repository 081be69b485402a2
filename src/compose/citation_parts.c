/*
 * See citation_parts.h.  Texts are built in the phrase's arena; a style adds them to the phrase
 * sentence by sentence, so that the full stop is set in one place, which sees what the sentence
 * ends with: "Does it work?" and "Knopf Inc." get none.
 */
#include "compose/citation_parts.h"

#include "compose/date.h"

#include <assert.h>

/* ---- Text ---- */

void cite_begin(struct phrase *p)
{
    phrase_separate(p, STR(" "));
}

void cite_stop(struct phrase *p)
{
    const struct str quote = STR("”");
    struct run *last = p->count ? &p->at[p->count - 1] : NULL;
    if (!last || !str_ends(last->text, quote) || ends_in_punctuation(last->text)) {
        phrase_stop(p);
        return;
    }
    struct builder b = {.arena = p->arena};
    builder_add(&b, str_part(last->text, 0, last->text.len - quote.len));
    builder_char(&b, '.');
    builder_add(&b, quote);
    last->text = builder_str(&b);
}

void cite_sentence(struct phrase *p, struct str text, enum run_style style)
{
    text = tidy(p->arena, text);
    if (!text.len)
        return;
    cite_begin(p);
    phrase_styled(p, text, style);
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
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '.')
            builder_char(&b, text.ptr[i]);
    return builder_str(&b);
}

/* ---- Names ---- */

struct str cite_family(struct arena *arena, const struct name *name)
{
    struct builder b = {.arena = arena};
    struct str family = tidy(arena, name->family);
    builder_add(&b, tidy(arena, name->literal));
    cite_join(&b, STR(" "), tidy(arena, name->particle));
    struct str before = builder_str(&b);
    bool elided = str_ends(before, STR("’")) || str_ends(before, STR("'")); /* "d’Alembert" */
    cite_join(&b, elided ? STR("") : STR(" "), family);
    return builder_str(&b);
}

/* Letters that are initials already: "MH", as PubMed writes them. */
static bool is_initials(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] < 'A' || word.ptr[i] > 'Z')
            return false;
    return word.len <= 3;
}

/* The initials of one word of the name, the first of them behind a separator. */
static void add_initials(struct builder *b, struct str word, bool periods, struct str separator)
{
    assert(word.len);
    size_t count = is_initials(word) ? word.len : 1;
    for (size_t i = 0, at = 0; i < count; i++) {
        uint32_t c = utf8_next(word, &at);
        if (periods && b->len)
            builder_add(b, i ? STR(" ") : separator);
        builder_utf8(b, c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        builder_add(b, periods ? STR(".") : STR(""));
    }
}

struct str cite_initials(struct arena *arena, struct str given, bool periods)
{
    struct builder b = {.arena = arena};
    struct str separator = STR(" ");
    for (size_t from = 0, at = 0; at <= given.len; at++) {
        char c = at < given.len ? given.ptr[at] : ' ';
        if (c != ' ' && c != '-' && c != '.')
            continue;
        if (at > from)
            add_initials(&b, str_part(given, from, at - from), periods, separator);
        /* "M.-H.": the hyphen counts, whatever stands around it. */
        separator = c == '-' ? STR("-") : at > from ? STR(" ") : separator;
        from = at + 1;
    }
    return builder_str(&b);
}

/* ---- Numbers and dates ---- */

struct str cite_pages(struct arena *arena, const struct reference *r, struct str dash)
{
    const struct str en_dash = STR("–");
    struct builder b = {.arena = arena};
    struct str page = tidy(arena, r->page);
    for (size_t i = 0; i < page.len; i++) {
        bool is_dash = str_starts(str_part(page, i, page.len), en_dash);
        if (is_dash || page.ptr[i] == '-')
            builder_add(&b, dash);
        else
            builder_char(&b, page.ptr[i]);
        i += is_dash ? en_dash.len - 1 : 0;
    }
    return builder_str(&b);
}

static struct str without_end(struct str text, struct str end)
{
    text.len -= str_ends(text, end) ? end.len : 0;
    return text;
}

static bool all_digits(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    return text.len > 0;
}

static struct str ordinal_ending(struct str digits)
{
    char last = digits.ptr[digits.len - 1];
    bool teen = digits.len > 1 && digits.ptr[digits.len - 2] == '1';
    if (teen || last < '1' || last > '3')
        return STR("th");
    return last == '1' ? STR("st") : last == '2' ? STR("nd") : STR("rd");
}

struct str cite_edition(struct arena *arena, struct str edition)
{
    struct builder b = {.arena = arena};
    edition = without_end(without_end(tidy(arena, edition), STR(" ed.")), STR(" ed"));
    struct str number = without_end(edition, STR("."));
    if (str_equal(number, STR("1")) || str_equal(number, STR("1st")))
        return (struct str){0};
    if (!all_digits(number))
        return edition;
    builder_add(&b, number);
    builder_add(&b, ordinal_ending(number));
    return builder_str(&b);
}

struct str cite_date(struct arena *arena, struct date day)
{
    return date_american(arena, day);
}

struct str cite_year(struct arena *arena, struct date day)
{
    return cite_date(arena, (struct date){.year = day.year});
}

/* ---- Where it is to be found ---- */

/* A DOI may hold what a URI may not, as in 10.1002/(SICI)…<693::AID-ASI4>3.0.CO;2-O. */
/* What to open for a DOI. */
static struct str doi_uri(struct arena *arena, struct str doi)
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
    phrase_linked(p, builder_str(&text), doi_uri(p->arena, doi));
}
