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

/* How what the article or the clinic file names is related to the pages (PDF 2.0, 7.11.3). */
#define NAMED "Supplement"

#define CLINIC_NAME "clinic.json"

/* ---- Names ---- */

static struct str last_part(struct str path)
{
    size_t from = path.len;
    while (from > 0 && path.ptr[from - 1] != '/')
        from--;
    return str_part(path, from, path.len - from);
}

/* The part at the front of a path, and on to behind it. */
static struct str shift_part(struct str *path)
{
    struct str part = str_before(*path, '/');
    size_t used = part.len < path->len ? part.len + 1 : part.len;
    *path = str_part(*path, used, path->len - used);
    return part;
}

static bool is_here(struct str part)
{
    return str_equal(part, STR("."));
}

/* What no file of a handout needs: control characters, and a name that hides it, which programs
 * take for their settings. */
static bool is_plain_name(struct str part)
{
    for (size_t i = 0; i < part.len; i++)
        if ((unsigned char)part.ptr[i] < ' ' || part.ptr[i] == 0x7F)
            return false;
    return part.len && (part.ptr[0] != '.' || is_here(part));
}

/* A file from outside must not choose a place outside of the folder that it is saved in. */
static bool stays_below(struct str path)
{
    bool is_empty = !path.len;
    while (path.len) {
        struct str part = shift_part(&path);
        if (!is_plain_name(part) || str_contains(part, STR("\\")) || str_contains(part, STR(":")))
            return false;
    }
    return !is_empty;
}

/* Where a file is written out again that is named so; what could not be there loses its folders. */
static struct str named_outside(struct str path)
{
    struct str name = stays_below(path) ? path : last_part(path);
    return stays_below(name) ? name : STR("unnamed");
}

/* The next part that is no "."; empty behind the last. */
static struct str shift_step(struct str *path)
{
    struct str part = shift_part(path);
    while (is_here(part))
        part = shift_part(path);
    return part;
}

static bool is_one_path(struct str a, struct str b)
{
    struct str step;
    do {
        step = shift_step(&a);
        if (!str_equal(step, shift_step(&b)))
            return false;
    } while (step.len);
    return true;
}

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

static struct pdf_file named_file(const struct loaded_file *file)
{
    return (struct pdf_file){last_part(file->path), file->path, source_media_type(file->bytes),
                             NAMED, file->bytes};
}

/* All files, a path that the article and the clinic file name twice. @return how many. */
static size_t list_files(struct arena *arena, const struct handout_document *document,
                         struct pdf_file **files)
{
    const struct loaded *loaded = &document->loaded;
    struct pdf_file *all = *files = ARENA_ARRAY(arena, 2 + loaded->count, struct pdf_file);
    size_t count = 0;
    all[count++] = article_file(arena, document);
    if (document->has_clinic)
        all[count++] = (struct pdf_file){STR(CLINIC_NAME), STR(CLINIC_NAME), "application/json",
                                         "Data", document->clinic.source.text};
    for (size_t i = 0; i < loaded->count; i++)
        all[count++] = named_file(&loaded->at[i]);
    return count;
}

static struct str written_name(const struct pdf_file *file)
{
    return strcmp(file->relation, NAMED) == 0 ? named_outside(file->description) : file->name;
}

struct str source_clash(struct arena *arena, const struct handout_document *document)
{
    struct pdf_file *all;
    size_t count = list_files(arena, document, &all);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            if (is_one_path(written_name(&all[k]), written_name(&all[i]))
                && !str_equal(all[k].bytes, all[i].bytes))
                return written_name(&all[i]);
    return (struct str){0};
}

static bool has_path(const struct pdf_file *files, size_t count, struct str path)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].relation, NAMED) == 0 && str_equal(files[i].description, path))
            return true;
    return false;
}

size_t source_files(struct arena *arena, const struct handout_document *document,
                    const struct pdf_file **files)
{
    struct pdf_file *all;
    size_t count = 0, listed = list_files(arena, document, &all);
    for (size_t i = 0; i < listed; i++)
        if (strcmp(all[i].relation, NAMED) != 0 || !has_path(all, count, all[i].description))
            all[count++] = all[i];
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

static struct str outside_name(const struct handout_source *source, const struct unpacked_file *one)
{
    bool is_article = one == &source->unpacked.article;
    if (!is_article && one != &source->unpacked.clinic)
        return named_outside(one->path);
    struct str name = last_part(one->name);
    return stays_below(name) ? name : is_article ? STR("article.json") : STR(CLINIC_NAME);
}

bool handout_source_file(const struct handout_source *source, size_t number,
                         struct handout_input *file)
{
    bool has_files = source && source->article.bytes;
    const struct unpacked_file *one = has_files ? numbered_file(source, number) : NULL;
    if (!one)
        return false;
    *file = (struct handout_input){outside_name(source, one).ptr, one->bytes.ptr, one->bytes.len};
    return true;
}
