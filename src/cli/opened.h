/*
 * opened: an article with its clinic, from files or from a PDF that they are inside of.
 */
#ifndef CLI_OPENED_H
#define CLI_OPENED_H

#include "beside.h"
#include "handout_source.h"
#include "options.h"

/** What a document is read from. */
struct opened {
    struct handout_source *source; /**< NULL: from files */
    struct handout_input article;
    struct handout_input clinic; /**< bytes NULL: the handout is to have none */
    bool clinic_beside; /**< the clinic is a file, whatever the article is inside of */
    struct beside *beside;
};

/** A handout_read_options.load; its context is a struct opened. */
const char *opened_load(void *context, const char *path, struct handout_input *file);

/**
 * Looks into a PDF; anything else is an article and taken as it is.  The clinic inside is then the
 * clinic of the handout, and what that names is inside too.
 * @param beside  loads what the files name, and has the printer that says why not
 * @param told    that was said before
 * @param file  must live as long. @return STATUS_OK (then for opened_close()), or STATUS_CONTENT
 *         after saying why, unless it was told.
 */
enum status opened_article(struct opened *opened, const struct options *options,
                           const struct file *file, struct beside *beside, bool told);

/** Takes a clinic file, in the place of the one inside a PDF if there is one. */
void opened_clinic(struct opened *opened, const struct file *clinic);

void opened_close(struct opened *opened);

#endif
