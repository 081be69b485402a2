/*
 * handout: prints articles as one-page patient handouts.  See handout(1).
 *
 * The program is a thin shell around the library, and uses nothing of it but its public headers and
 * some of src/base that know no document:
 *
 *     options   what the user asked for; options_check, whether it goes together
 *     start     --new: an article and a clinic file to begin with
 *     import    --import: a draft from a post; missing_clinic is what start writes, too
 *     extract   --extract: the files inside a PDF
 *     complete  --completions
 *     scripts   --fonts, from system_fonts: faces of this machine for scripts that we have none for
 *     batch     the articles, one after the other or by several workers, for each of the clinics;
 *               list finds them, summary counts what became of them
 *     stream    --stream: records in, answers out
 *     maker     one article: read, lay out, write; opened is what it is read from, be it a PDF, and
 *               beside what the two files name, kept_clinic the clinic file from one handout to the
 *               next; placing is where its PDF goes
 *     files     reading, and finding the clinic file; path takes names apart, nearest finds what a
 *               mistyped one meant
 *     output    writing, all of a PDF or nothing; interrupt is what a signal does then, orphans
 *               what is left behind if it could do nothing
 *     seen      what was written, and what is read: none of it is replaced
 *     guard     standard output and standard error spoil no input
 *     review    what a review measured: its lines, and --report
 *     message   what is said on standard error; escape makes it safe to print, sarif is a form
 *     schema    where the schemas are
 *     day       today
 *
 * It never calls setlocale(): a decimal comma must not reach a PDF or a number on the command line.
 */
#include "batch.h"
#include "extract.h"
#include "import.h"
#include "interrupt.h"
#include "output.h"
#include "scripts.h"
#include "start.h"
#include "stream.h"

#include <fcntl.h>
#include <unistd.h>

/*
 * A file opened while descriptor 0, 1 or 2 is closed would get that number, and a message would
 * land in the PDF.  They are filled in the wrong direction, so that using one of them still fails.
 */
static void fill_standard_descriptors(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) == -1)
            (void)open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

static enum status run_command(const struct options *options)
{
    return options->start     ? start_run(options)
           : options->import  ? import_run(options)
           : options->extract ? extract_run(options)
           : options->stream  ? stream_run(options)
                              : batch_run(options);
}

int main(int argc, char **argv)
{
    struct options options;
    fill_standard_descriptors();
    /* A message is one write, so that those of parallel runs do not mix. */
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    interrupt_guard();
    enum status status = options_read(&options, argc, argv);
    if (!status && options.action == ACTION_HELP)
        options_help(stdout);
    else if (!status && options.action == ACTION_VERSION)
        printf("handout %s\n", handout_version());
    else if (!status && options.action == ACTION_FONTS)
        scripts_list(&options, stdout);
    else if (!status && options.action == ACTION_COMPLETIONS)
        complete_print(stdout, options.shell);
    else if (!status)
        status = run_command(&options);
    enum status closed = output_close_stdout(&options.printer);
    status = closed > status ? closed : status;
    if (status || options.action == ACTION_RUN) /* --help alone says nothing */
        message_end(&options.printer, status);
    interrupt_end();
    return status;
}
