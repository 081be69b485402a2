/* See pdf.h.  Objects are numbered as they are made: the catalog is object 1. */
#include "pdf/pdf.h"

#include "pdf/content.h"
#include "pdf/meta.h"
#include "pdf/tags.h"

static struct obj *write_page(struct out *out, const struct page *page, struct str operators,
                              struct obj *fonts, struct obj *catalog)
{
    struct obj *dict = out_dict(out), *pages = out_dict(out), *kids = out_array(out);
    dict_name(out, dict, "Type", "Page");
    dict_obj(out, dict, "Parent", pages);
    struct obj *box = out_array(out);
    array_int(out, box, 0);
    array_int(out, box, 0);
    array_milli(out, box, page->paper->width);
    array_milli(out, box, page->paper->height);
    dict_obj(out, dict, "MediaBox", box);
    struct obj *resources = out_direct_dict(out);
    dict_obj(out, resources, "Font", fonts);
    dict_obj(out, dict, "Resources", resources);
    dict_obj(out, dict, "Contents", out_stream(out, operators, true));

    dict_name(out, pages, "Type", "Pages");
    dict_int(out, pages, "Count", 1);
    array_obj(out, kids, dict);
    dict_obj(out, pages, "Kids", kids);
    dict_obj(out, catalog, "Pages", pages);
    return dict;
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
    struct obj *page_dict = write_page(out, page, content.operators, fonts, catalog);
    dict_obj(out, catalog, "StructTreeRoot",
             tags_write(out, arena, page, &content, page_dict));
    meta_catalog(out, arena, page, info, catalog);

    unsigned char id[16];
    unsigned long code;
    meta_id(page, info, content.operators, id);
    bool ok = out_write(out, catalog, meta_info(out, page, info, arena), id, sink, context, &code);
    if (!ok && code) {
        struct builder b = {.arena = arena};
        builder_printf(&b, "libharu error 0x%04lX", code);
        *failure = builder_str(&b);
    }
    return ok;
}
