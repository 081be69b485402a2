/* See severity.h. */
#include "severity.h"

const char *severity_name(enum handout_severity severity)
{
    static const char *const names[] = {
        [HANDOUT_NOTE] = "note", [HANDOUT_WARNING] = "warning", [HANDOUT_ERROR] = "error"};
    return names[severity];
}
