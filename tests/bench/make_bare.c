/*
 * make_bare ARTICLE CLINIC OUTPUT: lays out the example and writes its page as C data for bare.c:
 * glyphs with their places, and subset fonts with widths and texts, all ready to be written.
 */
#include "bare.h"
#include "example.h"
#include "pdf/embed.h"

#include <stdio.h>
#include <stdlib.h>

static void print_glyphs(FILE *out, const struct pages *pages, const struct mark *mark)
{
    int back = 0;
    for (size_t i = 0; i < mark->count; i++) {
        const struct glyph *glyph = &mark->glyphs[i];
        back -= glyph->dx;
        fprintf(out, "{%d, %d},%s", glyph->id, back, i % 10 == 9 ? "\n" : " ");
        back = font_advance(pages->fonts, mark->face, glyph->id) - glyph->advance + glyph->dx;
        if (glyph->dy) {
            fprintf(stderr, "make_bare: the bare program cannot raise glyphs\n");
            exit(1);
        }
    }
}

static void print_marks(FILE *out, const struct pages *pages)
{
    static const char *const kinds[] = {
        [MARK_GLYPHS] = "BARE_GLYPHS", [MARK_RULE] = "BARE_RULE", [MARK_FRAME] = "BARE_FRAME"};
    fprintf(out, "static const struct bare_glyph glyphs[] = {\n");
    for (size_t i = 0; i < pages->at[0].count; i++)
        print_glyphs(out, pages, &pages->at[0].at[i]);
    fprintf(out, "};\n\nstatic const struct bare_mark marks[] = {\n");
    size_t first = 0;
    for (size_t i = 0; i < pages->at[0].count; i++) {
        const struct mark *mark = &pages->at[0].at[i];
        bool text = mark->kind == MARK_GLYPHS;
        int y = pages->paper->height - mark->y - (text ? 0 : mark->height);
        fprintf(out, "{%s, 0x%06X, %d, %d, %d, %d, %d, %d, glyphs + %zu, %zu, %d},\n",
                kinds[mark->kind], (unsigned)mark->rgb, mark->x, y, mark->width, mark->height,
                mark->stroke, mark->height, first, mark->count, (int)mark->face);
        first += mark->count;
    }
    fprintf(out, "};\n\n");
}

/* The used glyphs of a face, in ascending order. @return how many. */
static size_t print_codes(FILE *out, const struct pages *pages, enum face face,
                          const struct used_face *used, uint16_t *ids)
{
    size_t count = 0;
    fprintf(out, "static const struct bare_code codes_%d[] = {\n", (int)face);
    for (size_t id = 0; id < used->limit; id++) {
        struct builder b = {.arena = pages->arena};
        if (!used->texts[id].ptr)
            continue;
        builder_utf16_hex(&b, used->texts[id].len ? used->texts[id] : STR("\xEF\xBF\xBD"));
        fprintf(out, "{%zu, %d, \"%s\"},\n", id, font_advance(pages->fonts, face, (uint16_t)id),
                builder_str(&b).ptr);
        ids[count++] = (uint16_t)id;
    }
    fprintf(out, "};\n\n");
    return count;
}

static size_t print_file(FILE *out, enum face face, struct str file)
{
    fprintf(out, "static const unsigned char file_%d[] = {\n", (int)face);
    for (size_t i = 0; i < file.len; i++)
        fprintf(out, "%d,%s", (unsigned char)file.ptr[i], i % 24 == 23 ? "\n" : "");
    fprintf(out, "};\n\n");
    return file.len;
}

static void print_faces(FILE *out, const struct pages *pages)
{
    struct used_faces used;
    struct builder faces = {.arena = pages->arena};
    embed_collect(pages->arena, pages, &used);
    for (int face = 0; face < FACE_COUNT; face++) {
        const struct used_face *it = &used.at[face];
        if (!it->limit) {
            builder_printf(&faces, "{.name = NULL},\n");
            continue;
        }
        uint16_t *ids = ARENA_ARRAY(pages->arena, it->limit, uint16_t);
        size_t count = print_codes(out, pages, (enum face)face, it, ids);
        size_t size = print_file(
            out, (enum face)face,
            font_subset(pages->fonts, pages->arena, (enum face)face, ids, count).bytes);
        struct face_metrics m = font_metrics(pages->fonts, (enum face)face);
        builder_printf(&faces,
                       "{\"%s\", {%d, %d, %d, %d}, %d, %d, %d, %d, %d, file_%d, %zu, codes_%d, "
                       "%zu},\n",
                       m.name, m.bbox[0], m.bbox[1], m.bbox[2], m.bbox[3], m.ascent, m.descent,
                       m.cap_height, m.italic_angle, m.stem_v, face, size, face, count);
    }
    fprintf(out, "static const struct bare_face faces[] = {\n%s};\n\n", builder_str(&faces).ptr);
}

int main(int argc, char **argv)
{
    FILE *out = argc == 4 ? fopen(argv[3], "w") : NULL;
    if (!out) {
        fprintf(stderr, "usage: make_bare ARTICLE CLINIC OUTPUT\n");
        return 2;
    }
    struct example example = example_load(argv[1], argv[2]);
    struct handout_env *env = handout_env_open();
    struct example_pages made = example_make(env, &example);
    const struct pages *pages = example_look(made);
    fprintf(out, "/* Made by make_bare.c from the example. */\n#include \"bare.h\"\n\n");
    print_marks(out, pages);
    print_faces(out, pages);
    fprintf(out, "const struct bare_page bare_page = {%d, %d, marks, %zu, faces, %d};\n",
            pages->paper->width, pages->paper->height, pages->at[0].count, (int)FACE_COUNT);
    example_pages_free(made);
    handout_env_close(env);
    example_free(&example);
    return fclose(out) == 0 ? 0 : 1;
}
