/* See device.h. */
#include "base/device.h"

#include "base/ascii.h"

bool device_is_name(struct str file)
{
    static const char *const single[] = {"con", "prn", "aux", "nul"};
    static const char *const ports[] = {"com", "lpt"};
    struct str stem = str_before(file, '.');
    char last = char_at(stem, 3);
    bool found = false;
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        found = found || ascii_is_word(stem, single[i]);
    for (size_t i = 0; i < sizeof ports / sizeof *ports; i++)
        found = found || (stem.len == 4 && last >= '1' && last <= '9'
                          && ascii_is_word(str_part(stem, 0, 3), ports[i]));
    return found;
}
