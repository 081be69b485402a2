/* An arena for all tests of a program: for cmocka_run_group_tests(tests, setup, teardown). */
#ifndef ARENA_UNIT_H
#define ARENA_UNIT_H

#include "base/arena.h"

static struct arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = arena_new(NULL, NULL);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

#endif
