/* See pdf.h.  Objects are numbered as they are made: the catalog is object 1. */
#include "pdf/pdf.h"

#include "pdf/content.h"
#include "pdf/meta.h"
#include "pdf/picture.h"
#include "pdf/tags.h"

/* The page tree: a page for each leaf. @param pages  gets them. */
static void write_pages(struct out *out, const struct page *page, const struct content *content,
                        struct obj *fonts, struct obj *catalog, struct obj **pages)
{
    struct obj *pictures = picture_write(out, page);
    struct obj *tree = out_dict(out), *kids = out_array(out);
    for (int leaf = 0; leaf < page->leaves; leaf++) {
        struct obj *dict = pages[leaf] = out_dict(out);
        dict_name(out, dict, "Type", "Page");
        dict_obj(out, dict, "Parent", tree);
        dict_obj(out, dict, "Contents", out_stream(out, content->operators[leaf], OUT_DEFLATE));
        struct obj *resources = out_direct_dict(out); /* not inherited: PDF/A-2 6.2.2 */
        dict_obj(out, resources, "Font", fonts);
        if (pictures)
            dict_obj(out, resources, "XObject", pictures);
        dict_obj(out, dict, "Resources", resources);
        array_obj(out, kids, dict);
    }
    struct obj *box = out_array(out);
    array_int(out, box, 0);
    array_int(out, box, 0);
    array_milli(out, box, page->paper->width);
    array_milli(out, box, page->paper->height);
    dict_obj(out, tree, "MediaBox", box);
    dict_name(out, tree, "Type", "Pages");
    dict_int(out, tree, "Count", page->leaves);
    dict_obj(out, tree, "Kids", kids);
    dict_obj(out, catalog, "Pages", tree);
}

bool pdf_write(struct arena *arena, const struct page *page, const struct pdf_info *info,
               out_sink *sink, void *context, struct str *failure)
{
    *failure = (struct str){0};
    struct out *out = out_open(arena);
    struct obj *catalog = out_dict(out);
    dict_name(out, catalog, "Type", "Catalog");

    struct used_faces used;
    embed_collect(arena, page, &used);
    struct obj *fonts = embed_fonts(out, arena, page->fonts, &used);
    if (!fonts) {
        *failure = STR("a font could not be subset");
        return false;
    }
    struct content content = content_write(arena, page, &used);
    struct obj *pages[PAGE_LEAVES];
    write_pages(out, page, &content, fonts, catalog, pages);
    dict_obj(out, catalog, "StructTreeRoot", tags_write(out, arena, page, &content, pages));
    meta_catalog(out, arena, page, info, catalog);

    unsigned char id[16];
    unsigned long code;
    meta_id(page, info, &content, id);
    bool ok = out_write(out, catalog, meta_info(out, page, info, arena), id, sink, context, &code);
    if (!ok && code) {
        struct builder b = {.arena = arena};
        builder_printf(&b, "libharu error 0x%04lX", code);
        *failure = builder_str(&b);
    }
    return ok;
}
