/* See ready.h. */
#include "font/ready.h"

#include "font/font.h"

/* Both in ascending order. */
static bool has_all_glyphs(const struct ready_program *ready, const uint16_t *glyphs, size_t count)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        while (at < ready->count && ready->glyphs[at] < glyphs[i])
            at++;
        if (at == ready->count || ready->glyphs[at] != glyphs[i])
            return false;
    }
    return true;
}

struct ready_font font_ready(enum face face, const uint16_t *glyphs, size_t count)
{
    static const struct ready_program *const programs[FACE_COUNT] = {
        [FACE_TEXT_REGULAR] = &ready_text_regular,
        [FACE_TEXT_BOLD] = &ready_text_bold,
        [FACE_TEXT_ITALIC] = &ready_text_italic,
    };
    const struct ready_program *ready = programs[face];
    if (!ready || !has_all_glyphs(ready, glyphs, count))
        return (struct ready_font){0};
    return (struct ready_font){{(const char *)ready->bytes, ready->size}, ready->length};
}
