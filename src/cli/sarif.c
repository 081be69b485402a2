/*
 * See sarif.h.  The document is one run: the program and its rules, then `results`, one for each
 * message about a file, then the invocation, with a notification for each message that is about
 * no file (a wrong call, standard output or error, no memory).  These stop the program, so they
 * come last; a result that came behind one would be a notification too.
 *
 * Reports (what the page took, the reading level) are no findings, and are left out.
 */
#include "sarif.h"
#include "escape.h"
#include "interrupt.h"
#include "output.h"
#include "severity.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

/* ---- The program and its rules ---- */

/* The rule's message, with "…" for what is filled in. */
static void put_rule_message(FILE *to, const char *message)
{
    while (*message) {
        size_t plain = strcspn(message, "{");
        escape_json_part(to, message, plain);
        message += plain;
        if (*message) {
            fputs("…", to);
            message += strcspn(message, "}") + 1;
        }
    }
}

/* SARIF asks for none of the three texts; GitHub's code scanning asks for all of them. */
static void put_rule(FILE *to, const struct handout_rule *rule)
{
    fputs("{\"id\":", to);
    escape_json(to, rule->id);
    fputs(",\"shortDescription\":{\"text\":\"", to);
    put_rule_message(to, rule->message);
    fputs("\"},\"fullDescription\":{\"text\":\"", to);
    put_rule_message(to, rule->message);
    fputs(". Source: ", to);
    escape_json_part(to, rule->source, strlen(rule->source));
    fputs("\"},\"help\":{\"text\":\"Source: ", to);
    escape_json_part(to, rule->source, strlen(rule->source));
    fprintf(to, "\"},\"defaultConfiguration\":{\"level\":\"%s\"}}",
            severity_name(rule->severity));
}

/* The parts between the lists, which an interrupted document needs too. */
#define NOTIFICATIONS "],\n\"invocations\":[{\"toolExecutionNotifications\":["
#define INTERRUPTED                                                                               \
    "],\"executionSuccessful\":false,\"exitCodeDescription\":\"stopped by a signal\"}]\n}]}\n"

/* What is written so far is out, and a signal knows how to close it. */
static void settle(FILE *to, const struct sarif *sarif, const sigset_t *before)
{
    static const char *const words[] = {
        [SARIF_RESULTS] = NOTIFICATIONS INTERRUPTED,
        [SARIF_NOTIFICATIONS] = INTERRUPTED,
        [SARIF_ENDED] = NULL,
    };
    fflush(to);
    interrupt_says(words[sarif->state]);
    interrupt_release(before);
}

static void begin_document(FILE *to, struct sarif *sarif)
{
    fputs("{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
          "sarif-schema-2.1.0.json\",\n"
          "\"version\":\"2.1.0\",\n"
          "\"runs\":[{\n"
          "\"tool\":{\"driver\":{\"name\":\"handout\",\"version\":", to);
    escape_json(to, handout_version());
    fputs(",\"rules\":[\n", to);
    for (size_t i = 0; i < handout_rule_count(); i++) {
        struct handout_rule rule = handout_rule_at(i);
        fputs(i ? ",\n" : "", to);
        put_rule(to, &rule);
    }
    fputs("]}},\n"
          "\"columnKind\":\"unicodeCodePoints\",\n"
          "\"results\":[", to);
    sarif->state = SARIF_RESULTS;
    sarif->goes_on = false;
}

/* ---- Messages ---- */

static void put_message(FILE *to, const struct handout_diagnostic *d)
{
    fprintf(to, "\"level\":\"%s\",\"message\":{\"text\":\"", severity_name(d->severity));
    escape_json_part(to, d->message, strlen(d->message));
    if (*d->hint) {
        fputs(". Hint: ", to);
        escape_json_part(to, d->hint, strlen(d->hint));
    }
    fputs("\"}", to);
}

/*
 * A path as a URI: relative to where the program was called, or of the scheme "file".  One file has
 * one URI, however its path begins: servers tell old findings from new ones by it.
 */
static void put_uri(FILE *to, const char *path)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "-._~/";
    while (path[0] == '.' && path[1] == '/')
        path += 2 + strspn(path + 2, "/");
    fputs(*path == '/' ? "\"file://" : "\"", to);
    for (; *path; path++) {
        if (strchr(plain, *path))
            putc(*path, to);
        else
            fprintf(to, "%%%02X", (unsigned)(unsigned char)*path);
    }
    putc('"', to);
}

static void put_locations(FILE *to, const struct handout_diagnostic *d)
{
    fputs(",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":", to);
    put_uri(to, d->file);
    putc('}', to);
    if (d->line)
        fprintf(to, ",\"region\":{\"startLine\":%" PRIu32 ",\"startColumn\":%" PRIu32
                    ",\"endColumn\":%" PRIu32 "}", d->line, d->column, d->column + d->width);
    putc('}', to); /* of the physical location */
    if (*d->pointer) {
        fputs(",\"logicalLocations\":[{\"fullyQualifiedName\":", to);
        escape_json(to, d->pointer);
        fputs("}]", to);
    }
    fputs("}]", to);
}

static void begin_notifications(FILE *to, struct sarif *sarif)
{
    fputs(NOTIFICATIONS, to);
    sarif->state = SARIF_NOTIFICATIONS;
    sarif->goes_on = false;
}

static bool is_about_file(const struct handout_diagnostic *d)
{
    return *d->file && strcmp(d->file, OUTPUT_STDOUT_NAME) != 0
           && strcmp(d->file, OUTPUT_STDERR_NAME) != 0;
}

void sarif_add(FILE *to, struct sarif *sarif, const struct handout_diagnostic *d)
{
    sigset_t before;
    interrupt_hold(&before);
    assert(sarif->state != SARIF_ENDED);
    if (sarif->state == SARIF_UNBEGUN)
        begin_document(to, sarif);
    if (!is_about_file(d) && sarif->state == SARIF_RESULTS)
        begin_notifications(to, sarif);
    fputs(sarif->goes_on ? ",\n{" : "\n{", to);
    fputs(sarif->state == SARIF_RESULTS ? "\"ruleId\":" : "\"descriptor\":{\"id\":", to);
    escape_json(to, d->id);
    fputs(sarif->state == SARIF_RESULTS ? "," : "},", to);
    put_message(to, d);
    if (is_about_file(d))
        put_locations(to, d);
    putc('}', to);
    sarif->goes_on = true;
    settle(to, sarif, &before);
}

void sarif_begin(FILE *to, struct sarif *sarif)
{
    sigset_t before;
    if (sarif->state != SARIF_UNBEGUN)
        return;
    interrupt_hold(&before);
    begin_document(to, sarif);
    settle(to, sarif, &before);
}

void sarif_end(FILE *to, struct sarif *sarif, int status)
{
    sigset_t before;
    if (sarif->state == SARIF_ENDED)
        return;
    interrupt_hold(&before);
    if (sarif->state == SARIF_UNBEGUN)
        begin_document(to, sarif);
    if (sarif->state == SARIF_RESULTS)
        begin_notifications(to, sarif);
    /* A faulty article is what the program is there to find: that run was a success. */
    fprintf(to, "],\"executionSuccessful\":%s,\"exitCode\":%d}]\n}]}\n",
            status < STATUS_USAGE ? "true" : "false", status);
    sarif->state = SARIF_ENDED;
    settle(to, sarif, &before);
}
