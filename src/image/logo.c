/*
 * Which format a file is.  The first bytes decide: a name says nothing about its file.
 */
#include "image/logo_formats.h"

#include <assert.h>

/* Formats that people have logos in, and PDF does not know. */
const char *logo_other_format(struct str bytes)
{
    static const struct {
        size_t at;
        const char *bytes, *name;
    } formats[] = {
        {8, "WEBP", "it is a WebP picture"},     {0, "GIF8", "it is a GIF picture"},
        {4, "ftypavi", "it is an AVIF picture"}, {4, "ftyphei", "it is a HEIC picture"},
        {4, "ftypmif1", "it is a HEIC picture"}, {0, "BM", "it is a BMP picture"},
        {0, "II*", "it is a TIFF picture"},      {0, "MM", "it is a TIFF picture"},
        {0, "%PDF", "it is a PDF"},              {0, "%!PS", "it is a PostScript file"},
    };
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_starts(str_part(bytes, formats[i].at, bytes.len), str_of(formats[i].bytes)))
            return formats[i].name;
    return str_contains(str_part(bytes, 0, 1024), STR("<svg")) ? "it is an SVG drawing" : NULL;
}

enum logo_status logo_read(struct arena *arena, struct str bytes, uint32_t max_width,
                           uint32_t max_height, struct picture *picture)
{
    static const struct str png = {"\x89PNG\r\n\x1A\n", 8}, jpeg = {"\xFF\xD8\xFF", 3};
    assert(max_width > 0 && max_height > 0);
    bool is_png = str_starts(bytes, png);
    if (!is_png && !str_starts(bytes, jpeg))
        return LOGO_NOT_AN_IMAGE;
    if (bytes.len > LOGO_MAX_BYTES)
        return LOGO_TOO_LARGE;
    if (is_png)
        return logo_png(arena, bytes, max_width, max_height, picture);
    return logo_jpeg(arena, bytes, picture);
}
