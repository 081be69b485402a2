/*
 * Faces that a caller lends for what all others lack.  A text in bold tries bold ones before
 * regular ones, any other text the other way round.
 */
#include "font/faces.h"

#include <assert.h>
#include <string.h>

size_t fonts_lent(const struct fonts *fonts)
{
    return fonts->lent;
}

bool fonts_last_has(const struct fonts *fonts, uint32_t c)
{
    return face_has(fonts, (enum face)(FACE_LENT + (int)fonts->lent - 1), c);
}

static bool is_lent_bold(const struct fonts *fonts, int face)
{
    return fonts->lent_bold >> (face - FACE_LENT) & 1;
}

/* Behind the faces tried so far, but before lent ones of another weight than the text's. */
static void try_it(struct fonts *fonts, int8_t *tries, enum face face, bool bold)
{
    size_t count = 0;
    while (tries[count] >= 0)
        count++;
    size_t at = count;
    while (is_lent_bold(fonts, (int)face) == bold && tries[at - 1] >= FACE_LENT &&
           is_lent_bold(fonts, tries[at - 1]) != bold)
        at--;
    memmove(tries + at + 1, tries + at, count + 1 - at);
    tries[at] = (int8_t)face;
}

struct fonts *fonts_lend(const struct fonts *base, struct str bytes, unsigned index,
                         enum font_style style)
{
    assert(base->lent < FACES_LENT_MOST);
    struct fonts *fonts = fonts_copy(base);
    if (!fonts)
        return NULL;
    enum face face = (enum face)(FACE_LENT + (int)fonts->lent);
    face_calls_begin();
    bool opened = fonts_put(fonts, face, face_open(bytes, index, style));
    if (!face_calls_end(fonts) || !opened) {
        fonts_close(fonts);
        return NULL;
    }
    fonts->lent++;
    fonts->lent_bold |= (uint32_t)(style == FONT_BOLD) << (face - FACE_LENT);
    for (int text = 0; text < FONT_STYLES; text++)
        try_it(fonts, fonts->tries[text], face, text == FONT_BOLD);
    return fonts;
}
