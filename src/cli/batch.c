/*
 * See batch.h.  For each article: read it, find and read its clinic, lay it out, write it.  What is
 * remembered from one article to the next:
 *
 *   - the clinic file, since most articles of a call share one;
 *   - the paths that were written, so that no handout replaces another of the same call;
 *   - which files the articles are, so that no handout replaces one of them.
 */
#include "batch.h"
#include "beside.h"
#include "files.h"
#include "handout_origin.h"
#include "orphans.h"
#include "output.h"
#include "review.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct batch {
    const struct options *options;
    const struct printer *printer;
    struct handout_env *env;
    struct file_id *articles; /**< as many as options->article_count */

    char *clinic_path; /**< what `clinic` holds; NULL: nothing yet */
    struct file clinic;
    enum status clinic_status;
    struct beside beside; /**< its logo and fonts */

    char **written;
    size_t written_count;
    char *tidied; /**< folder that was looked through for orphans; NULL: none yet */
};

static enum status worse(enum status a, enum status b)
{
    return a > b ? a : b;
}

/* ---- The clinic ---- */

/*
 * @param article  its path; NULL: standard input.
 * @param clinic   gets the file, NULL if the handout is to have none.
 */
static enum status find_clinic(struct batch *batch, const char *article,
                               const struct file **clinic)
{
    const struct options *options = batch->options;
    *clinic = NULL;
    if (options->no_clinic)
        return STATUS_OK;
    char *path = options->clinic ? message_join(batch->printer, options->clinic, "", "")
                                 : clinic_find(batch->printer, article);
    if (!path)
        return fault(batch->printer, FAULT_NO_CLINIC, article ? article : FILE_STDIN_NAME, NULL);
    if (batch->clinic_path && strcmp(batch->clinic_path, path) == 0) {
        free(path);
    } else {
        file_free(&batch->clinic);
        free(batch->clinic_path);
        batch->clinic_path = path;
        batch->clinic_status = file_read(batch->printer, path, HANDOUT_INPUT_MAX, &batch->clinic);
    }
    *clinic = &batch->clinic;
    return batch->clinic_status;
}

/* ---- Where it goes ---- */

/* The PDF's name, for free(); NULL is standard output. */
static char *output_name(const struct batch *batch, const char *id)
{
    const struct options *options = batch->options;
    const struct printer *printer = batch->printer;
    if (options->destination == DESTINATION_STDOUT)
        return NULL;
    if (options->destination == DESTINATION_FILE)
        return message_join(printer, options->output, "", "");
    if (options->destination == DESTINATION_DEFAULT)
        return message_join(printer, id, ".pdf", "");
    bool slash = options->output[strlen(options->output) - 1] == '/';
    char *folder = message_join(printer, options->output, slash ? "" : "/", "");
    char *name = message_join(printer, folder, id, ".pdf");
    free(folder);
    return name;
}

/* Of --output=DIR/, if it is not there yet. */
static enum status make_folder(const struct batch *batch, const char *name)
{
    bool into = batch->options->destination == DESTINATION_FOLDER;
    return into ? output_make_folder(batch->printer, name) : STATUS_OK;
}

/* Whether the output may take its place: neither an input nor an earlier output has it. */
static enum status check_place(const struct batch *batch, const struct output *output)
{
    bool is_input = file_id_equal(output->id, batch->clinic.id) ||
                    beside_has(&batch->beside, output->id);
    for (int i = 0; i < batch->options->article_count; i++)
        is_input = is_input || file_id_equal(output->id, batch->articles[i]);
    if (is_input)
        return fault(batch->printer, FAULT_OUTPUT_IS_INPUT, output->name, NULL);
    for (size_t i = 0; output->path && i < batch->written_count; i++)
        if (strcmp(batch->written[i], output->path) == 0)
            return fault(batch->printer, FAULT_OUTPUT_COLLISION, output->name, NULL);
    return STATUS_OK;
}

/* Once a folder: what killed runs left there goes. */
static void tidy_folder(struct batch *batch, const struct output *output)
{
    if (!output->path)
        return;
    char *folder = path_folder(batch->printer, output->path);
    if (batch->tidied && strcmp(batch->tidied, folder) == 0) {
        free(folder);
        return;
    }
    orphans_remove(batch->printer, folder);
    free(batch->tidied);
    batch->tidied = folder;
}

static void remember_written(struct batch *batch, struct output *output)
{
    if (!output->path)
        return;
    assert(batch->written_count < (size_t)batch->options->article_count);
    batch->written[batch->written_count++] = output->path;
    output->path = NULL;
}

/* ---- One handout ---- */

/* One article on its way. */
struct handout {
    struct batch *batch;
    struct handout_document *document;
    struct handout_pages *pages;   /**< NULL: not asked for */
    struct handout_review *review; /**< NULL: not asked for, or the files have faults */
    const char *article;           /**< its name */
    enum status status;
};

/* Prints the diagnostics but the first ones; an error is the article's fault. */
static void tell_handout(struct handout *handout, struct handout_diagnostics found, size_t told)
{
    for (size_t i = told; i < found.count; i++)
        message_diagnostic(handout->batch->printer, &found.at[i]);
    if (found.errors)
        handout->status = worse(handout->status, STATUS_CONTENT);
}

static void report_pages(const struct handout *handout, const char *output)
{
    struct handout_report report = handout_pages_report(handout->pages);
    message_outcome(handout->batch->printer,
                    &(struct outcome){handout->article, output, &report});
}

static enum status write_pdf(struct handout *handout, struct output *output)
{
    enum status status = output_open(output);
    if (status)
        return status;
    size_t told = handout_pages_diagnostics(handout->pages).count;
    bool made = handout_write(handout->pages, HANDOUT_PDF, output_sink, output);
    bool stopped = output->error != 0;
    status = output_close(output, made);
    tell_handout(handout, handout_pages_diagnostics(handout->pages), told);
    /* That a page cannot be made into a PDF is no fault of the article's. */
    return made || stopped ? status : STATUS_MACHINE;
}

/* A PDF of our own is far smaller; more than this is somebody else's. */
#define PDF_MOST ((size_t)4 << 20)

/* Says that an id which was copied with an article makes its PDF replace the other's. */
static void look_at_replaced(const struct handout *handout, const struct output *output)
{
    const struct batch *batch = handout->batch;
    struct file there;
    bool by_id = batch->options->destination <= DESTINATION_FOLDER;
    if (!by_id || !output->id.known
        || file_load(batch->printer, output->path, PDF_MOST, &there) != NULL)
        return;
    if (handout_is_of_other(handout->document, there.bytes, there.length))
        fault(batch->printer, FAULT_OTHER_ARTICLE, output->name, NULL);
    file_free(&there);
}

static void write_handout(struct handout *handout)
{
    struct batch *batch = handout->batch;
    struct output output;
    char *name = output_name(batch, handout_document_id(handout->document));
    enum status status = make_folder(batch, name);
    if (status)
        output = (struct output){0};
    else
        status = output_find(&output, batch->printer, name);
    if (!status)
        status = check_place(batch, &output);
    if (!status)
        tidy_folder(batch, &output);
    if (!status)
        look_at_replaced(handout, &output);
    if (!status)
        status = write_pdf(handout, &output);
    handout->status = worse(handout->status, status);
    if (!handout->status) {
        remember_written(batch, &output);
        report_pages(handout, output.name);
    }
    output_free(&output);
    free(name);
}

/* ---- Instead of one ---- */

/* A phase's result may be there although the phase found faults. */
static void dump_handout(struct handout *handout)
{
    struct output output;
    output_find(&output, handout->batch->printer, NULL);
    output_open(&output);
    handout_dump(handout->document, handout->pages, handout->batch->options->dump_what,
                 output_sink, &output);
    handout->status = worse(handout->status, output_close(&output, true));
    output_free(&output);
}

static void print_report(struct handout *handout)
{
    const struct printer *printer = handout->batch->printer;
    char *text = review_report(printer, handout->article, handout->review);
    struct output output;
    output_find(&output, printer, NULL);
    output_open(&output);
    output_sink(&output, text, strlen(text));
    handout->status = worse(handout->status, output_close(&output, true));
    output_free(&output);
    free(text);
}

/* What a review found out is told although it found errors. */
static void conclude(struct handout *handout)
{
    const struct printer *printer = handout->batch->printer;
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
    if (review && handout->batch->options->report)
        print_report(handout);
}

static void read_document(struct handout *handout, const struct file *article,
                          const struct file *clinic)
{
    struct batch *batch = handout->batch;
    struct handout_input inputs[2] = {{article->name, article->bytes, article->length}};
    if (clinic)
        inputs[1] = (struct handout_input){clinic->name, clinic->bytes, clinic->length};
    struct handout_read_options read = batch->options->read;
    read.load = beside_load;
    read.load_context = &batch->beside;
    batch->beside.clinic = batch->clinic_path;
    handout->document =
        handout_read(batch->env, &inputs[0], clinic ? &inputs[1] : NULL, &read);
    tell_handout(handout, handout_document_diagnostics(handout->document), 0);
}

static void lay_out(struct handout *handout)
{
    handout->pages = handout_layout(handout->document, &handout->batch->options->layout);
    tell_handout(handout, handout_pages_diagnostics(handout->pages), 0);
}

static void check(struct handout *handout)
{
    handout->review = handout_check(handout->document, handout->pages);
    if (handout->review)
        tell_handout(handout, handout->review->findings, 0);
}

static enum status make(struct batch *batch, const struct file *article, const struct file *clinic)
{
    const struct options *options = batch->options;
    struct handout handout = {.batch = batch, .article = article->name};
    read_document(&handout, article, clinic);
    /* Not to look at what was read: that it does not fit is then beside the point. */
    if (!(options->dump && options->dump_what <= HANDOUT_DUMP_ARTICLE))
        lay_out(&handout);
    if (options->check)
        check(&handout);
    if (options->dump)
        dump_handout(&handout);
    else if (options->check)
        conclude(&handout);
    else if (!handout.status)
        write_handout(&handout);
    handout_review_free(handout.review);
    handout_pages_free(handout.pages);
    handout_document_free(handout.document);
    return handout.status;
}

static enum status run_one(struct batch *batch, const char *path)
{
    struct file article;
    const struct file *clinic;
    bool from_stdin = strcmp(path, "-") == 0;
    enum status status = from_stdin ? file_read_stdin(batch->printer, HANDOUT_INPUT_MAX, &article)
                                    : file_read(batch->printer, path, HANDOUT_INPUT_MAX, &article);
    if (!status) {
        status = find_clinic(batch, from_stdin ? NULL : path, &clinic);
        if (!status)
            status = make(batch, &article, clinic);
        file_free(&article);
    }
    if (status && !batch->options->check && !batch->options->dump)
        message_outcome(batch->printer,
                        &(struct outcome){.article = from_stdin ? FILE_STDIN_NAME : path});
    return status;
}

/* ---- All of them ---- */

static void identify_articles(struct batch *batch)
{
    for (int i = 0; i < batch->options->article_count; i++) {
        struct stat about;
        const char *path = batch->options->articles[i];
        bool from_stdin = strcmp(path, "-") == 0;
        int result = from_stdin ? fstat(STDIN_FILENO, &about) : stat(path, &about);
        batch->articles[i] = result == 0 ? file_id_of(&about) : (struct file_id){0};
    }
}

enum status batch_run(const struct options *options)
{
    size_t count = (size_t)options->article_count;
    struct batch batch = {.options = options, .printer = &options->printer};
    enum status status = STATUS_OK;
    batch.articles = message_alloc(batch.printer, count * sizeof *batch.articles);
    batch.written = message_alloc(batch.printer, count * sizeof *batch.written);
    batch.beside.printer = batch.printer;
    batch.env = handout_env_open();
    if (!batch.env)
        message_out_of_memory(batch.printer);
    identify_articles(&batch);
    /* Once standard output is lost the other articles have nowhere to go. */
    for (size_t i = 0; i < count && !ferror(stdout); i++)
        status = worse(status, run_one(&batch, options->articles[i]));
    handout_env_close(batch.env);
    beside_free(&batch.beside);
    file_free(&batch.clinic);
    free(batch.clinic_path);
    for (size_t i = 0; i < batch.written_count; i++)
        free(batch.written[i]);
    free(batch.written);
    free(batch.tidied);
    free(batch.articles);
    return status;
}
