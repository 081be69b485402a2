/* See guard.h. */
#include "guard.h"
#include "output.h"

#include <fcntl.h>
#include <unistd.h>

/* Of a regular file: a terminal is read and written, and so is /dev/null. */
static struct file_id identify_open(int fd)
{
    struct stat about;
    return fstat(fd, &about) == 0 && S_ISREG(about.st_mode) ? file_id_of(&about)
                                                            : (struct file_id){0};
}

static bool prints(const struct options *options)
{
    bool sums = options->summary && options->summary_form == SUMMARY_JSON;
    return sums || options->dump || options->report || options->stream
           || options->destination == DESTINATION_STDOUT;
}

/* From here on messages go elsewhere, to the last one. */
static void turn_messages_away(bool stdout_is_free)
{
    int to = stdout_is_free ? STDOUT_FILENO : open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (to >= 0)
        dup2(to, STDERR_FILENO);
}

enum status guard_check(const struct seen *inputs, const struct options *options)
{
    const char *name = NULL;
    bool output = seen_has_file(inputs, identify_open(STDOUT_FILENO));
    if (prints(options) && output)
        name = OUTPUT_STDOUT_NAME;
    if (seen_has_file(inputs, identify_open(STDERR_FILENO))) {
        turn_messages_away(!prints(options) && !output);
        name = OUTPUT_STDERR_NAME;
    }
    return name ? fault(&options->printer, FAULT_OUTPUT_IS_INPUT, name, NULL) : STATUS_OK;
}

/* A terminal and /dev/null may be opened any number of times. */
static bool is_open_at(int fd, const char *name)
{
    struct stat open, named;
    return fstat(fd, &open) == 0 && !S_ISCHR(open.st_mode) && stat(name, &named) == 0
           && file_id_equal(file_id_of(&open), file_id_of(&named));
}

enum status guard_check_output(const struct printer *printer, const struct options *options,
                               const char *name)
{
    const char *stream = prints(options) && is_open_at(STDOUT_FILENO, name) ? OUTPUT_STDOUT_NAME
                         : is_open_at(STDERR_FILENO, name)                  ? OUTPUT_STDERR_NAME
                                                                            : NULL;
    return stream ? fault(printer, FAULT_OUTPUT_IN_USE, name, stream) : STATUS_OK;
}

enum status guard_check_file(const struct file *input, const struct options *options)
{
    struct seen inputs = {0};
    seen_add_file(&inputs, &options->printer, input->id);
    enum status status = guard_check(&inputs, options);
    seen_free(&inputs);
    return status;
}
