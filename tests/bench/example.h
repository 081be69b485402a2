/*
 * example: the article and the clinic that are measured, and a look inside of what they become.
 */
#ifndef BENCH_EXAMPLE_H
#define BENCH_EXAMPLE_H

#include "handout.h"
#include "layout/page.h"

struct example {
    struct handout_input article, clinic;
};

/** Reads both files; ends the program if it cannot. */
struct example example_load(const char *article, const char *clinic);
void example_free(struct example *example);

/** What the example becomes. */
struct example_pages {
    struct handout_document *document;
    struct handout_pages *pages;
};

/** Reads and lays out; ends the program if there is a fault. @return for example_pages_free(). */
struct example_pages example_make(const struct handout_env *env, const struct example *example);
void example_pages_free(struct example_pages made);

/** What the layout made of it. */
const struct pages *example_look(struct example_pages made);

#endif
