/*
 * compile: makes C of what HarfBuzz says of pairs of letters, when the program is built.
 *
 *     compile SYMBOL OUTPUT FONT.ttf
 *
 * See src/font/pairs.h.  A character that HarfBuzz does anything else with than what fits into
 * that table is left out of it.  A face that no table can hold ends the build.
 */
#include "tool.h"

#include "font/pairs.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLACES = PAIR_PLACES };

/* The kerning of all pairs, and which of its rows and columns differ. */
struct grid {
    int16_t at[PLACES][PLACES];
    int rows[PLACES], columns[PLACES]; /* a place for each */
    int16_t row_count, column_count;
};

static struct pair_table table;
static struct grid grid;

static uint32_t character_at(int place)
{
    return (uint32_t)(place < PAIR_LATIN_END ? place : place - PAIR_LATIN_END + PAIR_SIGNS);
}

/* Unicode: soft hyphens have no glyph of their own. */
static bool is_drawn(uint32_t c)
{
    return c != 0xAD;
}

/* ---- Asking HarfBuzz ---- */

/* As src/font/shape.c does it for letters that stand one by one. */
static void shape_characters(hb_font_t *font, hb_buffer_t *buffer, const uint32_t *characters,
                             int count)
{
    static const hb_feature_t features[] = {
        {HB_TAG('c', 'c', 'm', 'p'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    };
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf32(buffer, characters, count, 0, count);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, hb_language_from_string("en", -1));
    hb_shape(font, buffer, features, sizeof features / sizeof *features);
}

/* Whether it is just that glyph, drawn where the pen is. */
static bool is_glyph(hb_buffer_t *buffer, unsigned i, hb_codepoint_t glyph)
{
    const hb_glyph_position_t *at = &hb_buffer_get_glyph_positions(buffer, NULL)[i];
    return hb_buffer_get_glyph_infos(buffer, NULL)[i].codepoint == glyph && !at->x_offset &&
           !at->y_offset && !at->y_advance;
}

static int advance_of(hb_buffer_t *buffer, unsigned i)
{
    return hb_buffer_get_glyph_positions(buffer, NULL)[i].x_advance;
}

static void ask_character(hb_font_t *font, hb_buffer_t *buffer, int place)
{
    uint32_t c = character_at(place);
    hb_codepoint_t glyph;
    if (!is_drawn(c) || !hb_font_get_nominal_glyph(font, c, &glyph) || !glyph)
        return;
    shape_characters(font, buffer, &c, 1);
    if (hb_buffer_get_length(buffer) != 1 || !is_glyph(buffer, 0, glyph))
        return;
    table.glyph[place] = (int16_t)glyph;
    table.advance[place] = (int16_t)advance_of(buffer, 0);
}

static void ask_pair(hb_font_t *font, hb_buffer_t *buffer, int first, int second, const char *name)
{
    uint32_t pair[] = {character_at(first), character_at(second)};
    shape_characters(font, buffer, pair, 2);
    if (hb_buffer_get_length(buffer) != 2 || !is_glyph(buffer, 0, (hb_codepoint_t)table.glyph[first]) ||
        !is_glyph(buffer, 1, (hb_codepoint_t)table.glyph[second]) ||
        advance_of(buffer, 1) != table.advance[second])
        fail("a pair of letters is more than two letters and their kerning", name);
    grid.at[first][second] = (int16_t)(advance_of(buffer, 0) - table.advance[first]);
}

static void ask_all(hb_font_t *font, const char *name)
{
    hb_buffer_t *buffer = hb_buffer_create();
    for (int place = 0; place < PLACES; place++)
        ask_character(font, buffer, place);
    for (int first = 0; first < PLACES; first++)
        for (int second = 0; second < PLACES && table.glyph[first]; second++)
            if (table.glyph[second])
                ask_pair(font, buffer, first, second, name);
    hb_buffer_destroy(buffer);
}

/* ---- Rows and columns ---- */

static bool are_rows_alike(int a, int b)
{
    return !memcmp(grid.at[a], grid.at[b], sizeof grid.at[a]);
}

static bool are_columns_alike(int a, int b)
{
    for (int first = 0; first < PLACES; first++)
        if (grid.at[first][a] != grid.at[first][b])
            return false;
    return true;
}

/* The number of the one that is like it; the first of its kind gets the next number. */
static int16_t number_of(int place, int *found, int16_t *count, bool (*alike)(int a, int b))
{
    int16_t number = 0;
    while (number < *count && !alike(found[number], place))
        number++;
    if (number == *count)
        found[(*count)++] = place;
    return number;
}

static void number_all(void)
{
    for (int place = 0; place < PLACES; place++) {
        table.row[place] = number_of(place, grid.rows, &grid.row_count, are_rows_alike);
        table.column[place] =
            number_of(place, grid.columns, &grid.column_count, are_columns_alike);
    }
}

/* ---- Writing ---- */

static void write_numbers(FILE *out, const char *member, const int16_t *numbers)
{
    fprintf(out, "    .%s = {", member);
    for (int place = 0; place < PLACES; place++)
        fprintf(out, "%s%d,", place % 16 ? "" : "\n     ", numbers[place]);
    fputs("},\n", out);
}

static void write_kerning(FILE *out)
{
    fputs("static const int16_t kerning[] = {\n", out);
    for (int row = 0; row < grid.row_count; row++) {
        for (int column = 0; column < grid.column_count; column++)
            fprintf(out, "%d,", grid.at[grid.rows[row]][grid.columns[column]]);
        fputs("\n", out);
    }
    fputs("};\n\n", out);
}

static void write_table(FILE *out, const char *symbol)
{
    fputs("/* Made by fonts/compile.c. */\n#include \"font/pairs.h\"\n\n", out);
    write_kerning(out);
    fprintf(out, "const struct pair_table %s = {\n", symbol);
    write_numbers(out, "glyph", table.glyph);
    write_numbers(out, "advance", table.advance);
    write_numbers(out, "row", table.row);
    write_numbers(out, "column", table.column);
    fprintf(out, "    .kerning = kerning,\n    .columns = %d,\n};\n", grid.column_count);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fputs("usage: compile SYMBOL OUTPUT FONT.ttf\n", stderr);
        return 2;
    }
    hb_font_t *font = open_font(argv[3]);
    ask_all(font, argv[3]);
    number_all();
    FILE *out = open_output(argv[2]);
    write_table(out, argv[1]);
    close_output(out, argv[2]);
    return 0;
}
