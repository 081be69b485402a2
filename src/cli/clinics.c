/* See clinics.h. */
#include "clinics.h"
#include "path.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int is_json(const struct dirent *entry)
{
    return path_is_json(entry->d_name);
}

static struct clinic_file clinic_in(const struct printer *printer, const char *folder,
                                    const char *file)
{
    struct clinic_file clinic = {path_in(printer, folder, file),
                                 message_join(printer, file, "", "")};
    clinic.name[strlen(file) - strlen(PATH_JSON)] = '\0';
    return clinic;
}

static enum status read_folder(struct clinics *clinics, const struct printer *printer,
                               const char *folder)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_json, alphasort);
    if (count < 0)
        return fault(printer, FAULT_CANNOT_READ, folder, strerror(errno), "");
    if (count > 0)
        clinics->at = message_alloc(printer, (size_t)count * sizeof *clinics->at);
    for (int i = 0; i < count; i++) {
        clinics->at[clinics->count++] = clinic_in(printer, folder, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return clinics->count ? STATUS_OK : fault(printer, FAULT_IS_A_FOLDER, folder, NULL);
}

enum status clinics_open(struct clinics *clinics, const struct options *options)
{
    const struct printer *printer = &options->printer;
    *clinics = (struct clinics){0};
    if (path_is_folder(options->clinic))
        return options->destination >= DESTINATION_FILE
                   ? fault(printer, FAULT_ONE_OUTPUT, NULL, options->output)
                   : read_folder(clinics, printer, options->clinic);
    clinics->at = message_alloc(printer, sizeof *clinics->at);
    clinics->at[clinics->count++] = (struct clinic_file){0};
    return STATUS_OK;
}

void clinics_close(struct clinics *clinics)
{
    for (size_t i = 0; i < clinics->count; i++) {
        free(clinics->at[i].path);
        free(clinics->at[i].name);
    }
    free(clinics->at);
}
