/* In the place of libFuzzer: replay FILE... gives each file to the harness once. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

static int replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        return 1;
    }
    long length = ftell(file);
    rewind(file);
    uint8_t *bytes = malloc((size_t)length + !length); /* no longer: reading on is then seen */
    size_t got = bytes ? fread(bytes, 1, (size_t)length, file) : 0;
    fclose(file);
    if (got == (size_t)length)
        LLVMFuzzerTestOneInput(bytes, got);
    free(bytes);
    return got != (size_t)length;
}

int main(int argc, char **argv)
{
    int failed = argc < 2;
    for (int i = 1; i < argc; i++)
        failed += replay(argv[i]);
    printf("%d replayed, %d failed\n", argc - 1 - failed, failed);
    return failed != 0;
}
