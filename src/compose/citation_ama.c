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
 * (and as its CSL style says).
 */
#include "compose/citation_parts.h"

/* ---- Names ---- */

/* "van Gogh V", "Adkinson NF Jr", or an organisation as it is. */
static struct str name_text(struct arena *arena, const struct name *name)
{
    struct builder b = {.arena = arena};
    builder_add(&b, cite_family(arena, name));
    cite_join(&b, STR(" "), cite_initials(arena, name->given, false));
    cite_join(&b, STR(" "), cite_without_periods(arena, tidy(arena, name->suffix)));
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

/* "8th ed" */
static struct str ama_edition(struct arena *arena, struct str edition)
{
    struct builder b = {.arena = arena};
    cite_wrap(&b, STR(""), cite_without_periods(arena, cite_edition(arena, edition)), STR(" ed"));
    return builder_str(&b);
}

static struct str ama_pages(struct arena *arena, const struct reference *r)
{
    return cite_pages(arena, r, STR("-"));
}

/* ---- Where it is to be found ---- */

/* The DOI, else the address with the day it was read; no full stop after either. */
static void ama_location(struct phrase *p, const struct reference *r)
{
    struct str doi = tidy(p->arena, r->doi), url = tidy(p->arena, r->url);
    struct builder text = {.arena = p->arena};
    if (doi.len) {
        cite_doi(p, STR("doi:"), doi);
    } else if (url.len) {
        cite_wrap(&text, STR("Accessed "), cite_date(p->arena, r->accessed), STR("."));
        cite_sentence(p, builder_str(&text), RUN_REGULAR);
        cite_begin(p);
        phrase_url(p, (struct text){url, r->place});
    }
}

/* ---- AMA, by kind ---- */

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
    builder_add(&b, numbered ? cite_year(arena, r->issued) : cite_date(arena, r->issued));
    if (b.len && numbered)
        builder_char(&b, ';');
    builder_add(&b, tidy(arena, r->volume));
    cite_wrap(&b, STR("("), tidy(arena, r->issue), STR(")"));
    cite_join(&b, STR(":"), ama_pages(arena, r));
    return builder_str(&b);
}

static void ama_article(struct phrase *p, const struct reference *r)
{
    struct str journal = tidy(p->arena, r->container);
    if (r->container_short.len)
        journal = cite_without_periods(p->arena, tidy(p->arena, r->container_short));
    cite_sentence(p, ama_names(p->arena, r->authors), RUN_REGULAR);
    cite_sentence(p, r->title, RUN_REGULAR);
    cite_sentence(p, journal, RUN_ITALIC);
    cite_sentence(p, ama_issue(p->arena, r), RUN_REGULAR);
}

/* "Vol 2. 8th ed. Saunders; 2014:1-10." */
static void ama_imprint(struct phrase *p, const struct reference *r, struct str published)
{
    struct builder volume = {.arena = p->arena}, imprint = {.arena = p->arena};
    cite_wrap(&volume, STR("Vol "), tidy(p->arena, r->volume), STR(""));
    cite_sentence(p, builder_str(&volume), RUN_REGULAR);
    cite_sentence(p, ama_edition(p->arena, r->edition), RUN_REGULAR);
    builder_add(&imprint, tidy(p->arena, r->publisher));
    cite_join(&imprint, STR("; "), published);
    cite_join(&imprint, STR(":"), ama_pages(p->arena, r));
    cite_sentence(p, builder_str(&imprint), RUN_REGULAR);
}

/* Authors and title; a work without authors is listed under its editors. */
static void ama_book_title(struct phrase *p, const struct reference *r, enum run_style style)
{
    struct str editors = ama_editors(p->arena, r->editors);
    if (r->authors.count) {
        cite_sentence(p, ama_names(p->arena, r->authors), RUN_REGULAR);
        cite_sentence(p, r->title, style);
        cite_sentence(p, editors, RUN_REGULAR);
    } else {
        cite_sentence(p, editors, RUN_REGULAR);
        cite_sentence(p, r->title, style);
    }
}

static void ama_book(struct phrase *p, const struct reference *r)
{
    ama_book_title(p, r, RUN_ITALIC);
    ama_imprint(p, r, cite_year(p->arena, r->issued));
}

static void ama_chapter(struct phrase *p, const struct reference *r)
{
    cite_sentence(p, ama_names(p->arena, r->authors), RUN_REGULAR);
    cite_sentence(p, r->title, RUN_REGULAR);
    if (r->editors.count || r->container.len)
        cite_sentence(p, STR("In:"), RUN_REGULAR);
    cite_sentence(p, ama_editors(p->arena, r->editors), RUN_REGULAR);
    cite_sentence(p, r->container, RUN_ITALIC);
    ama_imprint(p, r, cite_year(p->arena, r->issued));
}

static void ama_webpage(struct phrase *p, const struct reference *r)
{
    struct builder published = {.arena = p->arena};
    cite_sentence(p, ama_names(p->arena, r->authors), RUN_REGULAR);
    cite_sentence(p, r->title, RUN_REGULAR);
    cite_sentence(p, r->container.len ? r->container : r->publisher, RUN_REGULAR);
    cite_wrap(&published, STR("Published "), cite_date(p->arena, r->issued), STR(""));
    cite_sentence(p, builder_str(&published), RUN_REGULAR);
}

/* Reports, and what has no pattern: everything that is given, in the usual order. */
static void ama_other(struct phrase *p, const struct reference *r)
{
    ama_book_title(p, r, r->container.len ? RUN_REGULAR : RUN_ITALIC);
    cite_sentence(p, r->container, RUN_ITALIC);
    ama_imprint(p, r, cite_date(p->arena, r->issued));
    cite_sentence(p, r->number, RUN_REGULAR);
}

void citation_ama(struct phrase *p, const struct reference *r)
{
    static void (*const by_kind[])(struct phrase *, const struct reference *) = {
        [REFERENCE_ARTICLE] = ama_article, [REFERENCE_BOOK] = ama_book,
        [REFERENCE_CHAPTER] = ama_chapter, [REFERENCE_WEBPAGE] = ama_webpage,
        [REFERENCE_REPORT] = ama_other,    [REFERENCE_OTHER] = ama_other,
    };
    by_kind[r->kind](p, r);
    ama_location(p, r);
}
