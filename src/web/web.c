/*
 * What the WebAssembly module exports: the library for a page in a browser, whose JavaScript has
 * neither C's structs nor its strings.
 *
 *     web_put(web, WEB_ARTICLE, name, bytes, length);   // and the clinic, a logo, fonts
 *     web_make(web, "2025-01-31", paper, flags);        // what is said is in web_text()
 *     web_write(web, WEB_SVG);                          // the bytes are in web_text()
 *
 * What is said is JSON, one object a line, in the form of --diagnostics=json, so that both speak
 * alike, and besides a "box" for each mark that comes from a field.  Whatever JavaScript hands over
 * was allocated with web_alloc() and is owned here from then on.
 */
#include "cli/escape.h"
#include "cli/message.h"
#include "handout_context.h"
#include "handout_draft.h"
#include "handout_source.h"
#include "handout_svg.h"

#include <stdlib.h>
#include <string.h>

#define EXPORT(name) __attribute__((export_name(#name))) name

enum web_slot { WEB_ARTICLE, WEB_CLINIC, WEB_NAMED };
enum web_format { WEB_PDF, WEB_PDF_WITH_SOURCE, WEB_SVG };
enum web_flags { WEB_LARGE_PRINT = 1, WEB_NO_LETTERHEAD = 2, WEB_REVIEW = 4, WEB_STRICT = 8 };

enum { NAMED_MOST = 8 }; /* a picture, a logo and three fonts are all that can be named */

struct web {
    struct handout_env *env;
    struct handout_context *context; /* each edit sets nearly the same words again */
    struct handout_input inputs[WEB_NAMED + NAMED_MOST];
    struct handout_document *document;
    struct handout_pages *pages;
    struct handout_source *source; /* of the PDF that was opened last, */
    struct handout_draft *draft;   /* or of the post: one of the two is NULL */
    char *name, *given;            /* that file's name and bytes */
    char *text; /* what was asked for last */
    size_t length;
};

struct web *EXPORT(web_open)(void);
void *EXPORT(web_alloc)(size_t size);
const char *EXPORT(web_text)(const struct web *web);
size_t EXPORT(web_length)(const struct web *web);
void EXPORT(web_clear)(struct web *web);
bool EXPORT(web_put)(struct web *web, int slot, char *name, char *bytes, size_t length);
bool EXPORT(web_make)(struct web *web, char *today, int paper, int flags);
bool EXPORT(web_write)(struct web *web, int format, int page);
bool EXPORT(web_unpack)(struct web *web, char *name, char *bytes, size_t length);
bool EXPORT(web_import)(struct web *web, char *name, char *bytes, size_t length, int markup);
bool EXPORT(web_inner)(struct web *web, size_t number);

struct web *web_open(void)
{
    struct web *web = calloc(1, sizeof *web);
    if (web)
        web->env = handout_env_open();
    if (web && web->env)
        web->context = handout_context_open(web->env);
    return web && web->context ? web : NULL;
}

void *web_alloc(size_t size)
{
    return malloc(size ? size : 1);
}

const char *web_text(const struct web *web)
{
    return web->text;
}

size_t web_length(const struct web *web)
{
    return web->length;
}

/* ---- Text that is handed out ---- */

static FILE *begin_text(struct web *web)
{
    free(web->text);
    web->text = NULL;
    web->length = 0;
    return open_memstream(&web->text, &web->length);
}

static bool sink(void *file, const void *bytes, size_t length)
{
    return fwrite(bytes, 1, length, file) == length;
}

static void tell_found(FILE *to, struct handout_diagnostics found)
{
    struct printer printer = {.to = to, .format = FORMAT_JSON};
    for (size_t i = 0; i < found.count; i++)
        message_diagnostic(&printer, &found.at[i]);
}

static void tell_report(FILE *to, const struct web *web)
{
    struct printer printer = {.to = to, .format = FORMAT_JSON};
    struct handout_report report = handout_pages_report(web->pages);
    message_outcome(&printer, &(struct outcome){.article = web->inputs[WEB_ARTICLE].name,
                                                .report = report.pages ? &report : NULL});
    fputs("{\"type\":\"document\"", to);
    escape_member(to, "id", handout_document_id(web->document));
    fputs("}\n", to);
}

static void tell_boxes(FILE *to, struct handout_boxes boxes)
{
    for (size_t i = 0; i < boxes.count; i++) {
        const struct handout_box *box = &boxes.at[i];
        if (!*box->pointer)
            continue;
        fprintf(to, "{\"type\":\"box\",\"page\":%d,\"x\":%d,\"y\":%d,\"width\":%d,\"height\":%d",
                box->page, (int)box->x, (int)box->y, (int)box->width, (int)box->height);
        escape_member(to, "file", box->file);
        escape_member(to, "pointer", box->pointer);
        fputs("}\n", to);
    }
}

/* ---- Inputs ---- */

static void forget_made(struct web *web)
{
    handout_pages_free(web->pages);
    handout_document_free(web->document);
    web->pages = NULL;
    web->document = NULL;
}

static void free_input(struct handout_input *input)
{
    free((char *)input->name);
    free((char *)input->bytes);
    *input = (struct handout_input){NULL, NULL, 0};
}

void web_clear(struct web *web)
{
    forget_made(web);
    for (size_t i = 0; i < WEB_NAMED + NAMED_MOST; i++)
        free_input(&web->inputs[i]);
}

bool web_put(struct web *web, int slot, char *name, char *bytes, size_t length)
{
    forget_made(web);
    if (slot == WEB_NAMED)
        while (slot < WEB_NAMED + NAMED_MOST && web->inputs[slot].bytes)
            slot++;
    struct handout_input input = {name, bytes, length};
    if (slot == WEB_NAMED + NAMED_MOST) {
        free_input(&input);
        return false;
    }
    free_input(&web->inputs[slot]);
    web->inputs[slot] = input;
    return true;
}

static const char *load_given(void *context, const char *path, struct handout_input *file)
{
    const struct web *web = context;
    for (size_t i = WEB_NAMED; i < WEB_NAMED + NAMED_MOST; i++)
        if (web->inputs[i].bytes && strcmp(web->inputs[i].name, path) == 0) {
            file->bytes = web->inputs[i].bytes;
            file->length = web->inputs[i].length;
            return NULL;
        }
    return "it was not given yet";
}

/* ---- Making ---- */

static void make_pages(struct web *web, const char *today, int paper, int flags)
{
    const struct handout_input *clinic = &web->inputs[WEB_CLINIC];
    struct handout_read_options read;
    struct handout_layout_options layout;
    handout_read_options_init(&read);
    read.strict = (flags & WEB_STRICT) != 0;
    read.today = *today ? today : NULL;
    read.load = load_given;
    read.load_context = web;
    handout_layout_options_init(&layout);
    layout.paper = (enum handout_paper)paper;
    layout.large_print = (flags & WEB_LARGE_PRINT) != 0;
    layout.letterhead = (flags & WEB_NO_LETTERHEAD) == 0;
    web->document = handout_context_read(web->context, &web->inputs[WEB_ARTICLE],
                                         clinic->bytes ? clinic : NULL, &read, NULL);
    web->pages = handout_layout(web->document, &layout);
}

/* The day is read again by the review, so it must live until that is done. */
bool web_make(struct web *web, char *today, int paper, int flags)
{
    FILE *to = begin_text(web);
    forget_made(web);
    if (!to || !web->inputs[WEB_ARTICLE].bytes)
        return false;
    make_pages(web, today, paper, flags);
    tell_found(to, handout_document_diagnostics(web->document));
    tell_found(to, handout_pages_diagnostics(web->pages));
    if (flags & WEB_REVIEW) {
        struct handout_review *review = handout_check(web->document, web->pages);
        if (review)
            tell_found(to, review->findings);
        handout_review_free(review);
    }
    tell_report(to, web);
    tell_boxes(to, handout_pages_boxes(web->pages));
    free(today);
    bool made = web->pages != NULL;
    return fclose(to) == 0 && made;
}

/* page  of a picture, from 1; a PDF has them all */
bool web_write(struct web *web, int format, int page)
{
    FILE *to = begin_text(web);
    if (!to)
        return false;
    bool done = format == WEB_SVG
                    ? handout_write_svg(web->pages, page, sink, to)
                    : handout_write(web->pages, format == WEB_PDF ? HANDOUT_PDF
                                                                  : HANDOUT_PDF_WITH_SOURCE,
                                    sink, to);
    return fclose(to) == 0 && done;
}

/* ---- A PDF that is opened again, a post that an article is made of ---- */

static bool inner(const struct web *web, size_t number, struct handout_input *file)
{
    if (web->source)
        return handout_source_file(web->source, number, file);
    const char *text = number == 0   ? handout_draft_article(web->draft)
                       : number == 1 ? handout_draft_clinic(web->draft)
                                     : NULL;
    *file = (struct handout_input){number == 0 ? handout_draft_id(web->draft) : "clinic", text,
                                   text ? strlen(text) : 0};
    return text != NULL;
}

/* What was said, and the name of each file that web_inner() has. */
static bool tell_given(struct web *web, FILE *to, struct handout_diagnostics found)
{
    struct handout_input file;
    tell_found(to, found);
    for (size_t i = 0; inner(web, i, &file); i++) {
        fputs("{\"type\":\"file\"", to);
        escape_member(to, "name", file.name);
        fputs("}\n", to);
    }
    return fclose(to) == 0 && inner(web, 0, &file);
}

static FILE *begin_given(struct web *web, char *name, char *bytes)
{
    handout_source_free(web->source);
    handout_draft_free(web->draft);
    free(web->name);
    free(web->given);
    web->source = NULL;
    web->draft = NULL;
    web->name = name;
    web->given = bytes;
    return begin_text(web);
}

bool web_unpack(struct web *web, char *name, char *bytes, size_t length)
{
    FILE *to = begin_given(web, name, bytes);
    web->source = handout_source_open(&(struct handout_input){name, bytes, length}, NULL);
    return to && tell_given(web, to, handout_source_diagnostics(web->source));
}

/* markup  an enum handout_markup */
bool web_import(struct web *web, char *name, char *bytes, size_t length, int markup)
{
    FILE *to = begin_given(web, name, bytes);
    web->draft = handout_import(web->env, &(struct handout_input){name, bytes, length},
                                (enum handout_markup)markup, NULL);
    return to && tell_given(web, to, handout_draft_diagnostics(web->draft));
}

/* web_text() is then the bytes of the file of that number. */
bool web_inner(struct web *web, size_t number)
{
    struct handout_input file;
    FILE *to = inner(web, number, &file) ? begin_text(web) : NULL;
    if (!to)
        return false;
    bool whole = sink(to, file.bytes, file.length);
    return fclose(to) == 0 && whole;
}
