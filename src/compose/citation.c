/*
 * One function a style; each is a file of its own, built from citation_parts.
 */
#include "compose/citation.h"

#include "compose/citation_parts.h"

/* "Kim 2017, doi 10.1000/x": what a link of a reference leads to. */
static struct str link_says(struct arena *arena, const struct reference *r,
                            const struct run *linked)
{
    static const struct str doi = {"https://doi.org/", 16};
    struct builder b = {.arena = arena};
    if (r->authors.count)
        builder_add(&b, cite_family(arena, &r->authors.at[0]));
    if (!cited_date_is_absent(&r->issued))
        cite_join(&b, STR(" "), cite_year(arena, &r->issued, STR("–")));
    if (!str_starts(linked->link, doi)) {
        cite_join(&b, STR(", "), linked->link);
    } else { /* as it is printed, where the link has "%3C" for "<"; all DOIs begin with "10." */
        cite_join(&b, STR(", "), STR("doi "));
        builder_add(&b, str_part(linked->text, str_find(linked->text, '1'), linked->text.len));
    }
    return builder_str(&b);
}

void citation_add(struct phrase *phrase, const struct reference *reference,
                  enum citation_choice style)
{
    static citation_style *const styles[] = {
        [CITATION_AMA] = citation_ama,
        [CITATION_APA] = citation_apa,
    };
    phrase->from = reference->place;
    if (reference->kind == REFERENCE_TEXT)
        citation_text(phrase, reference);
    else
        styles[style](phrase, reference);
    for (size_t i = 0; i < phrase->count; i++)
        if (phrase->at[i].link.len)
            phrase->at[i].says = link_says(phrase->arena, reference, &phrase->at[i]);
}
