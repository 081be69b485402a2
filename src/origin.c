/*
 * Who wrote a PDF, and of what: see handout_origin.h.  The metadata of our PDFs are not compressed
 * (pdf/meta.c), so the few elements that are asked for are looked for as bytes; a PDF that another
 * program has written anew has none of them, or not as we write them, and is nobody's.
 *
 * The hash of what a PDF was made of is the second half of its identifier, which stands near its
 * end (pdf/meta.c).  A program that changes a PDF changes the second of the two identifiers, so
 * both are looked at.
 *
 * Of the two files their values are taken and not their bytes: white space, and how a letter is
 * written, change nothing on the page.  Only if they are put into the PDF their bytes count.
 */
#include "handout_origin.h"

#include "base/hash.h"
#include "lend.h"
#include "origin.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* Where the part begins; all.len: nowhere. */
static size_t position_of_part(struct str all, struct str part)
{
    for (size_t at = 0; at + part.len <= all.len; at++) {
        const char *first = memchr(all.ptr + at, part.ptr[0], all.len - at - part.len + 1);
        if (!first)
            break;
        at = (size_t)(first - all.ptr);
        if (memcmp(first, part.ptr, part.len) == 0)
            return at;
    }
    return all.len;
}

/* The text between <name> and the next tag; absent if there is no such element. */
static struct str element(struct str all, struct str name)
{
    size_t at = position_of_part(all, name);
    if (at == all.len)
        return (struct str){0};
    return str_before(str_part(all, at + name.len, all.len), '<');
}

/* ---- What it was made of ---- */

static struct date date_of_epoch(int64_t seconds)
{
    time_t time = (time_t)seconds;
    struct tm tm;
    if (!gmtime_r(&time, &tm) || tm.tm_year > 9999 - 1900)
        return (struct date){0};
    return (struct date){(int16_t)(tm.tm_year + 1900), (int8_t)(tm.tm_mon + 1),
                         (int8_t)tm.tm_mday};
}

/* The article's own date, so that the same article gives the same bytes on any day. */
struct str file_date(const struct handout_document *document, struct arena *arena)
{
    struct builder b = {.arena = arena};
    struct date date = document->article.review.on_date;
    if (!date.year)
        date = document->article.published.updated_on;
    if (!date.year && document->options.source_date_epoch >= 0)
        date = date_of_epoch(document->options.source_date_epoch);
    if (!date.year)
        return (struct str){0};
    builder_printf(&b, "%04d-%02d-%02dT00:00:00+00:00", date.year, date.month, date.day);
    return builder_str(&b);
}

/* Resolved, so that an option which changes nothing changes no hash. */
static uint64_t hash_options(uint64_t hash, const struct handout_document *document,
                             const struct handout_layout_options *layout,
                             enum handout_format format)
{
    char text[64];
    bool fillable = layout->fillable || document->sheet->fillable;
    snprintf(text, sizeof text, "%d %d %d %d %" PRId32 " %d", (int)paper_choice(document, layout),
             layout->letterhead, layout->large_print, fillable, least_body(layout), (int)format);
    return hash_part(hash, str_of(text));
}

/* Depth is at most JSON_DEPTH_MAX. */
static uint64_t hash_value(uint64_t hash, const struct json *value)
{
    const uint64_t about[] = {value->kind, value->boolean, value->count};
    for (size_t i = 0; i < sizeof about / sizeof *about; i++)
        hash = hash_number(hash, about[i]);
    hash = hash_words(hash_words(hash, value->key), value->string);
    for (const struct json *child = value->first; child; child = child->next)
        hash = hash_value(hash, child);
    return hash;
}

/* @param tree  NULL: there is no such file */
static uint64_t hash_file(uint64_t hash, const struct json *tree, const struct source *source,
                          enum handout_format format)
{
    if (!tree)
        return hash_number(hash, 0);
    return format == HANDOUT_PDF_WITH_SOURCE ? hash_words(hash, source->text)
                                             : hash_value(hash, tree);
}

uint64_t origin_hash(const struct handout_document *document,
                     const struct handout_layout_options *layout, enum handout_format format,
                     struct arena *arena)
{
    const struct article *article = &document->article;
    uint64_t hash = hash_part(HASH_START, STR(HANDOUT_VERSION));
    hash = hash_options(hash, document, layout, format);
    hash = hash_part(hash_part(hash, article->id), article->origin);
    hash = hash_part(hash, file_date(document, arena));
    hash = hash_part(hash, document->lent_fonts ? lent_names(arena, document->lent_fonts)
                                                : (struct str){0});
    hash = hash_file(hash, document->article_tree, &article->source, format);
    hash = hash_file(hash, document->clinic_tree, &document->clinic.source, format);
    for (size_t i = 0; i < document->loaded.count; i++)
        hash = hash_words(hash, document->loaded.at[i].bytes);
    return hash;
}

/* The two identifiers of a trailer, as libharu writes them; absent if they are no pair. */
static bool find_identifiers(struct str pdf, struct str ids[2])
{
    enum { TRAILER_MOST = 512, DIGITS = 32 };
    struct str end = pdf.len > TRAILER_MOST ? str_part(pdf, pdf.len - TRAILER_MOST, pdf.len) : pdf;
    size_t at = position_of_part(end, STR("/ID [ <"));
    if (at == end.len || position_of_part(end, STR("%%EOF")) == end.len)
        return false;
    struct str rest = str_part(end, at, end.len);
    for (int i = 0; i < 2; i++) {
        rest = str_part(rest, str_before(rest, '<').len + 1, rest.len);
        ids[i] = str_before(rest, '>');
    }
    return ids[0].len == DIGITS && str_equal(ids[0], ids[1]);
}

struct origin_work {
    const struct handout_document *document;
    const struct handout_layout_options *layout;
    enum handout_format format;
    struct arena *arena;
    char digits[17];
};

static void find_digits(void *context)
{
    struct origin_work *work = context;
    snprintf(work->digits, sizeof work->digits, "%016" PRIX64,
             origin_hash(work->document, work->layout, work->format, work->arena));
}

bool handout_was_made_of(const struct handout_document *document,
                         const struct handout_layout_options *layout, enum handout_format format,
                         const void *pdf, size_t length)
{
    struct str ids[2];
    struct handout_layout_options usual;
    handout_layout_options_init(&usual);
    if (!document || !document->sheet || !find_identifiers((struct str){pdf, length}, ids))
        return false;
    struct origin_work work = {document, layout ? layout : &usual, format,
                               open_arena(&document->options), ""};
    bool known = work.arena && arena_try(work.arena, find_digits, &work);
    arena_free(work.arena);
    return known && str_equal(str_part(ids[0], 16, 32), str_of(work.digits));
}

/* ---- Which article it is of ---- */

bool handout_is_of_other(const struct handout_document *document, const void *pdf, size_t length)
{
    struct str all = {pdf, length};
    if (!document || !length)
        return false;
    return str_equal(element(all, STR("<dc:identifier>")), document->article.id)
           && !str_equal(element(all, STR("<dc:source>")), document->article.origin);
}
