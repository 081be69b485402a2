/*
 * Which format a file is, and the limits that hold for both.  The first bytes decide: a name says
 * nothing about its file.
 */
#include "image/logo_formats.h"

#include <assert.h>

enum logo_status logo_check_size(uint32_t width, uint32_t height)
{
    if (!width || !height)
        return LOGO_DAMAGED;
    if (width > LOGO_MAX_SIDE || height > LOGO_MAX_SIDE || height > LOGO_MAX_PIXELS / width)
        return LOGO_TOO_LARGE;
    return LOGO_OK;
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
