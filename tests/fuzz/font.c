/* A clinic's own font: looked over, and if it is taken, set and embedded. */
#include "fuzz.h"

#include "font/font.h"

static void use(const struct fonts *base, struct arena *arena, struct str file)
{
    const struct str files[FONT_STYLES] = {file, file, file};
    struct fonts *fonts = fonts_open_with(base, files);
    uint16_t ids[128];
    size_t count = 0;
    struct glyphs glyphs = font_shape(fonts, arena, STR("AVATAR: 10-12 e\u0323\u0302 \u1EC6 fi"),
                                      FONT_BOLD, NULL);
    for (size_t i = 0; i < glyphs.count && count < sizeof ids / sizeof *ids; i++)
        if (glyphs.at[i].face == FACE_OWN_BOLD)
            ids[count++] = glyphs.at[i].id;
    font_metrics(fonts, FACE_OWN_BOLD);
    font_subset(fonts, arena, FACE_OWN_BOLD, ids, count);
    fonts_close(fonts);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new(NULL, NULL);
    struct fonts *base = fonts_open();
    struct str file = {(const char *)bytes, length};
    if (font_check(file) == FONT_OK)
        use(base, arena, file);
    fonts_close(base);
    arena_free(arena);
    return 0;
}
