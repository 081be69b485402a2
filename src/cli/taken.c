/* See taken.h. */
#include "taken.h"

#include "base/hash.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM_FIRST = 64 };

/* Where the path is, or would be. */
static char **path_slot(const struct taken *taken, const char *path)
{
    size_t at = (size_t)hash_bytes(HASH_START, str_of(path)) & (taken->room - 1);
    while (taken->slots[at] && strcmp(taken->slots[at], path) != 0)
        at = (at + 1) & (taken->room - 1);
    return &taken->slots[at];
}

/* So that half of the slots are free. */
static void make_room(struct taken *taken, const struct printer *printer)
{
    struct taken larger = {.room = taken->room ? 2 * taken->room : ROOM_FIRST,
                           .count = taken->count};
    if (taken->room && 2 * taken->count < taken->room)
        return;
    larger.slots = message_alloc(printer, larger.room * sizeof *larger.slots);
    for (size_t i = 0; i < larger.room; i++)
        larger.slots[i] = NULL;
    for (size_t i = 0; i < taken->room; i++)
        if (taken->slots[i])
            *path_slot(&larger, taken->slots[i]) = taken->slots[i];
    free(taken->slots);
    *taken = larger;
}

bool taken_claim(struct taken *taken, const struct printer *printer, const char *path)
{
    make_room(taken, printer);
    char **slot = path_slot(taken, path);
    if (*slot)
        return false;
    *slot = message_join(printer, path, "", "");
    taken->count++;
    return true;
}

/* ---- Files ---- */

/* Files stand there under their numbers. */
enum { NUMBERS = 48 };

static void put_numbers(char name[NUMBERS], struct file_id id)
{
    snprintf(name, NUMBERS, "%ju:%ju", (uintmax_t)id.device, (uintmax_t)id.inode);
}

void taken_add_input(struct taken *inputs, const struct printer *printer, struct file_id id)
{
    char name[NUMBERS];
    put_numbers(name, id);
    if (id.known)
        (void)taken_claim(inputs, printer, name);
}

bool taken_has_input(const struct taken *inputs, struct file_id id)
{
    char name[NUMBERS];
    put_numbers(name, id);
    return id.known && inputs->room && *path_slot(inputs, name);
}

void taken_free(struct taken *taken)
{
    for (size_t i = 0; i < taken->room; i++)
        free(taken->slots[i]);
    free(taken->slots);
}
