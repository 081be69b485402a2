/*
 * See stream.h.  A record is made as an article of a batch is, with options of its own; what is
 * said of it is JSON already, a line each, and becomes a part of the answer:
 *
 *     {"number":3,"id":"zinc","status":"written","report":{…},"diagnostics":[…],"output":"z.pdf"}
 *
 * An answer is flushed before the next record is read, so that an engine may wait for it.  A signal
 * ends the program at once, but in the middle of an answer only behind its line; the second one
 * does not wait.
 */
#include "stream.h"
#include "answer.h"
#include "guard.h"
#include "handout_record.h"
#include "interrupt.h"
#include "maker.h"
#include "placing.h"
#include "seen.h"

#include "base/text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct stream {
    const struct options *options;
    struct options record_options; /* those of the current record */
    struct handout_env *env;
    struct maker maker;
    struct output to; /* standard output */
    struct seen written; /* paths */
    struct seen inputs; /* files: standard input, and those of the records so far */
    char *line; /* one byte longer than a record may be */
    size_t length;
    uintmax_t number; /* of the line, from 1 */
    char name[32];    /* "record 3" */
    bool begun;       /* there was a record */
    char opened;      /* of the second record: the bracket that the first leaves open; else 0 */
};

static bool claim_path(void *context, const char *path)
{
    struct stream *stream = context;
    return !path || seen_add(&stream->written, &stream->options->printer, path);
}

/* ---- Lines ---- */

static bool is_blank(const struct stream *stream)
{
    for (size_t i = 0; i < stream->length; i++)
        if (!strchr(" \t\r", stream->line[i]) || !stream->line[i])
            return false;
    return true;
}

/* Of a line that is too long, one byte too many. @return false at the end */
static bool read_line(struct stream *stream)
{
    int c = getc(stdin);
    stream->length = 0;
    stream->number++;
    if (c == EOF)
        return false;
    for (; c != EOF && c != '\n'; c = getc(stdin))
        if (stream->length <= HANDOUT_RECORD_MAX)
            stream->line[stream->length++] = (char)c;
    return true;
}

static bool next_record(struct stream *stream)
{
    do
        if (!read_line(stream))
            return false;
    while (is_blank(stream));
    snprintf(stream->name, sizeof stream->name, "record %" PRIuMAX, stream->number);
    return true;
}

static char lead_of(struct str line)
{
    return line.len ? *line.ptr : '\0';
}

/* The bracket that a line begins with and leaves open, so that the next line may go on with it;
 * else 0. */
static char bracket_of(struct str line)
{
    long depth = 0;
    bool inside = false; /* a text */
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        if (c == '"')
            inside = !inside;
        else if (inside)
            i += c == '\\';
        else
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
    }
    char first = lead_of(line);
    return depth > 0 && !inside && (first == '{' || first == '[') ? first : '\0';
}

/*
 * The first record and this one may be lines of one JSON text, as jq and editors write it.  Each
 * line to come would be a faulty record, so that is said once.
 */
static enum status check_one_line(struct stream *stream)
{
    struct str line = str_trim((struct str){stream->line, stream->length});
    char opened = stream->opened;
    stream->opened = stream->begun ? '\0' : bracket_of(line);
    stream->begun = true;
    bool goes_on = opened == '[' || (opened == '{' && strchr("\"[]}", lead_of(line)));
    return goes_on ? fault(&stream->options->printer, FAULT_RECORD_LINES, FILE_STDIN_NAME,
                           opened == '[' ? "'.[]'" : ".")
                   : STATUS_OK;
}

/* ---- One record ---- */

static void choose_options(struct stream *stream, const struct handout_record_fields *asked)
{
    struct options *options = &stream->record_options;
    *options = *stream->options;
    if (asked->paper != HANDOUT_PAPER_DEFAULT)
        options->layout.paper = asked->paper;
    if (asked->has_large_print)
        options->layout.large_print = asked->large_print;
    if (asked->clinic.path)
        options->clinic = asked->clinic.path;
    if (asked->clinic.path || asked->clinic.input.bytes)
        options->no_clinic = false;
    if (asked->output) {
        options->output = asked->output;
        options->destination = DESTINATION_FILE;
    } else if (options->destination == DESTINATION_DEFAULT) {
        options->destination = DESTINATION_STDOUT; /* the answer */
    }
}

static enum status make_given(struct stream *stream, const struct handout_record_fields *asked)
{
    const struct handout_input *input = &asked->article.input;
    struct file article = {.name = input->name, .bytes = (char *)input->bytes,
                           .length = input->length};
    bool by_id = stream->record_options.destination == DESTINATION_FOLDER;
    if (by_id && !asked->article.has_id)
        return fault(stream->maker.printer, FAULT_NO_ID, stream->name, NULL);
    return maker_run_given(&stream->maker, &article);
}

static enum status make_asked(struct stream *stream, const struct handout_record_fields *asked)
{
    const struct handout_input *input = &asked->clinic.input;
    struct file clinic = {.name = input->name, .bytes = (char *)input->bytes,
                          .length = input->length};
    choose_options(stream, asked);
    stream->maker.given_clinic = input->bytes ? &clinic : NULL;
    if (!asked->article.path)
        return make_given(stream, asked);
    if (strcmp(asked->article.path, "-") == 0) /* where the records come from */
        return fault(stream->maker.printer, FAULT_STDIN_TWICE, stream->name, "standard input");
    return maker_run(&stream->maker, asked->article.path);
}

static enum status make_record(struct stream *stream)
{
    struct handout_input line = {stream->name, stream->line, stream->length};
    struct handout_record *record = handout_record_open(&line, &stream->options->read);
    struct handout_diagnostics found = handout_record_diagnostics(record);
    struct handout_record_fields asked = handout_record_fields(record);
    maker_forget(&stream->maker);
    for (size_t i = 0; i < found.count; i++)
        message_diagnostic(stream->maker.printer, &found.at[i]);
    enum status status = found.errors ? STATUS_CONTENT : make_asked(stream, &asked);
    handout_record_free(record);
    seen_add_file(&stream->inputs, &stream->options->printer, stream->maker.article_id);
    seen_add_file(&stream->inputs, &stream->options->printer, stream->maker.clinic.id);
    return status;
}

/* ---- Its answer ---- */

/* @return what kept it from being written, a number of errno; 0: nothing */
static int put_answer(const struct answer *answer)
{
    errno = 0;
    interrupt_wait(true);
    answer_print(stdout, answer);
    fflush(stdout);
    int error = ferror(stdout) ? errno : 0;
    interrupt_wait(false);
    return error;
}

/* A reader that went away is not complained about. */
static enum status say_lost(const struct printer *printer, int error)
{
    if (error != EPIPE)
        fault(printer, FAULT_CANNOT_WRITE, OUTPUT_STDOUT_NAME, strerror(error));
    return STATUS_MACHINE;
}

/* @return STATUS_OK if the answer is out */
static enum status answer_record(struct stream *stream)
{
    struct printer printer = stream->options->printer;
    struct answer answer = {.number = stream->number,
                            .kind = stream->options->svg ? "svg" : "pdf"};
    printer.to = message_collect(&printer, &answer.said, &answer.said_length);
    stream->maker.instead = message_collect(&printer, &answer.pdf, &answer.pdf_length);
    printer.format = FORMAT_JSON;
    maker_speak_to(&stream->maker, &printer);
    answer.status = make_record(stream);
    errno = 0; /* what is said and written is watched one by one */
    message_collected(&printer, stream->maker.instead, &answer.pdf);
    message_collected(&printer, printer.to, &answer.said);
    maker_speak_to(&stream->maker, &stream->options->printer);
    answer.id = stream->maker.id;
    if (stream->record_options.destination != DESTINATION_STDOUT)
        answer.output = stream->maker.output;
    enum status status = placing_check(&stream->maker, &stream->to);
    int error = status ? 0 : put_answer(&answer);
    free(answer.said);
    free(answer.pdf);
    return error ? say_lost(&stream->options->printer, error) : status;
}

/* ---- All of them ---- */

static void open_stream(struct stream *stream, const struct options *options)
{
    const struct printer *printer = &options->printer;
    *stream = (struct stream){.options = options, .record_options = *options};
    stream->line = message_alloc(printer, HANDOUT_RECORD_MAX + 1);
    stream->env = handout_env_open();
    stream->maker = (struct maker){.options = &stream->record_options,
                                   .context = handout_context_open(stream->env),
                                   .turn = {claim_path, stream}};
    maker_speak_to(&stream->maker, printer);
    if (!stream->maker.context)
        message_out_of_memory(printer);
    stream->maker.inputs = &stream->inputs;
    seen_add_file(&stream->inputs, printer, file_identify(options->clinic));
    seen_add_file(&stream->inputs, printer, file_identify("-"));
    output_find(&stream->to, printer, NULL);
}

static void close_stream(struct stream *stream)
{
    maker_close(&stream->maker);
    handout_context_close(stream->maker.context);
    handout_env_close(stream->env);
    seen_free(&stream->written);
    seen_free(&stream->inputs);
    free(stream->line);
}

enum status stream_run(const struct options *options)
{
    struct stream stream;
    open_stream(&stream, options);
    enum status status = guard_check(&stream.inputs, options);
    message_begin(&options->printer);
    while (!status && !interrupt_seen() && next_record(&stream)) {
        status = check_one_line(&stream);
        if (!status)
            status = answer_record(&stream);
    }
    if (ferror(stdin))
        status = fault(&options->printer, FAULT_CANNOT_READ, FILE_STDIN_NAME, strerror(errno), "");
    close_stream(&stream);
    return status;
}
