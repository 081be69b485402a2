/* See missing_clinic.h. */
#include "missing_clinic.h"
#include "files.h"

#include <stdlib.h>

enum status missing_clinic_write(const struct options *options, const char *article,
                                 const struct missing_clinic *clinic)
{
    const struct printer *printer = &options->printer;
    enum status status = STATUS_OK;
    if (options->clinic || options->no_clinic)
        return STATUS_OK;
    char *found = clinic_find(printer, article);
    struct output output = output_new(printer, clinic->path);
    bool writes = !found && clinic->write;
    if (writes)
        status = clinic->write(&output, clinic->context);
    if (!status && (found || output.taken))
        message_written(printer, found ? found : clinic->path, false,
                        "left as it is: the clinic file that the article will have");
    else if (!status)
        message_written(printer, clinic->path, writes, clinic->said);
    output_free(&output);
    free(found);
    return status;
}
