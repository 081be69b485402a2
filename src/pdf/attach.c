/*
 * See attach.h.  PDF/A-3 (ISO 19005-3, 6.8) asks for both names, the media type and the relation;
 * the hash is ours, so that a byte that was changed on the way is seen: it may be in a dose.
 *
 * The keys of the name tree are digits, so that they are in order as they come.
 */
#include "pdf/attach.h"

#include "base/hash.h"
#include "pdf/meta.h"

#include <assert.h>
#include <inttypes.h>

static struct str hash_text(struct arena *arena, struct str bytes)
{
    struct builder b = {.arena = arena};
    builder_printf(&b, "%016" PRIx64, hash_bytes(HASH_START, bytes));
    return builder_str(&b);
}

static struct obj *embedded_file(struct out *out, struct arena *arena,
                                 const struct pdf_info *info, const struct pdf_file *file)
{
    struct obj *stream = out_stream(out, file->bytes, OUT_PLAIN);
    struct obj *params = out_direct_dict(out);
    dict_name(out, stream, "Type", "EmbeddedFile");
    dict_name(out, stream, "Subtype", file->media_type);
    dict_int(out, params, "Size", (int32_t)file->bytes.len);
    if (info->date.len)
        dict_text(out, params, "ModDate", meta_date(arena, info->date));
    dict_text(out, params, "HandoutHash", hash_text(arena, file->bytes));
    dict_obj(out, stream, "Params", params);
    return stream;
}

static struct obj *file_specification(struct out *out, struct arena *arena,
                                      const struct pdf_info *info, const struct pdf_file *file)
{
    struct obj *specification = out_dict(out), *streams = out_direct_dict(out);
    struct obj *stream = embedded_file(out, arena, info, file);
    dict_name(out, specification, "Type", "Filespec");
    dict_text(out, specification, "F", file->name);
    dict_text(out, specification, "UF", file->name);
    dict_text(out, specification, "Desc", file->description);
    dict_name(out, specification, "AFRelationship", file->relation);
    dict_obj(out, streams, "F", stream);
    dict_obj(out, streams, "UF", stream);
    dict_obj(out, specification, "EF", streams);
    return specification;
}

void attach_files(struct out *out, struct arena *arena, const struct pdf_info *info,
                  struct obj *catalog)
{
    if (!info->file_count)
        return;
    assert(info->file_count < 10); /* keys of one digit */
    struct obj *associated = out_array(out), *named = out_array(out);
    struct obj *leaf = out_direct_dict(out), *names = out_direct_dict(out);
    for (size_t i = 0; i < info->file_count; i++) {
        struct obj *specification = file_specification(out, arena, info, &info->files[i]);
        array_obj(out, associated, specification);
        array_text(out, named, str_of_int(arena, (int64_t)i));
        array_obj(out, named, specification);
    }
    dict_obj(out, leaf, "Names", named);
    dict_obj(out, names, "EmbeddedFiles", leaf);
    dict_obj(out, catalog, "Names", names);
    dict_obj(out, catalog, "AF", associated);
}
