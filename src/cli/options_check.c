/* See options_check.h. */
#include "options_check.h"

#include <string.h>
#include <unistd.h>

/* Of those that write files of their own, the first that is given and another one, or NULL. */
static void find_alone(const struct options *options, const char **first, const char **second)
{
    const char *given[] = {options->start ? "new" : NULL, options->import ? "import" : NULL,
                           options->extract ? "extract" : NULL};
    *first = *second = NULL;
    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        *second = *first && given[i] ? given[i] : *second;
        *first = *first ? *first : given[i];
    }
}

/* What asks for a page or for several files, where there is one file and no page; or NULL. */
static const char *against_alone(const struct options *options)
{
    bool into = options->extract && options->destination == DESTINATION_FOLDER;
    return options->dump                                ? "dump"
           : options->check                             ? "check"
           : options->report                            ? "report"
           : options->output && !into                   ? "output"
           : options->files_from                        ? "files-from"
           : options->jobs > 1                          ? "jobs"
           : options->skip_unchanged                    ? "skip-unchanged"
           : options->summary                           ? "summary"
           : options->svg                               ? "format=svg"
           : options->write == HANDOUT_PDF_WITH_SOURCE  ? "attach-source"
           : options->layout.large_print                ? "large-print"
           : options->layout.fillable                   ? "fillable"
                                                        : NULL;
}

/* @param name, other  as find_alone() found them */
static enum status check_alone(const struct options *options, const char *name, const char *other)
{
    const struct printer *printer = &options->printer;
    bool into = options->extract && options->destination == DESTINATION_FOLDER;
    if (options->article_count)
        return fault(printer, FAULT_UNWANTED_ARTICLE, NULL, name);
    if (other)
        return fault(printer, FAULT_CONTRADICTION, NULL, name, other);
    if (options->extract && options->output && !into)
        return fault(printer, FAULT_BAD_VALUE, NULL, "output", options->output,
                     "a folder, with / at its end");
    if (against_alone(options))
        return fault(printer, FAULT_CONTRADICTION, NULL, name, against_alone(options));
    return STATUS_OK;
}

/* What a stream leaves no sense for, as its records say it or nobody reads it; or NULL. */
static const char *against_stream(const struct options *options)
{
    bool elsewhere = options->output && options->destination != DESTINATION_FOLDER;
    return options->files_from  ? "files-from"
           : options->check     ? "check"
           : options->report    ? "report"
           : options->dump      ? "dump"
           : options->summary   ? "summary"
           : options->jobs > 1  ? "jobs"
           : elsewhere          ? "output"
                                : NULL;
}

static enum status check_stream(const struct options *options)
{
    const char *other = against_stream(options);
    if (options->article_count)
        return fault(&options->printer, FAULT_STREAM_ARTICLE, NULL, NULL);
    if (other)
        return fault(&options->printer, FAULT_CONTRADICTION, NULL, "stream", other);
    return STATUS_OK;
}

/* What leaves no PDF that could be unchanged, or none that tells what it was made of; or NULL. */
static const char *against_skipping(const struct options *options)
{
    return !options->skip_unchanged                            ? NULL
           : options->check                                    ? "check"
           : options->dump                                     ? "dump"
           : options->svg                                      ? "format=svg"
           : options->destination == DESTINATION_STDOUT        ? "output=-"
                                                               : NULL;
}

/* What stands where the sum would go, and cannot have it between; or NULL. */
static const char *against_summary(const struct options *options)
{
    if (!options->summary)
        return NULL;
    if (options->summary_form == SUMMARY_TEXT)
        return options->printer.format == FORMAT_SARIF ? "diagnostics=sarif" : NULL;
    return options->dump                                ? "dump"
           : options->report                            ? "report"
           : options->destination == DESTINATION_STDOUT ? "output=-"
                                                        : NULL;
}

enum status options_check(const struct options *options)
{
    const struct printer *printer = &options->printer;
    const char *alone, *other;
    int from_stdin = 0;
    find_alone(options, &alone, &other);
    if (alone)
        return check_alone(options, alone, other ? other : options->stream ? "stream" : NULL);
    if (options->stream && check_stream(options))
        return STATUS_USAGE;
    for (int i = 0; i < options->article_count; i++)
        from_stdin += strcmp(options->articles[i], "-") == 0;
    from_stdin += options->files_from && strcmp(options->files_from, "-") == 0;
    if (!options->article_count && !options->files_from && !options->stream)
        return fault(printer, FAULT_NO_ARTICLE, NULL, NULL);
    if (from_stdin > 1)
        return fault(printer, FAULT_STDIN_TWICE, NULL, "standard input");
    if (options->clinic && options->no_clinic)
        return fault(printer, FAULT_CONTRADICTION, NULL, "clinic", "no-clinic");
    if (options->svg && options->write == HANDOUT_PDF_WITH_SOURCE)
        return fault(printer, FAULT_CONTRADICTION, NULL, "format=svg", "attach-source");
    if (against_skipping(options))
        return fault(printer, FAULT_CONTRADICTION, NULL, "skip-unchanged",
                     against_skipping(options));
    if (options->dump && options->output)
        return fault(printer, FAULT_CONTRADICTION, NULL, "dump", "output");
    if (options->dump && options->report)
        return fault(printer, FAULT_CONTRADICTION, NULL, "dump", "report");
    if (options->report && !options->check)
        return fault(printer, FAULT_NEEDS_OPTION, NULL, "report", "check");
    if (against_summary(options))
        return fault(printer, FAULT_CONTRADICTION, NULL,
                     options->summary_form == SUMMARY_JSON ? "summary=json" : "summary=text",
                     against_summary(options));
    if (options->article_count > 1 && options->destination >= DESTINATION_FILE)
        return fault(printer, FAULT_ONE_OUTPUT, NULL, options->output);
    if (options->destination == DESTINATION_STDOUT && !options->check && isatty(STDOUT_FILENO))
        return fault(printer, FAULT_TERMINAL_OUTPUT, NULL, NULL);
    return STATUS_OK;
}
