/*
 * AMA style after the AMA Manual of Style, 11th edition (2020), chapter 3, as its published
 * examples show it:
 *
 *     article   Authors. Title. Journal. Year;volume(issue):pages. doi:…
 *     book      Authors. Title. Vol n. nth ed. Publisher; year:pages. doi:…
 *     chapter   Authors. Title. In: Editors, eds. Book. Vol n. nth ed. Publisher; year:pages.
 *     web page  Authors. Title. Website. Published date. Accessed date. URL
 *     report    Authors. Title. Publisher; year. Number.
 *
 * Titles are printed as they are given.  Page ranges have a hyphen, as in the Manual's own lists
 * (and as its CSL style says); APA will want a dash.  Another style is another function beside
 * ama() that is built from the same parts.
 */
#include "compose/citation.h"

#include "compose/date.h"

/* What follows the sentence before it. */
static void begin(struct phrase *p)
{
    phrase_separate(p, STR(" "));
}

/* A text as a sentence of its own. */
static void sentence(struct phrase *p, struct str text, enum run_style style)
{
    text = tidy(p->arena, text);
    if (!text.len)
        return;
    begin(p);
    phrase_styled(p, text, style);
    phrase_stop(p);
}

/* ---- Names ---- */

/* Letters that are initials already: "MH", as PubMed writes them. */
static bool is_initials(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] < 'A' || word.ptr[i] > 'Z')
            return false;
    return word.len <= 3;
}

static void add_initial(struct builder *b, struct str word)
{
    size_t at = 0;
    if (is_initials(word)) {
        builder_add(b, word);
        return;
    }
    uint32_t c = utf8_next(word, &at);
    builder_utf8(b, c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

/* "Jean-Pierre M." gives JPM. */
static struct str initials(struct arena *arena, struct str given)
{
    struct builder b = {.arena = arena};
    for (size_t from = 0, at = 0; at <= given.len; at++) {
        bool between = at == given.len || given.ptr[at] == ' ' || given.ptr[at] == '-' ||
                       given.ptr[at] == '.';
        if (!between)
            continue;
        if (at > from)
            add_initial(&b, str_part(given, from, at - from));
        from = at + 1;
    }
    return builder_str(&b);
}

static struct str without_periods(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '.')
            builder_char(&b, text.ptr[i]);
    return builder_str(&b);
}

/* With a space before it, but not in "d’Alembert". */
static void add_word(struct builder *b, struct str word)
{
    struct str before = builder_str(b);
    bool joined = str_ends(before, STR("’")) || str_ends(before, STR("'"));
    if (before.len && word.len && !joined)
        builder_char(b, ' ');
    builder_add(b, word);
}

/* "van Gogh V", "Adkinson NF Jr", or an organisation as it is. */
static struct str name_text(struct arena *arena, const struct name *name)
{
    struct builder b = {.arena = arena};
    add_word(&b, tidy(arena, name->literal));
    add_word(&b, tidy(arena, name->particle));
    add_word(&b, tidy(arena, name->family));
    add_word(&b, initials(arena, name->given));
    add_word(&b, without_periods(arena, tidy(arena, name->suffix)));
    return builder_str(&b);
}

/* Up to six names; of more, three and "et al". */
static struct str ama_names(struct arena *arena, struct names names)
{
    struct builder b = {.arena = arena};
    size_t shown = names.count > 6 ? 3 : names.count;
    for (size_t i = 0; i < shown; i++) {
        builder_add(&b, i ? STR(", ") : STR(""));
        builder_add(&b, name_text(arena, &names.at[i]));
    }
    builder_add(&b, shown < names.count ? STR(", et al") : STR(""));
    return builder_str(&b);
}

/* "Etzel RA, Balk SJ, eds" */
static struct str ama_editors(struct arena *arena, struct names names)
{
    struct builder b = {.arena = arena};
    if (names.count) {
        builder_add(&b, ama_names(arena, names));
        builder_add(&b, names.count > 1 ? STR(", eds") : STR(", ed"));
    }
    return builder_str(&b);
}

/* ---- Parts ---- */

/* With one kind of dash, whichever was typed. */
static struct str page_range(struct arena *arena, struct str page, struct str dash)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < page.len; i++) {
        struct str rest = str_part(page, i, page.len);
        bool en_dash = str_starts(rest, STR("–"));
        if (en_dash || rest.ptr[0] == '-')
            builder_add(&b, dash);
        else
            builder_char(&b, rest.ptr[0]);
        i += en_dash ? STR("–").len - 1 : 0;
    }
    return builder_str(&b);
}

/* Puts a text between two others; nothing without it. */
static void wrapped(struct builder *b, struct str before, struct str text, struct str after)
{
    if (!text.len)
        return;
    builder_add(b, before);
    builder_add(b, text);
    builder_add(b, after);
}

/* American dates: the style is an American one, whatever the handout's language. */
static struct str date(struct arena *arena, struct date day)
{
    return date_american(arena, day);
}

static struct str year(struct arena *arena, struct date day)
{
    return date(arena, (struct date){.year = day.year});
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

/* "8th ed" of "8", "8th", "8th ed."; a first edition is not mentioned. */
static struct str edition_text(struct arena *arena, struct str edition)
{
    struct builder b = {.arena = arena};
    edition = without_periods(arena, tidy(arena, edition));
    if (!edition.len || str_equal(edition, STR("1")) || str_equal(edition, STR("1st")))
        return (struct str){0};
    builder_add(&b, edition);
    if (all_digits(edition))
        builder_add(&b, ordinal_ending(edition));
    if (!str_ends(edition, STR(" ed")))
        builder_add(&b, STR(" ed"));
    return builder_str(&b);
}

/* ---- Where it is to be found ---- */

/* A DOI may hold what a URI may not, as in 10.1002/(SICI)…<693::AID-ASI4>3.0.CO;2-O. */
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

/* The DOI, else the address with the day it was read; no full stop after either. */
static void ama_location(struct phrase *p, const struct reference *r)
{
    struct str doi = tidy(p->arena, r->doi), url = tidy(p->arena, r->url);
    struct builder text = {.arena = p->arena};
    if (doi.len) {
        wrapped(&text, STR("doi:"), doi, STR(""));
        begin(p);
        phrase_linked(p, builder_str(&text), doi_uri(p->arena, doi));
    } else if (url.len) {
        wrapped(&text, STR("Accessed "), date(p->arena, r->accessed), STR("."));
        sentence(p, builder_str(&text), RUN_REGULAR);
        begin(p);
        phrase_url(p, url);
    }
}

/* ---- AMA, by kind ---- */

static struct str ama_pages(struct arena *arena, const struct reference *r)
{
    return page_range(arena, tidy(arena, r->page), STR("-"));
}

/*
 * "2017;18(5):1051".  What has no volume and no issue is told by its day, as a newspaper is, or,
 * where it has no page either, was published online ahead of print.
 */
static struct str ama_issue(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool numbered = r->volume.len || r->issue.len;
    if (!numbered && !r->page.len && r->issued.day)
        builder_add(&b, STR("Published online "));
    builder_add(&b, numbered ? year(arena, r->issued) : date(arena, r->issued));
    if (b.len && numbered)
        builder_char(&b, ';');
    builder_add(&b, tidy(arena, r->volume));
    wrapped(&b, STR("("), tidy(arena, r->issue), STR(")"));
    wrapped(&b, b.len ? STR(":") : STR(""), ama_pages(arena, r), STR(""));
    return builder_str(&b);
}

static void ama_article(struct phrase *p, const struct reference *r)
{
    struct str journal = tidy(p->arena, r->container);
    if (r->container_short.len)
        journal = without_periods(p->arena, tidy(p->arena, r->container_short));
    sentence(p, ama_names(p->arena, r->authors), RUN_REGULAR);
    sentence(p, r->title, RUN_REGULAR);
    sentence(p, journal, RUN_ITALIC);
    sentence(p, ama_issue(p->arena, r), RUN_REGULAR);
}

/* "Vol 2. 8th ed. Saunders; 2014:1-10." */
static void ama_imprint(struct phrase *p, const struct reference *r, struct str published)
{
    struct builder volume = {.arena = p->arena}, imprint = {.arena = p->arena};
    wrapped(&volume, STR("Vol "), tidy(p->arena, r->volume), STR(""));
    sentence(p, builder_str(&volume), RUN_REGULAR);
    sentence(p, edition_text(p->arena, r->edition), RUN_REGULAR);
    builder_add(&imprint, tidy(p->arena, r->publisher));
    wrapped(&imprint, imprint.len ? STR("; ") : STR(""), published, STR(""));
    wrapped(&imprint, imprint.len ? STR(":") : STR(""), ama_pages(p->arena, r), STR(""));
    sentence(p, builder_str(&imprint), RUN_REGULAR);
}

/* Authors and title; a work without authors is listed under its editors. */
static void ama_book_title(struct phrase *p, const struct reference *r, enum run_style style)
{
    struct str editors = ama_editors(p->arena, r->editors);
    if (r->authors.count) {
        sentence(p, ama_names(p->arena, r->authors), RUN_REGULAR);
        sentence(p, r->title, style);
        sentence(p, editors, RUN_REGULAR);
    } else {
        sentence(p, editors, RUN_REGULAR);
        sentence(p, r->title, style);
    }
}

static void ama_book(struct phrase *p, const struct reference *r)
{
    ama_book_title(p, r, RUN_ITALIC);
    ama_imprint(p, r, year(p->arena, r->issued));
}

static void ama_chapter(struct phrase *p, const struct reference *r)
{
    sentence(p, ama_names(p->arena, r->authors), RUN_REGULAR);
    sentence(p, r->title, RUN_REGULAR);
    sentence(p, STR("In:"), RUN_REGULAR);
    sentence(p, ama_editors(p->arena, r->editors), RUN_REGULAR);
    sentence(p, r->container, RUN_ITALIC);
    ama_imprint(p, r, year(p->arena, r->issued));
}

static void ama_webpage(struct phrase *p, const struct reference *r)
{
    struct builder published = {.arena = p->arena};
    sentence(p, ama_names(p->arena, r->authors), RUN_REGULAR);
    sentence(p, r->title, RUN_REGULAR);
    sentence(p, r->container.len ? r->container : r->publisher, RUN_REGULAR);
    wrapped(&published, STR("Published "), date(p->arena, r->issued), STR(""));
    sentence(p, builder_str(&published), RUN_REGULAR);
}

/* Reports, and what has no pattern: everything that is given, in the usual order. */
static void ama_other(struct phrase *p, const struct reference *r)
{
    ama_book_title(p, r, r->container.len ? RUN_REGULAR : RUN_ITALIC);
    sentence(p, r->container, RUN_ITALIC);
    ama_imprint(p, r, date(p->arena, r->issued));
    sentence(p, r->number, RUN_REGULAR);
}

static void ama(struct phrase *p, const struct reference *r)
{
    static void (*const by_kind[])(struct phrase *, const struct reference *) = {
        [REFERENCE_ARTICLE] = ama_article, [REFERENCE_BOOK] = ama_book,
        [REFERENCE_CHAPTER] = ama_chapter, [REFERENCE_WEBPAGE] = ama_webpage,
        [REFERENCE_REPORT] = ama_other,    [REFERENCE_OTHER] = ama_other,
    };
    by_kind[r->kind](p, r);
    ama_location(p, r);
}

void citation_add(struct phrase *phrase, const struct reference *reference,
                  enum citation_choice style)
{
    (void)style; /* the seam for APA */
    if (reference->kind == REFERENCE_TEXT)
        phrase_add(phrase, tidy(phrase->arena, reference->text.str));
    else
        ama(phrase, reference);
}
