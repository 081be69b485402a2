/*
 * AMA style after the AMA Manual of Style, 11th edition (2020), chapter 3, as its published
 * examples show it:
 *
 *     article   Authors. Title. Journal. Year;volume(issue):pages. doi:…
 *     preprint  Authors. Title. Server. Preprint posted online date. doi:…
 *     book      Authors. Title. Vol n. nth ed. Publisher; year:pages. doi:…
 *     chapter   Authors. Title. In: Editors, eds. Book. Vol n. nth ed. Publisher; year:pages.
 *     web page  Authors. Title. Website. Date. Accessed date. URL
 *     report    Authors. Title. Publisher; year. Report No. n.
 *     thesis    Author. Title. Kind of thesis. University; year.
 *     talk      Author. Title. Presented at: meeting; date; place.
 *     patent    Inventors. Title. Office patent number. Date.
 *
 * Between persons and a group stands a semicolon, also behind "et al" (3.7).  Titles of articles
 * are printed as they are given, with the italics of species (3.9.3); those of books in English get
 * capitals, where the Manual's CSL style has them (3.9.1), others keep theirs (3.9.2).  Articles
 * have no editors (3.11), editors of a book stand behind its title, a first edition is not told
 * (3.12.1), and a bulletin's number comes last (3.13.2).  Page ranges have a hyphen, as in the
 * Manual's own lists.
 */
#include "base/ascii.h"
#include "compose/citation_parts.h"
#include "compose/quotes.h"
#include "compose/title_case.h"

#define HYPHEN STR("-")

/* ---- Names ---- */

/* "van Gogh V", "Adkinson NF Jr", or an organisation as it is. */
static struct str name_text(struct arena *arena, const struct name *name)
{
    struct builder b = {.arena = arena};
    builder_add(&b, cite_family(arena, name));
    cite_join(&b, STR(" "), cite_given(arena, name, false));
    cite_join(&b, STR(" "), cite_without_periods(arena, name->suffix));
    return builder_str(&b);
}

/* Those before the groups that stand behind persons: "Doe AB, Roe C; Example Trial Group". */
static size_t count_before_groups(struct names names)
{
    size_t count = names.count;
    while (count && names.at[count - 1].group)
        count--;
    return count ? count : names.count;
}

/* Before that name: a semicolon between a person and a group (3.7). */
static struct str name_separator(struct names names, size_t i)
{
    bool differ = i && names.at[i - 1].group != names.at[i].group;
    return !i ? STR("") : differ ? STR("; ") : STR(", ");
}

/* Up to six names; of more, three and "et al"; groups behind them are always named. */
static struct str name_list(struct arena *arena, struct names names)
{
    struct builder b = {.arena = arena};
    size_t first = count_before_groups(names), shown = first > 6 ? 3 : first;
    for (size_t i = 0; i < shown; i++) {
        builder_add(&b, name_separator(names, i));
        builder_add(&b, name_text(arena, &names.at[i]));
    }
    builder_add(&b, shown < first || names.others ? STR(", et al") : STR(""));
    for (size_t i = first; i < names.count; i++)
        cite_join(&b, STR("; "), name_text(arena, &names.at[i]));
    return builder_str(&b);
}

/* "Etzel RA, Balk SJ, eds" */
static struct str editor_list(struct arena *arena, struct names names)
{
    struct builder b = {.arena = arena};
    cite_wrap(&b, STR(""), name_list(arena, names), names.count > 1 ? STR(", eds") : STR(", ed"));
    return builder_str(&b);
}

/* ---- Parts ---- */

static struct str pages(struct arena *arena, const struct reference *r)
{
    return cite_pages(arena, r, HYPHEN);
}

/* "1-10", or "chap 3" of a book without pages. */
static struct str pages_or_chapter(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    builder_add(&b, pages(arena, r));
    if (!b.len)
        cite_wrap(&b, cite_is_number(r->chapter) ? STR("chap ") : STR(""), r->chapter, STR(""));
    return builder_str(&b);
}

static struct str year(struct arena *arena, const struct reference *r)
{
    return cite_year(arena, &r->issued, HYPHEN);
}

static struct str date(struct arena *arena, const struct reference *r)
{
    return cite_date(arena, &r->issued, HYPHEN);
}

static void sentence(struct phrase *p, struct str text)
{
    cite_sentence(p, text, RUN_REGULAR);
}

/* A text behind a word, as a sentence: "Vol 2." */
static void add_labelled(struct phrase *p, struct str before, struct str text, struct str after)
{
    struct builder b = {.arena = p->arena};
    cite_wrap(&b, before, text, after);
    sentence(p, builder_str(&b));
}

static void styled(struct phrase *p, struct str text, struct italics italics, bool italic)
{
    if (!text.len)
        return;
    cite_begin(p);
    cite_styled(p, text, italics, italic ? RUN_ITALIC : RUN_REGULAR);
    cite_stop(p);
}

/* Titles of books have capitals, but the species in them, which stand out, have not (3.9.1). */
static struct str book_title(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    builder_add(&b, title_cased(arena, r->title, r->language));
    for (size_t i = 0; i < r->title_italics.count; i++) {
        struct span span = r->title_italics.at[i];
        for (size_t at = span.off + 1; at < span.off + span.len; at++)
            b.ptr[at] = r->title.ptr[at];
    }
    return builder_str(&b);
}

/* Titles of books and the like are in italics, and have capitals; of no book, only italics. */
static void add_source_title(struct phrase *p, const struct reference *r, bool whole)
{
    bool book = whole && r->kind != REFERENCE_OTHER && r->kind != REFERENCE_DATASET
             && r->kind != REFERENCE_SOFTWARE && r->kind != REFERENCE_BROADCAST
             && r->kind != REFERENCE_MANUSCRIPT && r->kind != REFERENCE_MAP;
    styled(p, book ? book_title(p->arena, r) : r->title, r->title_italics, whole);
}

static void container(struct phrase *p, const struct reference *r)
{
    styled(p, title_cased(p->arena, r->container, r->language), r->container_italics, true);
}

/* What is neither a book nor in one keeps the letters of its title and of what it stands in. */
static void add_plain_container(struct phrase *p, const struct reference *r)
{
    styled(p, r->container, r->container_italics, true);
}

/* The journal, abbreviated without full stops if the reference says how; "Site.org" has its own. */
static struct str journal(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    struct str name = r->container_short.len ? r->container_short : r->container;
    for (size_t i = 0; i < name.len; i++) {
        char next = char_at(name, i + 1);
        bool ends_word = !ascii_is_alnum(next) || ascii_is_upper(next);
        if (name.ptr[i] != '.' || !ends_word)
            builder_char(&b, name.ptr[i]);
        else if (ascii_is_upper(next)) /* "J.Nutr." */
            builder_char(&b, ' ');
    }
    return builder_str(&b);
}

/* The DOI, else the address with the day it was read; no full stop after either. */
static void add_location_ama(struct phrase *p, const struct reference *r)
{
    if (r->doi.len) {
        cite_doi(p, STR("doi:"), r->doi);
    } else if (r->url.len) {
        add_labelled(p, STR("Accessed "), cite_date(p->arena, &r->accessed, HYPHEN), STR(""));
        cite_begin(p);
        phrase_address(p, (struct text){r->url, r->place});
    }
}

/* ---- Articles ---- */

/*
 * Before the date of what has no volume and no issue: a journal's article was published online
 * ahead of print if it has a day or an address, a magazine's if it has an address.  A newspaper
 * is told by its day, wherever it was read.
 */
static struct str how_published(const struct reference *r)
{
    bool found = r->doi.len || r->url.len;
    if (r->kind == REFERENCE_PREPRINT)
        return STR("Preprint posted online ");
    bool online = r->kind == REFERENCE_ARTICLE ? found || r->issued.from.day
                                               : r->kind == REFERENCE_MAGAZINE && found;
    return online ? STR("Published online ") : STR("");
}

/* "12(3 suppl 1)" */
static void add_volume(struct builder *b, const struct reference *r)
{
    struct builder issue = {.arena = b->arena};
    builder_add(&issue, r->issue);
    cite_wrap(&issue, issue.len ? STR(" suppl ") : STR("suppl "), r->supplement, STR(""));
    builder_add(b, r->volume);
    cite_wrap(b, STR("("), builder_str(&issue), STR(")"));
}

/* "2017;18(5):1051" */
static struct str issue(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena}, volume = b;
    bool newspaper = r->kind == REFERENCE_NEWSPAPER;
    bool preprint = r->kind == REFERENCE_PREPRINT;
    add_volume(&volume, r);
    if (newspaper || preprint || !volume.len) {
        struct str day = cite_capitalized(arena, date(arena, r));
        cite_wrap(&b, how_published(r), day, STR(""));
    } else {
        builder_add(&b, year(arena, r));
        cite_join(&b, STR(";"), builder_str(&volume));
    }
    struct str number = cite_number(r);
    cite_join(&b, STR(":"), number.len ? number : pages(arena, r));
    return builder_str(&b);
}

static void article(struct phrase *p, const struct reference *r)
{
    add_source_title(p, r, false);
    cite_sentence(p, journal(p->arena, r), RUN_ITALIC);
    if (r->kind == REFERENCE_PREPRINT && !r->container.len)
        cite_sentence(p, r->publisher, RUN_ITALIC);
    sentence(p, issue(p->arena, r));
}

/* ---- Books and what is like them ---- */

/* "Vol 2. 8th ed. Series. Saunders; 2014:1-10." */
static void imprint(struct phrase *p, const struct reference *r, struct str published)
{
    struct builder b = {.arena = p->arena};
    add_labelled(p, cite_is_number(r->volume) ? STR("Vol ") : STR(""), r->volume, STR(""));
    sentence(p, cite_edition(p->arena, r->edition, false));
    if (r->kind == REFERENCE_CHAPTER || r->kind == REFERENCE_PAPER || r->kind == REFERENCE_ENTRY)
        sentence(p, r->series);
    builder_add(&b, curled(p->arena, r->publisher));
    cite_join(&b, STR("; "), published);
    cite_join(&b, STR(":"), pages_or_chapter(p->arena, r));
    sentence(p, builder_str(&b));
}

/* Title and editors; a work without authors is listed under its editors. */
static void edited_title(struct phrase *p, const struct reference *r, bool book)
{
    struct str editors = editor_list(p->arena, r->editors);
    if (!r->authors.count)
        sentence(p, editors);
    add_source_title(p, r, book);
    if (r->authors.count)
        sentence(p, editors);
}

static void book(struct phrase *p, const struct reference *r)
{
    edited_title(p, r, true);
    imprint(p, r, year(p->arena, r));
}

static void chapter(struct phrase *p, const struct reference *r)
{
    add_source_title(p, r, false);
    if (r->editors.count || r->container.len || r->publisher.len || r->page.len)
        sentence(p, STR("In:"));
    sentence(p, editor_list(p->arena, r->editors));
    container(p, r);
    imprint(p, r, year(p->arena, r));
}

static void webpage(struct phrase *p, const struct reference *r)
{
    add_source_title(p, r, false);
    sentence(p, r->container.len ? r->container : r->publisher);
    sentence(p, cite_capitalized(p->arena, date(p->arena, r)));
}

static void thesis(struct phrase *p, const struct reference *r)
{
    add_source_title(p, r, true);
    sentence(p, cite_capitalized(p->arena, r->genre.len ? r->genre : r->described));
    imprint(p, r, year(p->arena, r));
}

/* "Paper presented at: Annual Meeting; May 3, 2019; Chicago, IL." */
static void talk(struct phrase *p, const struct reference *r)
{
    struct builder b = {.arena = p->arena}, held = b;
    add_source_title(p, r, false);
    cite_join(&held, STR("; "), r->event);
    cite_join(&held, STR("; "), date(p->arena, r));
    cite_join(&held, STR("; "), r->event_place);
    if (!r->event.len && !r->event_place.len && !r->genre.len) {
        sentence(p, builder_str(&held));
        return;
    }
    cite_wrap(&b, STR(""), cite_capitalized(p->arena, r->genre), STR(" "));
    builder_add(&b, b.len ? STR("presented at: ") : STR("Presented at: "));
    builder_add(&b, builder_str(&held));
    sentence(p, held.len ? builder_str(&b) : (struct str){0});
}

/* "Report No. 77", "WHO/NMH/13.2": a bare number says nothing. */
static void add_report_number(struct phrase *p, const struct reference *r)
{
    struct builder before = {.arena = p->arena};
    struct str kind = r->genre.len ? r->genre : STR("Report");
    bool bare = cite_is_number(r->number) && r->number.ptr[0] <= '9';
    if (bare || r->genre.len)
        cite_wrap(&before, STR(""), kind, bare ? STR(" No. ") : STR(" "));
    add_labelled(p, builder_str(&before), r->number, STR(""));
}

static void add_report(struct phrase *p, const struct reference *r)
{
    edited_title(p, r, !r->container.len);
    container(p, r);
    imprint(p, r, year(p->arena, r));
    add_report_number(p, r);
}

/* "US patent 5,078,000. January 7, 1992." */
static void ama_patent(struct phrase *p, const struct reference *r)
{
    struct builder b = {.arena = p->arena};
    add_source_title(p, r, false);
    builder_add(&b, r->authority);
    cite_join(&b, STR(" "), r->genre.len ? r->genre : STR("patent"));
    cite_join(&b, STR(" "), r->number);
    sentence(p, cite_capitalized(p->arena, builder_str(&b)));
    sentence(p, cite_capitalized(p->arena, date(p->arena, r)));
}

static void legal(struct phrase *p, const struct reference *r)
{
    cite_legal(p, r, true);
}

/* What has no pattern: everything that is given, in the usual order. */
static void ama_other(struct phrase *p, const struct reference *r)
{
    edited_title(p, r, !r->container.len);
    add_plain_container(p, r);
    add_labelled(p, STR("Version "), r->version, STR(""));
    imprint(p, r, date(p->arena, r));
    sentence(p, r->number);
}

void citation_ama(struct phrase *p, const struct reference *r)
{
    static void (*const by_kind[REFERENCE_KINDS])(struct phrase *, const struct reference *) = {
        [REFERENCE_ARTICLE] = article,   [REFERENCE_MAGAZINE] = article,
        [REFERENCE_NEWSPAPER] = article, [REFERENCE_PREPRINT] = article,
        [REFERENCE_BOOK] = book,         [REFERENCE_CHAPTER] = chapter,
        [REFERENCE_ENTRY] = chapter,     [REFERENCE_PAPER] = chapter,
        [REFERENCE_WEBPAGE] = webpage,   [REFERENCE_POST] = webpage,
        [REFERENCE_REPORT] = add_report,     [REFERENCE_THESIS] = thesis,
        [REFERENCE_SPEECH] = talk,       [REFERENCE_VIDEO] = book,
        [REFERENCE_IMAGE] = book,        [REFERENCE_PATENT] = ama_patent,
        [REFERENCE_LEGAL_CASE] = legal,  [REFERENCE_BILL] = legal,
        [REFERENCE_HEARING] = legal,     [REFERENCE_STATUTE] = legal,
        [REFERENCE_REGULATION] = legal,  [REFERENCE_TREATY] = legal,
    };
    bool printed = r->container.len || r->publisher.len || r->page.len;
    bool unpublished = r->kind == REFERENCE_PAPER && r->event.len && !printed;
    if (!cite_is_legal(r))
        sentence(p, name_list(p->arena, r->authors));
    if (unpublished)
        talk(p, r);
    else if (by_kind[r->kind])
        by_kind[r->kind](p, r);
    else
        ama_other(p, r);
    add_location_ama(p, r);
}
