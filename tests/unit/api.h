/*
 * api: handouts through the public header, for the tests of that header.
 */
#ifndef UNIT_API_H
#define UNIT_API_H

#include "unit.h"

#include "handout.h"

/** What a sink got. */
struct output {
    char bytes[1 << 17];
    size_t length, calls;
    size_t most;       /**< the sink stops once it has got more bytes than that */
    size_t most_calls; /**< or at the call behind so many */
};

static inline void output_init(struct output *output)
{
    output->length = output->calls = 0;
    output->most = sizeof output->bytes;
    output->most_calls = SIZE_MAX;
}

static inline bool take(void *context, const void *bytes, size_t length)
{
    struct output *output = context;
    if (output->calls == output->most_calls || length > output->most - output->length)
        return false;
    memcpy(output->bytes + output->length, bytes, length);
    output->length += length;
    output->calls++;
    return true;
}

/** A file as an input; its bytes are for free(). */
static inline struct handout_input input_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s cannot be read", path);
    char *bytes = malloc(1 << 16);
    size_t length = fread(bytes, 1, 1 << 16, file);
    fclose(file);
    return (struct handout_input){path, bytes, length};
}

static inline void input_free(struct handout_input input)
{
    free((char *)input.bytes);
}

static inline struct handout_input input_text(const char *name, const char *text)
{
    return (struct handout_input){name, text, strlen(text)};
}

/* What each test finds: an env, default options, and an empty output. */
static struct handout_env *env;
static struct handout_read_options read_options;
static struct handout_layout_options layout_options;
static struct output out;

static int setup(void **state)
{
    (void)state;
    env = handout_env_open();
    handout_read_options_init(&read_options);
    handout_layout_options_init(&layout_options);
    output_init(&out);
    return env ? 0 : 1;
}

static int teardown(void **state)
{
    (void)state;
    handout_env_close(env);
    return 0;
}

/* A document and one way to lay it out. */
struct made {
    struct handout_document *document;
    struct handout_pages *pages;
};

/* With the test's options. */
static inline struct made make(struct handout_input article, const struct handout_input *clinic)
{
    struct made made = {handout_read(env, &article, clinic, &read_options), NULL};
    assert_non_null(made.document);
    made.pages = handout_layout(made.document, &layout_options);
    assert_non_null(made.pages);
    return made;
}

static inline void unmake(struct made made)
{
    handout_pages_free(made.pages);
    handout_document_free(made.document);
}

/* Of both. */
static inline size_t said(struct made made)
{
    return handout_document_diagnostics(made.document).count +
           handout_pages_diagnostics(made.pages).count;
}

static const char good_article[] =
    "{\"title\": \"T\", \"summary\": \"S.\", \"benefits\": [\"B.\"], \"dosage\": \"D.\","
    " \"cautions\": [\"C.\"], \"references\": [\"R.\"], \"disclaimer\": \"L.\"}";

static const char good_clinic[] = "{\"name\": \"Our Clinic\", \"phone\": \"555-0100\"}";

#endif
