/*
 * programs: makes C of a subset of a text face, when the program is built.
 *
 *     programs SYMBOL OUTPUT FONT.ttf [running]
 *
 * See src/font/ready.h.  The subset is made as any other one, but compressed as well as can be: it
 * is done once.  "running": it is the face of running text.
 */
#include "tool.h"

#include "font/faces.h"

#include <libdeflate.h>

#include <stdio.h>
#include <stdlib.h>
#include <uchar.h>

enum { LEVEL = 12 }; /* the best */

/* What English handouts are seen to have in any text face.  Accents are not worth their room on
 * every page. */
static const char32_t usual[] = U"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "abcdefghijklmnopqrstuvwxyz"
                                "0123456789"
                                " \u00A0.,:;?!…-–()/%&’";
/* And in that of running text, quotation marks as they are typed too. */
static const char32_t running[] = U"‘“”'\"·•—+@©°";

/* ---- Making ---- */

static void add_glyphs(hb_set_t *glyphs, const char32_t *characters,
                       hb_font_t *font, const char *name)
{
    hb_codepoint_t glyph;
    for (; *characters; characters++) {
        if (!hb_font_get_nominal_glyph(font, *characters, &glyph))
            fail("a usual character is missing", name);
        hb_set_add(glyphs, glyph);
    }
}

struct program {
    const char *file;
    unsigned length;
    unsigned char *small;
    size_t size;
};

static struct program make_program(hb_font_t *font, const hb_set_t *glyphs, const char *name)
{
    struct program made;
    hb_face_t *subset = face_subset(hb_font_get_face(font), font, glyphs);
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL);
    if (!subset || !compressor)
        fail("there is no subset", name);
    made.file = hb_blob_get_data(hb_face_reference_blob(subset), &made.length);
    size_t room = libdeflate_zlib_compress_bound(compressor, made.length);
    made.small = malloc(room);
    made.size = libdeflate_zlib_compress(compressor, made.file, made.length, made.small, room);
    if (!made.size)
        fail("it cannot be compressed", name);
    return made;
}

/* ---- Writing ---- */

static void write_glyphs(FILE *out, const hb_set_t *glyphs)
{
    hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
    fputs("static const uint16_t glyphs[] = {", out);
    while (hb_set_next(glyphs, &glyph))
        fprintf(out, "%u,", glyph);
    fputs("};\n\n", out);
}

static void write_bytes(FILE *out, const struct program *program)
{
    fputs("static const unsigned char bytes[] = {", out);
    for (size_t i = 0; i < program->size; i++)
        fprintf(out, "%s%u,", i % 20 ? "" : "\n", program->small[i]);
    fputs("};\n\n", out);
}

static void write_program(FILE *out, const char *symbol, const struct program *program,
                          const hb_set_t *glyphs)
{
    fputs("/* Made by fonts/programs.c. */\n#include \"font/ready.h\"\n\n", out);
    write_glyphs(out, glyphs);
    write_bytes(out, program);
    fprintf(out,
            "const struct ready_program %s = {\n"
            "    glyphs, sizeof glyphs / sizeof *glyphs, bytes, sizeof bytes, %u};\n",
            symbol, program->length);
}

int main(int argc, char **argv)
{
    if (argc != 4 && argc != 5) {
        fputs("usage: programs SYMBOL OUTPUT FONT.ttf [running]\n", stderr);
        return 2;
    }
    hb_font_t *font = open_font(argv[3]);
    hb_set_t *glyphs = hb_set_create();
    add_glyphs(glyphs, usual, font, argv[3]);
    if (argc == 5)
        add_glyphs(glyphs, running, font, argv[3]);
    struct program program = make_program(font, glyphs, argv[3]);
    FILE *out = open_output(argv[2]);
    write_program(out, argv[1], &program, glyphs);
    close_output(out, argv[2]);
    return 0;
}
