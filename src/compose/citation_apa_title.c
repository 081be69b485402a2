/*
 * What stands behind a title in APA style: in parentheses what tells one version or part of it from
 * others (Publication Manual 9.19), in brackets what kind of work it is (9.21).
 */
#include "base/ascii.h"
#include "compose/citation_apa.h"
#include "compose/quotes.h"
#include "compose/title_case.h"

/* ---- Parentheses ---- */

/* "Report No. 77", "Working Paper No. 77", "NIH Publication No. 18-2059" */
static struct str number_text(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool numbered = r->kind == REFERENCE_REPORT || r->kind == REFERENCE_OTHER
                 || r->kind == REFERENCE_DATASET || r->kind == REFERENCE_SOFTWARE
                 || r->kind == REFERENCE_PREPRINT || r->kind == REFERENCE_IMAGE
                 || r->kind == REFERENCE_MAP || r->kind == REFERENCE_BROADCAST
                 || r->kind == REFERENCE_THESIS;
    bool bare = cite_is_number(r->number) && ascii_is_digit(char_at(r->number, 0));
    struct str genre = r->kind == REFERENCE_THESIS ? STR("Publication")
                     : r->kind == REFERENCE_BROADCAST ? (struct str){0} : r->genre;
    if (!numbered || !cite_number(r).len)
        return (struct str){0};
    builder_add(&b, genre.len ? title_cased(arena, genre, STR("en"))
                    : bare && r->kind == REFERENCE_REPORT ? STR("Report") : STR(""));
    bool labelled = bare || (genre.len && cite_is_code(r->number));
    cite_join(&b, STR(" "), labelled ? STR("No.") : STR(""));
    cite_join(&b, STR(" "), r->number);
    return builder_str(&b);
}

/* "U.S. Patent No. 123,445" */
static struct str apa_patent_number(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    builder_add(&b, r->authority);
    cite_join(&b, STR(" "), r->genre.len ? cite_capitalized(arena, r->genre) : STR("Patent"));
    cite_wrap(&b, STR(" No. "), r->number, STR(""));
    return builder_str(&b);
}

static struct str page_word(struct arena *arena, const struct reference *r)
{
    struct str pages = cite_pages(arena, r, STR("-"));
    bool several = str_find(pages, '-') < pages.len || str_find(pages, ',') < pages.len;
    return several ? STR("pp. ") : STR("p. ");
}

/* "Vol. 1", "Vols. 1–3" */
static struct str volume(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool several = cite_is_number(r->volumes) && !str_equal(r->volumes, STR("1"));
    cite_wrap(&b, cite_is_number(r->volume) ? STR("Vol. ") : STR(""), r->volume, STR(""));
    if (!b.len && several)
        cite_wrap(&b, STR("Vols. 1–"), r->volumes, STR(""));
    return builder_str(&b);
}

/* "Version 2.1, 2nd ed., Vol. 1, pp. 3–9" */
static struct str part(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena}, version = b, edition = b, page = b;
    bool series = r->kind == REFERENCE_REPORT;
    struct str word = cite_is_number(r->version) ? STR("Version ") : STR("");
    cite_wrap(&version, word, r->version, STR(""));
    builder_add(&edition, cite_edition(arena, r->edition, true));
    struct str chapter = cite_is_number(r->chapter) ? STR("Chapter ") : STR("");
    cite_wrap(&page, page_word(arena, r), cite_pages(arena, r, STR("–")), STR(""));
    cite_wrap(&page, chapter, page.len ? (struct str){0} : r->chapter, STR(""));
    cite_join(&b, STR(", "), builder_str(&version));
    cite_join(&b, STR(", "), builder_str(&edition));
    cite_join(&b, STR(", "), series ? r->series : STR(""));
    cite_join(&b, STR(" "), series && r->series.len ? r->series_number : STR(""));
    cite_join(&b, STR(", "), volume(arena, r));
    cite_join(&b, STR(", "), builder_str(&page));
    return builder_str(&b);
}

struct str apa_part_identifier(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    builder_add(&b, apa_people(arena, r));
    if (r->kind == REFERENCE_BROADCAST) /* "Sleep (No. 12) [Podcast episode]. In Show" */
        cite_join(&b, STR("; "), number_text(arena, r));
    return builder_str(&b);
}

struct str apa_identifier(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    if (r->kind == REFERENCE_WEBPAGE)
        return (struct str){0};
    if (r->kind == REFERENCE_PATENT)
        return apa_patent_number(arena, r);
    if (r->kind == REFERENCE_PREPRINT || r->kind == REFERENCE_THESIS)
        return number_text(arena, r);
    if (!apa_is_within(r))
        builder_add(&b, apa_people(arena, r));
    if (r->kind != REFERENCE_BROADCAST || !apa_is_within(r))
        cite_join(&b, STR("; "), number_text(arena, r));
    cite_join(&b, STR("; "), part(arena, r));
    return builder_str(&b);
}

/* ---- Brackets ---- */

/* "Letter to Bo Roe", "Cable to Bo Roe": who got it is named in full. */
static struct str letter(struct arena *arena, const struct reference *r, struct str kind)
{
    struct builder b = {.arena = arena};
    builder_add(&b, kind);
    cite_wrap(&b, STR(" to "), cite_whole_names(arena, r->recipients), STR(""));
    return builder_str(&b);
}

/* What the style calls the kind where the item has no word for it. */
static struct str usual_kind(struct arena *arena, const struct reference *r)
{
    bool in_program = r->kind == REFERENCE_SOFTWARE && r->container.len;
    bool told = in_program || (r->medium.len && r->kind != REFERENCE_THESIS)
             || r->interviewers.count || r->composers.count || r->genre.len;
    if (r->recipients.count)
        return letter(arena, r, r->genre.len ? cite_capitalized(arena, r->genre) : STR("Letter"));
    return told ? (struct str){0} : r->described;
}

/* The kind in the item's own words, unless they stand before its number; else in the style's. */
static struct str kind(struct arena *arena, const struct reference *r)
{
    bool counted = number_text(arena, r).len && r->kind != REFERENCE_THESIS
                && r->kind != REFERENCE_BROADCAST;
    if (r->kind == REFERENCE_PATENT)
        return (struct str){0};
    if (r->genre.len && !counted && !r->recipients.count)
        return cite_capitalized(arena, r->genre);
    if (r->kind == REFERENCE_PREPRINT)
        return r->genre.len ? (struct str){0} : STR("Preprint");
    return usual_kind(arena, r);
}

struct str apa_description(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena}, brackets = b;
    builder_add(&b, kind(arena, r));
    if (r->kind == REFERENCE_THESIS)
        cite_join(&b, STR(", "), curled(arena, r->publisher));
    cite_join(&b, STR("; "), cite_capitalized(arena, r->medium));
    cite_wrap(&brackets, STR("["), b.len ? builder_str(&b) : (struct str){0}, STR("]"));
    return builder_str(&brackets);
}

/* ---- The title ---- */

void apa_title(struct phrase *p, struct str text, struct italics italics, enum run_style style,
               struct str behind)
{
    struct builder b = {.arena = p->arena};
    cite_wrap(&b, text.len ? STR(" ") : STR(""), behind, STR(""));
    if (!text.len && !b.len)
        return;
    cite_begin(p);
    cite_styled(p, text, italics, style);
    phrase_add(p, builder_str(&b));
    cite_stop(p);
}

/* ---- Reviews ---- */

/* "Review of the book", in the item's own words if it has some. */
static struct str review_kind(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    cite_wrap(&b, STR("Review of the "), r->reviewed_genre, STR(""));
    if (b.len)
        return builder_str(&b);
    if (r->genre.len)
        return cite_capitalized(arena, r->genre);
    return r->described.len ? r->described : STR("Review of");
}

/* Without a title of what is reviewed, the title is that: "Review of Sleep" is Sleep. */
static struct str reviewed_title(const struct reference *r)
{
    static const char *const words[] = {"Review of the book ", "Review of ", "Review: "};
    if (r->reviewed_title.len || r->reviewed_genre.len)
        return r->reviewed_title;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(r->title, str_of(words[i])))
            return str_part(r->title, str_of(words[i]).len, r->title.len);
    return r->title;
}

void apa_review(struct phrase *p, const struct reference *r)
{
    struct builder open = {.arena = p->arena}, close = open;
    bool own_title = r->reviewed_title.len || r->reviewed_genre.len;
    cite_wrap(&open, own_title ? STR(" [") : STR("["), review_kind(p->arena, r), STR(" "));
    if (r->reviewed_authors.count)
        cite_wrap(&close, STR(", by "), apa_names(p->arena, r->reviewed_authors), STR(""));
    builder_char(&close, ']');
    cite_begin(p);
    if (own_title)
        cite_styled(p, r->title, r->title_italics, RUN_REGULAR);
    phrase_add(p, builder_str(&open));
    cite_styled(p, reviewed_title(r), (struct italics){0}, RUN_ITALIC);
    phrase_add(p, builder_str(&close));
    cite_stop(p);
}
