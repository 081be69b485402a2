/*
 * See start.h.  The templates are data/new/article.json and data/new/clinic.json, compiled in.
 * They are whole, valid files, so that they can be tested as they are; a few of their words are
 * replaced on the way out.
 *
 * The article has no id: it would be copied along with the file, and the copy's PDF would take the
 * place of the first one's.  Without one the file's name tells them apart.
 *
 * A clinic file is only written where the article would find none: one beside it would hide the
 * real one in the current folder or in the user's configuration.
 */
#include "start.h"
#include "files.h"
#include "missing_clinic.h"
#include "output.h"
#include "schema.h"

#include <stdlib.h>
#include <string.h>

/* Made from the templates by fonts/embed.cmake, in the library, which knows their texts again. */
extern const unsigned char new_article[], new_clinic[];
extern const size_t new_article_size, new_clinic_size;

/* ---- What is replaced ---- */

#define TEMPLATE_DAY "2025-01-31"
#define TEMPLATE_NEXT "2026-01-31"

struct swap {
    const char *from, *to;
};

/* The same day a year later; the last day of February if there is none, nor a year 10000. */
static void add_year(char day[sizeof "YYYY-MM-DD"])
{
    int digit = 3;
    if (memcmp(day, "9999", 4) == 0)
        return;
    while (day[digit] == '9')
        day[digit--] = '0';
    day[digit]++;
    if (strcmp(day + 4, "-02-29") == 0)
        day[9] = '8'; /* 29 February is followed by no leap year */
}

static void put_template(struct output *output, const unsigned char *bytes, size_t size,
                         const struct swap *swaps)
{
    size_t i = 0;
    while (i < size) {
        const struct swap *s = swaps;
        while (s->from && (strlen(s->from) > size - i
                           || memcmp(bytes + i, s->from, strlen(s->from)) != 0))
            s++;
        if (s->from)
            output_sink(output, s->to, strlen(s->to));
        else
            output_sink(output, bytes + i, 1);
        i += s->from ? strlen(s->from) : 1;
    }
}

/* ---- The two files ---- */

/* As the templates name a schema, which is beside their folder. */
#define SCHEMA_LINE(kind) "  \"$schema\": \"../" kind ".schema.json\",\n"

/* The line that names the schema as an editor finds it from anywhere; "" if it is not installed.
 * For free(). */
static char *schema_line(const struct printer *printer, const char *name)
{
    char *address = schema_address(printer, name);
    char *line = address ? message_join(printer, "  \"$schema\": \"", address, "\",\n")
                         : message_join(printer, "", "", "");
    free(address);
    return line;
}

static enum status write_template(struct output *output, const unsigned char *bytes, size_t size,
                                  const struct swap *swaps)
{
    enum status status = output_open(output);
    if (status)
        return status;
    put_template(output, bytes, size, swaps);
    return output_close(output, true);
}

static enum status write_new_article(const struct options *options, const char *path)
{
    const struct printer *printer = &options->printer;
    char next[sizeof options->today];
    /* A clock that cannot tell the day leaves the template's. */
    const char *today = options->read.today ? options->read.today : TEMPLATE_DAY;
    add_year(strcpy(next, today));
    char *schema = schema_line(printer, "article.schema.json");
    const struct swap swaps[] = {{SCHEMA_LINE("article"), schema},
                                 {TEMPLATE_DAY, today},
                                 {TEMPLATE_NEXT, next},
                                 {NULL, NULL}};
    struct output output = output_new(printer, path);
    enum status status = write_template(&output, new_article, new_article_size, swaps);
    if (!status && output.taken)
        status = fault(printer, FAULT_FILE_EXISTS, path, "");
    if (!status)
        message_written(printer, path, true,
                        "written; put your texts in place of its own, then run handout on it");
    if (!status)
        path_note_reserved(printer, path);
    output_free(&output);
    free(schema);
    return status;
}

static enum status write_clinic_template(struct output *output, const void *swaps)
{
    return write_template(output, new_clinic, new_clinic_size, swaps);
}

static enum status write_new_clinic(const struct options *options, const char *article)
{
    char *path = path_beside(&options->printer, article, CLINIC_NAME);
    char *schema = schema_line(&options->printer, "clinic.schema.json");
    const struct swap swaps[] = {{SCHEMA_LINE("clinic"), schema}, {NULL, NULL}};
    const struct missing_clinic clinic = {path, write_clinic_template, swaps,
                                          "written; put in your clinic, once for all handouts"};
    enum status status = missing_clinic_write(options, article, &clinic);
    free(schema);
    free(path);
    return status;
}

bool start_is_name(const char *name)
{
    static const char *const none[] = {"", ".", "..", ".json", "-", "clinic", CLINIC_NAME};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        if (strcmp(path_base(name), none[i]) == 0)
            return false;
    return true;
}

enum status start_run(const struct options *options)
{
    const struct printer *printer = &options->printer;
    message_begin(printer);
    size_t length = strlen(options->start), end = strlen(".json");
    bool named = length > end && strcmp(options->start + length - end, ".json") == 0;
    char *path = message_join(printer, options->start, named ? "" : ".json", "");
    enum status status = write_new_article(options, path);
    if (!status)
        status = write_new_clinic(options, path);
    free(path);
    return status;
}
