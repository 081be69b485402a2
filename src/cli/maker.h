/*
 * maker: one handout after the other: read the article, find and read its clinic, lay it out, write
 * it.
 */
#ifndef CLI_MAKER_H
#define CLI_MAKER_H

#include "beside.h"
#include "clinics.h"
#include "handout_context.h"
#include "system_fonts.h"
#include "files.h"
#include "options.h"
#include "seen.h"

/**
 * The order of the articles, whoever makes them: what an article's handout replaces, and what is
 * said of it, come when all articles before it are done.
 */
struct turn {
    /**
     * Waits for it.
     * @param path  of the PDF, canonical; NULL if there is none
     * @return whether no earlier article of this call was written there
     */
    bool (*take)(void *context, const char *path);
    void *context;
};

struct maker {
    const struct options *options;
    const struct printer *printer;
    struct handout_context *context;
    const struct seen *inputs; /**< the articles and clinics, of a stream those so far: none is
                                    replaced */
    struct turn turn;

    /* Of several clinics; both NULL: there is one. */
    const struct clinic_file *for_clinic; /**< that the next handout is for */
    const struct clinic_file *first_clinic; /**< what is wrong with an article is told for this */

    /* Of the article that is being made, or was made last. */
    bool has_turn;
    bool warned; /**< there was a warning */
    bool unchanged; /**< its PDF was there already, and was left as it was */
    struct file_id article_id;
    char *id;      /**< the article's; NULL: it could not be read */
    char *output;  /**< name of its file, written or left as it was; NULL: there is none */

    /* For an article that comes without a file; all NULL at first. */
    const struct file *given_clinic; /**< its clinic; NULL: to be found */
    FILE *instead;                   /**< where a PDF goes that goes to standard output */

    /* What is remembered; all zero at first. */
    char *clinic_path; /**< what `clinic` holds; NULL: nothing yet */
    struct file clinic;
    struct beside beside; /**< its logo and fonts, and those of the system; with the printer */
    struct system_fonts system;
    struct seen tidied; /**< folders that were looked through for orphans */
};

/** All that is said from now on goes there. @param printer  borrowed */
void maker_speak_to(struct maker *maker, const struct printer *printer);

/** Makes the handout of one article, and speaks of it. @param path  "-": standard input */
enum status maker_run(struct maker *maker, const char *path);

/** The same for what was read already. @pre maker_forget(), as its record may be all wrong */
enum status maker_run_given(struct maker *maker, const struct file *article);

/** Forgets the article that was made last. */
void maker_forget(struct maker *maker);

/** Frees what is remembered. */
void maker_close(struct maker *maker);

#endif
