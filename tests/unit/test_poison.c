/*
 * base/poison: a step over the end of a block is caught.  In the sanitizer build only: in others
 * nothing watches, and there is no such test.
 *
 * Each fault is committed by a child process, which AddressSanitizer must end with its report.
 */
#include "arena_unit.h"
#include "unit.h"

#include "base/array.h"

#include <sanitizer/asan_interface.h>
#include <sys/wait.h>
#include <unistd.h>

/* Reports without the names of functions: to find them takes longer than all the rest. */
const char *__asan_default_options(void)
{
    return "symbolize=0";
}

typedef void fault(size_t size);

/* Through a volatile pointer, so that no compiler leaves the fault out. */
static void touch(void *block, ptrdiff_t at)
{
    volatile unsigned char *bytes = block;
    bytes[at] = 1;
}

static void all_of_it(size_t size)
{
    void *block = arena_alloc(arena, size), *next = arena_alloc(arena, 1);
    for (size_t i = 0; i < size; i++)
        touch(block, (ptrdiff_t)i);
    touch(next, 0);
}

static void behind(size_t size)
{
    touch(arena_alloc(arena, size), (ptrdiff_t)size);
}

static void before(size_t size)
{
    touch(arena_alloc(arena, size), -1);
}

/* A string's NUL that has no byte of its own, as memcpy would set it. */
static void copied(size_t size)
{
    char from[256] = "";
    char *block = arena_array(arena, size, 1);
    arena_alloc(arena, 64);
    memcpy(block, from, size + 1);
}

static void grown(size_t size)
{
    touch(arena_grow(arena, NULL, 0, size, 1), (ptrdiff_t)size);
}

static void old_after_reset(size_t size)
{
    unsigned char *block = arena_alloc(arena, size + 1);
    arena_reset(arena);
    touch(block, 0);
}

/* The array has room for one more, but nobody has asked for it. */
static void behind_last(size_t size)
{
    struct { ARRAY(unsigned char); } array = {0};
    for (size_t i = 0; i < size || array.count == array.room; i++)
        *ARRAY_PUSH(arena, &array) = 1;
    touch(array.at, (ptrdiff_t)array.count);
}

/* Commits the fault in a child. @return what the child said before it ended, or NULL if it lived */
static const char *said_by(fault *commit, size_t size)
{
    static char said[20000];
    int ends[2], status;
    size_t length = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        commit(size);
        _exit(0);
    }
    close(ends[1]);
    for (ssize_t got; (got = read(ends[0], said + length, sizeof said - 1 - length)) > 0;)
        length += (size_t)got;
    said[length] = '\0';
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? NULL : said;
}

static const size_t sizes[] = {1, 8, 13, 100}; /* full and broken groups of eight bytes */

static void test_good(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        const char *said = said_by(all_of_it, sizes[i]);
        if (said)
            fail_msg("%zu bytes used as they may be: %s", sizes[i], said);
    }
}

static void test_faults(void **state)
{
    static fault *const faults[] = {behind, before, copied, grown, old_after_reset, behind_last};
    (void)state;
    for (size_t f = 0; f < COUNT(faults); f++)
        for (size_t i = 0; i < COUNT(sizes); i++) {
            const char *said = said_by(faults[f], sizes[i]);
            if (!said || !strstr(said, "use-after-poison"))
                fail_msg("fault %zu with %zu bytes: %s", f, sizes[i], said ? said : "not caught");
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_good), cmocka_unit_test(test_faults)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
