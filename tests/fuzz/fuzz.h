/*
 * fuzz: what the harnesses share.  Each is a file with the one function that libFuzzer calls with
 * bytes of its own making; nothing that it does may crash, leak or touch what is not its own.
 *
 * Linked with replay.c in the place of libFuzzer, a harness takes files once: every build replays
 * the seeds, so that what was found once stays found.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A handout_sink for bytes that nobody looks at. */
static inline bool drop(void *context, const void *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#endif
