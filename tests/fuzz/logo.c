/* A logo: PNG or JPEG. */
#include "fuzz.h"

#include "image/logo.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new(NULL, NULL);
    struct picture picture;
    logo_read(arena, (struct str){(const char *)bytes, length}, 850, 150, &picture);
    arena_free(arena);
    return 0;
}
