/*
 * See message.h.  A fault is turned into a struct handout_diagnostic without a place, so that
 * there is one printing function for each form, and everything goes through message_diagnostic().
 *
 * A failure to print on standard error is ignored: there is nowhere left to report it.
 */
#include "message.h"
#include "escape.h"
#include "severity.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- The forms of a diagnostic ---- */

/* Bold cyan, magenta and red, as compilers have them. */
static const char *const severity_color[] = {
    [HANDOUT_NOTE] = "\033[1;36m",
    [HANDOUT_WARNING] = "\033[1;35m",
    [HANDOUT_ERROR] = "\033[1;31m"};

static void put_colored(const struct printer *printer, enum handout_severity severity, bool begin)
{
    if (printer->color)
        fputs(begin ? severity_color[severity] : "\033[0m", printer->to);
}

/* "file:line:column: severity: message [id]": the line that both text forms begin with. */
static void put_headline(const struct printer *printer, const struct handout_diagnostic *d)
{
    escape_text(printer->to, *d->file ? d->file : "handout");
    if (d->line)
        fprintf(printer->to, ":%" PRIu32 ":%" PRIu32, d->line, d->column);
    fputs(": ", printer->to);
    put_colored(printer, d->severity, true);
    fprintf(printer->to, "%s:", severity_name(d->severity));
    put_colored(printer, d->severity, false);
    putc(' ', printer->to);
    escape_text(printer->to, d->message);
    fprintf(printer->to, " [%s]\n", d->id);
}

/* The source line behind its number, and the place underlined: ^~~~. */
static void put_source(const struct printer *printer, const struct handout_diagnostic *d)
{
    FILE *to = printer->to;
    int digits = fprintf(to, "  %" PRIu32, d->line);
    fputs(" | ", to);
    escape_source(to, d->source_line);
    fprintf(to, "\n%*s | ", digits > 0 ? digits : 0, "");
    const char *rest = escape_indent(to, d->source_line, d->caret);
    put_colored(printer, d->severity, true);
    putc('^', to);
    for (unsigned i = escape_columns(rest, d->width); i > 1; i--)
        putc('~', to);
    put_colored(printer, d->severity, false);
    putc('\n', to);
}

static void put_human(const struct printer *printer, const struct handout_diagnostic *d)
{
    put_headline(printer, d);
    if (d->line && *d->source_line)
        put_source(printer, d);
    if (*d->hint) {
        fputs("  hint: ", printer->to);
        escape_text(printer->to, d->hint);
        putc('\n', printer->to);
    }
}

static void put_diagnostic_json(FILE *to, const struct handout_diagnostic *d)
{
    fputs("{\"type\":\"diagnostic\"", to);
    escape_member(to, "severity", severity_name(d->severity));
    escape_member(to, "id", d->id);
    escape_member(to, "file", d->file);
    fprintf(to, ",\"line\":%" PRIu32 ",\"column\":%" PRIu32 ",\"width\":%" PRIu32, d->line,
            d->column, d->width);
    escape_member(to, "pointer", d->pointer);
    escape_member(to, "message", d->message);
    escape_member(to, "hint", d->hint);
    fputs("}\n", to);
}

/* Ends words that began with errno = 0. */
static void check_heard(const struct printer *printer)
{
    if (printer->to != stderr && errno == ENOMEM)
        message_out_of_memory(printer);
}

void message_diagnostic(const struct printer *printer, const struct handout_diagnostic *d)
{
    if (printer->quiet && d->severity == HANDOUT_NOTE)
        return;
    errno = 0;
    switch (printer->format) {
    case FORMAT_HUMAN: put_human(printer, d); break;
    case FORMAT_GCC: put_headline(printer, d); break;
    case FORMAT_JSON: put_diagnostic_json(printer->to, d); break;
    case FORMAT_SARIF: sarif_add(printer->to, printer->sarif, d); break;
    }
    check_heard(printer);
}

/* ---- Faults ---- */

struct entry {
    const char *slug, *message, *hint;
    enum status status;
};

static const struct entry table[FAULT_COUNT] = {
#define OK STATUS_OK
#define CONTENT STATUS_CONTENT
#define USAGE STATUS_USAGE
#define MACHINE STATUS_MACHINE
#define FAULT(id, slug, status, message, hint) [FAULT_##id] = {slug, message, hint, status},
#include "fault.def"
#undef FAULT
#undef OK
#undef CONTENT
#undef USAGE
#undef MACHINE
};

static bool is_placeholder(const char *p)
{
    return p[0] == '{' && p[1] >= '0' && p[1] <= '9' && p[2] == '}';
}

/* A template with its arguments in place; for free(). */
static char *fill(const struct printer *printer, const char *template, const char *const *args)
{
    size_t size = strlen(template) + 1;
    for (const char *p = template; *p; p++)
        if (is_placeholder(p))
            size += strlen(args[p[1] - '0']);
    char *filled = message_alloc(printer, size), *out = filled;
    for (const char *p = template; *p; p++) {
        if (is_placeholder(p)) {
            size_t length = strlen(args[p[1] - '0']);
            memcpy(out, args[p[1] - '0'], length);
            out += length;
            p += 2;
        } else {
            *out++ = *p;
        }
    }
    assert(out < filled + size);
    *out = '\0';
    return filled;
}

enum status fault_args(const struct printer *printer, enum fault_id id, const char *file,
                       const char *const *args)
{
    char *message = fill(printer, table[id].message, args);
    char *hint = fill(printer, table[id].hint, args);
    message_diagnostic(printer, &(struct handout_diagnostic){
                                    .id = table[id].slug,
                                    .severity = table[id].status ? HANDOUT_ERROR : HANDOUT_NOTE,
                                    .file = file ? file : "", .source_line = "",
                                    .pointer = "", .message = message, .hint = hint});
    free(message);
    free(hint);
    return table[id].status;
}

/* Like fault(), but without allocating, and never to be collected first: nobody would pass it on.
 * exit() also removes a temporary file: output.c. */
_Noreturn void message_out_of_memory(const struct printer *printer)
{
    const struct entry *entry = &table[FAULT_OUT_OF_MEMORY];
    struct printer heard = *printer;
    heard.to = stderr;
    message_diagnostic(&heard, &(struct handout_diagnostic){
                                    .id = entry->slug, .severity = HANDOUT_ERROR, .file = "",
                                    .source_line = "", .pointer = "",
                                    .message = entry->message, .hint = entry->hint});
    message_end(&heard, entry->status);
    exit(entry->status);
}

_Noreturn void message_out_of_memory_hook(void *printer)
{
    message_out_of_memory(printer);
}

/* ---- The report on a handout ---- */

/* printf's %g would follow the locale. */
void message_milli(FILE *to, int32_t thousandths)
{
    int32_t rest = abs(thousandths % 1000);
    int places = 3;
    fprintf(to, "%s%" PRId32, thousandths < 0 ? "-" : "", abs(thousandths / 1000));
    while (rest && rest % 10 == 0) {
        rest /= 10;
        places--;
    }
    if (rest)
        fprintf(to, ".%0*" PRId32, places, rest);
}

static void put_report_json(FILE *to, const struct outcome *o)
{
    fputs("{\"type\":\"report\"", to);
    escape_member(to, "article", o->article);
    if (o->clinic)
        escape_member(to, "clinic", o->clinic);
    fprintf(to, ",\"written\":%s", o->output && !o->unchanged ? "true" : "false");
    if (o->unchanged)
        fputs(",\"unchanged\":true", to);
    if (o->output)
        escape_member(to, "file", o->output);
    if (o->report) {
        escape_member(to, "paper", o->report->paper);
        fprintf(to, ",\"pages\":%d,\"body\":", o->report->pages);
        message_milli(to, o->report->body);
        fputs(",\"fine\":", to);
        message_milli(to, o->report->fine);
        fprintf(to, ",\"words\":%d,\"brief_contact\":%s,\"room\":%d", o->report->words,
                o->report->brief_contact ? "true" : "false", o->report->room);
    }
    fputs("}\n", to);
}

static void put_report(FILE *to, const struct handout_report *report)
{
    int sheets = (report->pages + 1) / 2;
    if (report->pages == 1)
        fputs("1 page", to);
    else
        fprintf(to, "%d pages, %d sheet%s printed on both sides", report->pages, sheets,
                sheets == 1 ? "" : "s");
    fprintf(to, ", %s, body ", report->paper);
    message_milli(to, report->body);
    fputs(" pt, fine print ", to);
    message_milli(to, report->fine);
    fputs(report->brief_contact ? " pt, contact block cut to one line, " : " pt, ", to);
    if (report->room > 0)
        fprintf(to, "room for about %d word%s", report->room, report->room == 1 ? "" : "s");
    else
        fputs("no room left", to);
}

bool message_reports(const struct printer *printer)
{
    return !printer->quiet && printer->format != FORMAT_SARIF;
}

static void put_outcome(FILE *to, const struct outcome *outcome)
{
    escape_text(to, outcome->output ? outcome->output : outcome->article);
    fputs(": ", to);
    if (outcome->report)
        put_report(to, outcome->report);
    else
        fputs(outcome->unchanged ? "unchanged" : "no handout written", to);
    if (outcome->clinic && !outcome->output) {
        fputs(" for ", to);
        escape_text(to, outcome->clinic);
    }
    putc('\n', to);
}

void message_outcome(const struct printer *printer, const struct outcome *outcome)
{
    if (!message_reports(printer))
        return;
    errno = 0;
    if (printer->format == FORMAT_JSON)
        put_report_json(printer->to, outcome);
    else
        put_outcome(printer->to, outcome);
    check_heard(printer);
}

/* Only on standard error. */
void message_written(const struct printer *printer, const char *file, bool written,
                     const char *text)
{
    FILE *to = printer->to;
    if (!message_reports(printer))
        return;
    if (printer->format == FORMAT_JSON) {
        fprintf(to, "{\"type\":\"report\",\"written\":%s", written ? "true" : "false");
        escape_member(to, "file", file);
        escape_member(to, "message", text);
        fputs("}\n", to);
        return;
    }
    escape_text(to, file);
    fprintf(to, ": %s\n", text);
}

/* ---- Beginning and end ---- */

void message_begin(const struct printer *printer)
{
    if (printer->format == FORMAT_SARIF)
        sarif_begin(printer->to, printer->sarif);
}

void message_end(const struct printer *printer, enum status status)
{
    if (printer->format == FORMAT_SARIF)
        sarif_end(printer->to, printer->sarif, status);
}

/* ---- Memory ---- */

/* glibc's memory streams drop what they have no room for, or all, and neither ferror() nor fclose()
 * says so.  But errno is set. */
FILE *message_collect(const struct printer *printer, char **text, size_t *length)
{
    *text = NULL;
    *length = 0;
    FILE *to = open_memstream(text, length);
    if (!to)
        message_out_of_memory(printer);
    errno = 0;
    return to;
}

void message_collected(const struct printer *printer, FILE *to, char *const *text)
{
    bool enough = errno != ENOMEM;
    errno = 0;
    enough = fclose(to) == 0 && enough && *text && errno != ENOMEM;
    if (!enough)
        message_out_of_memory(printer);
}

void *message_alloc(const struct printer *printer, size_t size)
{
    void *memory = malloc(size ? size : 1);
    if (!memory)
        message_out_of_memory(printer);
    return memory;
}

char *message_join(const struct printer *printer, const char *a, const char *b, const char *c)
{
    size_t a_length = strlen(a), b_length = strlen(b), c_size = strlen(c) + 1;
    char *joined = message_alloc(printer, a_length + b_length + c_size);
    memcpy(joined, a, a_length);
    memcpy(joined + a_length, b, b_length);
    memcpy(joined + a_length + b_length, c, c_size);
    return joined;
}
