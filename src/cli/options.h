/*
 * options: what the user asked for, from the command line and the environment.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "complete.h"
#include "message.h"
#include "summary.h"

enum action { ACTION_RUN, ACTION_HELP, ACTION_VERSION, ACTION_COMPLETIONS, ACTION_FONTS };

/** Where the PDF goes. */
enum destination {
    DESTINATION_DEFAULT, /**< <id>.pdf in the current folder */
    DESTINATION_FOLDER,  /**< <id>.pdf in the folder `output` */
    DESTINATION_FILE,    /**< the file `output`, whatever its kind */
    DESTINATION_STDOUT
};

struct options {
    enum action action;
    struct printer printer;
    struct sarif sarif; /**< what the printer points to */

    const char *start; /**< NULL, or what --new is to write */
    const char *extract; /**< NULL, or the PDF to write out of; "-" is standard input */
    const char *import; /**< NULL, or the post to make a draft of; "-" is standard input */
    enum shell shell;  /**< of ACTION_COMPLETIONS */

    const char *const *articles; /**< as given; "-" is standard input */
    int article_count;

    const char *files_from; /**< NULL, or a list of articles; "-" is standard input */
    bool stream;            /**< records come in, answers go out */
    size_t jobs;            /**< handouts that are made at a time */
    bool skip_unchanged;    /**< a PDF of the same files stays */
    bool summary;
    enum summary_form summary_form;

    enum destination destination;
    const char *output;
    const char *clinic; /**< a file, or a folder of several; NULL: search for one */
    bool no_clinic;
    bool no_system_fonts;
    bool check;
    bool report;
    bool dump;
    enum handout_dump dump_what;

    struct handout_read_options read;
    enum handout_format write;
    bool svg; /**< a picture is written, and no PDF */
    struct handout_layout_options layout;
    char today[sizeof "YYYY-MM-DD"]; /**< what read.today points to */
};

/**
 * Reads arguments and environment. The articles among argv's strings are moved to its front;
 * everything is borrowed from argv and must stay where it is, *options too.
 * @return STATUS_OK, or STATUS_USAGE after saying why.
 */
enum status options_read(struct options *options, int argc, char **argv);

/** Writes the text of --help. */
void options_help(FILE *to);

#endif
