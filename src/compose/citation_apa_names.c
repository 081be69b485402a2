/*
 * Names in APA style (Publication Manual 9.7 to 9.12), and which kinds of source stand in another.
 */
#include "compose/citation_apa.h"

/* ---- Names ---- */

static bool is_inverted(const struct name *name)
{
    return name->given.len > 0;
}

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
 * "A, B, & C"; of more than 20 the first 19 and the last.  Of two names the comma belongs to the
 * first one's initials: "A & B" without.
 */
static struct str list_of(struct arena *arena, struct names names,
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
