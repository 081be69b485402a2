/*
 * In the place of libFuzzer: replay MUTANT COUNT SECONDS FILE... gives each file to the harness
 * once, and then COUNT mutants of them, the same in each run.  It then goes on for SECONDS with
 * mutants whose numbers begin with the clock, so that each run tries others.  A mutant depends on
 * its number and on the files only.
 *
 * The mutant in hand stands in the file MUTANT: to look at after a crash, and, once that is mended,
 * to keep in found/NAME.
 */
#include "chance.h"
#include "fuzz.h"
#include "mutate.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct samples {
    struct sample *at;
    size_t count;
};

/* bytes NULL: it cannot be read. */
static struct sample read_sample(const char *path)
{
    struct sample sample = {NULL, 0};
    FILE *file = fopen(path, "rb");
    long length = file && fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    if (length >= 0) {
        rewind(file);
        sample.length = (size_t)length;
        sample.bytes = malloc(sample.length + !length); /* no longer: reading on is then seen */
    }
    if (sample.bytes && fread(sample.bytes, 1, sample.length, file) != sample.length) {
        free(sample.bytes);
        sample.bytes = NULL;
    }
    if (!sample.bytes)
        perror(path);
    if (file)
        fclose(file);
    return sample;
}

static bool keep(const char *path, const struct sample *mutant)
{
    FILE *file = fopen(path, "wb");
    if (!file)
        return false;
    bool whole = fwrite(mutant->bytes, 1, mutant->length, file) == mutant->length;
    return fclose(file) == 0 && whole;
}

static bool try_mutant(const struct samples *samples, uint32_t number, const char *path)
{
    uint32_t seed = number;
    const struct sample *from = &samples->at[random_below(&seed, samples->count)];
    const struct sample *other = &samples->at[random_below(&seed, samples->count)];
    struct sample mutant = mutate(from, other, seed);
    bool kept = mutant.bytes && keep(path, &mutant);
    if (kept)
        LLVMFuzzerTestOneInput(mutant.bytes, mutant.length);
    free(mutant.bytes);
    return kept;
}

/* @return how many were tried */
static uint32_t try_mutants(const struct samples *samples, uint32_t mutants, const char *path)
{
    uint32_t tried = 0;
    for (uint32_t number = 0; samples->count && number < mutants; number++)
        tried += try_mutant(samples, number, path);
    return tried;
}

/* @return how many were tried */
static uint32_t try_for(const struct samples *samples, time_t seconds, const char *path)
{
    time_t begun = time(NULL), end = begun + seconds;
    uint32_t tried = 0;
    for (uint32_t first = (uint32_t)begun * 1000; samples->count && time(NULL) < end; tried++)
        if (!try_mutant(samples, first + tried, path))
            break;
    return tried;
}

static void replay(char **paths, size_t count, struct samples *samples)
{
    for (size_t i = 0; i < count; i++) {
        struct sample sample = read_sample(paths[i]);
        if (!sample.bytes)
            continue;
        LLVMFuzzerTestOneInput(sample.bytes, sample.length);
        samples->at[samples->count++] = sample;
    }
}

static void free_samples(struct samples *samples)
{
    for (size_t i = 0; i < samples->count; i++)
        free(samples->at[i].bytes);
    free(samples->at);
}

int main(int argc, char **argv)
{
    size_t files = argc > 4 ? (size_t)argc - 4 : 0;
    uint32_t wanted = files ? (uint32_t)strtoul(argv[2], NULL, 10) : 0;
    time_t seconds = files ? (time_t)strtoul(argv[3], NULL, 10) : 0;
    struct samples samples = {calloc(files + 1, sizeof(struct sample)), 0};
    if (!files || !samples.at)
        return 2;
    replay(argv + 4, files, &samples);
    size_t read = samples.count;
    uint32_t tried = try_mutants(&samples, wanted, argv[1]);
    uint32_t more = try_for(&samples, seconds, argv[1]);
    remove(argv[1]);
    free_samples(&samples);
    printf("%zu of %zu files, %u of %u mutants and %u more tried\n", read, files, tried, wanted,
           more);
    return read != files || tried != wanted || (seconds && !more);
}
