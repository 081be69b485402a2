/* See device.h. */
#include "base/device.h"

#include "base/ascii.h"

static bool names_device(struct str text, const char *word)
{
    struct str expected = str_of(word);
    if (text.len != expected.len)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (ascii_lower(text.ptr[i]) != expected.ptr[i])
            return false;
    return true;
}

bool device_is_name(struct str file)
{
    static const char *const single[] = {"con", "prn", "aux", "nul"};
    static const char *const ports[] = {"com", "lpt"};
    struct str stem = str_before(file, '.');
    char last = char_at(stem, 3);
    bool found = false;
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        found = found || names_device(stem, single[i]);
    for (size_t i = 0; i < sizeof ports / sizeof *ports; i++)
        found = found || (stem.len == 4 && last >= '1' && last <= '9'
                          && names_device(str_part(stem, 0, 3), ports[i]));
    return found;
}
