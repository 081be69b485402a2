/*
 * Courts and parliaments are cited as the Bluebook has it, in both styles (AMA Manual of Style 11,
 * 3.16; Publication Manual, chapter 11):
 *
 *     case  Title, volume reporter page (court year).
 *     law   Title, kind number, parliament, volume code page (year).
 *
 * AMA style has them without full stops, and the title of a case in italics.
 */
#include "compose/citation_parts.h"
#include "compose/title_case.h"

/* Of several pages the first: laws and cases are cited by where they begin. */
static struct str first_page(struct arena *arena, const struct reference *r)
{
    struct str pages = cite_pages(arena, r, STR("-"));
    return str_before(str_before(pages, ','), '-');
}

/* "223 A.2d 259" */
static struct str reporter(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    builder_add(&b, r->volume);
    cite_join(&b, STR(" "), r->container);
    cite_join(&b, STR(" "), r->container.len ? first_page(arena, r) : (struct str){0});
    return builder_str(&b);
}

/* "H.R. 3304" of a law; "No. 12-3" of a case that no reporter has. */
static struct str legal_number(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool law = r->kind == REFERENCE_LAW;
    if (!law && r->container.len)
        return (struct str){0};
    builder_add(&b, law ? r->genre : (struct str){0});
    cite_join(&b, STR(" "), !law && cite_is_number(r->number) ? STR("No.") : (struct str){0});
    cite_join(&b, STR(" "), r->number);
    return builder_str(&b);
}

/* "H.R. 3304, House of Representatives, 38 U.S.C. 1701" */
static struct str legal_source(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    builder_add(&b, legal_number(arena, r));
    cite_join(&b, STR(", "), r->kind == REFERENCE_LAW ? r->authority : (struct str){0});
    cite_join(&b, STR(", "), reporter(arena, r));
    return builder_str(&b);
}

/* " (Md. 1966)"; a case that no reporter has is told by its day. */
static struct str decided(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena}, all = b;
    bool by_day = r->kind == REFERENCE_LEGAL_CASE && !r->container.len;
    builder_add(&b, r->kind == REFERENCE_LEGAL_CASE ? r->authority : (struct str){0});
    cite_join(&b, STR(" "), by_day ? cite_date(arena, &r->issued, STR("–"))
                                   : cite_year(arena, &r->issued, STR("–")));
    cite_wrap(&all, STR(" ("), builder_str(&b), STR(")"));
    return builder_str(&all);
}

void cite_legal(struct phrase *p, const struct reference *r, bool ama)
{
    struct builder b = {.arena = p->arena};
    struct str title = title_cased(p->arena, r->title, r->language);
    cite_wrap(&b, r->title.len ? STR(", ") : STR(""), legal_source(p->arena, r), STR(""));
    builder_add(&b, decided(p->arena, r));
    cite_begin(p);
    cite_styled(p, ama ? cite_without_periods(p->arena, title) : title,
                ama ? (struct italics){0} : r->title_italics,
                ama && r->kind == REFERENCE_LEGAL_CASE ? RUN_ITALIC : RUN_REGULAR);
    phrase_add(p, ama ? cite_without_periods(p->arena, builder_str(&b)) : builder_str(&b));
    cite_stop(p);
}
