/*
 * See lend.h.  A face is asked for the characters that are still missing, the first of which it
 * must have; what it has besides is no longer missing.  So a script takes one face in each weight,
 * and what nobody has is asked for once.
 */
#include "lend.h"

#include <assert.h>

enum { CHARACTERS = 0x110000 };

bool demand_has(const void *context, uint32_t c)
{
    struct demand *demand = *(struct demand *const *)context;
    assert(c < CHARACTERS);
    if (fonts_has(demand->fonts, c))
        return true;
    if (!demand->missing)
        demand->missing = ARENA_ARRAY(demand->arena, CHARACTERS / 8, uint8_t);
    uint8_t bit = (uint8_t)(1u << c % 8);
    demand->count += !(demand->missing[c / 8] & bit);
    demand->missing[c / 8] |= bit;
    return false;
}

/* What is missing, and who is asked for it. */
struct lending {
    const struct handout_font_source *source;
    struct fonts *fonts; /* with what was found so far; NULL: nothing yet */
    struct handout_font_wanted wanted;
    uint32_t *characters;
};

static void list_missing(const struct demand *demand, struct lending *lending)
{
    size_t count = 0;
    for (uint32_t c = 0; c < CHARACTERS; c++)
        if (demand->missing[c / 8] >> c % 8 & 1)
            lending->characters[count++] = c;
    assert(count == demand->count);
    lending->wanted.count = count;
}

/* Takes out the first, and what the face that was found last has of the others. */
static void cross_out(struct lending *lending, bool found)
{
    size_t kept = 0;
    for (size_t i = 1; i < lending->wanted.count; i++)
        if (!found || !fonts_last_has(lending->fonts, lending->characters[i]))
            lending->characters[kept++] = lending->characters[i];
    lending->wanted.count = kept;
}

/* @return whether a face for the first of the characters was found and could be used. */
static bool ask(struct lending *lending, const struct fonts *base)
{
    enum { REFUSED_MOST = 8 };
    struct handout_font_found found = {0};
    for (int *refused = &lending->wanted.refused; *refused < REFUSED_MOST; ++*refused) {
        if (!lending->source->find(lending->source->context, &lending->wanted, &found))
            return false;
        struct str bytes = {found.bytes, found.length};
        if (font_check_face(bytes, found.index) != FONT_OK)
            continue;
        struct fonts *fonts = fonts_lend(lending->fonts ? lending->fonts : base, bytes,
                                         found.index,
                                         lending->wanted.bold ? FONT_BOLD : FONT_REGULAR);
        if (fonts && fonts_last_has(fonts, lending->characters[0])) {
            fonts_close(lending->fonts);
            lending->fonts = fonts;
            return true;
        }
        fonts_close(fonts);
    }
    return false;
}

struct fonts *lend_faces(const struct demand *demand, struct str language,
                         const struct handout_font_source *source)
{
    enum { ASKED_MOST = 24 }; /* a text of emoji alone need not be asked for one by one */
    struct lending lending = {
        .source = source,
        .characters = ARENA_ARRAY(demand->arena, demand->count, uint32_t),
    };
    lending.wanted.characters = lending.characters;
    lending.wanted.language = str_c(demand->arena, language);
    for (int bold = 0; bold < 2; bold++) {
        list_missing(demand, &lending);
        lending.wanted.bold = bold;
        for (int asked = 0; lending.wanted.count && asked < ASKED_MOST; asked++) {
            lending.wanted.refused = 0;
            cross_out(&lending, ask(&lending, demand->fonts));
        }
    }
    return lending.fonts;
}

struct str lent_names(struct arena *arena, const struct fonts *fonts)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < fonts_lent(fonts); i++) {
        if (i)
            builder_add(&b, STR(", "));
        builder_add(&b, str_of(font_metrics(fonts, (enum face)(FACE_LENT + (int)i)).name));
    }
    return builder_str(&b);
}
