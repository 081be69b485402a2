/* A browser has no signals, which sarif.c waits out; nor is its form of messages asked for here. */
#include "cli/sarif.h"

#include <stdlib.h>

void sarif_add(FILE *to, struct sarif *sarif, const struct handout_diagnostic *diagnostic)
{
    (void)to, (void)sarif, (void)diagnostic;
    abort();
}

void sarif_end(FILE *to, struct sarif *sarif, int status)
{
    (void)to, (void)sarif, (void)status;
    abort();
}
