/*
 * See reference.h.
 */
#include "import/reference.h"

void reference_write(struct json_writer *w, struct str line)
{
    json_text(w, STR(""), line);
}
