/*
 * See picture.h.  Pictures are symbols of the blocks that Unicode keeps for them: of other symbols
 * in these blocks, such as a figure in a ring, the database says that they are numbers or letters.
 * What joins pictures and colours them has no shape of its own, and goes with all that has none.
 */
#include "read/picture.h"

#include "base/unicode.h"
#include "read/character_check.h"
#include "read/text_check.h"

static bool is_picture(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } blocks[] = {
        {0x20E3, 0x20E3},   /* the key around a figure, which stays */
        {0x231A, 0x23FF},   /* watches, keys of players */
        {0x25A0, 0x25FF},   /* geometric shapes */
        {0x2600, 0x27BF},   /* weather, games, dingbats */
        {0x2B00, 0x2BFF},   /* arrows, stars */
        {0x1F000, 0x1F0FF}, /* tiles, cards */
        {0x1F18E, 0x1FAFF}, /* flags, and all later pictures */
    };
    enum unicode_category category = unicode_category(c);
    bool sex = c == 0x2640 || c == 0x2642; /* "♀" says something in a title */
    bool symbol = category == UNICODE_SO || category == UNICODE_SK || category == UNICODE_ME;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks && symbol && !sex; i++)
        if (c >= blocks[i].first && c <= blocks[i].last)
            return true;
    return false;
}

static void note(struct pictures *pictures, uint32_t c)
{
    bool of_another = unicode_category(c) != UNICODE_SO; /* the skin of a hand, a key's frame */
    for (size_t i = 0; i < pictures->count; i++)
        if (pictures->at[i] == c || of_another)
            return;
    pictures->more = pictures->count == PICTURES_NAMED;
    if (!pictures->more)
        pictures->at[pictures->count++] = c;
}

static bool is_lacking(const struct charset *charset, uint32_t c)
{
    return c >= 0x20E3 && is_picture(c) && !charset_at_hand(charset, c);
}

struct str pictures_escaped(struct reader *r, struct str address)
{
    struct builder b = {.arena = r->arena};
    for (size_t at = 0; at < address.len;) {
        size_t from = at;
        bool escaped = is_lacking(r->charset, utf8_next(address, &at));
        for (; from < at; from++)
            if (escaped)
                builder_printf(&b, "%%%02X", (unsigned)(unsigned char)address.ptr[from]);
            else
                builder_char(&b, address.ptr[from]);
    }
    return b.len ? builder_str(&b) : address;
}

bool picture_left_out(struct pictures *pictures, uint32_t c)
{
    if (!pictures || !is_lacking(pictures->charset, c))
        return false;
    note(pictures, c);
    return true;
}

void pictures_place(struct reader *r, const struct json *value)
{
    if (r->pictures && r->pictures->count && !r->pictures->place.source)
        r->pictures->place = character_place(r, value, r->pictures->at[0]);
}

void pictures_report(struct reader *r)
{
    const struct pictures *pictures = r->pictures;
    struct builder names = {.arena = r->arena};
    for (size_t i = 0; i < pictures->count; i++) {
        builder_add(&names, i ? STR(", ") : STR(""));
        builder_add(&names, character_name(r->arena, pictures->at[i]));
    }
    builder_add(&names, pictures->more ? STR(" and others") : STR(""));
    if (pictures->count)
        diag_add(r->diags, DIAG_REFERENCE_PICTURE, pictures->place, builder_str(&names));
}
