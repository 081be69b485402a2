/*
 * A PNG file as others may have it.  A file is a signature and a list of chunks, each of which is
 * the length of its data, a type of four letters, the data and a checksum.
 *
 * What is kept is what a viewer needs to draw it as we do (see choose_chunks() in png.c): a handout
 * should not say where a photograph was taken, or who drew the logo.
 */
#include "image/logo.h"

#include "base/bytes.h"

enum { SIGNATURE = 8, TYPE = 4, AROUND_DATA = 12 };

/* A chunk whose type begins with a capital cannot be left out; of the others these count. */
static bool is_drawn(struct str type)
{
    static const char *const drawn[] = {"tRNS", "gAMA", "sRGB"};
    for (size_t i = 0; i < sizeof drawn / sizeof *drawn; i++)
        if (str_equal(type, str_of(drawn[i])))
            return true;
    return type.ptr[0] >= 'A' && type.ptr[0] <= 'Z';
}

struct str logo_bare_png(struct arena *arena, struct str bytes)
{
    struct builder b = {.arena = arena};
    builder_add(&b, str_part(bytes, 0, SIGNATURE));
    for (size_t at = SIGNATURE; bytes.len - at >= AROUND_DATA;) {
        size_t length = big_endian_32(bytes, at);
        if (length > bytes.len - at - AROUND_DATA)
            break;
        struct str type = str_part(bytes, at + TYPE, 4);
        struct str chunk = str_part(bytes, at, length + AROUND_DATA);
        if (is_drawn(type))
            builder_add(&b, chunk);
        if (str_equal(type, STR("IEND")))
            break;
        at += chunk.len;
    }
    return builder_str(&b);
}
