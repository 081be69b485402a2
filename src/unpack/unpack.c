/*
 * See unpack.h.  A file of ours is known by the name of who made it, which stands plainly in it.  A
 * program that rewrites PDFs may keep that name; such a file counts as damaged.
 *
 * What the files are for is told by their relation to the pages: the article is their Source, the
 * clinic file Data, and what that names a Supplement.
 */
#include "unpack/unpack.h"

#include "base/hash.h"
#include "unpack/object.h"

#include <inttypes.h>

/* The article, the clinic, a picture, a logo and three fonts are seven. A hostile file may list one
 * large file a hundred thousand times, each to be read and added up. */
enum { FILES_MOST = 11 };

static bool is_ours(struct arena *arena, struct str pdf, struct str producer)
{
    struct builder entry = {.arena = arena};
    builder_add(&entry, STR("/Producer ("));
    builder_add(&entry, producer);
    return str_contains(pdf, builder_str(&entry));
}

/* As attach.c wrote it; a byte that is another one now may be in a dose. */
static bool is_whole(struct arena *arena, const struct object_file *file, struct str stream,
                     struct str bytes)
{
    struct str params, hash;
    struct builder expected = {.arena = arena};
    builder_printf(&expected, "%016" PRIx64, hash_bytes(HASH_START, bytes));
    return object_entry(file, stream, "Params", &params)
           && object_entry(file, params, "HandoutHash", &hash)
           && str_equal(object_string(arena, hash), builder_str(&expected));
}

static bool read_file(struct arena *arena, const struct object_file *file,
                      struct str specification, struct unpacked_file *unpacked)
{
    struct str name, path, streams, stream;
    if (!object_entry(file, specification, "UF", &name)
        || !object_entry(file, specification, "Desc", &path)
        || !object_entry(file, specification, "EF", &streams)
        || !object_entry(file, streams, "F", &stream)
        || !object_stream(file, stream, &unpacked->bytes)
        || !is_whole(arena, file, stream, unpacked->bytes))
        return false;
    unpacked->name = object_string(arena, name);
    unpacked->path = object_string(arena, path);
    return true;
}

static bool add_file(struct arena *arena, const struct object_file *file,
                     struct str specification, struct unpacked *unpacked)
{
    struct unpacked_file one;
    struct str relation;
    if (!object_entry(file, specification, "AFRelationship", &relation)
        || !read_file(arena, file, specification, &one))
        return false;
    if (str_equal(relation, STR("/Source")))
        unpacked->article = one;
    else if (str_equal(relation, STR("/Data")))
        unpacked->clinic = one;
    else
        *ARRAY_PUSH(arena, unpacked) = one;
    return true;
}

enum unpack_status unpack(struct arena *arena, struct str pdf, struct str producer,
                          struct unpacked *unpacked)
{
    struct object_file file;
    struct str catalog, files, specification;
    size_t at = 0, listed = 0;
    *unpacked = (struct unpacked){0};
    if (!is_ours(arena, pdf, producer))
        return UNPACK_FOREIGN;
    if (!object_open(&file, pdf) || !object_entry(&file, file.trailer, "Root", &catalog))
        return UNPACK_DAMAGED;
    if (!object_entry(&file, catalog, "AF", &files))
        return UNPACK_NO_SOURCE;
    while (object_next(&file, files, &at, &specification))
        if (++listed > FILES_MOST || !add_file(arena, &file, specification, unpacked))
            return UNPACK_DAMAGED;
    return unpacked->article.bytes.ptr ? UNPACK_OK : UNPACK_DAMAGED;
}
