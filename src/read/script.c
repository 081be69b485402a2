/*
 * See script.h; script.def has the rows.
 */
#include "read/script.h"

const struct script *script_of(uint32_t c)
{
    static const struct {
        uint32_t first, last;
        struct script script;
    } blocks[] = {
#define SCRIPT(first, last, sample, name) {first, last, {sample, name}},
#include "read/script.def"
#undef SCRIPT
    };
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (c >= blocks[i].first && c <= blocks[i].last)
            return &blocks[i].script;
    return NULL;
}
