/*
 * See out.h.  What libharu 2.3.0 does and does not do was measured; the traps avoided here:
 *
 *   - its memory pool hands out unaligned blocks, so it gets an allocator of ours, whose blocks
 *     come from the arena and are never freed one by one.  That allocator has no argument for a
 *     context, hence the one thread-local variable of the program;
 *   - an object for each key and value, and a callback for each word that is written, take a tenth
 *     of a handout's time; its reals are floats, which its versions write differently; its text
 *     strings know no characters beyond the BMP.  So the entries of a dictionary are text that is
 *     made here (syntax.h), and libharu's, which is empty, has a callback that writes them;
 *   - its save functions ignore errors of close and overwrite the version, so the header is
 *     written here and the rest goes through a callback;
 *   - its deflate is zlib's, which takes a quarter of the time of a handout; so a stream comes to
 *     it compressed, read from where it stands: it copies byte by byte what it keeps itself.
 */
#include "pdf/out.h"

#include "pdf/deflate.h"
#include "pdf/syntax.h"

#include <hpdf.h>

#include <assert.h>
#include <string.h>

struct out {
    struct arena *arena;
    struct deflater *deflater;
    struct _HPDF_Error_Rec error;
    HPDF_MMgr memory;
    HPDF_Xref xref;
};

struct obj {
    struct builder text;  /* what stands between its brackets */
    bool is_array, added; /* added: to another object, so that nothing may follow */
    HPDF_Dict dict;       /* of an indirect one, which writes the text; NULL: none */
    HPDF_Array array;     /* of an indirect array, whose text is empty; NULL: none */
    const char *filter;   /* the last entry of a stream's dictionary */
    struct str bytes;     /* of a stream, of which so many are read: */
    size_t read;
};

static _Thread_local struct arena *current;

static void *HPDF_STDCALL allocate(HPDF_UINT size)
{
    return arena_room(current, size);
}

static void HPDF_STDCALL release(void *block)
{
    (void)block; /* the arena is freed as a whole */
}

struct out *out_open(struct arena *arena, struct deflater *deflater)
{
    struct out *out = ARENA_NEW(arena, struct out);
    out->arena = current = arena;
    out->deflater = deflater;
    HPDF_Error_Init(&out->error, NULL);
    out->memory = HPDF_MMgr_New(&out->error, 0, allocate, release);
    out->xref = HPDF_Xref_New(out->memory, 0);
    return out;
}

/* ---- Objects ---- */

static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct obj *obj = dict->attr;
    HPDF_STATUS status = HPDF_Stream_Write(stream, (const HPDF_BYTE *)obj->text.ptr,
                                           (HPDF_UINT)obj->text.len);
    return status == HPDF_OK ? HPDF_Stream_WriteStr(stream, obj->filter) : status;
}

static struct obj *new_obj(struct out *out, bool is_array)
{
    struct obj *obj = ARENA_NEW(out->arena, struct obj);
    obj->text.arena = out->arena;
    obj->is_array = is_array;
    obj->filter = "";
    return obj;
}

static struct obj *new_dict(struct out *out, HPDF_Dict dict)
{
    struct obj *obj = new_obj(out, false);
    obj->dict = dict;
    dict->attr = obj;
    dict->write_fn = write_entries;
    return obj;
}

struct obj *out_dict(struct out *out)
{
    HPDF_Dict dict = HPDF_Dict_New(out->memory);
    HPDF_Xref_Add(out->xref, dict);
    return new_dict(out, dict);
}

struct obj *out_direct_dict(struct out *out)
{
    return new_obj(out, false);
}

struct obj *out_array(struct out *out)
{
    return new_obj(out, true);
}

struct obj *out_indirect_array(struct out *out)
{
    struct obj *obj = new_obj(out, true);
    obj->array = HPDF_Array_New(out->memory);
    HPDF_Xref_Add(out->xref, obj->array);
    return obj;
}

/* ---- Streams ---- */

static HPDF_STATUS rewind_stream(HPDF_Stream stream, HPDF_INT position, HPDF_WhenceMode from)
{
    struct obj *obj = stream->attr;
    (void)position, (void)from; /* it only ever asks for the start */
    obj->read = 0;
    return HPDF_OK;
}

static HPDF_STATUS read_stream(HPDF_Stream stream, HPDF_BYTE *to, HPDF_UINT *length)
{
    struct obj *obj = stream->attr;
    struct str part = str_part(obj->bytes, obj->read, *length);
    memcpy(to, part.ptr, part.len);
    obj->read += part.len;
    *length = (HPDF_UINT)part.len;
    return obj->read < obj->bytes.len ? HPDF_OK : HPDF_STREAM_EOF;
}

static HPDF_UINT32 stream_size(HPDF_Stream stream)
{
    const struct obj *obj = stream->attr;
    return (HPDF_UINT32)obj->bytes.len;
}

struct obj *out_stream(struct out *out, struct str bytes, enum out_filter filter)
{
    static const char deflated[] = "/Filter /FlateDecode\n";
    static const char *const filters[] = {[OUT_PLAIN] = "", [OUT_DEFLATE] = deflated,
                                          [OUT_DEFLATE_SHARED] = deflated,
                                          [OUT_DEFLATED] = deflated,
                                          [OUT_JPEG] = "/Filter [ /DCTDecode ]\n"};
    struct obj *obj = new_dict(out, HPDF_DictStream_New(out->memory, out->xref));
    obj->filter = filters[filter];
    if (filter == OUT_DEFLATE)
        bytes = deflate_bytes(out->deflater, out->arena, bytes);
    if (filter == OUT_DEFLATE_SHARED)
        bytes = deflate_shared(out->deflater, out->arena, bytes);
    obj->bytes = bytes;
    obj->dict->stream = HPDF_CallbackReader_New(out->memory, read_stream, rewind_stream, NULL,
                                                stream_size, obj);
    return obj;
}

/* ---- Values ---- */

/* Where the text of an object goes on. */
static struct builder *open_text(struct obj *obj)
{
    assert(!obj->added && !obj->array);
    return &obj->text;
}

static HPDF_UINT object_number(const struct obj *obj)
{
    return (obj->dict ? obj->dict->header.obj_id : obj->array->header.obj_id) & 0x00FFFFFF;
}

/* A reference to an indirect object, or all of a direct one. */
static void put_obj(struct builder *b, struct obj *obj)
{
    if (obj->dict || obj->array) {
        builder_int(b, object_number(obj));
        builder_add(b, STR(" 0 R"));
        return;
    }
    assert(!obj->added);
    obj->added = true;
    builder_add(b, obj->is_array ? STR("[ ") : STR("<<\n"));
    builder_add(b, (struct str){obj->text.ptr, obj->text.len});
    builder_add(b, obj->is_array ? STR("]") : STR(">>"));
}

/* @return where the value goes */
static struct builder *begin_entry(struct obj *dict, const char *key)
{
    struct builder *b = open_text(dict);
    builder_char(b, '/');
    builder_add(b, str_of(key));
    builder_char(b, ' ');
    return b;
}

void dict_obj(struct out *out, struct obj *dict, const char *key, struct obj *value)
{
    (void)out;
    struct builder *b = begin_entry(dict, key);
    put_obj(b, value);
    builder_char(b, '\n');
}

void dict_name(struct out *out, struct obj *dict, const char *key, const char *name)
{
    (void)out;
    struct builder *b = begin_entry(dict, key);
    put_name(b, name);
    builder_char(b, '\n');
}

void dict_int(struct out *out, struct obj *dict, const char *key, int32_t value)
{
    (void)out;
    struct builder *b = begin_entry(dict, key);
    builder_int(b, value);
    builder_char(b, '\n');
}

void dict_bool(struct out *out, struct obj *dict, const char *key, bool value)
{
    (void)out;
    builder_add(begin_entry(dict, key), value ? STR("true\n") : STR("false\n"));
}

void dict_text(struct out *out, struct obj *dict, const char *key, struct str utf8)
{
    (void)out;
    struct builder *b = begin_entry(dict, key);
    put_string(b, utf8);
    builder_char(b, '\n');
}

void array_obj(struct out *out, struct obj *array, struct obj *value)
{
    (void)out;
    if (array->array) {
        HPDF_Array_Add(array->array, value->dict);
        return;
    }
    put_obj(open_text(array), value);
    builder_char(&array->text, ' ');
}

void array_name(struct out *out, struct obj *array, const char *name)
{
    (void)out;
    put_name(open_text(array), name);
    builder_char(&array->text, ' ');
}

void array_int(struct out *out, struct obj *array, int32_t value)
{
    (void)out;
    builder_int(open_text(array), value);
    builder_char(&array->text, ' ');
}

void array_text(struct out *out, struct obj *array, struct str utf8)
{
    (void)out;
    put_string(open_text(array), utf8);
    builder_char(&array->text, ' ');
}

void array_milli(struct out *out, struct obj *array, int32_t thousandths)
{
    (void)out;
    put_eighths(open_text(array), thousandths);
    builder_char(&array->text, ' ');
}

/* ---- The file ---- */

/* libharu writes a few bytes at a time; the sink gets them in larger parts. */
enum { BUFFER = 16 * 1024 };

struct writer {
    out_sink *sink;
    void *context;
    bool failed;
    size_t used;
    unsigned char bytes[BUFFER];
};

static void flush(struct writer *writer)
{
    if (writer->used && !writer->failed)
        writer->failed = !writer->sink(writer->context, writer->bytes, writer->used);
    writer->used = 0;
}

static HPDF_STATUS HPDF_STDCALL take(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
    struct writer *writer = stream->attr;
    if (!length)
        return HPDF_OK; /* of nothing, which may be nowhere */
    if (length < BUFFER - writer->used) { /* as nearly always: libharu writes a word at a time */
        memcpy(writer->bytes + writer->used, bytes, length);
        writer->used += length;
        return HPDF_OK;
    }
    while (length) {
        size_t part = BUFFER - writer->used < length ? BUFFER - writer->used : length;
        memcpy(writer->bytes + writer->used, bytes, part);
        writer->used += part;
        bytes += part;
        length -= (HPDF_UINT)part;
        if (writer->used == BUFFER)
            flush(writer);
    }
    return writer->failed ? HPDF_FILE_IO_ERROR : HPDF_OK;
}

static void add_id(struct out *out, const unsigned char id[16])
{
    HPDF_Array both = HPDF_Array_New(out->memory);
    for (int i = 0; i < 2; i++)
        HPDF_Array_Add(both, HPDF_Binary_New(out->memory, (HPDF_BYTE *)id, 16));
    HPDF_Dict_Add(out->xref->trailer, "ID", both);
}

bool out_write(struct out *out, struct obj *catalog, struct obj *info, const unsigned char id[16],
               out_sink *sink, void *context, unsigned long *failure)
{
    /* The comment's bytes over 127 tell programs that copy files that this one is binary. */
    static const char header[] = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    current = out->arena;
    struct writer *writer = arena_room(out->arena, sizeof *writer);
    writer->sink = sink;
    writer->context = context;
    writer->failed = false;
    writer->used = 0;
    HPDF_Dict_Add(out->xref->trailer, "Root", catalog->dict);
    HPDF_Dict_Add(out->xref->trailer, "Info", info->dict);
    add_id(out, id);
    HPDF_Stream stream = HPDF_CallbackWriter_New(out->memory, take, writer);
    HPDF_STATUS status = out->error.error_no;
    if (status == HPDF_OK)
        status = HPDF_Stream_Write(stream, (const HPDF_BYTE *)header, sizeof header - 1);
    if (status == HPDF_OK)
        status = HPDF_Xref_WriteToStream(out->xref, stream, NULL);
    if (status == HPDF_OK)
        flush(writer);
    *failure = writer->failed ? 0 : status;
    return status == HPDF_OK && !writer->failed;
}
