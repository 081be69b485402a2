/* See pairs.h. */
#include "font/pairs.h"

#include "font/choose.h"

static const struct pair_table *const tables[FONT_STYLES] = {
    [FONT_REGULAR] = &pairs_text_regular,
    [FONT_BOLD] = &pairs_text_bold,
    [FONT_ITALIC] = &pairs_text_italic,
};

static int16_t kerning(const struct pair_table *table, uint32_t before, uint32_t behind)
{
    return table->kerning[table->row[before] * table->columns + table->column[behind]];
}

size_t shape_pairs(struct str text, enum font_style style, struct glyph *to)
{
    const struct pair_table *table = tables[style];
    size_t count = 0;
    uint32_t before = 0;
    for (size_t at = 0, from = 0; at < text.len; from = at) {
        uint32_t place = pair_place(utf8_next(text, &at));
        if (place == PAIR_PLACES || !table->glyph[place])
            return 0;
        if (count)
            to[count - 1].advance += kerning(table, before, place);
        to[count++] = (struct glyph){.from = (uint32_t)from,
                                     .to = (uint32_t)at,
                                     .id = (uint16_t)table->glyph[place],
                                     .face = (uint8_t)(FACE_TEXT_REGULAR + (int)style),
                                     .advance = table->advance[place]};
        before = place;
    }
    return count;
}
