/*
 * PNG through libpng's simplified interface, which turns every kind of file into rows of 8-bit
 * sRGB samples and reports an error by returning.  Those rows are then averaged down to the pixels
 * that the page needs, and colour and alpha are parted, as a PDF wants them.
 *
 * libpng opens the file twice: once to learn what room the rows take, once to fill it.  Between
 * the two it holds nothing, so the arena may leave by its hook and nothing is lost.
 */
#include "image/logo_formats.h"

#include <png.h>

#include <string.h>

/* A picture as libpng unpacks it: samples of one pixel side by side, alpha last. */
struct rows {
    const unsigned char *at;
    uint32_t width, height;
    unsigned samples; /* a pixel: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha */
};

/* ---- Unpacking ---- */

static uint32_t big_endian(const char *at)
{
    const unsigned char *b = (const unsigned char *)at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* Width and height stand first in the first chunk: a bomb is seen before libpng sees the file. */
static enum logo_status check_header(struct str bytes)
{
    enum { CHUNK_TYPE = 12, WIDTH = 16, HEIGHT = 20, HEADER_END = 24 };
    if (bytes.len < HEADER_END || memcmp(bytes.ptr + CHUNK_TYPE, "IHDR", 4) != 0)
        return LOGO_DAMAGED;
    return logo_check_size(big_endian(bytes.ptr + WIDTH), big_endian(bytes.ptr + HEIGHT));
}

static bool begin(png_image *image, struct str bytes)
{
    memset(image, 0, sizeof *image);
    image->version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(image, bytes.ptr, bytes.len))
        return false;
    /* Without a gAMA chunk 16-bit samples are sRGB as 8-bit ones are, not linear. */
    image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    /* Of the file's own format only these two are kept: 8 bits and no palette. */
    image->format &= PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA;
    return true;
}

/* libpng tells of a lack of memory by its message only. */
static enum logo_status failed(struct arena *arena, png_image *image)
{
    bool no_memory = strstr(image->message, "ut of memory") != NULL;
    png_image_free(image);
    if (no_memory)
        arena_out_of_memory(arena);
    return LOGO_DAMAGED;
}

static enum logo_status unpack(struct arena *arena, struct str bytes, struct rows *rows)
{
    png_image image;
    enum logo_status status = check_header(bytes);
    if (status != LOGO_OK)
        return status;
    if (!begin(&image, bytes))
        return failed(arena, &image);
    *rows = (struct rows){NULL, image.width, image.height, PNG_IMAGE_SAMPLE_CHANNELS(image.format)};
    png_image_free(&image);

    unsigned char *room = arena_array(arena, (size_t)rows->width * rows->height, rows->samples);
    if (!begin(&image, bytes) || !png_image_finish_read(&image, NULL, room, 0, NULL))
        return failed(arena, &image);
    png_image_free(&image);
    rows->at = room;
    return LOGO_OK;
}

/* ---- Averaging ---- */

/* The largest size in the picture's proportions that fits; never more than the picture has. */
static void fit(const struct rows *rows, uint32_t max_width, uint32_t max_height,
                struct picture *picture)
{
    uint64_t w = rows->width, h = rows->height;
    if (w <= max_width && h <= max_height) {
        picture->width = rows->width;
        picture->height = rows->height;
    } else if (w * max_height > h * max_width) {
        picture->width = max_width;
        picture->height = (uint32_t)((h * max_width + w / 2) / w);
    } else {
        picture->width = (uint32_t)((w * max_height + h / 2) / h);
        picture->height = max_height;
    }
    picture->width += picture->width == 0;
    picture->height += picture->height == 0;
}

/*
 * The stretch of source pixels under target pixel i of `to`, where the source has `from`.  Source
 * pixel s lies over [s * to, s * to + to) and target pixel i over [i * from, i * from + from), so
 * what two of them share is a whole number.
 */
struct cover {
    uint64_t start, end;
    uint64_t to;
};

static struct cover cover(uint32_t i, uint32_t from, uint32_t to)
{
    return (struct cover){(uint64_t)i * from, ((uint64_t)i + 1) * from, to};
}

static uint64_t shared(const struct cover *cover, uint64_t s)
{
    uint64_t start = s * cover->to, end = start + cover->to;
    return (end < cover->end ? end : cover->end) - (start > cover->start ? start : cover->start);
}

/*
 * The mean under two covers: sum[0…2] of the colours, each weighted by its pixel's alpha, since
 * what cannot be seen must not tint what can, and sum[3] of the alpha.  The largest sum is
 * 255 * 255 * 2^24 and so far from 2^64.
 */
static void add_up(const struct rows *rows, const struct cover *x, const struct cover *y,
                   uint64_t sum[4])
{
    unsigned colours = rows->samples < 3 ? 1 : 3;
    bool has_alpha = colours != rows->samples;
    memset(sum, 0, 4 * sizeof *sum);
    for (uint64_t row = y->start / y->to; row * y->to < y->end; row++) {
        uint64_t weight = shared(y, row);
        for (uint64_t column = x->start / x->to; column * x->to < x->end; column++) {
            const unsigned char *pixel = rows->at + (row * rows->width + column) * rows->samples;
            uint64_t seen = weight * shared(x, column) * (has_alpha ? pixel[colours] : 255);
            for (unsigned c = 0; c < colours; c++)
                sum[c] += seen * pixel[c];
            sum[3] += seen;
        }
    }
}

static void average(struct arena *arena, const struct rows *rows, struct picture *picture)
{
    size_t pixels = (size_t)picture->width * picture->height, colours = (size_t)picture->components;
    uint64_t area = (uint64_t)rows->width * rows->height;
    unsigned char *data = arena_array(arena, pixels, colours);
    unsigned char *alpha = arena_alloc(arena, pixels);
    bool opaque = true;
    for (size_t i = 0; i < pixels; i++) {
        struct cover x = cover((uint32_t)(i % picture->width), rows->width, picture->width);
        struct cover y = cover((uint32_t)(i / picture->width), rows->height, picture->height);
        uint64_t sum[4];
        add_up(rows, &x, &y, sum);
        for (size_t c = 0; c < colours && sum[3]; c++)
            data[i * colours + c] = (unsigned char)((sum[c] + sum[3] / 2) / sum[3]);
        alpha[i] = (unsigned char)((sum[3] + area / 2) / area);
        opaque = opaque && alpha[i] == 255;
    }
    picture->data = (struct str){(const char *)data, pixels * colours};
    picture->alpha = opaque ? (struct str){0} : (struct str){(const char *)alpha, pixels};
}

enum logo_status logo_png(struct arena *arena, struct str bytes, uint32_t max_width,
                          uint32_t max_height, struct picture *picture)
{
    struct rows rows;
    enum logo_status status = unpack(arena, bytes, &rows);
    if (status != LOGO_OK)
        return status;
    *picture = (struct picture){.components = rows.samples < 3 ? 1 : 3};
    fit(&rows, max_width, max_height, picture);
    average(arena, &rows, picture);
    return LOGO_OK;
}
