/*
 * See out.h.  What libharu 2.3.0 does and does not do was measured; the traps avoided here:
 *
 *   - its memory pool hands out unaligned blocks, so it gets an allocator of ours, whose blocks
 *     come from the arena and are never freed one by one.  That allocator has no argument for a
 *     context, hence the one thread-local variable of the program;
 *   - its reals are floats, formatted differently by different versions, except for eighths;
 *   - its save functions ignore errors of close and overwrite the version, so the header is
 *     written here and the rest goes through a callback;
 *   - its deflate is zlib's, which takes a quarter of the time of a handout; so a stream comes to
 *     it compressed, and a callback writes the filter's name, which it would take away;
 *   - its text strings know no characters beyond the BMP, so UTF-16 is made here.
 */
#include "pdf/out.h"

#include "pdf/deflate.h"

#include <hpdf.h>

#include <string.h>

struct out {
    struct arena *arena;
    struct cache *streams;
    struct _HPDF_Error_Rec error;
    HPDF_MMgr memory;
    HPDF_Xref xref;
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

struct out *out_open(struct arena *arena, struct cache *streams)
{
    struct out *out = ARENA_NEW(arena, struct out);
    out->arena = current = arena;
    out->streams = streams;
    HPDF_Error_Init(&out->error, NULL);
    out->memory = HPDF_MMgr_New(&out->error, 0, allocate, release);
    out->xref = HPDF_Xref_New(out->memory, 0);
    return out;
}

static struct obj *indirect(struct out *out, void *object)
{
    HPDF_Xref_Add(out->xref, object);
    return object;
}

struct obj *out_dict(struct out *out)
{
    return indirect(out, HPDF_Dict_New(out->memory));
}

struct obj *out_direct_dict(struct out *out)
{
    return (struct obj *)HPDF_Dict_New(out->memory);
}

struct obj *out_array(struct out *out)
{
    return (struct obj *)HPDF_Array_New(out->memory);
}

struct obj *out_indirect_array(struct out *out)
{
    return indirect(out, HPDF_Array_New(out->memory));
}

static HPDF_STATUS name_deflate(HPDF_Dict dict, HPDF_Stream stream)
{
    (void)dict;
    return HPDF_Stream_WriteStr(stream, "/Filter /FlateDecode\n");
}

/* @return in the arena, or in the cache until the next stream */
static struct str compress_shared(struct out *out, struct str bytes)
{
    struct cache_key key = {0, bytes};
    struct str kept = cache_find(out->streams, key);
    if (kept.ptr)
        return kept;
    struct str small = deflate_bytes(out->arena, bytes);
    cache_keep(out->streams, key, small);
    return small;
}

struct obj *out_stream(struct out *out, struct str bytes, enum out_filter filter)
{
    HPDF_Dict stream = HPDF_DictStream_New(out->memory, out->xref);
    stream->filter = filter == OUT_JPEG ? HPDF_STREAM_FILTER_DCT_DECODE : HPDF_STREAM_FILTER_NONE;
    if (filter == OUT_DEFLATE || filter == OUT_DEFLATE_SHARED)
        stream->write_fn = name_deflate;
    if (filter == OUT_DEFLATE)
        bytes = deflate_bytes(out->arena, bytes);
    if (filter == OUT_DEFLATE_SHARED)
        bytes = compress_shared(out, bytes);
    HPDF_Stream_Write(stream->stream, (const HPDF_BYTE *)bytes.ptr, (HPDF_UINT)bytes.len);
    return (struct obj *)stream;
}

/* ---- Values ---- */

static bool is_printable_ascii(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < ' ' || (unsigned char)s.ptr[i] > '~')
            return false;
    return true;
}

static void *text_string(struct out *out, struct str utf8)
{
    if (is_printable_ascii(utf8))
        return HPDF_String_New(out->memory, str_c(out->arena, utf8), NULL);
    unsigned char *utf16 = arena_alloc(out->arena, 2 + 2 * utf8.len);
    size_t len = 0;
    utf16[len++] = 0xFE;
    utf16[len++] = 0xFF;
    for (size_t at = 0; at < utf8.len;)
        len += utf16_put(utf16 + len, utf8_next(utf8, &at));
    return HPDF_Binary_New(out->memory, utf16, (HPDF_UINT)len);
}

void dict_obj(struct out *out, struct obj *dict, const char *key, struct obj *value)
{
    (void)out;
    HPDF_Dict_Add((HPDF_Dict)dict, key, value);
}

void dict_name(struct out *out, struct obj *dict, const char *key, const char *name)
{
    (void)out;
    HPDF_Dict_AddName((HPDF_Dict)dict, key, name);
}

void dict_int(struct out *out, struct obj *dict, const char *key, int32_t value)
{
    (void)out;
    HPDF_Dict_AddNumber((HPDF_Dict)dict, key, value);
}

void dict_bool(struct out *out, struct obj *dict, const char *key, bool value)
{
    (void)out;
    HPDF_Dict_AddBoolean((HPDF_Dict)dict, key, value ? HPDF_TRUE : HPDF_FALSE);
}

void dict_text(struct out *out, struct obj *dict, const char *key, struct str utf8)
{
    HPDF_Dict_Add((HPDF_Dict)dict, key, text_string(out, utf8));
}

void array_obj(struct out *out, struct obj *array, struct obj *value)
{
    (void)out;
    HPDF_Array_Add((HPDF_Array)array, value);
}

void array_name(struct out *out, struct obj *array, const char *name)
{
    (void)out;
    HPDF_Array_AddName((HPDF_Array)array, name);
}

void array_int(struct out *out, struct obj *array, int32_t value)
{
    (void)out;
    HPDF_Array_AddNumber((HPDF_Array)array, value);
}

void array_text(struct out *out, struct obj *array, struct str utf8)
{
    HPDF_Array_Add((HPDF_Array)array, text_string(out, utf8));
}

void array_milli(struct out *out, struct obj *array, int32_t thousandths)
{
    (void)out;
    int32_t eighths = (thousandths + (thousandths < 0 ? -62 : 62)) / 125;
    if (eighths % 8 == 0)
        HPDF_Array_AddNumber((HPDF_Array)array, eighths / 8);
    else
        HPDF_Array_AddReal((HPDF_Array)array, (HPDF_REAL)eighths / 8);
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
    struct writer *writer = ARENA_NEW(out->arena, struct writer);
    *writer = (struct writer){.sink = sink, .context = context};
    HPDF_Dict_Add(out->xref->trailer, "Root", catalog);
    HPDF_Dict_Add(out->xref->trailer, "Info", info);
    add_id(out, id);
    HPDF_Stream stream = HPDF_CallbackWriter_New(out->memory, take, writer);
    HPDF_STATUS status = out->error.error_no;
    if (status == HPDF_OK)
        status = HPDF_Stream_Write(stream, (const HPDF_BYTE *)header, sizeof header - 1);
    if (status == HPDF_OK)
        status = HPDF_Xref_WriteToStream(out->xref, stream, NULL);
    if (status == HPDF_OK)
        flush(writer);
    if (status == HPDF_ZLIB_ERROR) /* the one reason that deflateInit() can have here */
        arena_out_of_memory(out->arena);
    *failure = writer->failed ? 0 : status;
    return status == HPDF_OK && !writer->failed;
}
