/*
 * Loaded before the C library (LD_PRELOAD), it lets one allocation of a whole process fail, those
 * of HarfBuzz, libpng and the others included:
 *
 *     FAIL_AT=n     the n-th, counted from 1; absent: none
 *     COUNT_TO=file  gets how many there were
 *
 * What comes before main() is the loader's, and is not counted: the program's first act is to set
 * how standard error is buffered.
 */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static bool counting;
static long count, fail_at;

static bool fails(void)
{
    bool it_does = counting && ++count == fail_at;
    if (it_does)
        errno = ENOMEM;
    return it_does;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t number, size_t size)
{
    return fails() ? NULL : __libc_calloc(number, size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}

int setvbuf(FILE *file, char *buffer, int mode, size_t size)
{
    int (*next)(FILE *, char *, int, size_t);
    const char *at = getenv("FAIL_AT");
    *(void **)&next = dlsym(RTLD_NEXT, "setvbuf");
    fail_at = at ? atol(at) : 0;
    counting = true;
    return next(file, buffer, mode, size);
}

__attribute__((destructor)) static void tell(void)
{
    const char *name = getenv("COUNT_TO");
    counting = false;
    FILE *file = name ? fopen(name, "w") : NULL;
    if (!file)
        return;
    fprintf(file, "%ld\n", count);
    fclose(file);
}
