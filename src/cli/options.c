/*
 * See options.h.  One pass over the arguments; options.def says which take a value, and apply()
 * says what each does.  getopt_long() was left aside: it keeps global state, and cannot suggest the
 * option that was meant.  Numbers and dates are read by hand: no locale changes what "11.5" means.
 */
#include "options.h"
#include "options_check.h"
#include "day.h"
#include "path.h"
#include "start.h"

#include "base/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum option {
#define OPTION(id, letter, name, value, help) OPTION_##id,
#include "options.def"
#undef OPTION
    OPTION_COUNT
};

const struct option_row option_rows[] = {
#define OPTION(id, letter, name, value, help) [OPTION_##id] = {letter, name, value, help},
#include "options.def"
#undef OPTION
};
const size_t option_count = OPTION_COUNT;

enum { JOBS_MOST = 256 };

/* ---- Values ---- */

static enum status bad_value(const struct options *options, enum option id, const char *value,
                             const char *expected)
{
    return fault(&options->printer, FAULT_BAD_VALUE, NULL, option_rows[id].name, value, expected);
}

/* Which of the choices "a|b|c" the value is, from 0, whatever its capitals: paper is "A4". */
static bool find_choice(const char *choices, const char *value, int *index)
{
    size_t length = strlen(value);
    for (*index = 0;; ++*index) {
        size_t choice = strcspn(choices, "|");
        if (choice == length && strncasecmp(choices, value, length) == 0)
            return true;
        if (!choices[choice])
            return false;
        choices += choice + 1;
    }
}

/* Points with at most three decimals, as thousandths. */
static bool read_points(const char *text, int32_t *size)
{
    int32_t value = 0, unit = 1000;
    const char *p = text;
    for (; *p >= '0' && *p <= '9' && value < 100; p++)
        value = value * 10 + (*p - '0');
    if (p == text)
        return false;
    value *= unit;
    if (*p == '.')
        for (p++; *p >= '0' && *p <= '9' && unit > 1; p++)
            value += (*p - '0') * (unit /= 10);
    *size = value;
    return !*p && p[-1] != '.' && value >= HANDOUT_MIN_BODY_LEAST && value <= HANDOUT_MIN_BODY_MOST;
}

/* ---- What each option does ---- */

static void decide_color(struct printer *printer, int when)
{
    enum { AUTO, ALWAYS, NEVER };
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    bool welcome = !(no_color && *no_color) && !(term && strcmp(term, "dumb") == 0);
    printer->color = when == ALWAYS || (when == AUTO && welcome && isatty(STDERR_FILENO));
}

static enum status apply_choice(struct options *options, enum option id, const char *value)
{
    int index;
    if (!find_choice(option_rows[id].value, value, &index))
        return bad_value(options, id, value, option_rows[id].value);
    switch (id) {
    case OPTION_PAPER: options->layout.paper = HANDOUT_PAPER_LETTER + index; break;
    case OPTION_DIAGNOSTICS: options->printer.format = FORMAT_HUMAN + index; break;
    case OPTION_COLOR: decide_color(&options->printer, index); break;
    case OPTION_FORMAT: options->svg = index == 1; break;
    case OPTION_COMPLETIONS:
        options->action = ACTION_COMPLETIONS;
        options->shell = (enum shell)index;
        break;
    case OPTION_SUMMARY:
        options->summary = true;
        options->summary_form = (enum summary_form)index;
        break;
    default:
        assert(id == OPTION_DUMP);
        options->dump = true;
        options->dump_what = HANDOUT_DUMP_JSON + index;
    }
    return STATUS_OK;
}

static enum status apply_output(struct options *options, const char *value)
{
    size_t length = strlen(value);
    if (!length)
        return bad_value(options, OPTION_OUTPUT, value, "a file, a folder or -");
    options->output = value;
    if (strcmp(value, "-") == 0 || strcmp(value, "/dev/stdout") == 0)
        options->destination = DESTINATION_STDOUT;
    else if (value[length - 1] == '/' || path_is_folder(value))
        options->destination = DESTINATION_FOLDER;
    else
        options->destination = DESTINATION_FILE;
    return STATUS_OK;
}

static enum status apply_jobs(struct options *options, const char *value)
{
    size_t jobs = 0;
    for (const char *p = value; *p; p++)
        jobs = *p >= '0' && *p <= '9' && jobs <= JOBS_MOST ? jobs * 10 + (size_t)(*p - '0')
                                                           : JOBS_MOST + 1;
    if (jobs < 1 || jobs > JOBS_MOST)
        return bad_value(options, OPTION_JOBS, value, "a number from 1 to 256");
    options->jobs = jobs;
    return STATUS_OK;
}

static enum status apply(struct options *options, enum option id, const char *value)
{
    switch (id) {
    case OPTION_OUTPUT: return apply_output(options, value);
    case OPTION_JOBS: return apply_jobs(options, value);
    case OPTION_PAPER:
    case OPTION_SUMMARY:
    case OPTION_DUMP:
    case OPTION_DIAGNOSTICS:
    case OPTION_FORMAT:
    case OPTION_COMPLETIONS:
    case OPTION_COLOR: return apply_choice(options, id, value);
    case OPTION_CLINIC:
        options->clinic = value;
        return *value ? STATUS_OK : bad_value(options, id, value, "a file or a folder");
    case OPTION_FILES_FROM:
        options->files_from = value;
        return *value ? STATUS_OK : bad_value(options, id, value, "a list of articles, or -");
    case OPTION_NEW:
        options->start = value;
        return start_is_name(value) ? STATUS_OK : bad_value(options, id, value,
                                                            "an article's name, like turmeric");
    case OPTION_IMPORT:
        options->import = value;
        return *value ? STATUS_OK : bad_value(options, id, value, "a post's file, or -");
    case OPTION_EXTRACT:
        options->extract = value;
        return *value ? STATUS_OK : bad_value(options, id, value, "a PDF, or -");
    case OPTION_MIN_BODY:
        if (!read_points(value, &options->layout.min_body))
            return bad_value(options, id, value, "a size in points from 9 to 14, like 11.5");
        break;
    case OPTION_DATE:
        if (!day_is_valid(value))
            return bad_value(options, id, value, "a day like 2025-01-31");
        assert(strlen(value) < sizeof options->today);
        options->read.today = strcpy(options->today, value);
        break;
    case OPTION_NO_CLINIC: options->no_clinic = true; break;
    case OPTION_NO_LETTERHEAD: options->layout.letterhead = false; break;
    case OPTION_NO_SYSTEM_FONTS: options->no_system_fonts = true; break;
    case OPTION_FILLABLE: options->layout.fillable = true; break;
    case OPTION_ATTACH_SOURCE: options->write = HANDOUT_PDF_WITH_SOURCE; break;
    case OPTION_LARGE_PRINT: options->layout.large_print = true; break;
    case OPTION_STRICT: options->read.strict = true; break;
    case OPTION_CHECK: options->check = true; break;
    case OPTION_SKIP_UNCHANGED: options->skip_unchanged = true; break;
    case OPTION_STREAM: options->stream = true; break;
    case OPTION_REPORT: options->report = true; break;
    case OPTION_QUIET: options->printer.quiet = true; break;
    case OPTION_FONTS: options->action = ACTION_FONTS; break;
    case OPTION_HELP: options->action = ACTION_HELP; break;
    case OPTION_VERSION: options->action = ACTION_VERSION; break;
    case OPTION_COUNT: break;
    }
    return STATUS_OK;
}

/* ---- Suggestions ---- */

/* The option whose name begins like this one, or is nearest to it; OPTION_COUNT if none is. */
static enum option nearest(const char *name, size_t length)
{
    enum option best = OPTION_COUNT;
    unsigned least = length > 5 ? 4 : 3; /* that many letters apart is another word */
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (length > 1 && strncmp(option_rows[i].name, name, length) == 0)
            return (enum option)i;
        unsigned d = str_distance((struct str){name, length}, str_of(option_rows[i].name), least);
        if (d >= least)
            continue;
        least = d;
        best = (enum option)i;
    }
    return best;
}

static enum status unknown(const struct options *options, const char *word)
{
    bool is_long = word[0] == '-' && word[1] == '-';
    enum option meant = is_long ? nearest(word + 2, strcspn(word + 2, "=")) : OPTION_COUNT;
    if (meant == OPTION_COUNT)
        return fault(&options->printer, FAULT_UNKNOWN_OPTION, NULL, word, "");
    char *hint = message_join(&options->printer, "did you mean --", option_rows[meant].name,
                              "? Or ");
    enum status status = fault(&options->printer, FAULT_UNKNOWN_OPTION, NULL, word, hint);
    free(hint);
    return status;
}

/* ---- The command line ---- */

/* The arguments that are not used up yet. */
struct words {
    char **next;
};

/* An option's value: the rest of its word, else the next word. */
static enum status take_argument(struct options *options, struct words *words, enum option id,
                                 const char *attached)
{
    const char *value = attached ? attached : *words->next;
    if (!value)
        return fault(&options->printer, FAULT_MISSING_VALUE, NULL, option_rows[id].name,
                     option_rows[id].value);
    words->next += !attached;
    return apply(options, id, value);
}

/* --name, --name=value, --name value */
static enum status read_long(struct options *options, struct words *words, const char *word)
{
    const char *name = word + 2;
    size_t length = strcspn(name, "=");
    const char *attached = name[length] ? name + length + 1 : NULL;
    for (int i = 0; i < OPTION_COUNT; i++) {
        enum option id = (enum option)i;
        if (strlen(option_rows[i].name) != length || memcmp(option_rows[i].name, name, length) != 0)
            continue;
        if (*option_rows[i].value)
            return take_argument(options, words, id, attached);
        if (attached)
            return fault(&options->printer, FAULT_UNWANTED_VALUE, NULL, option_rows[i].name);
        return apply(options, id, "");
    }
    return unknown(options, word);
}

/* -q, -qh, -oFILE, -qo FILE */
static enum status read_short(struct options *options, struct words *words, const char *word)
{
    for (const char *letter = word + 1; *letter; letter++) {
        int i = 0;
        while (i < OPTION_COUNT && option_rows[i].letter != *letter)
            i++;
        if (i == OPTION_COUNT)
            return unknown(options, word);
        if (*option_rows[i].value)
            return take_argument(options, words, (enum option)i, letter[1] ? letter + 1 : NULL);
        enum status status = apply(options, (enum option)i, "");
        if (status || options->action != ACTION_RUN)
            return status;
    }
    return STATUS_OK;
}

static enum status read_words(struct options *options, char **argv)
{
    struct words words = {argv};
    char **articles = argv; /* at or before words.next, so nothing unread is overwritten */
    bool only_articles = false;
    enum status status = STATUS_OK;
    while (*words.next && !status && options->action == ACTION_RUN) {
        char *word = *words.next++;
        if (only_articles || word[0] != '-' || !word[1])
            *articles++ = word;
        else if (strcmp(word, "--") == 0)
            only_articles = true;
        else if (word[1] == '-')
            status = read_long(options, &words, word);
        else
            status = read_short(options, &words, word);
    }
    assert(articles <= words.next);
    options->articles = (const char *const *)argv;
    options->article_count = (int)(articles - argv);
    return status;
}

/* SOURCE_DATE_EPOCH dates the file; so does the day, which --date and then the clock come after. */
static enum status read_environment(struct options *options)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    int64_t *seconds = &options->read.source_date_epoch;
    if (epoch && *epoch && !day_read_epoch(epoch, seconds))
        return fault(&options->printer, FAULT_BAD_EPOCH, NULL, epoch);
    if (!options->read.today && day_today(*seconds, options->today))
        options->read.today = options->today;
    return STATUS_OK;
}

enum status options_read(struct options *options, int argc, char **argv)
{
    *options = (struct options){.printer = {.to = stderr}, .jobs = 1};
    options->printer.sarif = &options->sarif;
    handout_read_options_init(&options->read);
    handout_layout_options_init(&options->layout);
    options->read.out_of_memory = message_out_of_memory_hook;
    options->read.out_of_memory_context = &options->printer;
    decide_color(&options->printer, 0);
    enum status status = read_words(options, argv + (argc > 0));
    if (!status && options->action == ACTION_RUN)
        status = options_check(options);
    if (!status && options->action == ACTION_RUN)
        status = read_environment(options);
    return status;
}
