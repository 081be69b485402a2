/*
 * XMP metadata (ISO 16684-1) with the identification of PDF/A (ISO 19005-2, 6.6.4) and PDF/UA
 * (ISO 14289-1, 5).  PDF/A allows only schemas that it knows or that the file describes; it does
 * not know that of PDF/UA, hence the extension schema.
 */
#include "pdf/meta.h"

#include "base/hash.h"

extern const unsigned char icc_srgb[];
extern const size_t icc_srgb_size;

static void add_escaped(struct builder *b, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == '&')
            builder_add(b, STR("&amp;"));
        else if (text.ptr[i] == '<')
            builder_add(b, STR("&lt;"));
        else if (text.ptr[i] == '>')
            builder_add(b, STR("&gt;"));
        else
            builder_char(b, text.ptr[i]);
}

static void add_xmp(struct builder *b, const char *before, struct str text, const char *after)
{
    if (!text.len)
        return;
    builder_add(b, str_of(before));
    add_escaped(b, text);
    builder_add(b, str_of(after));
}

static struct str xmp(struct arena *arena, const struct pages *pages, const struct pdf_info *info)
{
    struct builder b = {.arena = arena};
    builder_add(&b, STR(
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\""
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
        " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
        " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
        " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
        " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\""
        " pdfaid:part=\""));
    builder_char(&b, info->file_count ? '3' : '2'); /* PDF/A-2 allows no files of other kinds */
    builder_add(&b, STR("\" pdfaid:conformance=\"A\" pdfuaid:part=\"1\">\n"));
    add_xmp(&b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", pages->title,
            "</rdf:li></rdf:Alt></dc:title>\n");
    add_xmp(&b, "<dc:creator><rdf:Seq><rdf:li>", pages->author,
            "</rdf:li></rdf:Seq></dc:creator>\n");
    add_xmp(&b, "<dc:language><rdf:Bag><rdf:li>", pages->language,
            "</rdf:li></rdf:Bag></dc:language>\n");
    add_xmp(&b, "<dc:identifier>", pages->id, "</dc:identifier>\n");
    add_xmp(&b, "<dc:source>", pages->origin, "</dc:source>\n");
    add_xmp(&b, "<pdf:Producer>", info->producer, "</pdf:Producer>\n");
    add_xmp(&b, "<xmp:CreateDate>", info->date, "</xmp:CreateDate>\n");
    add_xmp(&b, "<xmp:ModifyDate>", info->date, "</xmp:ModifyDate>\n");
    builder_add(&b, STR(
        "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
        "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
        "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
        "<pdfaProperty:name>part</pdfaProperty:name>"
        "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        "<pdfaProperty:description>PDF/UA part</pdfaProperty:description>"
        "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"));
    return builder_str(&b);
}

/* Colours are sRGB (ISO 19005-2, 6.2.3). */
static void add_output_intent(struct out *out, struct obj *catalog)
{
    struct obj *profile =
        out_stream(out, (struct str){(const char *)icc_srgb, icc_srgb_size}, OUT_DEFLATE_SHARED);
    dict_int(out, profile, "N", 3);
    struct obj *intent = out_direct_dict(out), *intents = out_array(out);
    dict_name(out, intent, "Type", "OutputIntent");
    dict_name(out, intent, "S", "GTS_PDFA1");
    dict_text(out, intent, "OutputConditionIdentifier", STR("sRGB IEC61966-2.1"));
    dict_text(out, intent, "Info", STR("sRGB IEC61966-2.1"));
    dict_obj(out, intent, "DestOutputProfile", profile);
    array_obj(out, intents, intent);
    dict_obj(out, catalog, "OutputIntents", intents);
}

void meta_catalog(struct out *out, struct arena *arena, const struct pages *pages,
                  const struct pdf_info *info, struct obj *catalog)
{
    /* Not compressed, so that programs that know no PDF can find it. */
    struct obj *metadata = out_stream(out, xmp(arena, pages, info), OUT_PLAIN);
    dict_name(out, metadata, "Type", "Metadata");
    dict_name(out, metadata, "Subtype", "XML");
    dict_obj(out, catalog, "Metadata", metadata);
    dict_text(out, catalog, "Lang", pages->language);
    struct obj *preferences = out_direct_dict(out), *marked = out_direct_dict(out);
    dict_bool(out, preferences, "DisplayDocTitle", true);
    /* 12 points are to be 12 points on paper; several pages are sheets with two sides. */
    dict_name(out, preferences, "PrintScaling", "None");
    if (pages->right_to_left)
        dict_name(out, preferences, "Direction", "R2L");
    if (pages->count > 1)
        dict_name(out, preferences, "Duplex", "DuplexFlipLongEdge");
    dict_obj(out, catalog, "ViewerPreferences", preferences);
    dict_bool(out, marked, "Marked", true);
    dict_obj(out, catalog, "MarkInfo", marked);
    add_output_intent(out, catalog);
}

struct str meta_date(struct arena *arena, struct str date)
{
    struct builder b = {.arena = arena};
    builder_add(&b, STR("D:"));
    for (size_t i = 0; i < date.len && date.ptr[i] != '+'; i++)
        if (date.ptr[i] >= '0' && date.ptr[i] <= '9')
            builder_char(&b, date.ptr[i]);
    builder_add(&b, STR("+00'00'"));
    return builder_str(&b);
}

struct obj *meta_info(struct out *out, const struct pages *pages, const struct pdf_info *info,
                      struct arena *arena)
{
    struct obj *dict = out_dict(out);
    dict_text(out, dict, "Title", pages->title);
    if (pages->author.len)
        dict_text(out, dict, "Author", pages->author);
    dict_text(out, dict, "Producer", info->producer);
    if (info->date.len) {
        dict_text(out, dict, "CreationDate", meta_date(arena, info->date));
        dict_text(out, dict, "ModDate", meta_date(arena, info->date));
    }
    return dict;
}

static uint64_t hash_all(uint64_t seed, const struct str *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        seed = hash_part(seed, parts[i]);
    return seed;
}

static void put_big_endian(unsigned char bytes[8], uint64_t number)
{
    for (int i = 0; i < 8; i++)
        bytes[i] = (unsigned char)(number >> (8 * (7 - i)));
}

void meta_id(const struct pages *pages, const struct pdf_info *info, const struct str *operators,
             unsigned char id[16])
{
    const struct str about[] = {pages->title, pages->author,  pages->language,
                                pages->id,    info->producer, info->date};
    uint64_t shown = hash_all(HASH_START, about, sizeof about / sizeof *about);
    for (size_t i = 0; i < pages->count; i++)
        shown = hash_words(shown, operators[i]);
    shown = hash_part(shown, STR("")); /* the list ends here */
    for (size_t i = 0; i < info->file_count; i++)
        shown = hash_words(hash_part(shown, info->files[i].name), info->files[i].bytes);
    put_big_endian(id, shown);
    put_big_endian(id + 8, info->origin);
}
