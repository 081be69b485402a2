/*
 * Names in APA style (Publication Manual 9.7 to 9.12), and which kinds of source stand in another.
 */
#include "compose/citation_apa.h"

/* ---- Names ---- */

/* "Jr" is an abbreviation, "III" is none. */
static struct str suffix(const struct name *name)
{
    struct str text = name->suffix;
    if (str_equal(text, STR("Jr")))
        return STR("Jr.");
    return str_equal(text, STR("Sr")) ? STR("Sr.") : text;
}

/* "van Gogh, V.", "Adkinson, N. F., Jr.", or an organisation as it is. */
static struct str family_first(struct arena *arena, const struct name *name)
{
    struct builder b = {.arena = arena};
    builder_add(&b, cite_family(arena, name));
    cite_join(&b, STR(", "), cite_given(arena, name, true));
    cite_join(&b, STR(", "), suffix(name));
    return builder_str(&b);
}

/* "V. van Gogh", "N. F. Adkinson Jr.": editors that do not stand first. */
static struct str family_last(struct arena *arena, const struct name *name)
{
    struct builder b = {.arena = arena};
    builder_add(&b, cite_initials(arena, name, true));
    cite_join(&b, STR(" "), cite_whole_family(arena, name));
    cite_join(&b, STR(" "), suffix(name));
    return builder_str(&b);
}

/*
 * "A, B, & C"; of more than 20 the first 19 and the last behind an ellipsis, one character as the
 * Publication Manual allows (8.31).  Of two names the comma belongs to initials: two organisations
 * have none.
 */
static struct str list_of(struct arena *arena, struct names names,
                            struct str (*form)(struct arena *, const struct name *))
{
    enum { MOST = 20 };
    struct builder b = {.arena = arena};
    bool cut = names.count > MOST;
    bool groups = cite_is_group(&names.at[0]) && cite_is_group(&names.at[names.count - 1]);
    bool comma = names.count > 2 || (form == family_first && !groups);
    for (size_t i = 0; i < names.count; i++) {
        bool last = i + 1 == names.count;
        if (cut && i >= MOST - 1 && !last)
            continue;
        if (i)
            builder_add(&b, comma ? STR(", ") : STR(" "));
        if (i && last && !names.others) /* the dots stay with the name */
            builder_add(&b, cut ? STR("…\u00A0") : STR("& "));
        builder_add(&b, form(arena, &names.at[i]));
    }
    builder_add(&b, names.others ? STR(", et al.") : STR(""));
    return builder_str(&b);
}

struct str apa_names_first(struct arena *arena, struct names names)
{
    return list_of(arena, names, family_first);
}

struct str apa_names(struct arena *arena, struct names names)
{
    return list_of(arena, names, family_last);
}

struct str apa_role(struct names names, struct str one, struct str several)
{
    return names.count > 1 ? several : one;
}

/* ---- Who stands first ---- */

/* Makers of a work, and what they are called. */
struct makers {
    const struct names *names;
    const char *one, *several; /* NULL for who wrote it */
};

/* "Etzel, R. A., & Balk, S. J. (Eds.)" */
static struct str with_role(struct arena *arena, const struct makers *makers)
{
    struct builder b = {.arena = arena};
    builder_add(&b, apa_names_first(arena, *makers->names));
    if (makers->one)
        cite_wrap(&b, STR(" ("), apa_role(*makers->names, str_of(makers->one),
                                          str_of(makers->several)), STR(")"));
    return builder_str(&b);
}

/* Of a broadcast both who wrote and who directed it (Publication Manual, 10.12). */
static struct str broadcast_makers(struct arena *arena, const struct reference *r)
{
    const struct makers writers = {&r->writers, "Writer", "Writers"};
    const struct makers directors = {&r->directors, "Director", "Directors"};
    struct builder b = {.arena = arena};
    if (r->writers.count)
        builder_add(&b, with_role(arena, &writers));
    if (r->directors.count)
        cite_join(&b, STR(", "), with_role(arena, &directors));
    return builder_str(&b);
}

/* Where nobody wrote it: who else made it, the first of these that there are. */
static struct str other_makers(struct arena *arena, const struct reference *r)
{
    bool whole = !apa_is_serial(r) && !apa_is_within(r);
    const struct makers makers[] = {
        {&r->illustrators, NULL, NULL},
        {&r->directors, "Director", "Directors"},
        {&r->hosts, "Host", "Hosts"},
        {&r->producers, "Producer", "Producers"},
        {&r->editors, "Ed.", "Eds."}, /* of a book; who edits one did not write its chapter */
        {&r->compilers, "Compiler", "Compilers"},
    };
    size_t count = sizeof makers / sizeof *makers - (whole ? 0 : 2);
    if (r->kind == REFERENCE_BROADCAST && (r->writers.count || r->directors.count))
        return broadcast_makers(arena, r);
    for (size_t i = 0; i < count; i++)
        if (makers[i].names->count)
            return with_role(arena, &makers[i]);
    return (struct str){0};
}

struct str apa_author(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool on_cover = r->kind == REFERENCE_BOOK || r->kind == REFERENCE_REPORT;
    const struct names *first = r->composers.count ? &r->composers : &r->authors;
    builder_add(&b, first->count ? apa_names_first(arena, *first) : other_makers(arena, r));
    if (b.len && on_cover && r->contributors.count)
        cite_wrap(&b, STR(" (with "), apa_names_first(arena, r->contributors), STR(")"));
    return builder_str(&b);
}

struct str apa_people(struct arena *arena, const struct reference *r)
{
    struct builder b = {.arena = arena};
    bool whole = !apa_is_serial(r) && !apa_is_within(r), written = r->authors.count > 0;
    const struct {
        const struct names *names;
        const char *one, *several;
        bool told;
    } people[] = {
        {&r->interviewers, "Interviewer", "Interviewers", true},
        {&r->illustrators, "Illus.", "Illus.", written && !apa_is_serial(r)},
        {&r->narrators, "Narr.", "Narrs.", true},
        {&r->editors, "Ed.", "Eds.", whole && (written || r->directors.count)},
        {&r->translators, "Trans.", "Trans.", true},
        {&r->compilers, "Compiler", "Compilers", whole && (written || r->editors.count)},
    };
    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        struct builder one = {.arena = arena};
        if (!people[i].told || !people[i].names->count)
            continue;
        builder_add(&one, apa_names(arena, *people[i].names));
        cite_wrap(&one, STR(", "), apa_role(*people[i].names, str_of(people[i].one),
                                            str_of(people[i].several)), STR(""));
        cite_join(&b, STR("; "), builder_str(&one));
    }
    return builder_str(&b);
}

/* ---- Kinds ---- */

bool apa_is_serial(const struct reference *r)
{
    return r->kind == REFERENCE_ARTICLE || r->kind == REFERENCE_MAGAZINE
        || r->kind == REFERENCE_NEWSPAPER || r->kind == REFERENCE_POST
        || (r->kind == REFERENCE_PAPER && !r->editors.count);
}

bool apa_is_within(const struct reference *r)
{
    return r->container.len && r->kind != REFERENCE_BOOK && r->kind != REFERENCE_WEBPAGE
        && r->kind != REFERENCE_PREPRINT;
}

bool apa_is_review(const struct reference *r)
{
    bool typed = r->kind == REFERENCE_ARTICLE && r->described.len;
    return typed || r->reviewed_title.len || r->reviewed_genre.len || r->reviewed_authors.count;
}
