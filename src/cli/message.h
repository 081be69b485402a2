/*
 * message: everything that the program says on standard error.
 *
 * The library's diagnostics and the program's own faults (fault.def) look the same: one function
 * prints both, in the form that the user chose.
 */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include "sarif.h"

#include <stdio.h>

/** The exit status; of several, the highest counts. */
enum status {
    STATUS_OK,      /**< written; there may be warnings */
    STATUS_CONTENT, /**< the article or the clinic file is at fault, or it does not fit */
    STATUS_USAGE,   /**< the call is at fault */
    STATUS_MACHINE  /**< cannot read, cannot write, no memory */
};

/** In the order of options.def's choices. */
enum format { FORMAT_HUMAN, FORMAT_GCC, FORMAT_JSON, FORMAT_SARIF };

/** Where and how to speak. */
struct printer {
    FILE *to;
    enum format format;
    bool color;
    bool quiet; /**< no notes, no reports */
    struct sarif *sarif; /**< the document, of FORMAT_SARIF */
};

enum fault_id {
#define FAULT(id, slug, status, message, hint) FAULT_##id,
#include "fault.def"
#undef FAULT
    FAULT_COUNT
};

/** Prints one diagnostic. */
void message_diagnostic(const struct printer *printer, const struct handout_diagnostic *d);

/**
 * Prints a fault about a file, or about none if file is NULL.
 * @param args  what {0}… stand for, ended by NULL.
 * @return the fault's status
 */
enum status fault_args(const struct printer *printer, enum fault_id id, const char *file,
                       const char *const *args);

/** fault(printer, id, file, args…): at least one, which may be NULL. */
#define fault(printer, id, file, ...)                                                             \
    fault_args((printer), (id), (file), (const char *const[]){__VA_ARGS__, NULL})

/** What became of one article. */
struct outcome {
    const char *article;
    const char *output;                  /**< NULL: nothing was written */
    const struct handout_report *report; /**< NULL: it was not laid out */
    const char *clinic; /**< which of several it was for; NULL: there is one */
    bool unchanged;     /**< the output was there already, and was left alone */
};

/** Prints the one line that reports on a handout. */
void message_outcome(const struct printer *printer, const struct outcome *outcome);

/** Prints the one line that reports on a file that is not a handout. @param text  about it. */
void message_written(const struct printer *printer, const char *file, bool written,
                     const char *text);

/** Whether reports are printed: what is no diagnostic, and not asked for by name. */
bool message_reports(const struct printer *printer);

/** Thousandths as a decimal number. */
void message_milli(FILE *to, int32_t thousandths);

/** Begins what is said, once it is clear what the program is to do. */
void message_begin(const struct printer *printer);

/** Ends what is said; to be called once, behind all messages. */
void message_end(const struct printer *printer, enum status status);

/** Says that there is no memory left and ends the program, with STATUS_MACHINE. */
_Noreturn void message_out_of_memory(const struct printer *printer);

/** The same as a hook for handout_read_options. */
_Noreturn void message_out_of_memory_hook(void *printer);

/** To *text and *length goes what is written, until message_collected(). Ends the program without
 * memory. */
FILE *message_collect(const struct printer *printer, char **text, size_t *length);

/**
 * Closes it; *text is then for free().  Ends the program if there was no memory for all of it: if
 * errno has been ENOMEM since message_collect(), or since it was last set to 0.
 */
void message_collected(const struct printer *printer, FILE *to, char *const *text);

/** size bytes; ends the program without memory. For free(). */
void *message_alloc(const struct printer *printer, size_t size);

/** Three strings as a new one, in the same way. */
char *message_join(const struct printer *printer, const char *a, const char *b, const char *c);

#endif
