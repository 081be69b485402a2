/*
 * APA style after the Publication Manual, 7th edition (2020), chapters 9 and 10, as its published
 * examples show it:
 *
 *     article   Authors. (Year). Title. Journal, volume(issue), pages. https://doi.org/…
 *     preprint  Authors. (Year). Title [Preprint]. Server. https://doi.org/…
 *     book      Authors. (Year). Title (nth ed., Vol. n). Publisher. https://doi.org/…
 *     chapter   Authors. (Year). Title. In Editors (Eds.), Book (nth ed., pp. n–n). Publisher.
 *     web page  Authors. (Year, Month day). Title. Website. URL
 *     report    Authors. (Year). Title (Report No. n). Publisher. URL
 *     thesis    Author. (Year). Title [Kind of thesis, University]. URL
 *
 * Titles are printed as they are given, but for the capitals of a journal's; what is in italics in
 * a title that is so too is upright (blog.apastyle.org, March 2017); addresses in full.  A number
 * stands behind what it is the number of, as in "NIH Publication No. 18-2424" (example 50).
 * Without an author the title comes first, and the kind in brackets behind the date, as the
 * manual's CSL style has it.  A website or a publisher that is the author too is not
 * told twice.  The day on which a page was read is told only where the page has no date of its own,
 * as it may change then.
 * What stands behind a title is in citation_apa_title.c.
 */
#include "compose/citation_apa.h"
#include "compose/quotes.h"
#include "compose/title_case.h"

/* ---- Who ---- */

/* A site, a program or a dictionary without authors is its publisher's. */
static bool is_publishers(const struct reference *r)
{
    bool kind = r->kind == REFERENCE_WEBPAGE || r->kind == REFERENCE_SOFTWARE
             || r->kind == REFERENCE_ENTRY;
    return kind && !r->authors.count && !r->directors.count && !r->editors.count;
}

static struct str author_text(struct arena *arena, const struct reference *r)
{
    struct str makers = apa_author(arena, r);
    if (makers.len)
        return makers;
    if (r->kind == REFERENCE_REPORT && r->authority.len)
        return r->authority; /* of a standard */
    return is_publishers(r) ? curled(arena, r->publisher) : (struct str){0};
}

/* ---- Kinds ---- */

/* Of a meeting rather than of its proceedings. */
static bool is_talk(const struct reference *r)
{
    bool printed = r->editors.count || r->issue.len || r->page.len || r->volume.len;
    return r->kind == REFERENCE_SPEECH || (r->kind == REFERENCE_PAPER && !printed);
}

/* What is told by its day, as another day has another one. */
static bool is_by_day(const struct reference *r)
{
    switch (r->kind) {
    case REFERENCE_MAGAZINE:
    case REFERENCE_NEWSPAPER:
    case REFERENCE_POST:
    case REFERENCE_WEBPAGE:
    case REFERENCE_VIDEO:
    case REFERENCE_BROADCAST:
    case REFERENCE_OTHER:
        return true;
    default:
        return is_talk(r);
    }
}

/* ---- Dates ---- */

/* "(2019, March 25)", "(ca. 1995)", "(in press)" */
static struct str issued(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    struct str year = cite_year(arena, &r->issued, STR("–"));
    if (!year.len)
        year = r->status.len ? r->status : STR("n.d.");
    builder_add(&b, r->issued.circa ? STR("(ca. ") : STR("("));
    builder_add(&b, year);
    bool years = r->issued.to.year && r->issued.to.year != r->issued.from.year;
    if (is_by_day(r) && r->issued.from.year && !years)
        cite_wrap(&b, STR(", "), cite_day(arena, &r->issued, STR("–")), STR(""));
    builder_char(&b, ')');
    return builder_str(&b);
}

/* ---- Sources ---- */

/* A publisher or a website, unless it is the author or was told. */
static void publisher(struct phrase *p, const struct reference *r, struct str text)
{
    for (size_t i = 0; i < r->authors.count; i++)
        if (str_equal(text, r->authors.at[i].literal) || str_equal(text, r->authors.at[i].family))
            return;
    cite_sentence(p, text, RUN_REGULAR);
}

/* "e0193972" is an article's number, "e12–e15" are pages. */
static bool is_article_number(struct str page)
{
    for (size_t i = 1; i < page.len; i++)
        if (page.ptr[i] < '0' || page.ptr[i] > '9')
            return false;
    return page.len > 1 && page.ptr[0] == 'e';
}

/* The number of an article, or its pages. */
static struct str locator(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    struct str pages = cite_pages(arena, r, STR("–"));
    struct str number = r->number.len ? r->number : pages;
    if (!r->number.len && !is_article_number(pages))
        return pages;
    cite_wrap(&b, str_starts(number, STR("Article ")) ? STR("") : STR("Article "), number, STR(""));
    return builder_str(&b);
}

/* "(5, Suppl. 1), 1051–1060", what stands upright behind the volume. */
static struct str behind_volume(struct arena *arena, const struct reference *r, bool first)
{
    struct builder b = {.arena = arena}, issue = b;
    bool apart = !first && !r->volume.len; /* without its volume the issue stands alone */
    builder_add(&issue, r->issue);
    cite_wrap(&issue, issue.len ? STR(", Suppl. ") : STR("Suppl. "), r->supplement, STR(""));
    cite_wrap(&b, apart ? STR(", (") : STR("("), builder_str(&issue), STR(")"));
    bool behind = !first || b.len || r->volume.len;
    cite_wrap(&b, behind ? STR(", ") : STR(""), locator(arena, r), STR(""));
    return builder_str(&b);
}

/* "Journal, 18(5), 1051–1060", journal and volume in italics. */
static void add_issue(struct phrase *p, const struct reference *r)
{
    struct str name = r->container.len ? r->container : r->container_short;
    struct str rest = behind_volume(p->arena, r, !name.len);
    struct builder italic = {.arena = p->arena};
    cite_wrap(&italic, name.len ? STR(", ") : STR(""), r->series, STR(""));
    cite_wrap(&italic, name.len || italic.len ? STR(", ") : STR(""), r->volume, STR(""));
    if (!name.len && !italic.len && !rest.len)
        return;
    cite_begin(p);
    cite_styled(p, title_cased(p->arena, name, r->language),
                r->container.len ? r->container_italics : (struct italics){0}, RUN_ITALIC);
    phrase_styled(p, builder_str(&italic), RUN_ITALIC);
    phrase_add(p, rest);
    cite_stop(p);
}

/* " A. Editor (Ed.)," */
static void add_role(struct builder *b, struct names names, struct str one, struct str several)
{
    cite_wrap(b, STR(" "), apa_names(b->arena, names), STR(" ("));
    cite_wrap(b, STR(""), apa_role(names, one, several), STR("),"));
}

/* Behind the part's title: "In A. Editor (Ed.), Book (2nd ed., pp. 3–9)." */
static void add_whole(struct phrase *p, const struct reference *r)
{
    struct builder b = {.arena = p->arena}, behind = b;
    builder_add(&b, STR("In"));
    if (r->container_authors.count)
        cite_wrap(&b, STR(" "), apa_names(p->arena, r->container_authors), STR(","));
    else if (r->executive_producers.count)
        add_role(&b, r->executive_producers, STR("Executive Producer"), STR("Executive Producers"));
    else if (r->editors.count)
        add_role(&b, r->editors, STR("Ed."), STR("Eds."));
    cite_wrap(&behind, STR("("), apa_identifier(p->arena, r), STR(")"));
    cite_begin(p);
    phrase_add(p, builder_str(&b));
    apa_title(p, r->container, r->container_italics, RUN_ITALIC, builder_str(&behind));
}

/* Articles, books, reports and what is on the web are to be had from more than one database. */
static bool is_widely_available(const struct reference *r)
{
    switch (r->kind) {
    case REFERENCE_BOOK:
    case REFERENCE_CHAPTER:
    case REFERENCE_ENTRY:
    case REFERENCE_PAPER:
    case REFERENCE_PREPRINT:
    case REFERENCE_REPORT:
    case REFERENCE_WEBPAGE:
        return true;
    default:
        return apa_is_serial(r);
    }
}

/*
 * "Papers (Box 3), Library, City" of what an archive keeps; and the database of a thesis.  What is
 * widely available is told without a database (Publication Manual, 9.30), unless a shelf is named.
 */
static void add_archive(struct phrase *p, const struct reference *r)
{
    struct builder b = {.arena = p->arena};
    bool shelved = r->archive.len && r->archive_location.len && !apa_is_serial(r);
    if (is_widely_available(r) && !shelved)
        return;
    builder_add(&b, r->archive_collection.len ? r->archive_collection : r->archive);
    cite_wrap(&b, b.len ? STR(" (") : STR("("), r->archive_location, STR(")"));
    cite_join(&b, STR(", "), r->archive_collection.len ? r->archive : (struct str){0});
    cite_join(&b, STR(", "), r->archive_place);
    cite_sentence(p, builder_str(&b), RUN_REGULAR);
}

/* "Annual Meeting, Chicago, IL, United States" */
static void add_meeting(struct phrase *p, const struct reference *r)
{
    struct builder b = {.arena = p->arena};
    builder_add(&b, r->event);
    cite_join(&b, STR(", "), r->event_place);
    cite_sentence(p, r->event.len ? builder_str(&b) : (struct str){0}, RUN_REGULAR);
}

static void apa_source(struct phrase *p, const struct reference *r)
{
    if (apa_is_serial(r))
        add_issue(p, r);
    else if (apa_is_within(r))
        add_whole(p, r);
    bool server = r->kind == REFERENCE_PREPRINT && r->container.len;
    bool told = is_publishers(r) || apa_is_serial(r) || r->kind == REFERENCE_THESIS || server;
    if (!told)
        publisher(p, r, r->publisher);
    add_archive(p, r);
    if (is_talk(r))
        add_meeting(p, r);
    bool site = r->kind == REFERENCE_WEBPAGE || r->kind == REFERENCE_PREPRINT;
    if (site && !str_equal(r->container, r->publisher))
        publisher(p, r, title_cased(p->arena, r->container, r->language));
}

static void add_location_apa(struct phrase *p, const struct reference *r)
{
    struct builder text = {.arena = p->arena};
    if (r->doi.len) {
        cite_doi(p, STR("https://doi.org/"), r->doi);
    } else if (r->url.len) {
        if (cited_date_is_absent(&r->issued) && !r->status.len)
            cite_wrap(&text, STR("Retrieved "), cite_date(p->arena, &r->accessed, STR("–")),
                      STR(", from "));
        cite_begin(p);
        phrase_add(p, builder_str(&text));
        phrase_address(p, (struct text){r->url, r->place});
    }
}

/* ---- The whole ---- */

/*
 * Title and what belongs to it; what tells a whole from others stands with the whole.  Where the
 * title stands first, in place of an author, what kind of work it is stands behind the date.
 */
static void add_title(struct phrase *p, const struct reference *r, struct str description)
{
    struct builder b = {.arena = p->arena};
    bool part = apa_is_within(r) || apa_is_serial(r);
    if (apa_is_review(r)) {
        apa_review(p, r);
        return;
    }
    bool upright = part && (r->container.len || r->kind != REFERENCE_PAPER);
    cite_wrap(&b, STR("("),
              part ? apa_part_identifier(p->arena, r) : apa_identifier(p->arena, r), STR(")"));
    cite_join(&b, STR(" "), description);
    apa_title(p, r->title, r->title_italics, upright ? RUN_REGULAR : RUN_ITALIC, builder_str(&b));
}

static void apa_other(struct phrase *p, const struct reference *r)
{
    struct str names = author_text(p->arena, r), description = apa_description(p->arena, r);
    cite_sentence(p, names, RUN_REGULAR);
    if (!names.len)
        add_title(p, r, (struct str){0});
    cite_sentence(p, issued(p->arena, r), RUN_REGULAR);
    if (names.len)
        add_title(p, r, description);
    else if (!apa_is_review(r))
        cite_sentence(p, description, RUN_REGULAR);
    apa_source(p, r);
}

/* "(Original work published 1923)", behind all the rest and without a stop. */
static void add_original(struct phrase *p, const struct reference *r)
{
    struct builder b = {.arena = p->arena};
    struct str year = cite_year(p->arena, &r->original, STR("–"));
    cite_wrap(&b, r->original.circa ? STR("(Original work published ca. ")
                                    : STR("(Original work published "), year, STR(")"));
    if (!b.len)
        return;
    cite_begin(p);
    phrase_add(p, builder_str(&b));
}

void citation_apa(struct phrase *p, const struct reference *r)
{
    if (cite_is_legal(r))
        cite_legal(p, r, false);
    else
        apa_other(p, r);
    add_location_apa(p, r);
    add_original(p, r);
}
