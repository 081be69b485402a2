/*
 * PNG files of every kind, with samples that a test can work out: sample().
 */
#ifndef UNIT_MAKE_PNG_H
#define UNIT_MAKE_PNG_H

#include "unit.h"

#include <png.h>

enum { NO_KEY = -1 };

struct kind {
    int colour_type, depth, interlace;
    int key;      /* transparent grey or palette index */
    double gamma; /* of a gAMA chunk; 0: none */
};

#define KIND(type, depth, key) {PNG_COLOR_TYPE_##type, depth, 0, key, 0}

static void append(png_structp png, png_bytep bytes, size_t count)
{
    builder_add(png_get_io_ptr(png), (struct str){(const char *)bytes, count});
}

static int samples_of(int colour_type)
{
    return colour_type == PNG_COLOR_TYPE_RGB          ? 3
           : colour_type == PNG_COLOR_TYPE_RGB_ALPHA  ? 4
           : colour_type == PNG_COLOR_TYPE_GRAY_ALPHA ? 2
                                                      : 1;
}

/* Sample s of pixel (x, y), in the full range of its depth. Alpha comes out the same way. */
static unsigned sample(const struct kind *kind, unsigned x, unsigned y, int s)
{
    unsigned value = x * 37 + y * 11 + (unsigned)s * 91;
    return kind->depth == 16 ? (value * 2654435761u) >> 16 : value & ((1u << kind->depth) - 1);
}

static void pack(const struct kind *kind, unsigned y, unsigned width, unsigned char *row)
{
    int samples = samples_of(kind->colour_type);
    for (unsigned x = 0; x < width; x++)
        for (int s = 0; s < samples; s++) {
            unsigned value = sample(kind, x, y, s), at = x * (unsigned)samples + (unsigned)s;
            if (kind->depth == 16) {
                row[2 * at] = (unsigned char)(value >> 8);
                row[2 * at + 1] = (unsigned char)value;
            } else {
                unsigned bit = at * (unsigned)kind->depth;
                unsigned shift = 8 - (unsigned)kind->depth - bit % 8;
                row[bit / 8] |= (unsigned char)(value << shift);
            }
        }
}

/* Colour i of the palette. */
static png_color colour(unsigned i)
{
    return (png_color){(png_byte)(i * 3), (png_byte)(255 - i), (png_byte)(i * 7)};
}

static void write_extras(png_structp png, png_infop info, const struct kind *kind)
{
    png_color palette[256];
    png_byte alpha[256];
    png_color_16 key = {.gray = (png_uint_16)kind->key};
    memset(alpha, 255, sizeof alpha);
    for (unsigned i = 0; i < 256; i++)
        palette[i] = colour(i);
    if (kind->gamma > 0)
        png_set_gAMA(png, info, kind->gamma);
    if (kind->colour_type == PNG_COLOR_TYPE_PALETTE) {
        png_set_PLTE(png, info, palette, 1 << kind->depth);
        if (kind->key != NO_KEY) {
            alpha[kind->key] = 0;
            png_set_tRNS(png, info, alpha, kind->key + 1, NULL);
        }
    } else if (kind->key != NO_KEY) {
        png_set_tRNS(png, info, NULL, 0, &key);
    }
}

static struct str make_png(struct arena *arena, const struct kind *kind, unsigned width,
                           unsigned height)
{
    struct builder out = {.arena = arena};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    assert_int_equal(setjmp(png_jmpbuf(png)), 0);
    png_set_write_fn(png, &out, append, NULL);
    png_set_compression_level(png, 1);
    png_set_IHDR(png, info, width, height, kind->depth, kind->colour_type,
                 kind->interlace ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    write_extras(png, info, kind);
    png_write_info(png, info);
    png_bytep *rows = ARENA_ARRAY(arena, height, png_bytep);
    for (unsigned y = 0; y < height; y++) {
        rows[y] = arena_alloc(arena, (size_t)width * 8);
        pack(kind, y, width, rows[y]);
    }
    png_write_image(png, rows);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return builder_str(&out);
}

#endif
