/*
 * bare FILE: writes the example's page from ready data, with libharu as object writer.
 *
 * This is what handout's time is compared with: the least that a plain, careful program does that
 * is handed every glyph and every font.  It reads no JSON, lays out nothing, writes no tags, no
 * metadata and no colour profile, and shares no code with handout.  The page looks the same.
 *
 * The file is written as handout writes its own (src/cli/output.c): under another name in the same
 * folder, synced, then renamed.
 */
#include "bare.h"

#include <fcntl.h>
#include <hpdf.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

struct writer {
    HPDF_MMgr memory;
    HPDF_Xref xref;
};

static HPDF_Dict new_dict(struct writer *w)
{
    HPDF_Dict dict = HPDF_Dict_New(w->memory);
    HPDF_Xref_Add(w->xref, dict);
    return dict;
}

static HPDF_Dict new_stream(struct writer *w)
{
    HPDF_Dict dict = HPDF_DictStream_New(w->memory, w->xref);
    dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
    return dict;
}

static void write_hex(HPDF_Stream s, unsigned value)
{
    static const char digits[] = "0123456789ABCDEF";
    HPDF_BYTE hex[4];
    for (int i = 0; i < 4; i++)
        hex[i] = (HPDF_BYTE)digits[value >> (12 - 4 * i) & 15];
    HPDF_Stream_Write(s, hex, 4);
}

/* ---- The page ---- */

static void write_number(HPDF_Stream s, int32_t thousandths)
{
    HPDF_Stream_WriteReal(s, (HPDF_REAL)thousandths / 1000);
    HPDF_Stream_WriteChar(s, ' ');
}

static void write_color(HPDF_Stream s, uint32_t rgb, const char *operator)
{
    for (int shift = 16; shift >= 0; shift -= 8)
        write_number(s, (int32_t)((rgb >> shift & 0xFF) * 1000 + 127) / 255);
    HPDF_Stream_WriteStr(s, operator);
}

static void write_glyphs(HPDF_Stream s, const struct bare_mark *mark)
{
    HPDF_Stream_WriteStr(s, "BT /F");
    HPDF_Stream_WriteInt(s, (HPDF_UINT)mark->face);
    HPDF_Stream_WriteChar(s, ' ');
    write_number(s, mark->size);
    HPDF_Stream_WriteStr(s, "Tf ");
    write_number(s, mark->x);
    write_number(s, mark->y);
    HPDF_Stream_WriteStr(s, "Td\n[<");
    for (size_t i = 0; i < mark->count; i++) {
        if (mark->glyphs[i].back) {
            HPDF_Stream_WriteChar(s, '>');
            HPDF_Stream_WriteInt(s, mark->glyphs[i].back);
            HPDF_Stream_WriteChar(s, '<');
        }
        write_hex(s, mark->glyphs[i].id);
    }
    HPDF_Stream_WriteStr(s, ">] TJ ET\n");
}

static void write_rectangle(HPDF_Stream s, const struct bare_mark *mark, int32_t inset)
{
    write_number(s, mark->x + inset);
    write_number(s, mark->y + inset);
    write_number(s, mark->width - 2 * inset);
    write_number(s, mark->height - 2 * inset);
}

static void write_marks(HPDF_Stream s, const struct bare_page *page)
{
    uint32_t fill = 0;
    for (size_t i = 0; i < page->mark_count; i++) {
        const struct bare_mark *mark = &page->marks[i];
        if (mark->kind != BARE_FRAME && mark->rgb != fill)
            write_color(s, fill = mark->rgb, "rg\n");
        if (mark->kind == BARE_GLYPHS) {
            write_glyphs(s, mark);
        } else if (mark->kind == BARE_RULE) {
            write_rectangle(s, mark, 0);
            HPDF_Stream_WriteStr(s, "re f\n");
        } else {
            write_color(s, mark->rgb, "RG ");
            write_number(s, mark->stroke);
            HPDF_Stream_WriteStr(s, "w ");
            write_rectangle(s, mark, mark->stroke / 2);
            HPDF_Stream_WriteStr(s, "re S\n");
        }
    }
}

/* ---- Fonts ---- */

static HPDF_Dict to_unicode(struct writer *w, const struct bare_face *face)
{
    HPDF_Dict dict = new_stream(w);
    HPDF_Stream s = dict->stream;
    HPDF_Stream_WriteStr(
        s, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
           "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
           "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
           "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (size_t i = 0; i < face->count; i++) {
        if (i % 100 == 0) { /* the most that a section may have */
            HPDF_Stream_WriteInt(s, face->count - i < 100 ? (HPDF_UINT)(face->count - i) : 100);
            HPDF_Stream_WriteStr(s, " beginbfchar\n");
        }
        HPDF_Stream_WriteChar(s, '<');
        write_hex(s, face->codes[i].id);
        HPDF_Stream_WriteStr(s, "> <");
        HPDF_Stream_WriteStr(s, face->codes[i].text);
        HPDF_Stream_WriteStr(s, i % 100 == 99 || i + 1 == face->count ? ">\nendbfchar\n" : ">\n");
    }
    HPDF_Stream_WriteStr(s, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return dict;
}

static HPDF_Array widths(struct writer *w, const struct bare_face *face)
{
    HPDF_Array all = HPDF_Array_New(w->memory), stretch = NULL;
    for (size_t i = 0; i < face->count; i++) {
        if (i == 0 || face->codes[i].id != face->codes[i - 1].id + 1) {
            HPDF_Array_AddNumber(all, face->codes[i].id);
            stretch = HPDF_Array_New(w->memory);
            HPDF_Array_Add(all, stretch);
        }
        HPDF_Array_AddNumber(stretch, face->codes[i].width);
    }
    return all;
}

static HPDF_Dict descriptor(struct writer *w, const struct bare_face *face, const char *name)
{
    HPDF_Dict dict = new_dict(w), file = new_stream(w);
    HPDF_Array bbox = HPDF_Array_New(w->memory);
    for (int i = 0; i < 4; i++)
        HPDF_Array_AddNumber(bbox, face->bbox[i]);
    HPDF_Stream_Write(file->stream, face->file, (HPDF_UINT)face->size);
    HPDF_Dict_AddNumber(file, "Length1", (HPDF_INT32)face->size);
    HPDF_Dict_AddName(dict, "Type", "FontDescriptor");
    HPDF_Dict_AddName(dict, "FontName", name);
    HPDF_Dict_AddNumber(dict, "Flags", face->italic_angle ? 68 : 4);
    HPDF_Dict_Add(dict, "FontBBox", bbox);
    HPDF_Dict_AddNumber(dict, "ItalicAngle", face->italic_angle);
    HPDF_Dict_AddNumber(dict, "Ascent", face->ascent);
    HPDF_Dict_AddNumber(dict, "Descent", face->descent);
    HPDF_Dict_AddNumber(dict, "CapHeight", face->cap_height);
    HPDF_Dict_AddNumber(dict, "StemV", face->stem_v);
    HPDF_Dict_Add(dict, "FontFile2", file);
    return dict;
}

static HPDF_Dict font(struct writer *w, const struct bare_face *face, int index)
{
    char name[80];
    HPDF_Dict dict = new_dict(w), cid = new_dict(w), info = HPDF_Dict_New(w->memory);
    HPDF_Array descendants = HPDF_Array_New(w->memory);
    snprintf(name, sizeof name, "HANDO%c+%s", 'A' + index, face->name);
    HPDF_Dict_Add(info, "Registry", HPDF_String_New(w->memory, "Adobe", NULL));
    HPDF_Dict_Add(info, "Ordering", HPDF_String_New(w->memory, "Identity", NULL));
    HPDF_Dict_AddNumber(info, "Supplement", 0);
    HPDF_Dict_AddName(cid, "Type", "Font");
    HPDF_Dict_AddName(cid, "Subtype", "CIDFontType2");
    HPDF_Dict_AddName(cid, "BaseFont", name);
    HPDF_Dict_Add(cid, "CIDSystemInfo", info);
    HPDF_Dict_AddName(cid, "CIDToGIDMap", "Identity");
    HPDF_Dict_Add(cid, "FontDescriptor", descriptor(w, face, name));
    HPDF_Dict_Add(cid, "W", widths(w, face));
    HPDF_Array_Add(descendants, cid);
    HPDF_Dict_AddName(dict, "Type", "Font");
    HPDF_Dict_AddName(dict, "Subtype", "Type0");
    HPDF_Dict_AddName(dict, "BaseFont", name);
    HPDF_Dict_AddName(dict, "Encoding", "Identity-H");
    HPDF_Dict_Add(dict, "DescendantFonts", descendants);
    HPDF_Dict_Add(dict, "ToUnicode", to_unicode(w, face));
    return dict;
}

/* ---- The file ---- */

static void make_objects(struct writer *w, const struct bare_page *page)
{
    HPDF_Dict catalog = new_dict(w), pages = new_dict(w), sheet = new_dict(w);
    HPDF_Dict content = new_stream(w);
    HPDF_Dict resources = HPDF_Dict_New(w->memory), fonts = HPDF_Dict_New(w->memory);
    HPDF_Array kids = HPDF_Array_New(w->memory);
    for (size_t i = 0; i < page->face_count; i++) {
        char key[] = {'F', (char)('0' + i), '\0'};
        if (page->faces[i].name)
            HPDF_Dict_Add(fonts, key, font(w, &page->faces[i], (int)i));
    }
    write_marks(content->stream, page);
    HPDF_Box box = {0, 0, (HPDF_REAL)page->width / 1000, (HPDF_REAL)page->height / 1000};
    HPDF_Dict_Add(resources, "Font", fonts);
    HPDF_Dict_AddName(sheet, "Type", "Page");
    HPDF_Dict_Add(sheet, "Parent", pages);
    HPDF_Dict_Add(sheet, "MediaBox", HPDF_Box_Array_New(w->memory, box));
    HPDF_Dict_Add(sheet, "Resources", resources);
    HPDF_Dict_Add(sheet, "Contents", content);
    HPDF_Array_Add(kids, sheet);
    HPDF_Dict_AddName(pages, "Type", "Pages");
    HPDF_Dict_AddNumber(pages, "Count", 1);
    HPDF_Dict_Add(pages, "Kids", kids);
    HPDF_Dict_AddName(catalog, "Type", "Catalog");
    HPDF_Dict_Add(catalog, "Pages", pages);
    HPDF_Dict_Add(w->xref->trailer, "Root", catalog);
}

static HPDF_STATUS HPDF_STDCALL take(HPDF_Stream s, const HPDF_BYTE *bytes, HPDF_UINT length)
{
    return fwrite(bytes, 1, length, s->attr) == length ? HPDF_OK : HPDF_FILE_IO_ERROR;
}

static bool write_pdf(FILE *file)
{
    struct _HPDF_Error_Rec error;
    HPDF_Error_Init(&error, NULL);
    struct writer w = {.memory = HPDF_MMgr_New(&error, 0, NULL, NULL)};
    w.xref = HPDF_Xref_New(w.memory, 0);
    make_objects(&w, &bare_page);
    HPDF_Stream stream = HPDF_CallbackWriter_New(w.memory, take, file);
    HPDF_Stream_WriteStr(stream, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    HPDF_Xref_WriteToStream(w.xref, stream, NULL);
    bool ok = error.error_no == HPDF_OK; /* it keeps the first error */
    HPDF_Stream_Free(stream);
    HPDF_Xref_Free(w.xref);
    HPDF_MMgr_Free(w.memory);
    return ok;
}

int main(int argc, char **argv)
{
    char temporary[4096];
    if (argc != 2 || snprintf(temporary, sizeof temporary, "%s.tmp", argv[1]) >= 4096)
        return 2;
    int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "wb");
    if (!file) {
        perror(temporary);
        return 3;
    }
    bool ok = write_pdf(file) && fflush(file) == 0 && fsync(fd) == 0;
    ok = fclose(file) == 0 && ok && rename(temporary, argv[1]) == 0;
    if (!ok)
        unlink(temporary);
    return ok ? 0 : 3;
}
