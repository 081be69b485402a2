/*
 * Courts and parliaments are cited as the Bluebook has it, in both styles (AMA Manual of Style 11,
 * 3.16; Publication Manual, chapter 11):
 *
 *     case        Title, volume reporter page (court year).
 *     bill        Title, kind number, parliament session, volume code page (year).
 *     hearing     Title: Hearing on number before the committee, parliament session (year).
 *     statute     Title, Pub. L. No. number, volume code page (year).
 *     regulation  Title, kind No. number, volume code § section (year).
 *     treaty      Title, day, volume series page.
 *
 * AMA style has them without full stops but that of "No.", and the title of a case in italics; that
 * of a hearing is in italics in both.
 */
#include "base/ascii.h"
#include "compose/citation_parts.h"
#include "compose/title_case.h"

bool cite_is_legal(const struct reference *r)
{
    return r->kind >= REFERENCE_LEGAL_CASE && r->kind <= REFERENCE_TREATY;
}

/* ---- Where it stands ---- */

/* Of several pages the first: laws and cases are cited by where they begin. */
static struct str first_page(struct arena *arena, const struct reference *r)
{
    struct str pages = cite_pages(arena, r, STR("-"));
    return str_before(str_before(pages, ','), '-');
}

/* "§ 12", "§§ 12-14" */
static struct str section_of(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool several = str_find(r->section, '-') < r->section.len
                || str_find(r->section, ',') < r->section.len;
    cite_wrap(&b, several ? STR("§§ ") : STR("§ "), r->section, STR(""));
    return builder_str(&b);
}

/* "223 A.2d 259", "21 C.F.R. § 202.1": a statute has a section in a code, but not where it has the
 * number that it was enacted with. */
static struct str reporter(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool statute = r->kind == REFERENCE_STATUTE && !r->number.len;
    bool by_section = (statute || r->kind == REFERENCE_REGULATION) && r->section.len;
    builder_add(&b, r->volume);
    cite_join(&b, STR(" "), r->container);
    cite_join(&b, STR(" "), by_section ? section_of(arena, r)
                            : r->container.len ? first_page(arena, r) : (struct str){0});
    return builder_str(&b);
}

/* ---- Its number ---- */

/* "No. 12-3" */
static struct str numbered(struct arena *arena, const struct reference *r, bool always)
{
    struct builder b = {.arena = arena};
    bool label = always || cite_is_number(r->number) || cite_is_code(r->number);
    cite_wrap(&b, label ? STR("No. ") : STR(""), r->number, STR(""));
    return builder_str(&b);
}

/* "H.R. 3304" of a bill that a parliament has, "H.R. Rep. No. 99-253" of its reports. */
static struct str bill_number(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool placed = r->authority.len || r->chapter.len || r->container.len;
    builder_add(&b, r->genre);
    cite_join(&b, STR(" "), placed ? r->number : numbered(arena, r, false));
    return builder_str(&b);
}

/* "Pub. L. No. 107-204" */
static struct str enacted_number(struct arena *arena, const struct reference *r, struct str kind)
{
    struct builder b = {.arena = arena};
    builder_add(&b, r->genre.len ? cite_capitalized(arena, r->genre) : kind);
    cite_join(&b, STR(" "), numbered(arena, r, true));
    return r->number.len ? builder_str(&b) : r->genre;
}

static struct str legal_number(struct arena *arena, const struct reference *r)
{
    switch (r->kind) {
    case REFERENCE_LEGAL_CASE: /* where no reporter has it */
        return r->container.len ? (struct str){0} : numbered(arena, r, false);
    case REFERENCE_BILL:
        return bill_number(arena, r);
    case REFERENCE_STATUTE:
        return enacted_number(arena, r, r->number.len ? STR("Pub. L.") : (struct str){0});
    case REFERENCE_REGULATION:
        return enacted_number(arena, r, (struct str){0});
    default: /* in the title of a hearing; of a treaty, where it has no page */
        return (struct str){0};
    }
}

/* ---- The whole ---- */

/* "Doe v. Roe, 464 F.2d 772" is "Doe v Roe, 464 F2d 772"; "No." keeps its stop, and so does what a
 * figure follows in a number ("12.063") or in a title ("M.10068"). */
static struct str without_stops(struct arena *arena, struct str text, bool title)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        bool figure = ascii_is_digit(char_at(text, i + 1));
        bool in_number = figure && (title || (i && ascii_is_digit(text.ptr[i - 1])));
        bool numero = str_ends(str_part(text, 0, i), STR("No"))
                   && !ascii_is_letter(char_at(text, i - 3));
        if (text.ptr[i] != '.' || in_number || numero)
            builder_char(&b, text.ptr[i]);
    }
    return builder_str(&b);
}

/* "Water: Hearing on S. 995 before the Committee on Commerce" */
static struct str hearing_title(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    builder_add(&b, cite_capitalized(arena, r->title));
    cite_join(&b, STR(": "), STR("Hearing"));
    cite_wrap(&b, STR(" on "), r->number, STR(""));
    cite_wrap(&b, STR(" before the "), r->section, STR(""));
    return builder_str(&b);
}

/* "House 117" */
static struct str parliament(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    if (r->kind != REFERENCE_BILL && r->kind != REFERENCE_HEARING)
        return (struct str){0};
    builder_add(&b, r->authority);
    cite_join(&b, STR(" "), r->chapter);
    return builder_str(&b);
}

/* "H.R. 3304, House 117, 38 U.S.C. 1701" */
static struct str legal_source(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool treaty = r->kind == REFERENCE_TREATY;
    builder_add(&b, treaty ? cite_date(arena, &r->issued, STR("–")) : legal_number(arena, r));
    cite_join(&b, STR(", "), parliament(arena, r));
    if (r->kind != REFERENCE_HEARING)
        cite_join(&b, STR(", "), reporter(arena, r));
    if (treaty && !r->page.len)
        cite_join(&b, STR(" "), numbered(arena, r, false));
    return builder_str(&b);
}

/* " (Md. 1966)"; a case that no reporter has is told by its day, and a treaty not here. */
static struct str decided(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena}, all = b;
    bool by_day = r->kind == REFERENCE_LEGAL_CASE && !r->container.len;
    if (r->kind == REFERENCE_TREATY)
        return (struct str){0};
    builder_add(&b, r->kind == REFERENCE_LEGAL_CASE ? r->authority : (struct str){0});
    cite_join(&b, STR(" "), by_day ? cite_date(arena, &r->issued, STR("–"))
                                   : cite_year(arena, &r->issued, STR("–")));
    cite_wrap(&all, STR(" ("), builder_str(&b), STR(")"));
    return builder_str(&all);
}

/* " (testimony of Ann Doe)", " (to be codified at 1 U.S.C. 2)" */
static struct str remark(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool law = r->kind == REFERENCE_BILL || r->kind == REFERENCE_STATUTE
            || r->kind == REFERENCE_REGULATION;
    if (r->kind == REFERENCE_HEARING)
        cite_wrap(&b, STR(" (testimony of "), cite_whole_names(arena, r->authors), STR(")"));
    cite_wrap(&b, STR(" ("), law ? r->status : (struct str){0}, STR(")"));
    return builder_str(&b);
}

void cite_legal(struct phrase *p, const struct reference *r, bool ama)
{
    struct builder b = {.arena = p->arena};
    bool hearing = r->kind == REFERENCE_HEARING, court = r->kind == REFERENCE_LEGAL_CASE;
    struct str title = hearing ? hearing_title(p->arena, r)
                               : title_cased(p->arena, r->title, r->language);
    cite_wrap(&b, title.len ? STR(", ") : STR(""), legal_source(p->arena, r), STR(""));
    builder_add(&b, decided(p->arena, r));
    builder_add(&b, remark(p->arena, r));
    cite_begin(p);
    cite_styled(p, ama ? without_stops(p->arena, title, true) : title,
                ama || hearing ? (struct italics){0} : r->title_italics,
                hearing || (ama && court) ? RUN_ITALIC : RUN_REGULAR);
    phrase_add(p, ama ? without_stops(p->arena, builder_str(&b), false) : builder_str(&b));
    cite_stop(p);
}
