/*
 * placing: the file of one handout: where it goes, whether it is there already, and how it takes
 * its place.
 */
#ifndef CLI_PLACING_H
#define CLI_PLACING_H

#include "maker.h"
#include "output.h"

struct placing {
    struct maker *maker;
    const struct handout_document *document;
    char *name; /**< of the file; NULL: standard output */
    struct output output;
};

/**
 * Waits for the turn, if that has not been done.
 * @param path  of the PDF, canonical; NULL if there is none
 * @return whether no earlier article of this call was written there
 */
bool placing_take_turn(struct maker *maker, const char *path);

/**
 * The folder that files are named in: "out/", "out/north/", "north/" or "".
 * @param clinic  which of several the handout is for; NULL: there is one. @return for free()
 */
char *placing_folder(const struct options *options, const struct printer *printer,
                     const char *clinic);

/** No output takes the place of an input, or of what is printed. @return a status, after saying why
    if not STATUS_OK */
enum status placing_check(const struct maker *maker, const struct output *output);

/**
 * Finds the place; nothing is written yet, but the folder is made.
 * @return STATUS_OK, or why there is none, which was said; for placing_close() in any case
 */
enum status placing_open(struct placing *placing, struct maker *maker,
                         const struct handout_document *document);

/** Whether the PDF that is there was made of the same files, with the same options. */
bool placing_is_unchanged(const struct placing *placing);

/** Takes the turn. @return STATUS_OK if no earlier article of the call has the place; else it was
    said */
enum status placing_claim(const struct placing *placing);

/** Writes the pages, waits for the turn and takes the place. @return a status, after saying why if
    not STATUS_OK */
enum status placing_write(struct placing *placing, struct handout_pages *pages);

void placing_close(struct placing *placing);

#endif
