/* See summary.h. */
#include "summary.h"
#include "escape.h"

#include <stdlib.h>

enum { NAMED_MOST = 20 }; /* in the text; the JSON names all */

struct summary summary_open(const struct printer *printer, size_t articles, size_t count,
                            bool progress)
{
    struct summary summary = {
        .printer = printer, .articles = articles, .count = count, .progress = progress};
    summary.in_need = message_alloc(printer, articles * sizeof *summary.in_need);
    summary.start = summary.shown = time(NULL);
    return summary;
}

/* ---- Progress ---- */

/* "1200 of 10000, 290 a second, 30 s left, 3 need a person" */
static void show_progress(struct summary *summary, size_t done)
{
    time_t now = time(NULL);
    if (!summary->progress || now == summary->shown)
        return;
    summary->shown = now;
    double seconds = difftime(now, summary->start), rate = (double)done / seconds;
    fprintf(summary->printer->to,
            "\r\033[K%zu of %zu, %.0f a second, %.0f s left, %zu need a person", done,
            summary->count, rate, (double)(summary->count - done) / rate, summary->in_need_count);
    fflush(summary->printer->to);
}

void summary_clear(const struct summary *summary)
{
    if (!summary->progress)
        return;
    fputs("\r\033[K", summary->printer->to);
    fflush(summary->printer->to); /* a worker may be the next to speak */
}

/* ---- The sum ---- */

static size_t done_count(const struct summary *summary)
{
    return summary->good + summary->refused + summary->failed;
}

static void add_in_need(struct summary *summary, const char *article)
{
    size_t count = summary->in_need_count;
    if (!count || summary->in_need[count - 1] != article)
        summary->in_need[summary->in_need_count++] = article;
}

void summary_add(struct summary *summary, const char *article, struct made made)
{
    bool good = made.status == STATUS_OK;
    summary->good += good;
    summary->warned += good && made.warned;
    summary->unchanged += good && made.unchanged;
    summary->refused += made.status == STATUS_CONTENT || made.status == STATUS_USAGE;
    summary->failed += made.status == STATUS_MACHINE;
    if (!good)
        add_in_need(summary, article);
    show_progress(summary, done_count(summary));
}

static void print_text(const struct summary *summary)
{
    FILE *to = summary->printer->to;
    size_t not_made = summary->count - done_count(summary);
    fprintf(to, "%zu of %zu are good, %zu of them with warnings", summary->good, summary->count,
            summary->warned);
    if (summary->unchanged)
        fprintf(to, ", %zu unchanged", summary->unchanged);
    fprintf(to, "; %zu refused, %zu failed", summary->refused, summary->failed);
    if (not_made)
        fprintf(to, ", %zu not made", not_made);
    putc('\n', to);
    for (size_t i = 0; i < summary->in_need_count && i < NAMED_MOST; i++) {
        fputs(i ? ", " : "these need a person: ", to);
        escape_text(to, summary->in_need[i]);
    }
    if (summary->in_need_count > NAMED_MOST)
        fprintf(to, " and %zu more; --summary=json names all",
                summary->in_need_count - NAMED_MOST);
    if (summary->in_need_count)
        putc('\n', to);
}

static void print_json(const struct summary *summary, FILE *to)
{
    fprintf(to,
            "{\"type\":\"summary\",\"articles\":%zu,\"handouts\":%zu,\"good\":%zu,\"warned\":%zu,"
            "\"unchanged\":%zu,\"refused\":%zu,\"failed\":%zu,\"not_made\":%zu,\"need_a_person\":[",
            summary->articles, summary->count, summary->good, summary->warned, summary->unchanged,
            summary->refused, summary->failed, summary->count - done_count(summary));
    for (size_t i = 0; i < summary->in_need_count; i++) {
        fputs(i ? "," : "", to);
        escape_json(to, summary->in_need[i]);
    }
    fputs("]}\n", to);
}

void summary_print(const struct summary *summary, enum summary_form form)
{
    summary_clear(summary);
    if (form == SUMMARY_JSON)
        print_json(summary, stdout);
    else if (summary->printer->format == FORMAT_JSON)
        print_json(summary, summary->printer->to);
    else
        print_text(summary);
}

void summary_close(struct summary *summary)
{
    free(summary->in_need);
}
