/*
 * The limits that hold for every format.  They stand apart, so that the files of the formats need
 * nothing of the file that chooses among them.
 */
#include "image/logo_formats.h"

enum logo_status logo_check_size(uint32_t width, uint32_t height)
{
    if (!width || !height)
        return LOGO_DAMAGED;
    if (width > LOGO_MAX_SIDE || height > LOGO_MAX_SIDE || height > LOGO_MAX_PIXELS / width)
        return LOGO_TOO_LARGE;
    return LOGO_OK;
}
