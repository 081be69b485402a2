/*
 * example: the article and the clinic that are measured, and a look inside a job.
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

/** Reads and lays out in a new job; ends the program if there is a fault. */
struct handout_job *example_job(const struct handout_env *env, const struct example *example);

/** The pages that a job laid out. */
const struct pages *example_pages(const struct handout_job *job);

#endif
