/*
 * Loaded before the C library (LD_PRELOAD), it lets one allocation of a whole process fail, those
 * of HarfBuzz, libpng and the others included:
 *
 *     FAIL_AT=n      the n-th, counted from 1; absent: none
 *     COUNT_TO=file  gets how many there were
 *     OURS_ONLY=1    only calls that stand in the program itself are counted and fail
 *
 * Who calls is known by where the call returns to: the program's code is one range of addresses,
 * each library's another.  What is linked into the program counts as its own.
 *
 * What comes before main() is the loader's, and is not counted: the program's first act is to set
 * how standard error is buffered.
 */
#define _GNU_SOURCE /* RTLD_NEXT, dl_iterate_phdr() */
#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static bool counting, ours_only;
static long count, fail_at;
static uintptr_t first, end; /* of the program's code */

/* Called for the program first, and then no more. */
static int find_code(struct dl_phdr_info *program, size_t size, void *context)
{
    (void)size, (void)context;
    for (int i = 0; i < program->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &program->dlpi_phdr[i];
        if (part->p_type == PT_LOAD && part->p_flags & PF_X) {
            first = program->dlpi_addr + part->p_vaddr;
            end = first + part->p_memsz;
        }
    }
    return 1;
}

static bool fails(const void *caller)
{
    bool counts = counting && (!ours_only || (uintptr_t)caller - first < end - first);
    bool it_does = counts && ++count == fail_at;
    if (it_does)
        errno = ENOMEM;
    return it_does;
}

void *malloc(size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

void *calloc(size_t number, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(number, size);
}

void *realloc(void *old, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(old, size);
}

int setvbuf(FILE *file, char *buffer, int mode, size_t size)
{
    int (*next)(FILE *, char *, int, size_t);
    const char *at = getenv("FAIL_AT");
    *(void **)&next = dlsym(RTLD_NEXT, "setvbuf");
    fail_at = at ? atol(at) : 0;
    ours_only = getenv("OURS_ONLY") != NULL;
    dl_iterate_phdr(find_code, NULL);
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
