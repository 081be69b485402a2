/*
 * Which mutant the programs of tests/mutants are.  All mutants are compiled into them; each
 * function that has some asks here which of its bodies to run, so none needs a build of its own.
 *
 * FOLDER/chosen holds one number; each program reads it once.  Byte N of FOLDER/reached is set when
 * the function of mutant N runs: a test that reaches no byte of a mutant cannot notice it.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "switch.h"

enum { NONE = -1 };

static int chosen = NONE;
static char *reached;

static void read_chosen(void)
{
    FILE *file = fopen(FOLDER "/chosen", "r");
    if (!file)
        return;
    if (fscanf(file, "%d", &chosen) != 1)
        chosen = NONE;
    fclose(file);
}

static void begin(void)
{
    read_chosen();
    int file = open(FOLDER "/reached", O_RDWR | O_CLOEXEC);
    if (file < 0)
        return;
    void *bytes = mmap(NULL, MOST_MUTANTS, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    reached = bytes == MAP_FAILED ? NULL : bytes;
    close(file);
}

int mutant_is(int number)
{
    static bool begun;
    if (!begun) {
        begun = true;
        begin();
    }
    if (reached)
        reached[number] = 1;
    return number == chosen;
}
