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
static struct handout_options options;
static struct output out;

static int setup(void **state)
{
    (void)state;
    env = handout_env_open();
    handout_options_init(&options);
    output_init(&out);
    return env ? 0 : 1;
}

static int teardown(void **state)
{
    (void)state;
    handout_env_close(env);
    return 0;
}

static const char good_article[] =
    "{\"title\": \"T\", \"summary\": \"S.\", \"benefits\": [\"B.\"], \"dosage\": \"D.\","
    " \"cautions\": [\"C.\"], \"references\": [\"R.\"], \"disclaimer\": \"L.\"}";

static const char good_clinic[] = "{\"name\": \"Our Clinic\", \"phone\": \"555-0100\"}";

#endif
