/*
 * A part of the facade: the files inside a PDF, both ways.
 *
 * The article is named after its id and the clinic file always the same.  The description is how a
 * file was called: the article's own name, which says where the handout comes from
 * (handout_origin.h), so that a PDF made of a PDF has the same bytes; and the path that is written
 * in the article or the clinic file, by which a picture or a font is found again.
 */
#include "source.h"

#include "base/bytes.h"
#include "handout_source.h"
#include "unpack/unpack.h"

#include <string.h>

/* ---- Into the PDF ---- */

const char *source_media_type(struct str bytes)
{
    static const struct first_bytes types[] = {
        {{"\x89PNG", 4}, "image/png"},
        {{"\xFF\xD8\xFF", 3}, "image/jpeg"},
        {{"OTTO", 4}, "font/otf"},
        {{"ttcf", 4}, "font/collection"},
    };
    const char *type = first_bytes_mean(bytes, types, sizeof types / sizeof *types);
    return type ? type : "font/ttf";
}

static struct str last_part(struct str path)
{
    size_t from = path.len;
    while (from > 0 && path.ptr[from - 1] != '/')
        from--;
    return str_part(path, from, path.len - from);
}

static struct str article_name(struct arena *arena, const struct handout_document *document)
{
    struct builder b = {.arena = arena};
    builder_printf(&b, "%s.json", handout_document_id(document));
    return builder_str(&b);
}

static struct pdf_file article_file(struct arena *arena, const struct handout_document *document)
{
    const struct source *source = &document->article.source;
    struct str name = article_name(arena, document), given = last_part(source->name);
    /* A file's name may be of any bytes, a text of a PDF may not. */
    bool sound = given.len && utf8_sound(given) == given.len;
    return (struct pdf_file){name, sound ? given : name, "application/json", "Source",
                             source->text};
}

/* The first file of that path, which may be the one at `end`. */
static const struct loaded_file *first_of_path(const struct loaded *loaded, size_t end)
{
    size_t i = 0;
    while (!str_equal(loaded->at[i].path, loaded->at[end].path))
        i++;
    return &loaded->at[i];
}

struct str source_clash(const struct handout_document *document)
{
    const struct loaded *loaded = &document->loaded;
    for (size_t i = 0; i < loaded->count; i++)
        if (!str_equal(first_of_path(loaded, i)->bytes, loaded->at[i].bytes))
            return loaded->at[i].path;
    return (struct str){0};
}

static struct pdf_file named_file(const struct loaded_file *file)
{
    return (struct pdf_file){last_part(file->path), file->path, source_media_type(file->bytes),
                             "Supplement", file->bytes};
}

size_t source_files(struct arena *arena, const struct handout_document *document,
                    const struct pdf_file **files)
{
    const struct loaded *loaded = &document->loaded;
    struct pdf_file *all = ARENA_ARRAY(arena, 2 + loaded->count, struct pdf_file);
    size_t count = 0;
    all[count++] = article_file(arena, document);
    if (document->has_clinic)
        all[count++] = (struct pdf_file){STR("clinic.json"), STR("clinic.json"), "application/json",
                                         "Data", document->clinic.source.text};
    for (size_t i = 0; i < loaded->count; i++)
        if (first_of_path(loaded, i) == &loaded->at[i])
            all[count++] = named_file(&loaded->at[i]);
    *files = all;
    return count;
}

/* ---- Out of it ---- */

struct handout_source {
    struct arena *arena;
    struct diags diags;
    struct handout_diagnostics shown;
    struct source pdf;
    struct unpacked unpacked;
    struct handout_input article, clinic; /* bytes NULL: there is none */
};

struct open_work {
    const struct handout_input *pdf;
    struct arena *arena;
    struct handout_source *source;
};

bool handout_is_pdf(const struct handout_input *input)
{
    return str_starts((struct str){input->bytes, input->length}, STR("%PDF-"));
}

/* "water.pdf/water.json": what is said of the article names the PDF. */
static struct handout_input inner_input(struct handout_source *source,
                                        const struct unpacked_file *file)
{
    struct builder name = {.arena = source->arena};
    builder_add(&name, source->pdf.name);
    builder_char(&name, '/');
    builder_add(&name, file->path);
    return (struct handout_input){builder_str(&name).ptr, file->bytes.ptr, file->bytes.len};
}

static bool unpack_source(struct handout_source *source)
{
    static const enum diag_id faults[] = {[UNPACK_FOREIGN] = DIAG_FOREIGN_PDF,
                                          [UNPACK_NO_SOURCE] = DIAG_PDF_WITHOUT_SOURCE,
                                          [UNPACK_DAMAGED] = DIAG_PDF_CHANGED};
    struct place whole = {.source = &source->pdf};
    if (source->pdf.text.len > HANDOUT_PDF_MAX) {
        diag_add(&source->diags, DIAG_TOO_LARGE, whole, STR("128 MiB"));
        return false;
    }
    enum unpack_status status =
        unpack(source->arena, source->pdf.text, STR(SOURCE_PRODUCER), &source->unpacked);
    if (status != UNPACK_OK)
        diag_plain(&source->diags, faults[status], whole);
    return status == UNPACK_OK;
}

static void open_all(void *context)
{
    struct open_work *work = context;
    struct handout_source *source = ARENA_NEW(work->arena, struct handout_source);
    *source = (struct handout_source){
        .arena = work->arena,
        .pdf = {str_of(work->pdf->name), {work->pdf->bytes, work->pdf->length}}};
    diags_init(&source->diags, source->arena, false);
    if (unpack_source(source)) {
        source->article = inner_input(source, &source->unpacked.article);
        if (source->unpacked.clinic.bytes.ptr)
            source->clinic = inner_input(source, &source->unpacked.clinic);
    }
    source->shown = show_diagnostics(source->arena, &source->diags, NULL);
    work->source = source;
}

struct handout_source *handout_source_open(const struct handout_input *pdf,
                                           const struct handout_read_options *options)
{
    struct handout_read_options usual;
    handout_read_options_init(&usual);
    struct open_work work = {pdf, open_arena(options ? options : &usual), NULL};
    if (work.arena && arena_try(work.arena, open_all, &work))
        return work.source;
    arena_free(work.arena);
    return NULL;
}

void handout_source_free(struct handout_source *source)
{
    if (source)
        arena_free(source->arena);
}

struct handout_diagnostics handout_source_diagnostics(const struct handout_source *source)
{
    return source ? source->shown : (struct handout_diagnostics){NULL, 0, 0};
}

const struct handout_input *handout_source_article(const struct handout_source *source)
{
    return source && source->article.bytes ? &source->article : NULL;
}

const struct handout_input *handout_source_clinic(const struct handout_source *source)
{
    return source && source->clinic.bytes ? &source->clinic : NULL;
}

const char *handout_source_load(void *context, const char *path, struct handout_input *file)
{
    const struct handout_source *source = context;
    for (size_t i = 0; i < source->unpacked.count; i++) {
        const struct unpacked_file *one = &source->unpacked.at[i];
        if (str_equal(one->path, str_of(path))) {
            file->bytes = one->bytes.ptr;
            file->length = one->bytes.len;
            return NULL;
        }
    }
    return "it is not inside the PDF";
}

/* What no file of a handout needs: control characters, and a name that hides it, which programs
 * take for their settings. */
static bool is_plain_name(struct str part)
{
    for (size_t i = 0; i < part.len; i++)
        if ((unsigned char)part.ptr[i] < ' ' || part.ptr[i] == 0x7F)
            return false;
    return part.len && (part.ptr[0] != '.' || part.len == 1);
}

/* A file from outside must not choose a place outside of the folder that it is saved in. */
static bool stays_below(struct str path)
{
    struct str rest = path;
    while (rest.len) {
        struct str part = str_before(rest, '/');
        if (!is_plain_name(part) || str_contains(part, STR("\\")) || str_contains(part, STR(":")))
            return false;
        size_t used = part.len < rest.len ? part.len + 1 : part.len;
        rest = str_part(rest, used, rest.len - used);
    }
    return path.len > 0;
}

static const struct unpacked_file *numbered_file(const struct handout_source *source, size_t number)
{
    bool has_clinic = source->clinic.bytes != NULL;
    if (number == 0)
        return &source->unpacked.article;
    if (number == 1 && has_clinic)
        return &source->unpacked.clinic;
    size_t index = number - 1 - has_clinic;
    return index < source->unpacked.count ? &source->unpacked.at[index] : NULL;
}

bool handout_source_file(const struct handout_source *source, size_t number,
                         struct handout_input *file)
{
    bool has_files = source && source->article.bytes;
    const struct unpacked_file *one = has_files ? numbered_file(source, number) : NULL;
    if (!one)
        return false;
    bool named = number > 0 && one != &source->unpacked.clinic;
    struct str name = named && stays_below(one->path) ? one->path : last_part(one->name);
    *file = (struct handout_input){
        stays_below(name) ? name.ptr : number ? "clinic.json" : "article.json", one->bytes.ptr,
        one->bytes.len};
    return true;
}
