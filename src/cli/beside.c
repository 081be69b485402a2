/* See beside.h. */
#include "beside.h"

#include <stdlib.h>
#include <string.h>

/* The library refuses larger pictures and fonts. */
#define FILE_MOST ((size_t)32 << 20)

/* One that has changed since is read anew, while what is being made may still have the old one. */
static struct beside_file *find_beside(const struct beside *beside, const char *path)
{
    struct beside_file *file = beside->files;
    while (file && strcmp(file->path, path) != 0)
        file = file->next;
    if (!file || !file_has_changed(&file->file))
        return file;
    file->life = BESIDE_HANDOUT;
    return NULL;
}

/* @param name  of the file that names the path; "": none does */
static enum beside_life life_of(const struct beside *beside, const char *name)
{
    bool of_clinic = beside->clinic && strcmp(name, beside->clinic) == 0;
    return !*name ? BESIDE_CALL : of_clinic ? BESIDE_CLINIC : BESIDE_HANDOUT;
}

/* @param path  is taken over. @return NULL, or why not */
static const char *add_beside(struct beside *beside, char *path, const char *name,
                              struct beside_file **added)
{
    struct beside_file *file = message_alloc(beside->printer, sizeof *file);
    const char *why = file_load(beside->printer, path, FILE_MOST, &file->file);
    if (why) {
        free(file);
        free(path);
        return why;
    }
    file->path = path;
    file->life = life_of(beside, name);
    file->next = beside->files;
    beside->files = *added = file;
    seen_add_file(&beside->ids, beside->printer, file->file.id);
    return NULL;
}

const char *beside_load(void *context, const char *path, struct handout_input *input)
{
    struct beside *beside = context;
    char *whole = path_beside(beside->printer, input->name, path);
    struct beside_file *file = find_beside(beside, whole);
    const char *why = NULL;
    if (file)
        free(whole);
    else
        why = add_beside(beside, whole, input->name, &file);
    if (why)
        return why;
    input->bytes = file->file.bytes;
    input->length = file->file.length;
    return NULL;
}

bool beside_has(const struct beside *beside, struct file_id id)
{
    return seen_has_file(&beside->ids, id);
}

static void free_file(struct beside_file *file)
{
    file_free(&file->file);
    free(file->path);
    free(file);
}

void beside_forget(struct beside *beside, enum beside_life ended)
{
    for (struct beside_file **at = &beside->files, *file; (file = *at) != NULL;) {
        if (file->life <= ended) {
            *at = file->next;
            free_file(file);
        } else {
            at = &file->next;
        }
    }
}

void beside_free(struct beside *beside)
{
    beside_forget(beside, BESIDE_CALL);
    seen_free(&beside->ids);
}
