/*
 * See batch.h.  An item of work is one article for one clinic; the items of an article follow one
 * another, in the order of the clinics.  What is remembered of all:
 *
 *   - the paths that were written, so that no handout replaces another of the same call;
 *   - which files the articles and clinics are, so that no handout replaces one of them.
 */
#include "batch.h"
#include "guard.h"
#include "interrupt.h"
#include "list.h"
#include "orphans.h"
#include "placing.h"
#include "summary.h"
#include "seen.h"
#include "workers.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PROGRESS_LEAST = 10 }; /* articles; fewer are not waited for */

struct batch {
    const struct options *options;
    struct handout_env *env;
    const struct printer *printer;
    struct list list;
    struct clinics clinics;
    bool clinic_flows; /* one of them can be read only once */
    size_t count; /* of items */
    struct seen inputs; /* files: articles, clinics, and the list */
    struct seen written; /* paths */
    struct maker maker;
    struct summary summary;
    enum status status;
};

/* ---- What is written, and what is read ---- */

static bool claim(void *context, const char *path)
{
    struct batch *batch = context;
    summary_clear(&batch->summary);
    return !path || seen_add(&batch->written, batch->printer, path);
}

static void add_input(struct batch *batch, const char *path)
{
    seen_add_file(&batch->inputs, batch->printer, file_identify(path));
}

/* `-c <(…)` is a pipe. @param path  NULL: there is none */
static void add_clinic(struct batch *batch, const char *path)
{
    add_input(batch, path);
    batch->clinic_flows = batch->clinic_flows || path_flows(path);
}

static bool is_in_same_folder(const char *a, const char *b)
{
    size_t length = (size_t)(path_base(a) - a);
    return length == (size_t)(path_base(b) - b) && memcmp(a, b, length) == 0;
}

/* The clinic files that will be found; once for articles that lie side by side. */
static void add_found_clinics(struct batch *batch)
{
    const struct list *list = &batch->list;
    if (batch->options->no_clinic || batch->options->clinic)
        return;
    for (size_t i = 0; i < list->count; i++) {
        if (i && is_in_same_folder(list->at[i - 1], list->at[i]))
            continue;
        char *found = clinic_find(batch->printer, list->at[i]);
        add_clinic(batch, found);
        free(found);
    }
}

/* What the call names, before anything is said of it. */
static enum status guard_named(struct batch *batch)
{
    const struct options *options = batch->options;
    for (int i = 0; i < options->article_count; i++)
        add_input(batch, options->articles[i]);
    add_clinic(batch, options->clinic);
    add_input(batch, options->files_from);
    return guard_check(&batch->inputs, options);
}

/* And what was found. */
static enum status guard_found(struct batch *batch)
{
    for (size_t i = 0; i < batch->list.count; i++)
        add_input(batch, batch->list.at[i]);
    for (size_t i = 0; i < batch->clinics.count; i++)
        add_clinic(batch, batch->clinics.at[i].path);
    add_found_clinics(batch);
    return guard_check(&batch->inputs, batch->options);
}

/* ---- Making them ---- */

static const char *article_of_item(const struct batch *batch, size_t item)
{
    return batch->list.at[item / batch->clinics.count];
}

static const struct clinic_file *clinic_of_item(const struct batch *batch, size_t item)
{
    return &batch->clinics.at[item % batch->clinics.count];
}

static struct made make(struct batch *batch, size_t item)
{
    struct maker *maker = &batch->maker;
    maker->for_clinic = clinic_of_item(batch, item);
    enum status status = maker_run(maker, article_of_item(batch, item));
    return (struct made){status, maker->warned, maker->unchanged};
}

static void done(void *context, size_t item, struct made made)
{
    struct batch *batch = context;
    summary_add(&batch->summary, article_of_item(batch, item), made);
    batch->status = made.status > batch->status ? made.status : batch->status;
}

static void run_alone(struct batch *batch)
{
    batch->maker.turn = (struct turn){claim, batch};
    /* Once standard output is lost the other articles have nowhere to go. */
    for (size_t i = 0; i < batch->count && !ferror(stdout) && !interrupt_seen(); i++)
        done(batch, i, make(batch, i));
}

/* What a worker says comes all at once, in its turn. */
static struct made make_item(void *context, struct turn turn, size_t item)
{
    struct batch *batch = context;
    char *said;
    size_t length;
    struct printer printer = *batch->printer;
    printer.to = message_collect(batch->printer, &said, &length);
    struct maker *maker = &batch->maker;
    maker->turn = turn;
    maker_speak_to(maker, &printer);
    struct made made = make(batch, item);
    maker_speak_to(maker, batch->printer);
    errno = 0; /* each message was watched */
    message_collected(batch->printer, printer.to, &said);
    fwrite(said, 1, length, batch->printer->to);
    fflush(batch->printer->to);
    free(said);
    return made;
}

static void remove_orphans(const struct batch *batch, const char *clinic, pid_t worker)
{
    char *folder = placing_folder(batch->options, batch->printer, clinic);
    orphans_remove_of(batch->printer, folder, worker);
    free(folder);
}

static void lost(void *context, size_t item, pid_t worker)
{
    struct batch *batch = context;
    const char *name = article_of_item(batch, item), *clinic = clinic_of_item(batch, item)->name;
    summary_clear(&batch->summary);
    fault(batch->printer, FAULT_WORKER_LOST, name, NULL);
    if (worker)
        remove_orphans(batch, clinic, worker);
    message_outcome(batch->printer, &(struct outcome){.article = name, .clinic = clinic});
    done(batch, item, (struct made){.status = STATUS_MACHINE});
}

/* Standard output, a SARIF document and a clinic file that flows cannot be shared. */
static size_t worker_count(const struct batch *batch)
{
    const struct options *options = batch->options;
    size_t count = options->jobs < batch->count ? options->jobs : batch->count;
    bool shares = options->dump || options->report || options->destination == DESTINATION_STDOUT
                  || batch->printer->format == FORMAT_SARIF || batch->clinic_flows;
    return shares ? 1 : count;
}

static void run_batch(struct batch *batch)
{
    struct work work = {batch->count, worker_count(batch), batch,
                        make_item, claim, done, lost};
    if (work.workers > 1)
        workers_run(&work, batch->printer);
    else
        run_alone(batch);
}

/* ---- All of it ---- */

static void open_batch(struct batch *batch)
{
    const struct options *options = batch->options;
    const struct printer *printer = batch->printer;
    bool watched = isatty(STDERR_FILENO) && message_reports(printer)
                   && printer->format == FORMAT_HUMAN && batch->count >= PROGRESS_LEAST;
    batch->summary = summary_open(printer, batch->list.count, batch->count, watched);
    batch->env = handout_env_open();
    batch->maker = (struct maker){.options = options,
                                  .context = handout_context_open(batch->env),
                                  .inputs = &batch->inputs};
    maker_speak_to(&batch->maker, printer);
    batch->maker.first_clinic = batch->clinics.count > 1 ? batch->clinics.at : NULL;
    if (!batch->maker.context)
        message_out_of_memory(printer);
}

static void close_batch(struct batch *batch)
{
    handout_context_close(batch->maker.context);
    handout_env_close(batch->env);
    maker_close(&batch->maker);
    summary_close(&batch->summary);
    seen_free(&batch->written);
}

/* @param once   files that can be read only once, so far
 * @param times  so often the path is opened: without a path never */
static bool is_read_again(const struct batch *batch, struct seen *once, const char *path,
                          size_t times)
{
    if (!path || (strcmp(path, "-") != 0 && !path_flows(path)))
        return false;
    bool again = times > 1 || seen_has_file(once, file_identify(path));
    seen_add_file(once, batch->printer, file_identify(path));
    return again;
}

/* Of a pipe, or standard input: as two articles, as one and the list of them, as one for several
 * clinics.  What the command line alone tells was said before anything was read: options_check.
 * @return the path; NULL: each is read once */
static const char *find_read_again(const struct batch *batch, struct seen *once)
{
    const struct list *list = &batch->list;
    const struct clinics *clinics = &batch->clinics;
    (void)is_read_again(batch, once, batch->options->files_from, 1);
    for (size_t i = 0; i < clinics->count; i++) {
        const char *path = clinics->at[i].path ? clinics->at[i].path : batch->options->clinic;
        if (is_read_again(batch, once, path, clinics->count > 1 ? list->count : 1))
            return path;
    }
    for (size_t i = 0; i < list->count; i++)
        if (is_read_again(batch, once, list->at[i], clinics->count))
            return list->at[i];
    return NULL;
}

static enum status check_read_once(const struct batch *batch)
{
    struct seen once = {0};
    const char *path = find_read_again(batch, &once);
    seen_free(&once);
    if (!path)
        return STATUS_OK;
    return strcmp(path, "-") == 0 ? fault(batch->printer, FAULT_STDIN_TWICE, NULL, "standard input")
                                  : fault(batch->printer, FAULT_STDIN_TWICE, path, "a pipe");
}

static enum status find_items(struct batch *batch)
{
    enum status status = list_open(&batch->list, batch->options);
    if (!status)
        status = clinics_open(&batch->clinics, batch->options);
    if (!status)
        status = check_read_once(batch);
    batch->count = batch->list.count * batch->clinics.count;
    return status;
}

static void run_and_sum(struct batch *batch)
{
    bool summed = batch->options->summary || batch->summary.progress;
    interrupt_wait(summed);
    run_batch(batch);
    if (summed)
        summary_print(&batch->summary, batch->options->summary_form);
}

/* The articles, once they are all known. */
static enum status run_found(struct batch *batch)
{
    enum status status = guard_found(batch);
    message_begin(batch->printer);
    if (status)
        return status;
    open_batch(batch);
    run_and_sum(batch);
    close_batch(batch);
    return batch->status;
}

enum status batch_run(const struct options *options)
{
    struct batch batch = {.options = options, .printer = &options->printer};
    enum status status = guard_named(&batch);
    if (!status)
        status = find_items(&batch);
    if (!status)
        status = run_found(&batch);
    clinics_close(&batch.clinics);
    list_close(&batch.list);
    seen_free(&batch.inputs);
    return status;
}
