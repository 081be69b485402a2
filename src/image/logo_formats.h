/*
 * logo_formats: what the files of this folder share; not for other folders.
 */
#ifndef IMAGE_LOGO_FORMATS_H
#define IMAGE_LOGO_FORMATS_H

#include "image/logo.h"

/** LOGO_OK, LOGO_TOO_LARGE, or LOGO_DAMAGED for a side of 0. */
enum logo_status logo_check_size(uint32_t width, uint32_t height);

/** As logo_read(), for bytes that start as the format does. */
enum logo_status logo_png(struct arena *arena, struct str bytes, uint32_t max_width,
                          uint32_t max_height, struct picture *picture);
enum logo_status logo_jpeg(struct arena *arena, struct str bytes, struct picture *picture);

/**
 * Whether libjpeg decodes a file without a word: see jpeg_judge.c.
 * @param bytes  a JPEG of a size that logo_check_size() lets pass, with few scans.
 * @return LOGO_OK or LOGO_DAMAGED.
 */
enum logo_status jpeg_judge(struct arena *arena, struct str bytes);

#endif
