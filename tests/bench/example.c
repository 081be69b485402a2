/*
 * See example.h.  What a job made is nobody's business but the facade's, except here: this file
 * is compiled together with handout.c, which then is not linked.
 */
#include "example.h"

#include "handout.c"

#include <stdio.h>

static struct handout_input load(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(HANDOUT_INPUT_MAX);
    if (!file || !bytes) {
        perror(path);
        exit(1);
    }
    struct handout_input input = {path, bytes, fread(bytes, 1, HANDOUT_INPUT_MAX, file)};
    fclose(file);
    return input;
}

struct example example_load(const char *article, const char *clinic)
{
    return (struct example){load(article), load(clinic)};
}

void example_free(struct example *example)
{
    free((char *)example->article.bytes);
    free((char *)example->clinic.bytes);
}

struct handout_job *example_job(const struct handout_env *env, const struct example *example)
{
    struct handout_options options;
    handout_options_init(&options);
    struct handout_job *job = handout_job_new(env, &options);
    if (handout_read(job, &example->article, &example->clinic) && handout_layout(job))
        return job;
    fprintf(stderr, "%s: cannot be laid out\n", example->article.name);
    exit(1);
}

const struct pages *example_pages(const struct handout_job *job)
{
    return job->pages;
}
