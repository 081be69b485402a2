/*
 * APA style after the Publication Manual, 7th edition (2020), chapters 9 and 10, as its published
 * examples show it:
 *
 *     article   Authors. (Year). Title. Journal, volume(issue), pages. https://doi.org/…
 *     book      Authors. (Year). Title (nth ed., Vol. n). Publisher. https://doi.org/…
 *     chapter   Authors. (Year). Title. In Editors (Eds.), Book (nth ed., pp. n–n). Publisher.
 *     web page  Authors. (Year, Month day). Title. Website. URL
 *     report    Authors. (Year, Month day). Title (Number). Publisher. URL
 *
 * Titles are printed as they are given, addresses in full.  Without an author the title comes
 * first.  A website or a publisher that is the author too is not told twice.  The day on which a
 * page was read is told only where the page has no date of its own, as it may change then.
 */
#include "compose/citation_parts.h"

/* ---- Names ---- */

static bool is_inverted(const struct name *name)
{
    return name->given.len > 0;
}

/* "Jr" is an abbreviation, "III" is none. */
static struct str suffix(struct arena *arena, const struct name *name)
{
    struct str text = tidy(arena, name->suffix);
    if (str_equal(text, STR("Jr")))
        return STR("Jr.");
    return str_equal(text, STR("Sr")) ? STR("Sr.") : text;
}

/* "van Gogh, V.", "Adkinson, N. F., Jr.", or an organisation as it is. */
static struct str family_first(struct arena *arena, const struct name *name)
{
    struct builder b = {.arena = arena};
    builder_add(&b, cite_family(arena, name));
    cite_join(&b, STR(", "), cite_initials(arena, name->given, true));
    cite_join(&b, STR(", "), suffix(arena, name));
    return builder_str(&b);
}

/* "V. van Gogh", "N. F. Adkinson Jr.": editors that do not stand first. */
static struct str family_last(struct arena *arena, const struct name *name)
{
    struct builder b = {.arena = arena};
    builder_add(&b, cite_initials(arena, name->given, true));
    cite_join(&b, STR(" "), cite_family(arena, name));
    cite_join(&b, STR(" "), suffix(arena, name));
    return builder_str(&b);
}

/*
 * "A, B, & C"; of more than 20 the first 19 and the last.  Of two names the comma belongs to the
 * first one's initials: "A & B" without.
 */
static struct str name_list(struct arena *arena, struct names names,
                            struct str (*form)(struct arena *, const struct name *))
{
    enum { MOST = 20 };
    struct builder b = {.arena = arena};
    bool cut = names.count > MOST;
    bool comma = names.count > 2 || (form == family_first && is_inverted(&names.at[0]));
    for (size_t i = 0; i < names.count; i++) {
        bool last = i + 1 == names.count;
        if (cut && i >= MOST - 1 && !last)
            continue;
        if (i)
            builder_add(&b, comma ? STR(", ") : STR(" "));
        if (i && last) /* the dots stay on one line */
            builder_add(&b, cut ? STR(".\u00A0.\u00A0.\u00A0") : STR("& "));
        builder_add(&b, form(arena, &names.at[i]));
    }
    return builder_str(&b);
}

/* "(Eds.)" goes after names that stand where authors would; "Eds." after others. */
static struct str editor_word(const struct reference *r)
{
    return r->editors.count > 1 ? STR("Eds.") : STR("Ed.");
}

/* A book or report without authors is listed under its editors; a chapter's come after "In". */
static struct str authors(struct arena *arena, const struct reference *r, bool within)
{
    struct builder b = {.arena = arena};
    if (r->authors.count)
        return name_list(arena, r->authors, family_first);
    if (r->editors.count && !within) {
        cite_wrap(&b, STR(""), name_list(arena, r->editors, family_first), STR(" ("));
        cite_wrap(&b, STR(""), editor_word(r), STR(")"));
    }
    return builder_str(&b);
}

/* ---- Dates ---- */

/* "March 25" of "March 25, 2019", "March" of "March 2019". */
static struct str month_and_day(struct arena *arena, struct date day)
{
    struct str text = cite_date(arena, day), year = cite_year(arena, day);
    if (str_ends(text, year))
        text.len -= year.len;
    text = str_trim(text);
    text.len -= str_ends(text, STR(","));
    return text;
}

/* "(2019, March 25)" */
static struct str issued(struct arena *arena, struct date day, bool year_only)
{
    struct builder b = {.arena = arena};
    if (!day.year)
        return STR("(n.d.)");
    cite_wrap(&b, STR("("), cite_year(arena, day), STR(""));
    if (!year_only)
        cite_wrap(&b, STR(", "), month_and_day(arena, day), STR(""));
    builder_char(&b, ')');
    return builder_str(&b);
}

/* ---- What stands in parentheses behind a title ---- */

static struct str page_word(struct arena *arena, const struct reference *r)
{
    struct str pages = cite_pages(arena, r, STR("-"));
    bool several = str_find(pages, '-') < pages.len || str_find(pages, ',') < pages.len;
    return several ? STR("pp. ") : STR("p. ");
}

/* "C. Editor, Ed.; NIH Publication No. 18-2059, 2nd ed., Vol. 1, pp. 3–9" */
static struct str details(struct arena *arena, const struct reference *r, bool with_editors)
{
    struct builder b = {.arena = arena}, edition = b, volume = b, page = b, rest = b;
    bool numbered = r->kind == REFERENCE_REPORT || r->kind == REFERENCE_OTHER;
    cite_wrap(&edition, STR(""), cite_edition(arena, r->edition), STR(" ed."));
    cite_wrap(&volume, STR("Vol. "), tidy(arena, r->volume), STR(""));
    cite_wrap(&page, page_word(arena, r), cite_pages(arena, r, STR("–")), STR(""));
    cite_join(&rest, STR(", "), numbered ? tidy(arena, r->number) : STR(""));
    cite_join(&rest, STR(", "), builder_str(&edition));
    cite_join(&rest, STR(", "), builder_str(&volume));
    cite_join(&rest, STR(", "), builder_str(&page));
    if (with_editors && r->editors.count) {
        cite_wrap(&b, STR(""), name_list(arena, r->editors, family_last), STR(", "));
        builder_add(&b, editor_word(r));
    }
    cite_join(&b, STR("; "), builder_str(&rest));
    return builder_str(&b);
}

/* A title and what belongs to it, as one sentence. */
static void title(struct phrase *p, struct str text, enum run_style style, struct str behind)
{
    struct builder b = {.arena = p->arena};
    text = tidy(p->arena, text);
    cite_wrap(&b, text.len ? STR(" (") : STR("("), behind, STR(")"));
    if (!text.len && !b.len)
        return;
    cite_begin(p);
    phrase_styled(p, text, style);
    phrase_add(p, builder_str(&b));
    cite_stop(p);
}

/* ---- Where it is to be found ---- */

static void location(struct phrase *p, const struct reference *r)
{
    struct str doi = tidy(p->arena, r->doi), url = tidy(p->arena, r->url);
    struct builder text = {.arena = p->arena};
    if (doi.len) {
        cite_doi(p, STR("https://doi.org/"), doi);
    } else if (url.len) {
        if (!r->issued.year)
            cite_wrap(&text, STR("Retrieved "), cite_date(p->arena, r->accessed), STR(", from "));
        cite_begin(p);
        phrase_add(p, builder_str(&text));
        phrase_linked(p, url, url);
    }
}

/* A publisher or a website, unless it is the author. */
static void publisher(struct phrase *p, const struct reference *r, struct str text)
{
    text = tidy(p->arena, text);
    for (size_t i = 0; i < r->authors.count; i++)
        if (str_equal(text, tidy(p->arena, r->authors.at[i].literal)))
            return;
    cite_sentence(p, text, RUN_REGULAR);
}

/* ---- APA, by kind ---- */

/* Who and when; without a name the title stands first, with what belongs to it. */
static void head(struct phrase *p, struct str names, struct str date, const struct run *named,
                 struct str behind)
{
    cite_sentence(p, names, RUN_REGULAR);
    if (!names.len)
        title(p, named->text, named->style, behind);
    cite_sentence(p, date, RUN_REGULAR);
    if (names.len)
        title(p, named->text, named->style, behind);
}

/* "e0193972" is an article's number, "e12–e15" are pages. */
static bool is_article_number(struct str page)
{
    for (size_t i = 1; i < page.len; i++)
        if (page.ptr[i] < '0' || page.ptr[i] > '9')
            return false;
    return page.len > 1 && page.ptr[0] == 'e';
}

/* The pages, or the number of an article that has none. */
static struct str locator(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    struct str pages = cite_pages(arena, r, STR("–"));
    struct str number = pages.len ? pages : tidy(arena, r->number);
    if (pages.len && !is_article_number(pages))
        return pages;
    cite_wrap(&b, str_starts(number, STR("Article ")) ? STR("") : STR("Article "), number, STR(""));
    return builder_str(&b);
}

/* "Journal, 18(5), 1051–1060", journal and volume in italics. */
static void add_issue(struct phrase *p, const struct reference *r)
{
    struct builder italic = {.arena = p->arena}, rest = italic;
    builder_add(&italic, tidy(p->arena, r->container.len ? r->container : r->container_short));
    cite_join(&italic, STR(", "), tidy(p->arena, r->volume));
    bool apart = italic.len && !r->volume.len; /* without its volume the issue stands alone */
    cite_wrap(&rest, apart ? STR(", (") : STR("("), tidy(p->arena, r->issue), STR(")"));
    cite_wrap(&rest, italic.len || rest.len ? STR(", ") : STR(""), locator(p->arena, r), STR(""));
    if (!italic.len && !rest.len)
        return;
    cite_begin(p);
    phrase_styled(p, builder_str(&italic), RUN_ITALIC);
    phrase_add(p, builder_str(&rest));
    cite_stop(p);
}

/* What has a volume, an issue or a DOI is a journal, told by its year; else a newspaper. */
static void article(struct phrase *p, const struct reference *r)
{
    bool journal = r->volume.len || r->issue.len || r->doi.len;
    struct run named = {.text = r->title};
    head(p, authors(p->arena, r, true), issued(p->arena, r->issued, journal), &named, STR(""));
    add_issue(p, r);
}

static void webpage(struct phrase *p, const struct reference *r)
{
    struct run named = {.text = r->title, .style = RUN_ITALIC};
    head(p, authors(p->arena, r, false), issued(p->arena, r->issued, false), &named, STR(""));
    publisher(p, r, r->container.len ? r->container : r->publisher);
}

/* Behind the part's title: "In A. Editor (Ed.), Book (2nd ed., pp. 3–9)." */
static void in_book(struct phrase *p, const struct reference *r)
{
    struct builder b = {.arena = p->arena};
    builder_add(&b, STR("In"));
    if (r->editors.count) {
        cite_wrap(&b, STR(" "), name_list(p->arena, r->editors, family_last), STR(" ("));
        cite_wrap(&b, STR(""), editor_word(r), STR("),"));
    }
    cite_begin(p);
    phrase_add(p, builder_str(&b));
    title(p, r->container, RUN_ITALIC, details(p->arena, r, false));
}

/* Books and reports; chapters and the like, which stand in another work. */
static void work(struct phrase *p, const struct reference *r)
{
    bool within = r->kind != REFERENCE_BOOK && r->container.len;
    bool year_only = r->kind == REFERENCE_BOOK || r->kind == REFERENCE_CHAPTER;
    struct run named = {.text = r->title, .style = within ? RUN_REGULAR : RUN_ITALIC};
    struct str behind = within ? STR("") : details(p->arena, r, r->authors.count > 0);
    head(p, authors(p->arena, r, within), issued(p->arena, r->issued, year_only), &named, behind);
    if (within)
        in_book(p, r);
    publisher(p, r, r->publisher);
}

void citation_apa(struct phrase *p, const struct reference *r)
{
    if (r->kind == REFERENCE_ARTICLE)
        article(p, r);
    else if (r->kind == REFERENCE_WEBPAGE)
        webpage(p, r);
    else
        work(p, r);
    location(p, r);
}
