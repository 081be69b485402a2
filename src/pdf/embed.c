/*
 * A face becomes a Type 0 font whose character codes are glyph indices (Identity-H; ISO 32000-1,
 * 9.7): over a CIDFontType2 with CIDToGIDMap /Identity, or a CIDFontType0 where its outlines are
 * CFF.  ToUnicode says what each glyph means; widths are those of the embedded file, to the unit
 * (PDF/A-2 6.2.11.5, PDF/UA-1 7.21.5).
 *
 * What is typed in a form is not known yet, and viewers type in simple fonts only: for that the
 * text face is a TrueType font in WinAnsiEncoding (ISO 32000-1, annex D), as a whole.
 */
#include "pdf/embed.h"

#include "base/text.h"

/* ---- What glyphs say ---- */

struct str embed_text(const struct mark *mark, size_t i)
{
    static const struct str no_break = {"\xC2\xA0", 2}, narrow = {"\xE2\x80\xAF", 3},
                            hyphen = {"\xE2\x80\x90", 3}, hard_hyphen = {"\xE2\x80\x91", 3};
    const struct glyph *glyph = &mark->glyphs[i];
    if (i > 0 && glyph[-1].from == glyph->from)
        return (struct str){0};
    struct str text = str_part(mark->text, glyph->from - mark->text_off, glyph->to - glyph->from);
    if (text.len && (unsigned char)text.ptr[0] < 0x80)
        return text;
    if (str_equal(text, no_break) || str_equal(text, narrow))
        return STR(" ");
    if (str_equal(text, hyphen) || str_equal(text, hard_hyphen))
        return STR("-");
    return text;
}

/* Where it is kept what a glyph says. */
static struct str *saying(struct arena *arena, struct used_face *face, uint16_t id)
{
    if (id >= face->limit) {
        size_t limit = 2 * (size_t)id + 64;
        face->texts = arena_grow(arena, face->texts, face->limit, limit, sizeof *face->texts);
        face->limit = limit;
    }
    return &face->texts[id];
}

/* Whether the glyph is one of several that stand for the same characters. */
static bool is_shared(const struct mark *mark, size_t i)
{
    uint32_t from = mark->glyphs[i].from;
    return (i > 0 && mark->glyphs[i - 1].from == from) ||
           (i + 1 < mark->count && mark->glyphs[i + 1].from == from);
}

/* The one of the characters that the face draws with just this glyph; absent if there is none. */
static struct str own_character(const struct fonts *fonts, const struct mark *mark, size_t i)
{
    const struct glyph *glyph = &mark->glyphs[i];
    struct str text = str_part(mark->text, glyph->from - mark->text_off, glyph->to - glyph->from);
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        if (font_glyph(fonts, mark->face, c) == glyph->id)
            return str_part(text, from, at - from);
    }
    return (struct str){0};
}

/* ZERO WIDTH NON-JOINER and JOINER, which HarfBuzz leaves to the letter after them. */
static struct str without_joiner(struct str text)
{
    bool joiner = str_starts(text, STR("\xE2\x80\x8C")) || str_starts(text, STR("\xE2\x80\x8D"));
    return joiner ? str_part(text, 3, text.len - 3) : text;
}

/* Of several glyphs each says its own character, if it has one, and of a letter and a joiner the
 * glyph says the letter: what they are together says ActualText, for programs that know it. */
static struct str said_by(const struct fonts *fonts, const struct mark *mark, size_t i)
{
    struct str own = is_shared(mark, i) ? own_character(fonts, mark, i) : (struct str){0};
    return own.len ? own : without_joiner(embed_text(mark, i));
}

static bool is_leftward(const struct mark *mark)
{
    return mark->count && mark->glyphs->level & 1;
}

static void note_glyph(struct arena *arena, const struct fonts *fonts, const struct mark *mark,
                       size_t i, struct used_face *face)
{
    struct str *said = saying(arena, face, mark->glyphs[i].id);
    if (said->len)
        return;
    struct str text = said_by(fonts, mark, i);
    *said = text.len ? text : STR("");
}

/* Marks of one direction. @return whether there are any of the other one. */
static bool note_marks(struct arena *arena, const struct pages *pages, bool leftward,
                       struct used_faces *used)
{
    bool others = false;
    for (size_t p = 0; p < pages->count; p++)
        for (size_t m = 0; m < pages->at[p].count; m++) {
            const struct mark *mark = &pages->at[p].at[m];
            bool its = is_leftward(mark) == leftward;
            others = others || !its;
            for (size_t i = 0; i < mark->count && its; i++)
                note_glyph(arena, pages->fonts, mark, i, &used->at[mark->face]);
        }
    return others;
}

/* In text that runs from right to left a bracket is drawn with the glyph of the other one. */
void embed_collect(struct arena *arena, const struct pages *pages, struct used_faces *used)
{
    *used = (struct used_faces){0};
    if (note_marks(arena, pages, false, used))
        note_marks(arena, pages, true, used);
}

/* ---- ToUnicode ---- */

/* A CMap has at most 100 entries to a section (Adobe Technical Note 5014). */
enum { SECTION = 100 };

static struct str to_unicode(struct arena *arena, const struct used_face *face,
                             const uint16_t *ids, size_t count)
{
    /* The second glyph of a character never speaks: the first one's text covers it. But every
     * glyph must have an entry. */
    static const struct str no_text = {"\xEF\xBF\xBD", 3};
    struct builder b = {.arena = arena};
    builder_add(&b, STR("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"));
    for (size_t i = 0; i < count; i++) {
        if (i % SECTION == 0)
            builder_printf(&b, "%zu beginbfchar\n", count - i < SECTION ? count - i : SECTION);
        builder_char(&b, '<');
        builder_hex(&b, ids[i]);
        builder_add(&b, STR("> <"));
        builder_utf16_hex(&b, face->texts[ids[i]].len ? face->texts[ids[i]] : no_text);
        builder_add(&b, STR(">\n"));
        if (i % SECTION == SECTION - 1 || i + 1 == count)
            builder_add(&b, STR("endbfchar\n"));
    }
    builder_add(&b, STR("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"));
    return builder_str(&b);
}

/* ---- Dictionaries ---- */

/* Glyph indices in ascending order. */
static size_t list_ids(const struct used_face *face, uint16_t *ids)
{
    size_t count = 0;
    for (size_t id = 0; id < face->limit; id++)
        if (face->texts[id].ptr)
            ids[count++] = (uint16_t)id;
    return count;
}

/* "ABCDEF+Name": a subset's tag says nothing, but differs between the faces of a file. */
static const char *subset_name(struct arena *arena, enum face face, const char *name)
{
    struct builder b = {.arena = arena};
    builder_printf(&b, "HANDO%c+%s", 'A' + (int)face, name);
    return builder_str(&b).ptr;
}

/* What is embedded of a face. */
struct font_file {
    struct str bytes; /* empty: it could not be made */
    size_t length;    /* before they were compressed */
    enum out_filter filter;
    bool cff;
};

static struct font_file make_file(const struct fonts *fonts, struct arena *arena, enum face face,
                                  const uint16_t *ids, size_t count)
{
    struct ready_font ready = font_ready(face, ids, count);
    if (ready.bytes.len)
        return (struct font_file){ready.bytes, ready.length, OUT_DEFLATED, false};
    struct font_program program = font_subset(fonts, arena, face, ids, count);
    return (struct font_file){program.bytes, program.bytes.len, OUT_DEFLATE_SHARED, program.cff};
}

/* ISO 32000-1, table 123: whether the font has its own encoding or a standard one. */
enum coding { CODING_OWN = 4, CODING_STANDARD = 32 };

static struct obj *descriptor(struct out *out, const char *name, const struct face_metrics *m,
                              const struct font_file *file, enum coding coding)
{
    enum { ITALIC = 64 };
    struct obj *dict = out_dict(out);
    dict_name(out, dict, "Type", "FontDescriptor");
    dict_name(out, dict, "FontName", name);
    dict_int(out, dict, "Flags", (int)coding | (m->italic_angle ? ITALIC : 0));
    struct obj *bbox = out_array(out);
    for (int i = 0; i < 4; i++)
        array_int(out, bbox, m->bbox[i]);
    dict_obj(out, dict, "FontBBox", bbox);
    dict_int(out, dict, "ItalicAngle", m->italic_angle);
    dict_int(out, dict, "Ascent", m->ascent);
    dict_int(out, dict, "Descent", m->descent);
    dict_int(out, dict, "CapHeight", m->cap_height);
    dict_int(out, dict, "StemV", m->stem_v);
    struct obj *stream = out_stream(out, file->bytes, file->filter);
    if (file->cff)
        dict_name(out, stream, "Subtype", "CIDFontType0C");
    else
        dict_int(out, stream, "Length1", (int32_t)file->length);
    dict_obj(out, dict, file->cff ? "FontFile3" : "FontFile2", stream);
    return dict;
}

/* [first [w w …] first [w …] …], a list for each stretch of successive indices. */
static struct obj *widths(struct out *out, const struct fonts *fonts, enum face face,
                          const uint16_t *ids, size_t count)
{
    struct obj *all = out_array(out);
    for (size_t i = 0; i < count;) {
        struct obj *stretch = out_array(out);
        array_int(out, all, ids[i]);
        do
            array_int(out, stretch, font_advance(fonts, face, ids[i++]));
        while (i < count && ids[i] == ids[i - 1] + 1);
        array_obj(out, all, stretch);
    }
    return all;
}

static struct obj *cid_font(struct out *out, const char *name, bool cff,
                            struct obj *font_descriptor, struct obj *w)
{
    struct obj *dict = out_dict(out);
    dict_name(out, dict, "Type", "Font");
    dict_name(out, dict, "Subtype", cff ? "CIDFontType0" : "CIDFontType2");
    dict_name(out, dict, "BaseFont", name);
    struct obj *info = out_direct_dict(out);
    dict_text(out, info, "Registry", STR("Adobe"));
    dict_text(out, info, "Ordering", STR("Identity"));
    dict_int(out, info, "Supplement", 0);
    dict_obj(out, dict, "CIDSystemInfo", info);
    if (!cff)
        dict_name(out, dict, "CIDToGIDMap", "Identity");
    dict_obj(out, dict, "FontDescriptor", font_descriptor);
    dict_obj(out, dict, "W", w);
    return dict;
}

static struct obj *embed_face(struct out *out, struct arena *arena, const struct fonts *fonts,
                              enum face face, const struct used_face *used)
{
    uint16_t *ids = ARENA_ARRAY(arena, used->limit, uint16_t);
    size_t count = list_ids(used, ids);
    const struct font_file file = make_file(fonts, arena, face, ids, count);
    if (!file.bytes.len)
        return NULL;
    struct face_metrics metrics = font_metrics(fonts, face);
    const char *name = subset_name(arena, face, metrics.name);
    struct obj *dict = out_dict(out);
    dict_name(out, dict, "Type", "Font");
    dict_name(out, dict, "Subtype", "Type0");
    dict_name(out, dict, "BaseFont", name);
    dict_name(out, dict, "Encoding", "Identity-H");
    struct obj *descendants = out_array(out);
    array_obj(out, descendants,
              cid_font(out, name, file.cff,
                       descriptor(out, name, &metrics, &file, CODING_OWN),
                       widths(out, fonts, face, ids, count)));
    dict_obj(out, dict, "DescendantFonts", descendants);
    struct str cmap = to_unicode(arena, used, ids, count);
    dict_obj(out, dict, "ToUnicode", out_stream(out, cmap, OUT_DEFLATE_SHARED));
    return dict;
}

struct obj *embed_fonts(struct out *out, struct arena *arena, const struct fonts *fonts,
                        const struct used_faces *used)
{
    struct obj *all = out_dict(out);
    for (int face = 0; face < FACE_COUNT; face++) {
        if (!used->at[face].limit)
            continue;
        struct obj *dict = embed_face(out, arena, fonts, (enum face)face, &used->at[face]);
        if (!dict)
            return NULL;
        struct builder key = {.arena = arena};
        builder_printf(&key, "F%d", face);
        dict_obj(out, all, builder_str(&key).ptr, dict);
    }
    if (fonts_spoilt(fonts)) /* widths and metrics take memory too */
        arena_out_of_memory(arena);
    return all;
}

/* ---- What is typed ---- */

/* The codes of WinAnsiEncoding: between ASCII and Latin-1, which are themselves. */
static uint32_t win_ansi(int code)
{
    static const uint16_t between[] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    return code < 0x80 || code > 0x9F ? (uint32_t)code : between[code - 0x80];
}

struct obj *embed_typed(struct out *out, const struct fonts *fonts)
{
    enum { FIRST = 32, LAST = 255 };
    const enum face face = FACE_TEXT_REGULAR;
    struct face_metrics metrics = font_metrics(fonts, face);
    struct str whole = font_file(face);
    const struct font_file file = {whole, whole.len, OUT_DEFLATE_SHARED, false};
    struct obj *dict = out_dict(out), *all = out_array(out);
    for (int code = FIRST; code <= LAST; code++)
        array_int(out, all, font_advance(fonts, face, font_glyph(fonts, face, win_ansi(code))));
    dict_name(out, dict, "Type", "Font");
    dict_name(out, dict, "Subtype", "TrueType");
    dict_name(out, dict, "BaseFont", metrics.name);
    dict_name(out, dict, "Encoding", "WinAnsiEncoding");
    dict_int(out, dict, "FirstChar", FIRST);
    dict_int(out, dict, "LastChar", LAST);
    dict_obj(out, dict, "Widths", all);
    dict_obj(out, dict, "FontDescriptor",
             descriptor(out, metrics.name, &metrics, &file, CODING_STANDARD));
    return dict;
}
