/* See kept_clinic.h. */
#include "kept_clinic.h"

#include <stdlib.h>
#include <string.h>

void kept_clinic_forget(struct maker *maker)
{
    beside_forget(&maker->beside, BESIDE_CLINIC);
    maker->beside.clinic = NULL;
    file_free(&maker->clinic);
    free(maker->clinic_path);
    maker->clinic_path = NULL;
}

/* One that cannot be read is not remembered: each handout that wants it is to say so.
 * @param path  is taken over */
static enum status take_clinic(struct maker *maker, char *path)
{
    if (maker->clinic_path && strcmp(maker->clinic_path, path) == 0
        && !file_has_changed(&maker->clinic)) {
        free(path);
        return STATUS_OK;
    }
    kept_clinic_forget(maker);
    maker->beside.clinic = maker->clinic_path = path;
    enum status status = file_read(maker->printer, path, HANDOUT_INPUT_MAX, &maker->clinic);
    if (status)
        kept_clinic_forget(maker);
    return status;
}

enum status kept_clinic_get(struct maker *maker, const char *article, const char *name,
                            const struct file **clinic)
{
    const struct options *options = maker->options;
    *clinic = NULL;
    if (options->no_clinic)
        return STATUS_OK;
    const char *named = maker->for_clinic && maker->for_clinic->path ? maker->for_clinic->path
                                                                     : options->clinic;
    char *path = named ? message_join(maker->printer, named, "", "")
                       : clinic_find(maker->printer, article);
    if (!path)
        return fault(maker->printer, FAULT_NO_CLINIC, name, NULL);
    *clinic = &maker->clinic;
    return take_clinic(maker, path);
}
