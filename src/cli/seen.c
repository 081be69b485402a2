/* See seen.h. */
#include "seen.h"

#include "base/hash.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM_FIRST = 64 };

/* Where the path is, or would be. */
static char **path_slot(const struct seen *seen, const char *path)
{
    size_t at = (size_t)hash_bytes(HASH_START, str_of(path)) & (seen->room - 1);
    while (seen->slots[at] && strcmp(seen->slots[at], path) != 0)
        at = (at + 1) & (seen->room - 1);
    return &seen->slots[at];
}

/* So that half of the slots are free. */
static void make_room(struct seen *seen, const struct printer *printer)
{
    struct seen larger = {.room = seen->room ? 2 * seen->room : ROOM_FIRST,
                          .count = seen->count};
    if (seen->room && 2 * seen->count < seen->room)
        return;
    larger.slots = message_alloc(printer, larger.room * sizeof *larger.slots);
    for (size_t i = 0; i < larger.room; i++)
        larger.slots[i] = NULL;
    for (size_t i = 0; i < seen->room; i++)
        if (seen->slots[i])
            *path_slot(&larger, seen->slots[i]) = seen->slots[i];
    free(seen->slots);
    *seen = larger;
}

bool seen_add(struct seen *seen, const struct printer *printer, const char *path)
{
    make_room(seen, printer);
    char **slot = path_slot(seen, path);
    if (*slot)
        return false;
    *slot = message_join(printer, path, "", "");
    seen->count++;
    return true;
}

/* ---- Files ---- */

/* Files stand there under their numbers. */
enum { NUMBERS = 48 };

static void put_numbers(char name[NUMBERS], struct file_id id)
{
    snprintf(name, NUMBERS, "%ju:%ju", (uintmax_t)id.device, (uintmax_t)id.inode);
}

void seen_add_file(struct seen *inputs, const struct printer *printer, struct file_id id)
{
    char name[NUMBERS];
    put_numbers(name, id);
    if (id.known)
        (void)seen_add(inputs, printer, name);
}

bool seen_has_file(const struct seen *inputs, struct file_id id)
{
    char name[NUMBERS];
    put_numbers(name, id);
    return id.known && inputs->room && *path_slot(inputs, name);
}

void seen_free(struct seen *seen)
{
    for (size_t i = 0; i < seen->room; i++)
        free(seen->slots[i]);
    free(seen->slots);
}
