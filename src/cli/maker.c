/*
 * See maker.h.  A PDF is whole, under another name, before its turn is waited for: then all that is
 * left to do in order is to see whether its name is free, to rename it, and to speak.
 */
#include "maker.h"
#include "kept_clinic.h"
#include "opened.h"
#include "placing.h"
#include "review.h"

#include <stdlib.h>
#include <string.h>

static enum status worse(enum status a, enum status b)
{
    return a > b ? a : b;
}

/* NULL: there is one only. */
static const char *clinic_name(const struct maker *maker)
{
    return maker->for_clinic ? maker->for_clinic->name : NULL;
}

/* ---- One handout ---- */

/* One article on its way. */
struct handout {
    struct maker *maker;
    struct opened *opened;
    struct handout_document *document;
    struct handout_document *first; /**< of the first clinic; NULL: nothing was told for it */
    struct file first_clinic;
    struct handout_pages *pages;   /**< NULL: not asked for */
    struct handout_review *review; /**< NULL: not asked for, or the files have faults */
    const char *article;           /**< its name */
    enum status status;
};

/* An error is the article's fault. */
static void weigh_found(struct handout *handout, struct handout_diagnostics found)
{
    for (size_t i = 0; i < found.count; i++)
        if (found.at[i].severity == HANDOUT_WARNING)
            handout->maker->warned = true;
    if (found.errors)
        handout->status = worse(handout->status, STATUS_CONTENT);
}

/* Prints the diagnostics but the first ones. */
static void tell_handout(struct handout *handout, struct handout_diagnostics found, size_t told)
{
    for (size_t i = told; i < found.count; i++)
        message_diagnostic(handout->maker->printer, &found.at[i]);
    weigh_found(handout, found);
}

static void report_pages(const struct handout *handout, const char *output)
{
    struct handout_report report = handout_pages_report(handout->pages);
    message_outcome(handout->maker->printer,
                    &(struct outcome){.article = handout->article, .output = output,
                                      .report = &report,
                                      .clinic = clinic_name(handout->maker)});
}

static void write_handout(struct handout *handout)
{
    struct maker *maker = handout->maker;
    struct placing placing;
    size_t told = handout_pages_diagnostics(handout->pages).count;
    enum status status = placing_open(&placing, maker, handout->document);
    if (!status) {
        maker->output = message_join(maker->printer, placing.output.name, "", "");
        status = placing_write(&placing, handout->pages);
    }
    handout->status = worse(handout->status, status);
    tell_handout(handout, handout_pages_diagnostics(handout->pages), told);
    if (!handout->status)
        report_pages(handout, placing.output.name);
    placing_close(&placing);
}

static void keep_present(struct handout *handout, struct placing *placing)
{
    struct maker *maker = handout->maker;
    maker->output = message_join(maker->printer, placing->output.name, "", "");
    handout->status = worse(handout->status, placing_claim(placing));
    maker->unchanged = !handout->status;
    if (!handout->status)
        message_outcome(maker->printer, &(struct outcome){.article = handout->article,
                                                          .output = placing->output.name,
                                                          .clinic = clinic_name(maker),
                                                          .unchanged = true});
}

/* @return whether that is all: a PDF of the same files was there and stays, or may not be made */
static bool is_there_already(struct handout *handout)
{
    struct placing placing;
    if (!handout->maker->options->skip_unchanged || handout->status)
        return false;
    handout->status = placing_open(&placing, handout->maker, handout->document);
    bool unchanged = !handout->status && placing_is_unchanged(&placing);
    if (unchanged)
        keep_present(handout, &placing);
    placing_close(&placing);
    return unchanged || handout->status;
}

/* ---- Instead of one ---- */

/* @return whether standard output may be written to: it may be an input that `>>` appends to */
static bool open_stdout(struct handout *handout, struct output *output)
{
    const struct maker *maker = handout->maker;
    enum status status = output_find(output, maker->printer, NULL);
    if (!status)
        status = placing_check(maker, output);
    if (!status)
        status = output_open(output);
    handout->status = worse(handout->status, status);
    return !status;
}

static void close_stdout(struct handout *handout, struct output *output)
{
    handout->status = worse(handout->status, output_close(output, true));
}

/* A phase's result may be there although the phase found faults. */
static void dump_handout(struct handout *handout)
{
    struct output output;
    if (!open_stdout(handout, &output))
        return;
    handout_dump(handout->document, handout->pages, handout->maker->options->dump_what,
                 output_sink, &output);
    close_stdout(handout, &output);
}

static void print_report(struct handout *handout)
{
    struct output output;
    if (!open_stdout(handout, &output))
        return;
    char *text = review_report(handout->maker->printer, handout->article, handout->review);
    output_sink(&output, text, strlen(text));
    close_stdout(handout, &output);
    free(text);
}

/* What a review found out is told although it found errors. */
static void tell_review(struct handout *handout)
{
    const struct printer *printer = handout->maker->printer;
    const struct handout_review *review = handout->review;
    struct handout_diagnostics all[] = {handout_document_diagnostics(handout->document),
                                        handout_pages_diagnostics(handout->pages),
                                        review ? review->findings
                                               : (struct handout_diagnostics){NULL, 0, 0}};
    if (handout_pages_report(handout->pages).pages)
        report_pages(handout, NULL);
    if (review)
        review_reading(printer, handout->article, review);
    review_tally(printer, handout->article, all, sizeof all / sizeof *all);
    if (review && handout->maker->options->report)
        print_report(handout);
}

static struct handout_document *read_opened(struct maker *maker, struct opened *opened)
{
    struct handout_read_options read = maker->options->read;
    maker->system.files = &maker->beside;
    const struct handout_font_source source = {system_fonts_find, &maker->system};
    read.load = opened_load;
    read.load_context = opened;
    return handout_context_read(maker->context, &opened->article,
                                opened->clinic.bytes ? &opened->clinic : NULL, &read,
                                maker->options->no_system_fonts ? NULL : &source);
}

/* Whether what is wrong with the article was told for another clinic. */
static bool is_told_already(const struct maker *maker)
{
    return maker->first_clinic && maker->first_clinic != maker->for_clinic;
}

/* The article once more, as the first clinic had it: what that was told is not told again. */
static void read_for_first(struct handout *handout)
{
    struct maker *maker = handout->maker;
    struct opened before = *handout->opened;
    if (file_load(maker->printer, maker->first_clinic->path, HANDOUT_INPUT_MAX,
                  &handout->first_clinic) != NULL)
        return;
    opened_clinic(&before, &handout->first_clinic);
    handout->first = read_opened(maker, &before);
}

static bool is_same_fault(const struct handout_diagnostic *a, const struct handout_diagnostic *b)
{
    return a->severity == b->severity && a->line == b->line && a->column == b->column
           && strcmp(a->id, b->id) == 0 && strcmp(a->message, b->message) == 0;
}

static bool is_among(const struct handout_diagnostic *d, struct handout_diagnostics all)
{
    for (size_t i = 0; i < all.count; i++)
        if (is_same_fault(d, &all.at[i]))
            return true;
    return false;
}

/* With several clinics, what is wrong with the article is told once, and not for each. */
static void tell_once(struct handout *handout, struct handout_diagnostics found,
                      struct handout_diagnostics told)
{
    const char *article = handout->opened->article.name;
    for (size_t i = 0; i < found.count; i++)
        if (strcmp(found.at[i].file, article) != 0 || !is_among(&found.at[i], told))
            message_diagnostic(handout->maker->printer, &found.at[i]);
    weigh_found(handout, found);
}

static void read_document(struct handout *handout)
{
    struct maker *maker = handout->maker;
    handout->document = read_opened(maker, handout->opened);
    maker->id = message_join(maker->printer, handout_document_id(handout->document), "", "");
    struct handout_diagnostics found = handout_document_diagnostics(handout->document), told = {0};
    if (is_told_already(maker) && (found.count || maker->options->check))
        read_for_first(handout);
    if (handout->first)
        told = handout_document_diagnostics(handout->first);
    tell_once(handout, found, told);
}

static void lay_out(struct handout *handout)
{
    handout->pages = handout_layout(handout->document, &handout->maker->options->layout);
    tell_handout(handout, handout_pages_diagnostics(handout->pages), 0);
}

static void check(struct handout *handout)
{
    struct handout_review *first = handout->first ? handout_check(handout->first, NULL) : NULL;
    handout->review = handout_check(handout->document, handout->pages);
    if (handout->review)
        tell_once(handout, handout->review->findings,
                  first ? first->findings : (struct handout_diagnostics){0});
    handout_review_free(first);
}

/* What the page was made for. */
static void conclude(struct handout *handout)
{
    const struct options *options = handout->maker->options;
    if (options->check)
        check(handout);
    if (options->dump)
        dump_handout(handout);
    else if (options->check)
        tell_review(handout);
    else if (!handout->status)
        write_handout(handout);
}

static enum status make_handout(struct maker *maker, const char *article,
                                struct opened *opened)
{
    const struct options *options = maker->options;
    struct handout handout = {.maker = maker, .article = article, .opened = opened};
    read_document(&handout);
    /* Whether a warning of its page is an error only the page can tell. */
    bool early = !options->read.strict, done = early && is_there_already(&handout);
    /* Not to look at what was read: that it does not fit is then beside the point. */
    if (!done && !(options->dump && options->dump_what <= HANDOUT_DUMP_ARTICLE))
        lay_out(&handout);
    if (!done && !early)
        done = is_there_already(&handout);
    if (!done)
        conclude(&handout);
    handout_review_free(handout.review);
    handout_pages_free(handout.pages);
    handout_document_free(handout.document);
    handout_document_free(handout.first);
    file_free(&handout.first_clinic);
    beside_forget(&maker->beside, BESIDE_HANDOUT);
    return handout.status;
}

/* @param path  NULL: standard input. */
static enum status make_of_file(struct maker *maker, const char *path, const struct file *article)
{
    struct opened opened;
    const struct file *clinic = maker->given_clinic;
    enum status status =
        opened_article(&opened, maker->options, article, &maker->beside, is_told_already(maker));
    if (status)
        return status;
    maker->article_id = article->id;
    if (!clinic && (!opened.source || maker->options->clinic))
        status = kept_clinic_get(maker, path, article->name, &clinic);
    if (clinic)
        opened_clinic(&opened, clinic);
    if (!status)
        status = make_handout(maker, article->name, &opened);
    opened_close(&opened);
    return status;
}

void maker_speak_to(struct maker *maker, const struct printer *printer)
{
    maker->printer = maker->beside.printer = printer;
}

void maker_forget(struct maker *maker)
{
    maker->has_turn = maker->warned = maker->unchanged = false;
    free(maker->id);
    free(maker->output);
    maker->id = maker->output = NULL;
}

enum status maker_run_given(struct maker *maker, const struct file *article)
{
    enum status status = make_of_file(maker, NULL, article);
    placing_take_turn(maker, NULL);
    return status;
}

enum status maker_run(struct maker *maker, const char *path)
{
    struct file article;
    maker_forget(maker);
    bool from_stdin = strcmp(path, "-") == 0;
    enum status status = file_read_or_stdin(maker->printer, path, HANDOUT_PDF_MAX, &article);
    if (!status) {
        status = make_of_file(maker, from_stdin ? NULL : path, &article);
        file_free(&article);
    }
    if (status && !maker->options->check && !maker->options->dump)
        message_outcome(maker->printer,
                        &(struct outcome){.article = from_stdin ? FILE_STDIN_NAME : path,
                                          .clinic = clinic_name(maker)});
    placing_take_turn(maker, NULL);
    return status;
}

void maker_close(struct maker *maker)
{
    maker_forget(maker);
    system_fonts_free(&maker->system);
    kept_clinic_forget(maker);
    beside_free(&maker->beside);
    seen_free(&maker->tidied);
}
