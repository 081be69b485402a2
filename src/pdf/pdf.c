/* See pdf.h.  Objects are numbered as they are made: the catalog is object 1. */
#include "pdf/pdf.h"

#include "pdf/attach.h"
#include "pdf/content.h"
#include "pdf/form.h"
#include "pdf/meta.h"
#include "pdf/outline.h"
#include "pdf/picture.h"
#include "pdf/tags.h"

/* What becomes of each page. */
struct made {
    struct str *operators;
    struct obj **dicts;
};

static struct obj *page_dict(struct out *out, struct str operators, struct obj *fonts,
                             struct obj *pictures, struct obj *tree)
{
    struct obj *dict = out_dict(out), *resources = out_direct_dict(out);
    dict_name(out, dict, "Type", "Page");
    dict_obj(out, dict, "Parent", tree);
    dict_obj(out, dict, "Contents", out_stream(out, operators, OUT_DEFLATE));
    dict_obj(out, resources, "Font", fonts); /* not inherited: PDF/A-2 6.2.2 */
    if (pictures)
        dict_obj(out, resources, "XObject", pictures);
    dict_obj(out, dict, "Resources", resources);
    return dict;
}

/* The page tree, with all pages right below its root. */
static struct obj *write_pages(struct out *out, const struct pages *pages, struct obj *fonts,
                               struct obj *pictures, const struct made *made)
{
    struct obj *tree = out_dict(out), *kids = out_array(out), *box = out_array(out);
    for (size_t p = 0; p < pages->count; p++) {
        made->dicts[p] = page_dict(out, made->operators[p], fonts, pictures, tree);
        array_obj(out, kids, made->dicts[p]);
    }
    array_int(out, box, 0);
    array_int(out, box, 0);
    array_milli(out, box, pages->paper->width);
    array_milli(out, box, pages->paper->height);
    dict_obj(out, tree, "MediaBox", box);
    dict_name(out, tree, "Type", "Pages");
    dict_int(out, tree, "Count", (int32_t)pages->count);
    dict_obj(out, tree, "Kids", kids);
    return tree;
}

bool pdf_write(struct arena *arena, const struct pages *pages, const struct pdf_info *info,
               out_sink *sink, void *context, struct str *failure)
{
    *failure = (struct str){0};
    struct out *out = out_open(arena, info->deflater);
    struct obj *catalog = out_dict(out);
    dict_name(out, catalog, "Type", "Catalog");

    struct used_faces used;
    embed_collect(arena, pages, &used);
    struct obj *fonts = embed_fonts(out, arena, pages->fonts, &used);
    if (!fonts) {
        *failure = STR("a font could not be subset");
        return false;
    }
    const struct pictures pictures = picture_collect(arena, pages);
    struct made made = {ARENA_ARRAY(arena, pages->count, struct str),
                        ARENA_ARRAY(arena, pages->count, struct obj *)};
    for (size_t p = 0; p < pages->count; p++)
        made.operators[p] = content_write(arena, pages, p, &used, &pictures);
    dict_obj(out, catalog, "Pages",
             write_pages(out, pages, fonts, picture_write(out, arena, &pictures), &made));
    struct form form = {.out = out, .arena = arena};
    dict_obj(out, catalog, "StructTreeRoot", tags_write(out, arena, pages, made.dicts, &form));
    outline_catalog(out, arena, pages, made.dicts, catalog);
    form_catalog(&form, pages->fonts, catalog);
    meta_catalog(out, arena, pages, info, catalog);
    attach_files(out, arena, info, catalog);

    unsigned char id[16];
    unsigned long code;
    meta_id(pages, info, made.operators, id);
    bool ok = out_write(out, catalog, meta_info(out, pages, info, arena), id, sink, context, &code);
    if (!ok && code) {
        struct builder b = {.arena = arena};
        builder_printf(&b, "libharu error 0x%04lX", code);
        *failure = builder_str(&b);
    }
    return ok;
}
