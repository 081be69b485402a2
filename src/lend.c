/*
 * See lend.h.  A face is asked for all missing characters of one script, signs of punctuation among
 * them, so that a full stop does not come from another script's font; for what belongs to no script
 * come the last questions.  What a face has besides is no longer missing.  So a script takes one
 * face in each weight, and what nobody has is asked for once.
 *
 * A bold face must have all of the script that the regular ones have: words in two designs, or half
 * of them bold, are worse than none in bold.
 */
#include "lend.h"

#include "read/script.h"

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

bool demand_at_hand(const void *context, uint32_t c)
{
    const struct demand *demand = *(struct demand *const *)context;
    return fonts_has(demand->fonts, c);
}

/* What is missing, and who is asked for it. */
struct lending {
    struct arena *arena;
    const struct handout_font_source *source;
    const struct fonts *base;
    struct fonts *fonts; /* with what was found so far; NULL: nothing yet */
    struct handout_font_wanted wanted;
    uint32_t *missing; /* all that is; then the script that is asked for stands first */
    size_t count;
    uint32_t *others; /* room for those of other scripts */
};

/* What tells scripts apart; 0: of none that we know. */
static uint32_t script_key(uint32_t c)
{
    const struct script *script = script_of(c);
    return script ? script->sample : 0;
}

/* In bold only what a regular face has: a bold one must have all that it is asked for. */
static void list_missing(const struct demand *demand, struct lending *lending)
{
    bool bold = lending->wanted.bold;
    lending->count = 0;
    for (uint32_t c = 0; c < CHARACTERS; c++)
        if (demand->missing[c / 8] >> c % 8 & 1
            && (!bold || (lending->fonts && fonts_has(lending->fonts, c))))
            lending->missing[lending->count++] = c;
    assert(bold || lending->count == demand->count);
}

/* The script of the first character that has one comes first, all of it. */
static void bring_script_forward(struct lending *lending)
{
    size_t first = 0, mine = 0, others = 0;
    while (first < lending->count && !script_key(lending->missing[first]))
        first++;
    uint32_t key = first < lending->count ? script_key(lending->missing[first]) : 0;
    for (size_t i = 0; i < lending->count; i++) {
        uint32_t c = lending->missing[i];
        if (script_key(c) == key)
            lending->missing[mine++] = c;
        else
            lending->others[others++] = c;
    }
    for (size_t i = 0; i < others; i++)
        lending->missing[mine + i] = lending->others[i];
    lending->wanted.characters = lending->missing;
    lending->wanted.count = mine;
}

/* How many of the characters, from the first on, a face must have. */
static size_t needed(const struct handout_font_wanted *wanted)
{
    return wanted->bold ? wanted->count : 1;
}

/* Takes out the first, or in bold the script, and what the face that was found last has of the
 * others. */
static void cross_out(struct lending *lending, bool found)
{
    size_t kept = 0;
    for (size_t i = needed(&lending->wanted); i < lending->count; i++)
        if (!found || !fonts_last_has(lending->fonts, lending->missing[i]))
            lending->missing[kept++] = lending->missing[i];
    lending->count = kept;
}

/* Whether a face, the last of the fonts, has what it was asked for. */
static bool serves(const struct lending *lending, const struct fonts *fonts)
{
    for (size_t i = 0; i < needed(&lending->wanted); i++)
        if (!fonts_last_has(fonts, lending->wanted.characters[i]))
            return false;
    return true;
}

static _Noreturn void give_up(struct lending *lending)
{
    fonts_close(lending->fonts);
    arena_out_of_memory(lending->arena);
}

/* The fonts with a face behind them; NULL if it is damaged. */
static struct fonts *with_face(struct lending *lending, const struct handout_font_found *found)
{
    const struct fonts *before = lending->fonts ? lending->fonts : lending->base;
    struct str bytes = {found->bytes, found->length};
    enum font_status status =
        font_check_face(bytes, found->index, lending->missing, lending->count);
    if (status != FONT_OK && status != FONT_NO_MEMORY)
        return NULL;
    struct fonts *fonts = NULL;
    if (status == FONT_OK)
        fonts = fonts_lend(before, bytes, found->index,
                           lending->wanted.bold ? FONT_BOLD : FONT_REGULAR);
    if (!fonts) /* another face in its place would be another page */
        give_up(lending);
    return fonts;
}

/* @return whether a face for the first of the characters was found and could be used. */
static bool ask(struct lending *lending)
{
    enum { REFUSED_MOST = 8 };
    struct handout_font_found found = {0};
    struct handout_font_wanted *wanted = &lending->wanted;
    if (lending->fonts && fonts_lent(lending->fonts) == FACES_LENT_MOST)
        return false;
    for (wanted->refused = 0; wanted->refused < REFUSED_MOST; wanted->refused++) {
        if (!lending->source->find(lending->source->context, wanted, &found))
            return false;
        struct fonts *fonts = with_face(lending, &found);
        if (fonts && serves(lending, fonts)) {
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
        .arena = demand->arena,
        .source = source,
        .base = demand->fonts,
        .missing = ARENA_ARRAY(demand->arena, demand->count, uint32_t),
        .others = ARENA_ARRAY(demand->arena, demand->count, uint32_t),
    };
    lending.wanted.language = str_c(demand->arena, language);
    for (int bold = 0; bold < 2; bold++) {
        lending.wanted.bold = bold;
        list_missing(demand, &lending);
        for (int asked = 0; lending.count && asked < ASKED_MOST; asked++) {
            bring_script_forward(&lending);
            cross_out(&lending, ask(&lending));
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
