/* What every unit test needs: cmocka with the headers that it wants before it. */
#ifndef UNIT_H
#define UNIT_H

/* clang-format off: cmocka.h needs these first */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/** Whether all cases are wanted, and not just a sample: `./check --long`. */
static inline bool is_long_check(void)
{
    return getenv("HANDOUT_LONG") != NULL;
}

/** One case in how many is tried: under the sanitizers, which look for faults of memory in what the
 * other build has compared, one in so many, elsewhere and in a long check each. */
static inline unsigned one_in(unsigned sanitized)
{
    return getenv("SANITIZED") && !is_long_check() ? sanitized : 1;
}

/** Fails with both strings shown. */
static inline void assert_str(struct str actual, const char *expected)
{
    if (!str_equal(actual, str_of(expected)))
        fail_msg("\n  got      \"%.*s\"\n  expected \"%s\"", STR_ARGS(actual), expected);
}

#endif
