/*
 * The files of Debian's unicode-data, in the folder UNICODE_DATA.  Their version must be that of
 * our tables; where a system has another one they say nothing of ours, and the test is skipped.
 */
#ifndef UNICODE_DATA_H
#define UNICODE_DATA_H

#include "base/unicode.h"

#include "unit.h"

enum { UNICODE_DATA_LINE = 4096, TEST_SKIPPED = 77 /* ctest's SKIP_RETURN_CODE */ };

static inline FILE *unicode_data(const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", UNICODE_DATA, name);
    FILE *file = fopen(path, "r");
    if (!file) {
        fprintf(stderr, "%s cannot be read; on Debian: apt install unicode-data\n", path);
        exit(EXIT_FAILURE);
    }
    return file;
}

/** Of a file whose first line names the version. */
static inline bool unicode_data_is_ours(const char *name)
{
    char line[UNICODE_DATA_LINE] = "";
    FILE *file = unicode_data(name);
    bool ours = fgets(line, sizeof line, file) && strstr(line, unicode_version());
    fclose(file);
    if (!ours)
        printf("skipped: our tables are of Unicode %s, not of %s", unicode_version(), line);
    return ours;
}

#endif
