/*
 * See example.h.  What pages are made of is nobody's business but the facade's, except here.
 */
#include "example.h"

#include "facade.h"

#include <stdio.h>
#include <stdlib.h>

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

struct example_pages example_make(const struct handout_env *env, const struct example *example)
{
    struct example_pages made;
    made.document = handout_read(env, &example->article, &example->clinic, NULL);
    made.pages = handout_layout(made.document, NULL);
    if (handout_pages_report(made.pages).pages)
        return made;
    fprintf(stderr, "%s: cannot be laid out\n", example->article.name);
    exit(1);
}

void example_pages_free(struct example_pages made)
{
    handout_pages_free(made.pages);
    handout_document_free(made.document);
}

const struct pages *example_look(struct example_pages made)
{
    return made.pages->made;
}
