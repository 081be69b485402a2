/*
 * What stands behind a title in APA style: in parentheses what tells one version or part of it from
 * others (Publication Manual 9.19), in brackets what kind of work it is (9.21).
 */
#include "base/ascii.h"
#include "compose/citation_apa.h"
#include "compose/quotes.h"
#include "compose/title_case.h"

/* ---- Parentheses ---- */

static void add_people(struct builder *b, struct names names, struct str one, struct str several)
{
    struct builder people = {.arena = b->arena};
    cite_wrap(&people, STR(""), apa_names(b->arena, names), STR(", "));
    cite_wrap(&people, STR(""), names.count ? apa_role(names, one, several) : STR(""), STR(""));
    cite_join(b, STR("; "), builder_str(&people));
}

struct str apa_translators(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    add_people(&b, r->translators, STR("Trans."), STR("Trans."));
    return builder_str(&b);
}

/* "Report No. 77", "Working Paper No. 77", "NIH Publication No. 18-2059" */
static struct str number_text(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool numbered = r->kind == REFERENCE_REPORT || r->kind == REFERENCE_OTHER
                 || r->kind == REFERENCE_DATASET || r->kind == REFERENCE_SOFTWARE
                 || r->kind == REFERENCE_PREPRINT || r->kind == REFERENCE_IMAGE;
    bool bare = cite_is_number(r->number) && ascii_is_digit(char_at(r->number, 0));
    struct str genre = r->kind == REFERENCE_PREPRINT ? (struct str){0} : r->genre;
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
static struct str patent(struct arena *arena, const struct reference *r)
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

/* "Version 2.1, 2nd ed., Vol. 1, pp. 3–9" */
static struct str part(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena}, version = b, edition = b, volume = b, page = b;
    bool series = r->kind == REFERENCE_REPORT;
    struct str word = cite_is_number(r->version) ? STR("Version ") : STR("");
    cite_wrap(&version, word, r->version, STR(""));
    builder_add(&edition, cite_edition(arena, r->edition, true));
    cite_wrap(&volume, cite_is_number(r->volume) ? STR("Vol. ") : STR(""), r->volume, STR(""));
    cite_wrap(&page, page_word(arena, r), cite_pages(arena, r, STR("–")), STR(""));
    cite_join(&b, STR(", "), builder_str(&version));
    cite_join(&b, STR(", "), builder_str(&edition));
    cite_join(&b, STR(", "), series ? r->series : STR(""));
    cite_join(&b, STR(" "), series && r->series.len ? r->series_number : STR(""));
    cite_join(&b, STR(", "), builder_str(&volume));
    cite_join(&b, STR(", "), builder_str(&page));
    return builder_str(&b);
}

struct str apa_identifier(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    if (r->kind == REFERENCE_THESIS || r->kind == REFERENCE_WEBPAGE)
        return (struct str){0};
    if (r->kind == REFERENCE_PATENT)
        return patent(arena, r);
    if (r->kind == REFERENCE_PREPRINT)
        return number_text(arena, r);
    if (!apa_is_within(r)) {
        if (r->authors.count || r->directors.count)
            add_people(&b, r->editors, STR("Ed."), STR("Eds."));
        cite_join(&b, STR("; "), apa_translators(arena, r));
    }
    cite_join(&b, STR("; "), number_text(arena, r));
    cite_join(&b, STR("; "), part(arena, r));
    return builder_str(&b);
}

/* ---- Brackets ---- */

/* The kind in the item's own words, unless they stand before its number; else in the style's. */
static struct str kind(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool in_program = r->kind == REFERENCE_SOFTWARE && r->container.len;
    if (r->kind == REFERENCE_PATENT)
        return (struct str){0};
    if (r->kind == REFERENCE_PREPRINT || !number_text(arena, r).len)
        builder_add(&b, cite_capitalized(arena, r->genre));
    if (!b.len && r->kind == REFERENCE_PREPRINT)
        return STR("Preprint");
    if (!b.len && (r->kind == REFERENCE_THESIS || !r->medium.len) && !in_program)
        builder_add(&b, r->genre.len ? STR("") : r->described);
    return builder_str(&b);
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
