/*
 * threads GOLDEN COUNT MANY: that many handouts, in a long check MANY, in each of four threads
 * which share one env, built with ThreadSanitizer, which ends the program at the first race.  It
 * watches our code, not inside of the libraries below it.
 *
 * Each thread makes the same documents in another order, in every second round by a context of its
 * own, and lays out pages of one document that all share; every PDF must be the one that was made
 * before there were threads.
 */
#include "handout_context.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 4 };

static const char *const names[] = {"l-glutamine", "all-fields", "lang-vi", "text-references",
                                    "bad/syntax"};
enum { NAMES = sizeof names / sizeof *names };

static _Noreturn void fail(const char *what, const char *which)
{
    fprintf(stderr, "%s: %s\n", what, which);
    exit(1);
}

/* ---- Files ---- */

struct file {
    char name[512];
    char bytes[1 << 16];
    size_t length;
};

static struct handout_input input_of(const struct file *file)
{
    return (struct handout_input){file->name, file->bytes, file->length};
}

/* @return false if there is no such file. */
static bool read_file(struct file *file, const char *folder, const char *name, const char *end)
{
    snprintf(file->name, sizeof file->name, "%s/%s%s", folder, name, end);
    FILE *from = fopen(file->name, "rb");
    file->length = from ? fread(file->bytes, 1, sizeof file->bytes, from) : 0;
    if (from)
        fclose(from);
    return from != NULL;
}

/* ---- What is made ---- */

struct output {
    char bytes[1 << 17];
    size_t length;
};

static bool take(void *context, const void *bytes, size_t length)
{
    struct output *output = context;
    if (length > sizeof output->bytes - output->length)
        return false;
    memcpy(output->bytes + output->length, bytes, length);
    output->length += length;
    return true;
}

/* One article with its clinic, and what it gave before there were threads. */
struct sample {
    struct file article, clinic;
    bool has_clinic;
    struct output pdf;
    size_t said;
};

struct shared {
    const struct handout_env *env;
    struct sample samples[NAMES];
    const struct handout_document *document; /* of the first sample */
    struct output large; /* its large print */
    size_t count;
};

static void lay_out(const struct handout_document *document,
                    const struct handout_layout_options *options, struct output *pdf)
{
    struct handout_pages *pages = handout_layout(document, options);
    pdf->length = 0;
    handout_write(pages, HANDOUT_PDF, take, pdf);
    handout_pages_boxes(pages);
    handout_pages_free(pages);
}

static void review(const struct handout_document *document)
{
    handout_review_free(handout_check(document, NULL));
}

/* @param context  NULL: without one */
static size_t make(const struct handout_env *env, struct handout_context *context,
                   const struct sample *sample, struct output *pdf)
{
    struct handout_input article = input_of(&sample->article), clinic = input_of(&sample->clinic);
    const struct handout_input *its_clinic = sample->has_clinic ? &clinic : NULL;
    struct handout_document *document =
        context ? handout_context_read(context, &article, its_clinic, NULL, NULL)
                : handout_read(env, &article, its_clinic, NULL);
    size_t said = handout_document_diagnostics(document).count;
    review(document);
    lay_out(document, NULL, pdf);
    handout_document_free(document);
    return said;
}

static void make_large(const struct handout_document *document, struct output *pdf)
{
    struct handout_layout_options options;
    handout_layout_options_init(&options);
    options.paper = HANDOUT_PAPER_LEGAL;
    options.large_print = true;
    lay_out(document, &options, pdf);
}

static bool same(const struct output *a, const struct output *b)
{
    return a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0;
}

/* ---- Threads ---- */

struct worker {
    pthread_t thread;
    const struct shared *shared;
    size_t first;
    struct output pdf;
};

static void *work(void *context)
{
    struct worker *worker = context;
    const struct shared *shared = worker->shared;
    struct handout_context *own = handout_context_open(shared->env);
    if (!own)
        fail("no context", "");
    for (size_t i = 0; i < shared->count; i++) {
        size_t which = (worker->first + i) % (NAMES + 1);
        if (which == NAMES) {
            make_large(shared->document, &worker->pdf);
            if (!same(&worker->pdf, &shared->large))
                fail("another PDF than alone", "the shared document");
            continue;
        }
        const struct sample *sample = &shared->samples[which];
        bool by_context = i / (NAMES + 1) % 2 == 1;
        size_t said = make(shared->env, by_context ? own : NULL, sample, &worker->pdf);
        if (said != sample->said || !same(&worker->pdf, &sample->pdf))
            fail("not what it gave alone", names[which]);
    }
    handout_context_close(own);
    return NULL;
}

static void prepare(struct shared *shared, const char *folder)
{
    for (size_t i = 0; i < NAMES; i++) {
        struct sample *sample = &shared->samples[i];
        if (!read_file(&sample->article, folder, names[i], ".json"))
            fail("no such article", sample->article.name);
        sample->has_clinic = read_file(&sample->clinic, folder, names[i], ".clinic.json");
        sample->said = make(shared->env, NULL, sample, &sample->pdf);
    }
}

int main(int argc, char **argv)
{
    static struct shared shared;
    static struct worker workers[THREADS];
    struct handout_env *env = handout_env_open();
    if (argc != 4 || !env)
        return 2;
    shared.env = env;
    shared.count = strtoul(argv[getenv("HANDOUT_LONG") != NULL ? 3 : 2], NULL, 10);
    prepare(&shared, argv[1]);
    struct handout_input article = input_of(&shared.samples[0].article);
    struct handout_document *document = handout_read(env, &article, NULL, NULL);
    shared.document = document;
    make_large(document, &shared.large);
    for (size_t i = 0; i < THREADS; i++) {
        workers[i].shared = &shared;
        workers[i].first = i;
        if (pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0)
            fail("no thread", "");
    }
    for (size_t i = 0; i < THREADS; i++)
        pthread_join(workers[i].thread, NULL);
    handout_document_free(document);
    handout_env_close(env);
    return 0;
}
