/* See tool.h. */
#include "tool.h"

#include <stdlib.h>

void fail(const char *what, const char *name)
{
    fprintf(stderr, "fonts: %s: %s\n", name, what);
    exit(1);
}

hb_font_t *open_font(const char *name)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(name);
    if (!blob)
        fail("cannot be read", name);
    hb_font_t *font = hb_font_create(hb_face_create(blob, 0));
    hb_font_set_scale(font, 1000, 1000);
    return font;
}

FILE *open_output(const char *name)
{
    FILE *out = fopen(name, "w");
    if (!out)
        fail("cannot be written", name);
    return out;
}

void close_output(FILE *out, const char *name)
{
    if (ferror(out) | fclose(out)) {
        remove(name);
        fail("cannot be written", name);
    }
}
